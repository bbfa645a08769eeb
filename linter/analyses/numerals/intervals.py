"""What a written number may stand for: rounding, and words that loosen it, as intervals."""

from __future__ import annotations

from linter.namedtuples import NamedTuple

ABOUT = "about"
AT_LEAST = "at least"
AT_MOST = "at most"

APPROXIMATION = 0.1
"""How far, as a share of the number, "about" is allowed to stretch it."""

_NOISE = 1e-9
"""What floating point may add or lose."""


class Interval(NamedTuple):
    """All values that a written number may stand for, ends included."""

    low: float
    high: float

    def overlaps(self, other: Interval, slack: float = 0.0) -> bool:
        """Whether some value lies in both; ``slack`` widens this one by that share of its ends."""
        low = self.low - abs(self.low) * slack if self.low > float("-inf") else self.low
        high = self.high + abs(self.high) * slack if self.high < float("inf") else self.high
        return low <= other.high * (1 + _NOISE) + _NOISE and other.low <= high * (1 + _NOISE) + _NOISE


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
