"""What a written number may stand for: rounding, and words that loosen it, as intervals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from linter.namedtuples import NamedTuple

ABOUT = "about"
AT_LEAST = "at least"
AT_MOST = "at most"

APPROXIMATION = 0.1
"""How far, as a share of the number, "about" is allowed to stretch it."""

STEPS_APART = 10.5
"""Numbers told beside each other have so different last digits, as a ratio, where zeros of some are left out:
ten, and half of one for what floating point adds."""

_NOISE = 1e-9
"""What floating point may add or lose."""


class Interval(NamedTuple):
    """All values that a written number may stand for, ends included."""

    low: float
    high: float

    def overlaps(self, other: Interval, slack: float = 0.0) -> bool:
        """Whether some value lies in both; ``slack`` widens this one by that share of its ends."""
        low, high = self.widened(slack)
        return low <= _above(other.high) and other.low <= _above(high)

    def widened(self, slack: float) -> Interval:
        """The interval with that share of its ends more on each side."""
        low = self.low - abs(self.low) * slack if self.low > float("-inf") else self.low
        high = self.high + abs(self.high) * slack if self.high < float("inf") else self.high
        return Interval(low, high)


def _above(end: float) -> float:
    return end * (1 + _NOISE) + _NOISE


def apart(intervals: Sequence[Interval], slack: float) -> list[int]:
    """For each interval, how many of the others it does not overlap with that slack."""
    lows = sorted(each.low for each in intervals)
    highs = sorted(_above(each.high) for each in intervals)
    widened = [each.widened(slack) for each in intervals]
    return [bisect_left(highs, low) + len(lows) - bisect_right(lows, _above(high)) for low, high in widened]


class Union:
    """What lies in some of many intervals."""

    def __init__(self, intervals: Iterable[Interval]) -> None:
        ordered = sorted(intervals)
        self._lows = [each.low for each in ordered]
        self._highest = list(accumulate((_above(each.high) for each in ordered), max))

    def meets(self, other: Interval) -> bool:
        """Whether one of them overlaps with another interval."""
        before = bisect_right(self._lows, _above(other.high))
        return before > 0 and other.low <= self._highest[before - 1]


def unrounded(value: float) -> Interval:
    """The interval of a whole number that was counted, not measured."""
    return Interval(value - 0.5, value + 0.5)


def rounded(value: float, step: float) -> Interval:
    """The interval of a number whose last written digit counts ``step``.

    The method is that of statcheck (Nuijten et al. 2016): a reported number stands for all
    values that round to it.
    """
    return Interval(value - step / 2, value + step / 2)


def hedged(interval: Interval, hedge: str) -> Interval:
    """What a hedge makes of an interval."""
    low, high = interval
    if hedge == AT_LEAST:
        return Interval(low, float("inf"))
    if hedge == AT_MOST:
        return Interval(float("-inf"), high)
    if hedge == ABOUT:
        return Interval(low - abs(low) * APPROXIMATION, high + abs(high) * APPROXIMATION)
    return interval
