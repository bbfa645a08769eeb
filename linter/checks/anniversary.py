"""An anniversary that does not fall on the year of the article."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.dates.anniversaries import anniversaries
from linter.analyses.dates.publication import published
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related
from linter.records import NamedTuple


class Params(NamedTuple):
    years_off: int = 1
    """An anniversary is spoken of so many years before and after."""


class AnniversaryArithmetic(Check):
    """Counts the years from an event to the publication and compares them with the anniversary."""

    Params = Params
    fields = frozenset({"anniversary", "event", "year", "published"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(anniversaries(article))
        basis = published(article)
        for one in found if basis else ():
            assert basis is not None
            year = one.event.year + one.years
            recalled = abs(one.event.year - basis.day.year) > self.params.years_off
            if recalled and abs(year - basis.day.year) > self.params.years_off:
                text = article.blocks[one.block].text
                fields = {
                    "anniversary": one.text,
                    "event": str(one.event.year),
                    "year": str(year),
                    "published": str(basis.day.year),
                }
                event = text.span(one.event.start, one.event.end)
                related = (Related(event, "the event"), Related(basis.span, basis.label))
                yield Alarm(text.span(one.start, one.end), fields, related)
        if found:
            yield Count("anniversaries with the year of the event", len(found))
