"""A total, its time and the mean for one day: "48,000 tickets in four days, an average of 12,000 a day"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.numerals.intervals import AT_LEAST, Interval
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.changes.change_pairs import is_time
from linter.topics.numbers.changes.change_words import change_words
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, Quantity
from linter.topics.numbers.totals.periods import words_for_periods
from linter.topics.numbers.wording import NOUN

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
            per = words_for_periods(code).get("day" if time.unit == "d" else time.unit)
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
