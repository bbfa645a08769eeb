"""A total, its time and the mean for one day: "48,000 tickets in four days, an average of 12,000 a day"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.numerals.intervals import AT_LEAST, Interval
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.change_pairs import is_time
from linter.topics.numbers.change_words import change_words
from linter.topics.numbers.model import MEASURE, MONEY, NUMBER, Quantity
from linter.topics.numbers.wording import BLANK, NOUN, words_of

_SENTENCE = lazy(r"[^.;:!?\n()\d]{1,90}")
"""All of the text between the time and the total …"""
_NEXT = lazy(rf"(?:{NOUN}){{0,5}}?,?[ \u00a0](?:[(\u2013\u2014][ \u00a0]?)?[^.;:!?\n()\d,]{{0,30}}")
"""… and from the later one of both to the mean."""
_BEHIND = 30
"""Characters behind a number in which it may be called a mean."""


class PerTime(NamedTuple):
    """A total, the time that it was reached in, and what that is said to be for one unit of it."""

    total: Quantity
    time: Quantity
    stated: Quantity


def per_time(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[PerTime]:
    """The means that stand right behind a total and its time, in whatever order."""
    for first, second, mean in zip(items, items[1:], items[2:], strict=False):
        time, total = (first, second) if is_time(first) else (second, first)
        stated = mean.bare  # "an average of"
        if not (_lasts(time) and _may_be_mean(total, stated)):
            continue
        told = _SENTENCE.fullmatch(prose, first.end, second.start)
        if told and _NEXT.fullmatch(prose, second.end, stated.start):
            called = change_words(code).averaged.search(prose, second.end, stated.end + _BEHIND)
            per = _per(code).get(time.unit)
            if called and per and per.match(prose, stated.end):
                yield PerTime(total, _whole(time), stated)


def _lasts(time: Quantity) -> bool:
    counted = not time.is_range and time.hedge in ("", AT_LEAST)
    return is_time(time) and counted and time.value > 1 and time.value % 1 == 0


def _whole(time: Quantity) -> Quantity:
    """A time that was counted: "over four days" may be longer by less than one, or none of it."""
    return time._replace(interval=Interval(time.value, time.value + bool(time.hedge)))


def _may_be_mean(total: Quantity, stated: Quantity) -> bool:
    """Whether one number may be the mean of another: both are of one kind, or leave the unit out."""
    kinds = {total.kind, stated.kind}
    alike = total.unit == stated.unit or NUMBER in kinds
    return kinds <= {NUMBER, MONEY, MEASURE} and alike and total.value > stated.value > 0


@lru_cache(maxsize=16)
def _per(code: str) -> dict[str, re.Pattern[str]]:
    """What says right behind a number that it is for one of a unit of time."""
    per = words_of(code).per
    listed = {"d": per.day, "week": per.week, "month": per.month, "year": per.year}
    return {
        unit: lazy(rf"(?:{NOUN}){{0,2}}?{BLANK}(?:{any_of(phrases)})(?!\w)", re.IGNORECASE)
        for unit, phrases in listed.items()
    }
