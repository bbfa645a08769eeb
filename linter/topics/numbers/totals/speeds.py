"""A way, the time that it took and the mean speed: "covered 120 km in three hours, an average of 40 km/h"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.analyses.numerals.intervals import Interval
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.changes.change_words import change_words
from linter.topics.numbers.reading.model import MEASURE, Quantity
from linter.topics.numbers.reading.units import UNITS

_BESIDE = lazy(r"[^.;:!?\n]{0,70}")
"""All of the text between two of the three."""
_LEAD = 40
"""Characters before or behind a speed in which it is called a mean."""
_FEW = 5
"""Words between a speed and the way or the time; more tell of something else."""
_SLACK = 0.1
"""How far off, as a share, a mean speed may be beyond the rounding of all three."""
_SHARP = 0.5
"""Hours are told to the half: "three hours" are seldom two and a half."""


class Speed(NamedTuple):
    """A way, a time, and the speed that is said to be its mean."""

    way: Quantity
    time: Quantity
    stated: Quantity

    def computed(self) -> float:
        """The mean speed in the unit of the stated one."""
        return _size(self.way) * self.way.value / (_size(self.time) * self.time.value) / _size(self.stated)

    def fits(self) -> bool:
        low, high = self.way.interval
        half = (self.time.interval.high - self.time.interval.low) * _SHARP / 2
        shortest, longest = self.time.value - half, self.time.value + half
        unit = _size(self.way) / (_size(self.time) * _size(self.stated))
        return Interval(low * unit / longest, high * unit / shortest).overlaps(self.stated.interval, _SLACK)


def _size(item: Quantity) -> float:
    return UNITS[item.unit].sizes[0]


def _is_beside(prose: str, three: tuple[Quantity, ...], stated: Quantity) -> bool:
    """Whether few words stand between a speed and the one of the others that is nearer."""
    gaps = (
        prose[one.end : other.start]
        for one, other in pairwise(three)
        if stated.start in (one.start, other.start)
    )
    return min(len(gap.split()) for gap in gaps) <= _FEW


def speeds(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Speed]:
    """The mean speeds right beside one way and one time, all three in one sentence."""
    for three in zip(items, items[1:], items[2:], strict=False):
        kinds = {UNITS[item.unit].dimension: item for item in three if item.kind == MEASURE}
        if kinds.keys() != {"length", "time", "speed"} or min(item.value for item in three) <= 0:
            continue
        stated = kinds["speed"].bare  # "an average of"
        speed = Speed(kinds["length"], kinds["time"], stated)
        if not all(item.exact for item in speed):
            continue
        called = change_words(code).averaged.search(
            prose, max(0, stated.start - _LEAD), stated.end + _LEAD // 2
        )
        if (
            called
            and _is_beside(prose, three, stated)
            and all(_BESIDE.fullmatch(prose, one.end, other.start) for one, other in pairwise(three))
        ):
            yield speed
