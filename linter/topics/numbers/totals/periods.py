"""An amount for one period said again for a longer one: "50 euros a month, that is 600 euros a year"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from linter.analyses.numerals.intervals import Interval
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, Quantity
from linter.topics.numbers.wording import BLANK, NOUN, smalls, words_of

_TIMES: dict[tuple[str, str], tuple[int, ...]] = {
    ("month", "year"): (12, 13, 14),
    ("week", "year"): (52, 50, 48),
    ("day", "year"): (365, 360, 300, 250, 220),
    ("day", "week"): (7, 6, 5),
}
"""How many of one period another one has; pay and work have holidays, and a thirteenth month."""
_SLACK = 0.04
"""How far off, as a share, an amount may be beyond the rounding of both."""


class Periods(NamedTuple):
    """An amount for a shorter period and the one for a longer, told one right behind the other."""

    shorter: Quantity
    longer: Quantity
    times: tuple[int, ...]
    """How many of the shorter ones the longer one may have, the usual number first."""

    def fits(self) -> bool:
        """Whether one amount may be the other so many times."""
        low, high = self.shorter.interval
        stated = self.longer.interval
        return any(Interval(low * times, high * times).overlaps(stated, _SLACK) for times in self.times)


def periods(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Periods]:
    """The amounts of a text that a word for it says again for another period."""
    named = words_for_periods(code)
    if not named:
        return
    for one, other in pairwise(items):
        if not _alike(one, other):
            continue
        first, second = _period(prose, one, code, named_first=True), _period(prose, other, code)
        if first and second and _again(code).fullmatch(prose, first[1], other.start):
            for shorter, longer, names in (
                (one, other, (first[0], second[0])),
                (other, one, (second[0], first[0])),
            ):
                if names in _TIMES:
                    yield Periods(shorter, longer, _TIMES[names])


def _alike(one: Quantity, other: Quantity) -> bool:
    kinds = {one.kind, other.kind}
    if not kinds <= {MONEY, MEASURE, NUMBER} or one.is_range or other.is_range:
        return False
    return one.unit == other.unit and one.value > 0 and other.value > 0


def _period(prose: str, amount: Quantity, code: str, named_first: bool = False) -> tuple[str, int] | None:
    """The period right behind an amount, and where its words end; bare numbers may have to say of what."""
    for name, pattern in words_for_periods(code).items():
        if found := pattern.match(prose, amount.end):
            counted = amount.kind != NUMBER or found["noun"]
            return (name, found.end()) if counted or not named_first else None
    return None


@lru_cache(maxsize=16)
def words_for_periods(code: str) -> dict[str, re.Pattern[str]]:
    """What says right behind an amount that it is for one day, week, month or year, by the name of that."""
    per = words_of(code).per
    phrases = {"day": per.day, "week": per.week, "month": per.month, "year": per.year}
    return {
        name: lazy(rf"(?P<noun>(?:{NOUN}){{0,2}}?){BLANK}(?:{any_of(listed)})(?!\w)", re.IGNORECASE)
        for name, listed in phrases.items()
        if listed
    }


@lru_cache(maxsize=16)
def _again(code: str) -> re.Pattern[str]:
    """All of the text from a period to the amount for the other one; "or" may say that there is a choice."""
    words = words_of(code)
    again = any_of(set(words.again) - set(words.or_))
    return lazy(rf",?{BLANK}(?:[\u2013\u2014]{BLANK})?(?:{again}),?{BLANK}{smalls(code)}", re.IGNORECASE)
