"""Numbers in digits, and what their marks mean in this document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_DOT_DECIMAL = frozenset({"en", "zh", "ja", "ko", "th", "he", "hi", "ta", "bn", "si", "sw", "ms", "ar", "fa"})
"""Languages that write 1,234.5; all others here write 1.234,5 or 1 234,5 (CLDR 46)."""

_BLANKS = " \u00a0\u202f\u2009"
_APOSTROPHES = "'\u2019"
_NUMBER = lazy(
    rf"(?<![\w.,:/\\#@{_APOSTROPHES}])"
    rf"(?P<number>\d{{1,3}}(?:(?P<mark>[.,{_BLANKS}{_APOSTROPHES}])\d{{3}}(?:(?P=mark)\d{{3}})*(?!\d)"
    r"(?P<rest>[.,]\d+)?)|\d+(?P<tail>[.,]\d+)?)(?![.,:/]?\d)"
)
_TIED = lazy(r"[^\W\d_][-\u2010\u2011_.&/]$")
"""Before a number: it is part of a name (``Covid-19``, ``F-16``, ``No.4``)."""

_MARKED = lazy(r"(?<![\w.,/])\d+(?:[.,]\d+)+(?![.,]?\d)")
_UNIT_SIGNS = lazy(
    r"[\s-]?(?:%|mil|euro|€|Mi|Mrd|Prozent|percent|per cent|pour cent|por c|"
    r"(?:km|k?g|[cm]?m|mph|k?W|ch|GB|Go|MB|litr)\b)"
)
"""After a number with one or two decimals: it is no date and no time."""


class DigitNumber(NamedTuple):
    """A number in digits: where it stands, its value, and what its last digit counts."""

    start: int
    end: int
    value: float
    step: float
    digits: int
    """Significant digits as written, trailing zeros left out."""
    plain: bool
    """Digits only: no decimals, no thousands mark."""


def usual_mark(language: str) -> str:
    """The decimal mark of a language."""
    return "." if language in _DOT_DECIMAL else ","


def decimal_mark(language: str, texts: Iterable[str]) -> str:
    """The decimal mark of a document: that of its language, unless its numbers say otherwise.

    Empty if the document uses both, so that ``1,234`` and ``1.234`` cannot be decided, and if a single
    "1.8 million" stands where a comma is usual.
    """
    usual = usual_mark(language)
    other = "," if usual == "." else "."
    shown = [mark for text in texts for found in _MARKED.finditer(text) if (mark := _shown_mark(text, found))]
    if other not in shown:
        return usual
    slip = other == "." and len(shown) == 1
    return "" if usual in shown or slip else other


def _shown_mark(text: str, found: re.Match[str]) -> str:
    """The decimal mark that a number proves: ``1.234,5``, ``1.234.567``, ``1,5 %``; empty for others."""
    marks = [character for character in found[0] if character in ".,"]
    groups = re.split("[.,]", found[0])
    if len(set(marks)) == 2:
        return marks[-1] if marks.count(marks[-1]) == 1 else ""
    if len(marks) > 1:
        return {".": ",", ",": "."}[marks[0]] if all(len(group) == 3 for group in groups[1:]) else ""
    measured = _UNIT_SIGNS.match(text, found.end()) or text[: found.start()].rstrip()[-1:] in tuple("$€£")
    return marks[0] if len(groups[1]) < 3 and measured else ""


def digit_numbers(prose: str, decimal: Callable[[], str]) -> Iterator[DigitNumber]:
    """The numbers in digits, in order, without those that are part of a name, a version or a date.

    ``decimal`` is asked for the decimal mark of the document where that decides what a number
    says; one that it cannot decide is left out.
    """
    for found in _NUMBER.finditer(prose):
        start = found.start()
        if start and (_TIED.search(prose, max(0, start - 2), start) or _is_torn(prose, found)):
            continue
        read = _read(found, decimal)
        if read is not None:
            value, step, digits = read
            yield DigitNumber(start, found.end(), value, step, digits, found["number"].isdigit())


def _is_torn(prose: str, found: re.Match[str]) -> bool:
    """Whether a number grouped by blanks is the rest of a longer one ("Lot.20 785 080")."""
    start = found.start()
    return (
        found["mark"] is not None
        and found["mark"] in _BLANKS
        and prose[start - 1] in _BLANKS
        and (prose[start - 2 : start - 1].isdigit())
    )


def _read(found: re.Match[str], decimal: Callable[[], str]) -> tuple[float, float, int] | None:
    """Value, step of the last digit, significant digits; nothing if the marks are not clear."""
    number, mark = found["number"], found["mark"]
    if mark is None:
        return _plain(number, found["tail"])
    if mark not in ".,":
        return _grouped(number, mark, found["rest"])
    if found["rest"] is not None or number.count(mark) > 1:
        return None if found["rest"] and found["rest"][0] == mark else _grouped(number, mark, found["rest"])
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
