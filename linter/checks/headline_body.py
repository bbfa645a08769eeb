"""The headline shares next to nothing with the text: one of them belongs to another story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.analyses.headlines import special_form
from linter.analyses.names import haystack
from linter.analyses.names.languages import UNCASED
from linter.analyses.names.missing import all_missing
from linter.analyses.relation import relation
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.records import NamedTuple

_STRENGTH: Mapping[str, float] = {"default": 0.2}
_FAMILIAR = 0.5
"""A headline with fewer words of the text's language is in another language."""


class Params(NamedTuple):
    strength: Mapping[str, float] = _STRENGTH
    """By language: headlines whose matches are worth no more than this for each word are reported."""
    min_words: int = 100
    """Shorter texts are not judged."""
    sure_headline: int = 3
    """Headlines with fewer such words are reported as a hint where the text has ``feature`` words or more."""
    feature: int = 900
    """Two in three of the punning headlines stand over longer texts, and few that were exchanged."""
    min_headline: int = 2
    """Headlines with fewer words of four letters or more, common ones left out, are not judged."""


class HeadlineBody(Check):
    """Reports a headline whose words the text does not take up."""

    Params = Params
    fields = frozenset({"words", "found"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        text = haystack(article)
        if not article.headline or text.words < self.params.min_words or text.language in UNCASED:
            yield Count("headlines not judged: language or length")
            return
        found = relation(article)
        if found.words < self.params.min_headline or found.strength > self._limit(text.language):
            return
        if found.familiar < _FAMILIAR or special_form(article) or all_missing(article):
            return
        playful = found.words < self.params.sure_headline and text.words >= self.params.feature
        yield Alarm(
            span=article.headline.whole,
            severity=Severity.INFO if playful else None,
            fields={"words": str(found.words), "found": str(found.found) if found.found else "none"},
            related=(Related(text.blocks[0].text.whole, "the text begins"),),
        )

    def _limit(self, spoken: str) -> float:
        limits: Mapping[str, float] = self.params.strength
        return limits.get(spoken, limits.get("default", 0.0))
