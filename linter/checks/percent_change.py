"""A change whose start, end and percentage do not go together: "from 10 to 15, up 40 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from linter.analyses.language import language
from linter.analyses.quantities.changes import DOWN, UP, Change, changes
from linter.analyses.quantities.model import Interval, Quantity
from linter.analyses.quantities.shown import shown
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related
from linter.regexes import lazy

_LARGEST_RATIO = 20.0
_ADJUSTED = lazy(
    r"inflation|real terms|adjust|constant|bereinig|corrig|desestacional|like-for-like|comparable|périmètre|"
    r"organic|annual|per year|a year(?! earlier| ago)|each year|par an\b|chaque année|pro Jahr|jährlich|"
    r"al año|"
    r"anual|all'anno|annu[oa]|por ano|ao ano|per jaar|average|moyenn|durchschnitt|promedio|médi[ao]|"
    r"gemiddeld|CAGR",
    re.IGNORECASE,
)
"""The percentage may be of something else: per year, without inflation, on average."""
_ROUND = {10: 5.0}
"""Percentages that are multiples of this may be round numbers, so far from what they stand for."""
_RATES = lazy(r"\s?(?:points?|Punkte?n?|puntos?|pontos?|punt[io]|punten|per|pro|par|por|je|su|op)\b")
"""After a number: an index or a rate, so that it may be rounded."""


class PercentChange(Check):
    """Computes the change from the two numbers and compares it with the stated percentage.

    All three stand for the intervals that their digits leave open, things counted one by one for
    themselves. Left alone: percentages of percentages, percentage points, changes per year or
    adjusted for inflation, and words that say up where the numbers go down.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"before", "after", "stated", "computed"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        decided = [change for change in changes(article) if not _undecidable(change)]
        right = [change for change in decided if _is_right(change)]
        settled = {(id(each.block), part.start) for each in right for part in (each.stated, each.after)}
        yield Count("changes checked", len(decided))
        for change in decided:
            places = [(id(change.block), part.start) for part in (change.stated, change.after)]
            if settled.isdisjoint(places):
                settled.update(places)
                yield _alarm(article, change)


def _undecidable(change: Change) -> bool:
    ratio = change.after.value / change.before.value
    way = UP if ratio > 1 else DOWN
    return (
        change.direction != way
        or not 1 / _LARGEST_RATIO <= ratio <= _LARGEST_RATIO
        or _ADJUSTED.search(change.context) is not None
    )


def _is_right(change: Change) -> bool:
    """Whether the percentage fits; the first number may be the difference ("ein Plus von 5 auf 15")."""
    stated = _stated(change)
    if _percent(change).overlaps(stated):
        return True
    rest = change.after.value - change.before.value
    return rest > 0 and stated.low <= 100 * change.before.value / rest <= stated.high


def _percent(change: Change) -> Interval:
    """The change in percent, as a positive number, for all that the two numbers may be."""
    prose = change.block.text.prose
    before, after = _possible(prose, change.before), _possible(prose, change.after)
    lowest = (after.low / before.high - 1) * 100
    highest = (after.high / before.low - 1) * 100 if before.low > 0 else float("inf")
    return Interval(lowest, highest) if change.direction == UP else Interval(-highest, -lowest)


def _possible(prose: str, quantity: Quantity) -> Interval:
    if quantity.is_count and not _RATES.match(prose, quantity.end):
        return Interval(quantity.value, quantity.value)
    return quantity.interval


def _stated(change: Change) -> Interval:
    """What the percentage may stand for: rounded, cut off after its last digit, or a round number."""
    value, (low, high) = abs(change.stated.value), change.stated.interval
    if change.stated.value < 0:
        low, high = -high, -low
    room = next((half for step, half in _ROUND.items() if value % step == 0), high - value)
    return Interval(min(low, value - room), max(high, value + 2 * (high - value), value + room))


def _alarm(article: Article, change: Change) -> Alarm:
    spoken = language(article)
    before, after = change.before, change.after
    percent = (after.value / before.value - 1) * 100
    difference = shown(after.value - before.value, spoken)
    span = change.block.text.span
    computed = f"({after.text} \u2212 {before.text}) / {before.text} = {shown(percent, spoken)} %"
    if before.scale != after.scale or before.unit != after.unit:
        computed = f"{difference} / {shown(before.value, spoken)} = {shown(percent, spoken)} %"
    fields = {"before": before.text, "after": after.text, "stated": change.stated.text, "computed": computed}
    related = (
        Related(span(before.start, before.end), "from this"),
        Related(span(after.start, after.end), "to this"),
    )
    return Alarm(span(change.stated.start, change.stated.end), fields, related)
