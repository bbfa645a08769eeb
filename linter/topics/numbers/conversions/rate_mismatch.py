"""An amount for each that does not fit the total: "$10 million for 500 people, or $2,000 each"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.messages import message
from linter.topics.numbers import quantities
from linter.topics.numbers.conversions.rates import Rate, may_tell_mean, rates
from linter.topics.numbers.reading.formatting import shown
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, Quantity
from linter.topics.numbers.reading.units import UNITS
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.topics.numbers.totals.areas import Area
    from linter.topics.numbers.totals.means import Mean
    from linter.topics.numbers.totals.periods import Periods
    from linter.topics.numbers.totals.speeds import Speed

_LISTED = 3
"""A mean stands behind three numbers at least."""
_SLACK = 0.05
"""How far off, as a share, an amount may be beyond the rounding of all three numbers."""


class RateMismatch(Check):
    """Divides the total by the number, as far as all three are rounded, and compares.

    An amount for a time ("per year") is compared with that for another one only, a mean with the
    numbers listed before it, a mean speed with way and time, an area with its sides. Variants: ``period``,
    ``mean``, ``speed``, ``area``.
    """

    fields = frozenset({"total", "count", "stated", "computed"})
    needs = ("numbers.apiece", "numbers.again")
    variants = frozenset({"period", "mean", "speed", "area"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for rate in rates(article):
            yield Count("amounts for each checked")
            if not _computed(rate).overlaps(rate.stated.interval, _SLACK):
                yield _alarm(article, rate)
        for block, mean in _means(article):
            yield Count("means checked")
            if not mean.fits():
                yield _other_mean(article, block, mean)
        for block, items in quantities(article):
            yield from _of_units(article, block, items)


def _of_units(article: Article, block: Block, items: tuple[Quantity, ...]) -> Iterator[Alarm | Count]:
    """The amounts for two periods, the mean speeds and the areas of a text."""
    if sum(item.kind in (MONEY, MEASURE, NUMBER) for item in items) > 1 and _is_repeated(items):
        yield from _of_periods(article, block, items)
    measured = {UNITS[item.unit].dimension for item in items if item.kind == MEASURE}
    if "speed" in measured:
        yield from _of_speeds(article, block, items)
    if {"length", "area"} <= measured:
        yield from _of_areas(article, block, items)


def _computed(rate: Rate) -> Interval:
    (low, high), (fewest, most) = rate.total.interval, rate.number.interval
    if rate.number.is_count:
        fewest = most = rate.number.value
    return Interval(low / most if most > 0 else 0.0, high / fewest if fewest > 0 else float("inf"))


def _alarm(article: Article, rate: Rate) -> Alarm:
    span = rate.block.text.span
    fields = {
        "total": rate.total.text,
        "count": rate.number.text,
        "stated": rate.stated.text,
        "computed": shown(rate.total.value / rate.number.value, language(article)),
    }
    first = min(rate.total.start, rate.number.start)
    label = message("this is {computed} each", computed=fields["computed"])
    related = Related(span(first, max(rate.total.end, rate.number.end)), label)
    return Alarm(span(rate.stated.start, rate.stated.end), fields, (related,))


def _other_mean(article: Article, block: Block, mean: Mean) -> Alarm:
    spoken, span = language(article), block.text.span
    fields = {
        "total": " + ".join(part.text for part in mean.parts),
        "count": str(len(mean.parts)),
        "stated": mean.stated.text,
        "computed": shown(mean.computed, spoken),
    }
    related = Related(span(mean.parts[0].start, mean.parts[-1].end), "of these")
    return Alarm(span(mean.stated.start, mean.stated.end), fields, (related,), variant="mean")


def _is_repeated(items: tuple[Quantity, ...]) -> bool:
    """Whether two numbers right behind each other are of one currency or measure."""
    return any(one.unit == other.unit != "" for one, other in pairwise(items))


def _of_periods(article: Article, block: Block, items: tuple[Quantity, ...]) -> Iterator[Alarm | Count]:
    from linter.topics.numbers.totals.periods import periods

    for said in periods(block.text.prose, items, language(article)):
        yield Count("amounts for two periods checked")
        if not said.fits():
            yield _other_period(article, block, said)


def _other_period(article: Article, block: Block, said: Periods) -> Alarm:
    span, (shorter, longer, times) = block.text.span, said
    computed = shown(shorter.value * times[0], language(article))
    fields = {"total": longer.text, "count": str(times[0]), "stated": shorter.text, "computed": computed}
    first, second = sorted((shorter, longer))
    related = Related(span(first.start, first.end), "this")
    return Alarm(span(second.start, second.end), fields, (related,), variant="period")


def _of_speeds(article: Article, block: Block, items: tuple[Quantity, ...]) -> Iterator[Alarm | Count]:
    from linter.topics.numbers.totals.speeds import speeds

    for said in speeds(block.text.prose, items, language(article)):
        yield Count("mean speeds checked")
        if not said.fits():
            yield _other_than(article, block, said, "speed")


def _of_areas(article: Article, block: Block, items: tuple[Quantity, ...]) -> Iterator[Alarm | Count]:
    from linter.topics.numbers.totals.areas import areas

    for said in areas(block.text.prose, items, language(article)):
        yield Count("areas checked")
        if not said.fits():
            yield _other_than(article, block, said, "area")


def _other_than(article: Article, block: Block, said: Speed | Area, variant: str) -> Alarm:
    """What two measures make is not what is stated."""
    span, (one, other, stated) = block.text.span, said
    computed = shown(said.computed(), language(article))
    fields = {"total": one.text, "count": other.text, "stated": stated.text, "computed": computed}
    first, second = sorted((one, other))
    related = Related(span(first.start, second.end), "this")
    return Alarm(span(stated.start, stated.end), fields, (related,), variant=variant)


def _means(article: Article) -> Iterator[tuple[Block, Mean]]:
    """The lists of an article with their mean."""
    code = language(article)
    for block, items in quantities(article):
        if len(items) > _LISTED and may_tell_mean(block.text.prose, code):
            from linter.topics.numbers.totals.means import means

            yield from ((block, mean) for mean in means(block.text.prose, items, code))
