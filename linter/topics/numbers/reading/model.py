"""What a quantity is: a number as the text states it, and the interval it stands for."""

from __future__ import annotations

from linter.analyses.numerals.intervals import (
    AT_LEAST,
    AT_MOST,
    Interval,
    unrounded,
)
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

NUMBER = "number"
PERCENT = "percent"
POINTS = "points"
MONEY = "money"
MEASURE = "measure"
ORDINAL = "ordinal"
FRACTION = "fraction"
SCORE = "score"
YEAR = "year"
DATE = "date"
"""Part of a date."""

_NOT_FAR = 1.5
_SELDOM_FAR = 100
"""From which on "more than" is said of the number itself, however round it is."""
_LARGEST_BARE = 10_000
"""Smaller numbers without a scale word may share that of the next one ("de 1.200 a 1.800 millones")."""
_MOOT = lazy(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,])")


class Quantity(NamedTuple):
    """One number with what belongs to it. Offsets are in the prose of its block."""

    start: int
    end: int
    """From the sign or currency before the number to the unit after it; "about" is not in it."""
    text: str
    kind: str
    """One of the constants of this module: ``number``, ``percent``, ``money`` …"""
    value: float
    """The number times its scale: 1500000 for "1.5 million", 30 for "30 %"."""
    interval: Interval
    """What rounding, "about", "at least" and the like allow it to be."""
    unit: str = ""
    """A currency (``EUR``; ``$`` where the text does not say which dollar) or a unit (``km``)."""
    hedge: str = ""
    """``about``, ``at least``, ``at most`` or nothing."""
    scale: float = 1.0
    """1000000 for "million", 1 where no such word is written."""
    digits: int = 0
    """Significant digits as written, trailing zeros left out."""
    spelled: bool = False
    """Written in words."""
    joined: bool = False
    """A hyphen ties it to its unit ("a 5-mile walk") or to the number before it ("5-8 km")."""
    written: Interval = Interval(0.0, 0.0)
    """What rounding alone allows it to be: where "at least" is said of a number and its conversion."""
    ends: tuple[Quantity, ...] = ()
    """The first and the last number of a range, in its unit."""

    @property
    def exact(self) -> bool:
        """No hedge, and not a range."""
        return not self.hedge and not self.is_range

    @property
    def bare(self) -> Quantity:
        """The number without its hedge: what reads like one may be a word of the construction around it."""
        return self._replace(hedge="", interval=self.written)

    @property
    def converted(self) -> Interval:
        """The interval to compare with another unit.

        "More than 120 miles (193 km)" converts the number itself; "more than four years (1757 days)"
        may give more than it.
        """
        if self.hedge not in (AT_LEAST, AT_MOST):
            return self.interval
        low, high = self.written
        if self.digits > 1 or self.value >= _SELDOM_FAR:
            return self.written
        return Interval(low, high * _NOT_FAR) if self.hedge == AT_LEAST else Interval(low / _NOT_FAR, high)

    @property
    def is_count(self) -> bool:
        """A bare whole number that nothing rounds: things were counted one by one."""
        return (
            self.kind == NUMBER and self.scale == 1 and self.exact and self.interval == unrounded(self.value)
        )

    @property
    def is_moot(self) -> bool:
        """One mark and three digits ("1.234"): thousands to some readers, decimals to others."""
        return bool(_MOOT.search(self.text))

    @property
    def is_range(self) -> bool:
        """Stated as a range ("5-8 km"): its value is the middle."""
        return self.digits == 0


def scaled_like(quantity: Quantity, other: Quantity) -> Quantity:
    """A bare small number with the scale of the one it is compared to ("from 10 to 15 million")."""
    if quantity.kind == NUMBER and quantity.scale == 1 < other.scale and quantity.value < _LARGEST_BARE:
        low, high = quantity.interval
        scale = other.scale
        return quantity._replace(
            value=quantity.value * scale, interval=Interval(low * scale, high * scale), scale=scale
        )
    return quantity
