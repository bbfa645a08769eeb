"""Two sides and the area that is theirs: "20 metres by 30 metres, an area of 600 square metres"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.numerals.intervals import Interval
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import MEASURE, NUMBER, Quantity
from linter.topics.numbers.reading.units import UNITS
from linter.topics.numbers.wording import BLANK, NOUN, smalls, words_of

_SLACK = 0.05
"""How far off, as a share, an area may be beyond the rounding of all three."""


class Area(NamedTuple):
    """The sides of a rectangle, and its area."""

    one: Quantity
    other: Quantity
    stated: Quantity

    def _factor(self) -> float:
        return UNITS[self.other.unit].sizes[0] ** 2 / UNITS[self.stated.unit].sizes[0]

    def computed(self) -> float:
        """The area in the unit of the stated one."""
        return self.one.value * self.other.value * self._factor()

    def fits(self) -> bool:
        (a, b), (c, d), factor = self.one.interval, self.other.interval, self._factor()
        return Interval(a * c * factor, b * d * factor).overlaps(self.stated.interval, _SLACK)


@lru_cache(maxsize=16)
def _joints(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between two sides, and between them and the area that follows from them."""
    words = words_of(code)
    by = lazy(rf"[ \u00a0]?(?:[x×*]|(?:{any_of(words.sides)})(?!\w))[ \u00a0]?", re.IGNORECASE)
    said = rf"(?: [^\W\d]+){{0,2}} (?:{any_of((*words.again, *words.so))})(?:,? [^\W\d]+){{0,5}} "
    named = rf"(?: [^\W\d]+){{0,4}} {word_of(words.areas)}(?: [^\W\d]+){{0,3}} "
    marked = rf"{BLANK}?[(=]{BLANK}?|{BLANK}?[,–—]{BLANK}{smalls(code)}"
    behind = lazy(rf"(?:{NOUN}){{0,2}}?(?:{marked}|,?(?:{said}|{named}))", re.IGNORECASE)
    return by, behind


def areas(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Area]:
    """The areas right behind their two sides, which are exact and of one unit."""
    by, behind = _joints(code)
    for one, other, stated in zip(items, items[1:], items[2:], strict=False):
        one, other = _in_one_unit(one, other)
        if not (_is(one, "length") and _is(other, "length") and _is(stated, "area")):
            continue
        if one.unit != other.unit or not (one.exact and other.exact and stated.exact):
            continue
        if by.fullmatch(prose, one.end, other.start) and behind.fullmatch(prose, other.end, stated.start):
            yield Area(one, other, stated)


def _in_one_unit(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Two sides, of which one may have the unit of both: "20 by 30 metres", "20 mètres sur 30"."""
    if one.kind == NUMBER and other.kind == MEASURE:
        return one._replace(kind=MEASURE, unit=other.unit), other
    if one.kind == MEASURE and other.kind == NUMBER:
        return one, other._replace(kind=MEASURE, unit=one.unit)
    return one, other


def _is(item: Quantity, dimension: str) -> bool:
    return item.kind == MEASURE and UNITS[item.unit].dimension == dimension and item.value > 0
