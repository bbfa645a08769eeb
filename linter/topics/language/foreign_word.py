"""A single word of another language in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.language import language
from linter.analyses.languages import name_of
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.topics.language import foreign as search
from linter.topics.language.lexicon import CALQUE, CERTAIN, LIKELY, SMALL, lexicon


class ForeignWord(Check):
    """Words that another language uses far more often than that of the article.

    Loan-like words, and words that copy a foreign one but that no lexicon has, are reported as
    info.
    """

    fields = frozenset({"word", "language", "own-language", "resembles", "copied"})
    variants = frozenset({"resembles", "calque"})
    needs = ("foreign.lexicon",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for found in search.foreign(article).words:
            if not self.setup.vocabulary.isdisjoint(
                {found.text, found.text.lower(), found.text.capitalize()}
            ):
                continue
            yield self._alarm(found, language(article))

    def _alarm(self, found: search.ForeignWord, own: str) -> Alarm:
        table = lexicon(own)
        copied = found.entry.copied
        resembles = table.resembling(found.text.lower()) if table and not copied else ""
        fields = {
            "word": found.text,
            "language": name_of(found.entry.lang),
            "own-language": name_of(own),
            "resembles": resembles,
            "copied": copied,
        }
        variant = "calque" if found.entry.tier == CALQUE else "resembles" if resembles else ""
        quiet = None if found.entry.tier in (CERTAIN, LIKELY, SMALL) else Severity.INFO
        return Alarm(found.span, fields, variant=variant, severity=quiet)
