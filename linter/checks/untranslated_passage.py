"""A clause, a sentence or a paragraph in another language."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.foreign import foreign
from linter.analyses.language import language
from linter.analyses.languages import NAMES
from linter.analyses.lexicon import LANGUAGES
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count


class UntranslatedPassage(Check):
    """Several words of another language in a row, outside quotations and tweets."""

    fields = frozenset({"language", "own-language", "extent"})
    languages = LANGUAGES

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        own = language(article)
        for passage in foreign(article).passages:
            if passage.excused:
                yield Count(f"passage in another language, {passage.excused}")
                continue
            fields = {
                "language": NAMES.get(passage.lang, passage.lang),
                "own-language": NAMES.get(own, own),
                "extent": passage.extent,
            }
            yield Alarm(passage.span, fields)
