"""A change whose start, end and percentage, or points, do not go together: "from 10 to 15, up 40 %"."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.messages import message
from linter.topics.numbers.changes.change_pairs import DOWN, LARGEST_RATIO, UP, rounded_alike
from linter.topics.numbers.changes.change_words import ChangeWords, change_words
from linter.topics.numbers.changes.changes import Change, changes
from linter.topics.numbers.reading.formatting import shown
from linter.topics.numbers.reading.model import FRACTION, MONEY, POINTS, Quantity

_NEAR = 30
"""Characters around a percentage in which it may be said to be one per year."""
_ROUND = {10: 2.0}
"""Percentages that are multiples of this may be round numbers, so far from what they stand for."""
_WRONG_END = 4.0
"""Percentages of the wrong number that are nearer than this to the right one may be rounded."""
_BASIS = 100
"""Basis points of one percentage point."""
_LIKELY = 0.7
"""Two rounded numbers are seldom both at the far end of what they may be: so much of it is allowed for."""
_SMALL_PRICE, _LIKELY_PRICE = 100, 0.25
"""What a thing costs is seldom rounded, but may be without its cents."""


class PercentChange(Check):
    """Computes the change from the two numbers and compares it with the stated percentage.

    All three stand for the intervals that their digits leave open, things counted one by one for
    themselves. Left alone: percentages of percentages, percentage points, changes per year or
    adjusted for inflation, and words that say up where the numbers go down.
    """

    fields = frozenset({"before", "after", "stated", "computed"})
    needs = ("numbers.change.to|numbers.change.to-behind", "numbers.change.up", "numbers.change.down")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        stated = changes(article)
        if not stated:
            return
        words = change_words(language(article))
        decided = [change for change in stated if not _undecidable(change, words)]
        right = [change for change in decided if _is_right(change, words)]
        settled = {(id(each.block), part.start) for each in right for part in (each.stated, each.after)}
        yield Count("changes checked", len(decided))
        for change in decided:
            places = [(id(change.block), part.start) for part in (change.stated, change.after)]
            if settled.isdisjoint(places):
                settled.update(places)
                yield _alarm(article, change)


def _undecidable(change: Change, words: ChangeWords) -> bool:
    ratio = change.after.value / change.before.value
    way = UP if ratio > 1 else DOWN
    return (
        change.direction != way
        or not 1 / LARGEST_RATIO <= ratio <= LARGEST_RATIO
        or words.adjusted.search(words.not_adjusted.sub("", change.context)) is not None
        or words.averaged.search(_near(change.block.text.prose, change.stated)) is not None
    )


def _near(prose: str, stated: Quantity) -> str:
    return prose[max(0, stated.start - _NEAR) : stated.end + _NEAR // 2]


def _is_right(change: Change, words: ChangeWords) -> bool:
    """Whether the percentage fits; the first number may be the difference ("ein Plus von 5 auf 15")."""
    if change.stated.kind == POINTS:
        return _are_points(change)
    if _is_of_end(change):
        return False
    stated = _stated(change)
    ratio = abs(change.after.value / change.before.value - 1) * 100
    value = abs(change.stated.value)
    room = next((room for step, room in _ROUND.items() if value % step == 0), 0.0)
    if _percent(change, words).overlaps(stated) or abs(ratio - value) <= room:
        return True
    rest = change.after.value - change.before.value
    return rest > 0 and stated.low <= 100 * change.before.value / rest <= stated.high


def _is_of_end(change: Change) -> bool:
    """Whether the percentage is that of the later number to the point: "from 80 to 100 million, up 20 %".

    Round numbers leave room for much, but hardly by chance for this.
    """
    before, after, value = change.before, change.after, abs(change.stated.value)
    apart = abs(after.value - before.value) * 100
    exact = before.exact and after.exact and change.stated.exact
    return exact and isclose(apart / after.value, value) and abs(apart / before.value - value) > _WRONG_END


def _are_points(change: Change) -> bool:
    """Whether the percentages differ by so many points, or by so many hundredths of one."""
    before, after = change.before.interval, change.after.interval
    lower, upper = (before, after) if change.direction == UP else (after, before)
    apart = Interval(upper.low - lower.high, upper.high - lower.low)
    low, high = change.stated.interval
    return apart.overlaps(change.stated.interval) or apart.overlaps(Interval(low / _BASIS, high / _BASIS))


def _percent(change: Change, words: ChangeWords) -> Interval:
    """The change in percent, as a positive number, for all that the two numbers may be."""
    prose = change.block.text.prose
    before, after = (_possible(prose, each, words) for each in rounded_alike(change.before, change.after))
    lowest = (after.low / before.high - 1) * 100
    highest = (after.high / before.low - 1) * 100 if before.low > 0 else float("inf")
    return Interval(lowest, highest) if change.direction == UP else Interval(-highest, -lowest)


def _possible(prose: str, quantity: Quantity, words: ChangeWords) -> Interval:
    if quantity.is_count and not words.rated.match(prose, quantity.end):
        return Interval(quantity.value, quantity.value)
    if not quantity.exact:
        return quantity.interval
    price = quantity.kind == MONEY and quantity.scale == 1 and quantity.value < _SMALL_PRICE
    likely = _LIKELY_PRICE if price else _LIKELY
    low, high = (quantity.value + likely * (end - quantity.value) for end in quantity.interval)
    return Interval(low, high)


def _stated(change: Change) -> Interval:
    """What the percentage may stand for: rounded, or cut off after its last digit."""
    if change.stated.kind == FRACTION:
        return change.stated.interval
    value, (low, high) = abs(change.stated.value), change.stated.interval
    if change.stated.value < 0:
        low, high = -high, -low
    return Interval(low, max(high, value + 2 * (high - value)))


def _alarm(article: Article, change: Change) -> Alarm:
    spoken = language(article)
    before, after = change.before, change.after
    percent = shown((after.value / before.value - 1) * 100, spoken)
    span = change.block.text.span
    apart = message(
        "{after} \u2212 {before} = {difference}",
        after=after.text,
        before=before.text,
        difference=shown(after.value - before.value, spoken),
    )
    computed = message(
        "({after} \u2212 {before}) / {before} = {percent} %",
        after=after.text,
        before=before.text,
        percent=percent,
    )
    if change.stated.kind == POINTS:
        computed = apart
    elif before.scale != after.scale or before.unit != after.unit:
        computed = message(
            "{difference} / {before} = {percent} %",
            difference=shown(after.value - before.value, spoken),
            before=shown(before.value, spoken),
            percent=percent,
        )
    fields = {"before": before.text, "after": after.text, "stated": change.stated.text, "computed": computed}
    related = (
        Related(span(before.start, before.end), "from this"),
        Related(span(after.start, after.end), "to this"),
    )
    return Alarm(span(change.stated.start, change.stated.end), fields, related)
