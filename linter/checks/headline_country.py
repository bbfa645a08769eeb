"""A country stands in the headline, and the text does not speak of it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.headlines import special_form
from linter.analyses.names import haystack, headline
from linter.analyses.names.countries import HOME, named_countries, speaks_of
from linter.analyses.names.missing import all_missing
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.records import NamedTuple


class Params(NamedTuple):
    home: tuple[str, ...] = ()
    """Codes of countries (``FR``) where the articles are published, so that they need not name
    them; without any, those where the language is most read."""
    min_words: int = 120
    """Shorter texts are not judged: they are teasers of something else."""


class HeadlineCountry(Check):
    """Reports each country of the headline that the text does not speak of."""

    Params = Params
    fields = frozenset({"country"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        title, text = headline(article), haystack(article)
        if title is None or article.headline is None:
            return
        if text.words < self.params.min_words or special_form(article):
            yield Count("headlines not judged: form or length")
            return
        home = frozenset(self.params.home) or HOME.get(text.language, frozenset())
        for found in named_countries(title, text.language):
            name = title.prose[found.start : found.end]
            if found.code in home or name in text.text or all_missing(article):
                continue
            if not speaks_of(text, found.code, text.language):
                yield Alarm(span=article.headline.span(found.start, found.end), fields={"country": name})
