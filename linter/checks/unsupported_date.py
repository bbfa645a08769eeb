"""A date, year or weekday of the article that none of its sources supports."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.sources.dates import unsupported_dates
from linter.analyses.sources.swaps import number_swaps, weekday_swaps
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.checks.beside import beside
from linter.text import Span


class UnsupportedDate(Check):
    """Holds the dates of an article against its sources."""

    fields = frozenset({"date", "other"})
    variants = frozenset({"nearest", "swapped"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.sources:
            return
        said: set[Span] = set()
        for found in unsupported_dates(article):
            span = found.block.text.span(found.start, found.end)
            said.add(span)
            date = found.block.text.prose[found.start : found.end]
            alarm = Alarm(span, {"date": date}, variant="nearest" if found.near else "")
            yield beside(alarm, found.near) if found.near else alarm
        yield from _swapped(article, said)


def _swapped(article: Article, said: set[Span]) -> Iterator[Alarm]:
    years = [swap for swap, item in number_swaps(article) if item.kind in ("year", "date")]
    for swap in (*weekday_swaps(article), *years):
        span = swap.block.text.span(swap.start, swap.end)
        if not any(span.overlaps(other) for other in said):
            date = swap.block.text.prose[swap.start : swap.end]
            yield beside(Alarm(span, {"date": date}, variant="swapped"), swap.place)
