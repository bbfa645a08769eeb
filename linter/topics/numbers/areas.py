"""Two sides and the area that is theirs: "20 metres by 30 metres, an area of 600 square metres"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.numerals.intervals import Interval
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.model import MEASURE, NUMBER, Quantity
from linter.topics.numbers.units import UNITS
from linter.topics.numbers.wording import words_of

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
    behind = lazy(
        rf"[^.;:!?\n\d]{{0,30}}(?:[(=,–—]|{any_of((*words.again, *words.so))})[^.;:!?\n\d]{{0,40}}",
        re.IGNORECASE,
    )
    return by, behind


def areas(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Area]:
    """The areas right behind their two sides, which are exact and of one unit."""
    by, behind = _joints(code)
    for one, other, stated in zip(items, items[1:], items[2:], strict=False):
        if not _is(other, "length") or not _is(stated, "area") or one.kind not in (MEASURE, NUMBER):
            continue
        if (one.kind == MEASURE and one.unit != other.unit) or not (
            one.exact and other.exact and stated.exact
        ):
            continue
        if by.fullmatch(prose, one.end, other.start) and behind.fullmatch(prose, other.end, stated.start):
            yield Area(one, other, stated)


def _is(item: Quantity, dimension: str) -> bool:
    return item.kind == MEASURE and UNITS[item.unit].dimension == dimension and item.value > 0
