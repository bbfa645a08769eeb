"""An estimate that lies outside of its own interval, and an interval that is turned round."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log

from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.messages import message
from linter.topics.science.figures import Figure
from linter.topics.science.intervals import Estimated, estimates

REVERSED = "reversed"
_FAR = 4
_GREATEST_LOGARITHM = 20.0


class ConfidenceInterval(Check):
    """Reports estimates that do not lie in the interval behind them. Variant: ``reversed``.

    Left alone are those that do so in another unit or with another sign: percent and shares, a ratio and
    its inverse or logarithm, a decrease.
    """

    fields = frozenset({"estimate", "interval"})
    variants = frozenset({REVERSED})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for each in estimates(article):
            yield Count("intervals looked at")
            if _is_reversed(each):
                place = each.block.text.span(each.start, each.end)
                yield Alarm(place, {"interval": each.told, "estimate": ""}, variant=REVERSED)
            elif each.estimate is not None and not _fits(each.estimate, _whole(each)):
                yield _alarm(each)


def _whole(each: Estimated) -> Interval:
    return Interval(each.low.rounded.low, each.high.rounded.high)


def _is_reversed(each: Estimated) -> bool:
    """Whether the first end is the greater one; a dash may be a minus ("1.4-0.2" can be read as both)."""
    return each.low.rounded.low > each.high.rounded.high and not each.dashed


def _fits(estimate: Figure, interval: Interval) -> bool:
    if estimate.rounded.overlaps(interval) or interval.low > interval.high:
        return True
    value = estimate.value
    nearest = interval.low if value < interval.low else interval.high
    if not abs(value) / _FAR <= abs(nearest) <= abs(value) * _FAR:
        return True  # the interval is that of something else: of a difference, behind its effect size
    other = [-value]
    if value > 0:
        other += [1 / value, log(value)]
    if abs(value) < _GREATEST_LOGARITHM:
        other.append(exp(value))
    return any(interval.low <= each <= interval.high for each in other)


def _alarm(each: Estimated) -> Alarm:
    text = each.block.text
    estimate = text.prose[each.estimate_start : each.estimate_end]
    related = Related(text.span(each.start, each.end), message("the interval"))
    fields = {"estimate": estimate, "interval": each.told}
    return Alarm(text.span(each.estimate_start, each.estimate_end), fields, (related,))
