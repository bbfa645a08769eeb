"""The quantities of one text: numbers in digits and words, with unit, scale, hedge and interval."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache
from itertools import pairwise

from linter.analyses.digit_blocks import has_digits
from linter.analyses.numerals.hedges import hedge_after, hedge_before
from linter.analyses.numerals.intervals import ABOUT, hedged, rounded
from linter.analyses.numerals.number_words import number_words
from linter.analyses.numerals.scales import scales
from linter.languages import speech
from linter.languages.phrases import GAPS, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.numbers.reading.currencies import currency_before
from linter.topics.numbers.reading.digits import Core, digit_numbers
from linter.topics.numbers.reading.model import MONEY, NUMBER, ORDINAL, PERCENT, YEAR, Quantity
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.reading.ranges import with_ranges
from linter.topics.numbers.reading.suffixes import tail

_SIGN = lazy(r"(?:^|[\s(\[])([-\u2212\u2013])$")
_TORN = (", ", ". ")
_FIRST_YEAR, _LAST_YEAR = 1500, 2099
_ALIKE = 4
"""A number that many times as large is no other value of the same thing."""
_LONGEST_FROM = 12
_DEGREES = frozenset({"°C", "°F"})
_LONGEST_PERCENT = 12
_LONGEST_MINUS = 8
"""Characters of a word for it, and the blanks behind."""
_WORD_BEHIND = lazy(r"[ \u00a0]([^\W\d_]+)")
_MOST_TORN = 100
"""A percentage is seldom above it: in "there were 250, 35 percent more" a comma stands between two."""


def scan(
    prose: str, code: str, decimal: Callable[[], str], words: Collection[str] | None = None
) -> list[Quantity]:
    """All quantities of a text in order.

    ``decimal`` is asked for the decimal mark of the document; ``words`` are the chunks in which numbers are
    spelled out, if these are known.
    """
    written, unspaced = prose, speech(code).dates.unspaced
    if unspaced:
        from linter.topics.numbers.reading.unspaced import spaced

        prose = spaced(prose, code)
    elif speech(code).numerals.prefixes:
        from linter.topics.numbers.reading.unspaced import apart

        prose = apart(prose, code)
    if prose is not written and words:  # blanks stand elsewhere
        words = None
    items: list[Quantity] = []
    for core in _cores(prose, code, decimal, words):
        if not items or core.start >= items[-1].end:
            items.append(_quantity(prose, code, core, items[-1].end if items else 0))
    if unspaced:
        items = [
            item._replace(kind=NUMBER) if item.kind == YEAR and _is_counted(written, item.end, code) else item
            for item in items
        ]
    return with_ranges(prose, _counted(prose, _whole(prose, items), code), code) if len(items) > 1 else items


def _is_counted(prose: str, end: int, code: str) -> bool:
    """Whether a number has a letter right behind it that makes no year of it (1800人), blanks being rare."""
    dates, letter = speech(code).dates, prose[end : end + 1]
    to = {phrase[:1] for phrase in (*dates.to, *(pair[0] for pair in dates.ranges_behind))}
    return letter.isalpha() and letter not in {*dates.year_signs, *to}


def _counted(prose: str, items: list[Quantity], code: str) -> list[Quantity]:
    """The quantities; what looks like a year in "from 1500 to 1200" is a number as the other one is."""
    for place, (one, other) in enumerate(pairwise(items)):
        if {one.kind, other.kind} == {YEAR, NUMBER} and _is_one_change(prose, one, other, code):
            items[place : place + 2] = [each._replace(kind=NUMBER) for each in (one, other)]
    return items


def _is_one_change(prose: str, one: Quantity, other: Quantity, code: str) -> bool:
    """Whether only "from" and "to" stand at two bare numbers, none of which is much larger."""
    least, most = sorted((one.value, other.value))
    if most > _ALIKE * least or one.scale != other.scale:
        return False
    change = speech(code).numbers.change
    before = prose[max(0, one.start - _LONGEST_FROM) : one.start].lower().split()[-1:]
    between = prose[one.end : other.start].strip().lower()
    ways = ((change.from_, change.to), (change.to, change.from_))
    return any(between in second and before and before[0] in first for first, second in ways)


def _whole(prose: str, items: list[Quantity]) -> list[Quantity]:
    """The quantities without those torn apart in "R$ 3, 86 million" and "12, 5%"."""
    torn = {
        i
        for i, (first, last) in enumerate(pairwise(items))
        if prose[first.end : last.start] in _TORN and _is_torn(first, last)
    }
    return [item for i, item in enumerate(items) if i not in torn and i - 1 not in torn]


def _is_torn(first: Quantity, last: Quantity) -> bool:
    halves = (first.kind, last.kind)
    if not (first.text[-1].isdigit() and last.text[0].isdigit()):
        return False
    money = first.kind == MONEY and last.kind != PERCENT
    return money or (halves == (NUMBER, PERCENT) and first.value <= _MOST_TORN)


def _cores(prose: str, code: str, decimal: Callable[[], str], words: Collection[str] | None) -> list[Core]:
    numbers = list(digit_numbers(prose, decimal)) if has_digits(prose) else []
    if numbers and (speech(code).dates.unspaced or speech(code).numerals.figures_join):
        from linter.topics.numbers.reading.unspaced import compounds

        longest = {number.start: number for number in (*numbers, *compounds(prose, code))}
        numbers = list(longest.values())
    for word in number_words(prose, code, words) if words is None or words else ():
        digits = len(str(word.value).rstrip("0")) or 1
        numbers.append(Core(word.start, word.end, float(word.value), 1.0, digits, True, True, word.vague))
    numbers.sort()
    return numbers


def _quantity(prose: str, code: str, core: Core, done: int) -> Quantity:
    """The quantity of a number; what stands before ``done`` belongs to others."""
    currency, start = currency_before(prose, core.start, done)
    value, step, end = _halved(prose, code, core, core.end)
    scale, end = scales(code).at(prose, end, bool(currency))
    if value == core.value and end > core.end:
        value, step, end = _halved(prose, code, core, end)
    kind, unit, end, joined = tail(prose, end, code, currency, core.spelled or scale > 1)
    if unit == "s" and prose[end - 2].isdigit() and value % 10 == 0:  # the 1990s
        kind, unit = ORDINAL, ""
    if currency:
        kind, unit = MONEY, currency
    if (sign := _SIGN.search(prose, max(0, start - 2), start)) and (kind != NUMBER or sign[1] != "\u2013"):
        start, value = sign.start(1), -value
    elif unit in _DEGREES and (word := _minus(code).search(prose, max(0, start - _LONGEST_MINUS), start)):
        start, value = word.start(), -value
    if kind == NUMBER and (word := _percent(prose, code, done, start)):
        kind, start = PERCENT, word.start()
    plain = kind == NUMBER and scale == 1 and core.plain and not core.spelled
    if (
        plain
        and _FIRST_YEAR <= core.value <= _LAST_YEAR
        and core.value.is_integer()
        and not _counts_persons(prose, end, code)
    ):
        kind = YEAR
    hedge = ABOUT if core.vague else hedge_before(prose, start, code) or hedge_after(prose, end, code)
    written = rounded(value * scale, _step(value, step, core.digits) * scale)
    interval = hedged(written, hedge)
    return Quantity(
        start, end, prose[start:end], kind, value * scale, interval, unit, hedge, scale, core.digits,
        core.spelled, joined, written,
    )  # fmt: skip


def _counts_persons(prose: str, end: int, code: str) -> bool:
    """Whether a word for persons stands behind a number ("1500 people"), so that it is no year."""
    word = _WORD_BEHIND.match(prose, end)
    if word is None:
        return False
    nouns = person_nouns(code)
    return word[1].lower() in nouns.any or word[1].lower() in nouns.asked


@lru_cache(maxsize=64)
def _half(code: str) -> re.Pattern[str]:
    return lazy(rf"{GAPS}(?:{any_of(speech(code).numerals.half)})(?!\w)")


def _halved(prose: str, code: str, core: Core, end: int) -> tuple[float, float, int]:
    """Value and step with a half that follows ("two million and a half")."""
    half = _half(code).match(prose, end)
    return (core.value + 0.5, 0.5, half.end()) if half else (core.value, core.step, end)


def _percent(prose: str, code: str, done: int, start: int) -> re.Match[str] | None:
    """The word for percent right before a number, where the language has it there."""
    if not speech(code).units.percent_before:
        return None
    return _percent_before(code).search(prose, max(done, start - _LONGEST_PERCENT), start)


@lru_cache(maxsize=64)
def _percent_before(code: str) -> re.Pattern[str]:
    words = any_of(speech(code).units.percent_before)
    return lazy(rf"(?<![\w%])(?:{words})[ \u00a0]?$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _minus(code: str) -> re.Pattern[str]:
    return lazy(rf"(?<!\w)(?:{any_of(speech(code).numerals.minus)}){GAPS}$", re.IGNORECASE)


def _step(value: float, step: float, digits: int) -> float:
    """What the last digit counts, if zeros after the second digit may be rounding ("300", "1,200","
    " not "120")."""
    length = len(str(int(abs(value))))
    if step < 1 or length < 3 or (length == 3 and digits > 1):
        return step
    return float(10 ** max(0, length - max(digits, 2)))
