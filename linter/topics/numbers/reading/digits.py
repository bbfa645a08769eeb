"""Numbers in digits, and what their marks mean in this document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.currencies import currencies_after
from linter.topics.numbers.reading.units import UNITS, units_after

_BLANKS = " \u00a0\u202f\u2009"
_APOSTROPHES = "'\u2019"
_NUMBER = lazy(
    rf"(?P<number>\d(?<![\w.,:/\\#@^].)(?<![\W\d_][{_APOSTROPHES}].)(?<!\A[{_APOSTROPHES}].)"
    rf"(?:\d{{0,2}}(?P<mark>[.,{_BLANKS}{_APOSTROPHES}])\d{{3}}(?:(?P=mark)\d{{3}})*(?!\d)"
    r"(?P<rest>[.,]\d+)?|\d*(?P<tail>[.,]\d+)?))(?![.,:/]?\d)"
)
LARGEST = 1e100
"""Numbers beyond this, and decimals as small, are no quantities, and would leave what floats can hold."""
_TIED = lazy(r"[^\W\d_][-\u2010\u2011_.&/]$")
"""Before a number: it is part of a name (``Covid-19``, ``F-16``, ``No.4``)."""

_MARKED = lazy(r"\d(?<![\w.,/].)\d*(?:[.,]\d+)+(?![.,]?\d)")
_PROVING = frozenset({"length", "volume", "mass", "speed", "power"})
"""Dimensions of which decimals are no time of day ("12.30 h"), no version ("Debian 6.0 ha mejorado") and no
size of a file, which is copied with the mark it has in English."""
_BLANKS_AFTER_SIGN = 8


class Core(NamedTuple):
    """A number before anything around it is read: where it stands, its value, what its last digit counts."""

    start: int
    end: int
    value: float
    step: float
    digits: int
    """Significant digits as written, trailing zeros left out."""
    plain: bool
    """No decimals, no thousands mark."""
    spelled: bool = False
    vague: bool = False
    """In words, a collective such as "a dozen"."""


def usual_mark(code: str) -> str:
    """The decimal mark of a language; of one that nobody knows that of most."""
    return speech(code).numerals.decimal_mark or ","


@lru_cache(maxsize=16)
def _measured(code: str) -> re.Pattern[str]:
    """What stands after a number with one or two decimals that is no date and no time."""
    known = speech(code)
    units = (name for name, key in units_after(code).items() if UNITS[key].dimension in _PROVING)
    names = any_of([*known.units.percent, *known.numerals.scales, *currencies_after(code), *units])
    return lazy(rf"[\s-]?(?:%|(?:{names})(?!\w))")


def decimal_mark(code: str, texts: Iterable[str]) -> str:
    """The decimal mark of a document: that of its language, unless its numbers say otherwise.

    Empty if the document uses both, so that ``1,234`` and ``1.234`` cannot be decided, and if a single
    "1.8 million" stands where a comma is usual.
    """
    usual = usual_mark(code)
    other = "," if usual == "." else "."
    numbers = ((text, number) for text in texts for number in _MARKED.finditer(text))
    proved = [mark for text, number in numbers if (mark := _proved(text, number, code))]
    if other not in proved:
        return usual
    slip = other == "." and len(proved) == 1
    return "" if usual in proved or slip else other


def _proved(text: str, number: re.Match[str], code: str) -> str:
    """The decimal mark that a number proves: ``1.234,5``, ``1.234.567``, ``1,5 %``; empty for others."""
    marks = [character for character in number[0] if character in ".,"]
    groups = number[0].replace(",", ".").split(".")
    if len(set(marks)) == 2:
        return marks[-1] if marks.count(marks[-1]) == 1 else ""
    if len(marks) > 1:
        return {".": ",", ",": "."}[marks[0]] if all(len(group) == 3 for group in groups[1:]) else ""
    if len(groups[1]) > 2:
        return ""
    before = text[max(0, number.start() - _BLANKS_AFTER_SIGN) : number.start()].rstrip()
    money = before[-1:] in tuple("$€£")
    return marks[0] if money or _measured(code).match(text, number.end()) else ""


def digit_numbers(prose: str, decimal: Callable[[], str]) -> Iterator[Core]:
    """The numbers in digits, in order, without those that are part of a name, a version or a date.

    ``decimal`` is asked for the decimal mark of the document where that decides what a number
    says; one that it cannot decide is left out.
    """
    for match in _NUMBER.finditer(prose):
        start = match.start()
        if start and (_TIED.search(prose, max(0, start - 2), start) or _is_torn(prose, match)):
            continue
        read = _read(match, decimal)
        if read is not None and read[0] < LARGEST and read[1] > 1 / LARGEST:
            value, step, digits = read
            yield Core(start, match.end(), value, step, digits, match["number"].isdigit())


def _is_torn(prose: str, match: re.Match[str]) -> bool:
    """Whether a number grouped by blanks is the rest of a longer one ("Lot.20 785 080")."""
    start = match.start()
    return (
        match["mark"] is not None
        and match["mark"] in _BLANKS
        and prose[start - 1] in _BLANKS
        and (prose[start - 2 : start - 1].isdigit())
    )


def _read(match: re.Match[str], decimal: Callable[[], str]) -> tuple[float, float, int] | None:
    """Value, step of the last digit, significant digits; nothing if the marks are not clear."""
    number, mark = match["number"], match["mark"]
    if mark is None:
        return _plain(number, match["tail"])
    if mark not in ".,":
        return _grouped(number, mark, match["rest"])
    if match["rest"] is not None or number.count(mark) > 1:
        return None if match["rest"] and match["rest"][0] == mark else _grouped(number, mark, match["rest"])
    if number.startswith("0"):
        return _plain(number, number[number.index(mark) :])
    usual = decimal()
    if not usual:
        return None
    return _three_decimals(number, mark) if mark == usual else _grouped(number, mark, None)


def _three_decimals(number: str, mark: str) -> tuple[float, float, int] | None:
    """``1.234`` where the mark is the decimal one: a reader elsewhere would see thousands."""
    return None if mark == "," else _plain(number, number[number.index(mark) :])


def _plain(number: str, tail: str | None) -> tuple[float, float, int]:
    whole = number[: len(number) - len(tail)] if tail else number
    decimals = tail[1:] if tail else ""
    value = float(f"{whole}.{decimals or 0}")
    return value, 10.0 ** -len(decimals), _significant(whole + decimals, bool(decimals))


def _grouped(number: str, mark: str, rest: str | None) -> tuple[float, float, int]:
    whole = (number[: len(number) - len(rest)] if rest else number).replace(mark, "")
    return _plain(whole + (rest or ""), rest)


def _significant(digits: str, decimals: bool) -> int:
    digits = digits.lstrip("0")
    return max(1, len(digits if decimals else digits.rstrip("0")))
