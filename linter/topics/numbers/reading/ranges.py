"""Numbers that stand together: "5-8 km", "between 3 and 5", "6 ft 2 in", the score 3-1."""

from __future__ import annotations

from functools import lru_cache

from linter.analyses.numerals.intervals import Interval, hedged
from linter.languages import speech
from linter.languages.phrases import GAP, GAPS, any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import MEASURE, NUMBER, ORDINAL, SCORE, YEAR, Quantity
from linter.topics.numbers.reading.units import UNITS

_DASH = lazy(r"[ \u00a0]?[-\u2010\u2011\u2012\u2013\u2014][ \u00a0]?")
_PARTS = {
    ("ft", "in"),
    ("pound", "oz"),
    ("lb", "oz"),
    ("st", "lb"),
    ("st", "pound"),
    ("h", "min"),
    ("min", "s"),
    ("m", "cm"),
}
_LARGEST_SCORE = 200
"""Of a match; a larger one is a number with a dash behind it."""
_FARTHEST = 12
"""Characters between the ends of a range, such as " to about "."""
_WORD = 12
"""Characters looked at for the word before a range: the longest is "zwischen"."""


class _Patterns(NamedTuple):
    """What makes one range or one measure of two numbers of a language."""

    to: re.Pattern[str]
    """All that stands between the ends of a range."""
    from_: re.Pattern[str]
    """Before a first end that makes a change of it."""
    and_: re.Pattern[str]
    between: re.Pattern[str]
    """Before the first end where "and" stands before the second."""
    bit: re.Pattern[str]
    """Between the parts of one measure: "6 ft and 2 in"."""


@lru_cache(maxsize=64)
def _patterns(code: str) -> _Patterns:
    ranges, words = speech(code).numerals.ranges, speech(code).numbers
    to, and_ = any_of((*words.until, *words.or_)), any_of(words.and_)
    return _Patterns(
        to=lazy(rf"{GAPS}(?:{to}){GAPS}(?:(?:{any_of(ranges.about)}){GAPS})?"),
        from_=lazy(rf"{word_of(ranges.from_)}{GAP}?$", re.IGNORECASE),
        and_=lazy(rf"{GAPS}(?:{and_}){GAPS}"),
        between=lazy(rf"{word_of(ranges.between)}{GAPS}$", re.IGNORECASE),
        bit=lazy(rf"{GAP}?(?:,?{GAP}?(?:{and_}){GAPS})?"),
    )


def with_ranges(prose: str, items: list[Quantity], code: str) -> list[Quantity]:
    """The quantities with those that state one thing together made one."""
    merged: list[Quantity] = []
    for quantity in items:
        together = _together(prose, merged[-1], quantity, code) if merged else None
        if together is not None:
            merged[-1] = together
        else:
            merged.append(quantity)
    return merged


def _together(prose: str, first: Quantity, last: Quantity, code: str) -> Quantity | None:
    """The one quantity that two neighbours state, if they do."""
    if last.start - first.end > _FARTHEST:
        return None
    if (
        (first.unit, last.unit) in _PARTS
        and first.kind == MEASURE
        and _patterns(code).bit.fullmatch(prose, first.end, last.start)
    ):
        return _compound(prose, first, last)
    if not _in_one_range(first, last):
        return None
    if _DASH.fullmatch(prose, first.end, last.start):
        if first.spelled != last.spelled:  # "now 60 – three times as many"
            return None
        return _range(prose, first, last) if first.value < last.value else _score(prose, first, last)
    if first.value < last.value and first.kind == NUMBER and _stated_as_range(prose, first, last, code):
        return _range(prose, first, last)
    return None


def _in_one_range(first: Quantity, last: Quantity) -> bool:
    same = first.kind == NUMBER or (first.kind, first.unit) == (last.kind, last.unit)
    odd = first.is_range or last.is_range or last.kind in (ORDINAL, YEAR)
    return same and not odd and first.value >= 0


def _stated_as_range(prose: str, first: Quantity, last: Quantity, code: str) -> bool:
    patterns = _patterns(code)
    if patterns.to.fullmatch(prose, first.end, last.start):
        return not patterns.from_.search(prose, max(0, first.start - _WORD), first.start)
    between = patterns.and_.fullmatch(prose, first.end, last.start)
    return bool(between and patterns.between.search(prose, max(0, first.start - _WORD), first.start))


def _range(prose: str, first: Quantity, last: Quantity) -> Quantity:
    begin = first._replace(kind=last.kind, unit=last.unit)
    if first.scale == 1 and last.scale > 1 and first.value * last.scale <= last.value:
        written = Interval(*(end * last.scale for end in first.written))
        begin = begin._replace(value=first.value * last.scale, written=written, interval=written)
    low, high = begin.written.low, last.written.high
    return last._replace(
        start=first.start,
        text=prose[first.start : last.end],
        value=(low + high) / 2,
        interval=Interval(low, high),
        hedge=first.hedge or last.hedge,
        written=Interval(low, high),
        digits=0,
        ends=(begin, last),
    )


def _score(prose: str, first: Quantity, last: Quantity) -> Quantity | None:
    if last.kind != NUMBER or first.value > _LARGEST_SCORE or first.spelled or last.scale != 1:
        return None
    return last._replace(start=first.start, text=prose[first.start : last.end], kind=SCORE, digits=0)


def _compound(prose: str, first: Quantity, last: Quantity) -> Quantity:
    share = UNITS[last.unit].sizes[0] / UNITS[first.unit].sizes[0]
    value = first.value + last.value * share
    half = (last.written.high - last.value) * share
    written = Interval(value - half, value + half)
    return first._replace(
        end=last.end,
        text=prose[first.start : last.end],
        value=value,
        interval=hedged(written, first.hedge or last.hedge),
        hedge=first.hedge or last.hedge,
        written=written,
        digits=first.digits + last.digits,
    )
