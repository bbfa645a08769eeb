"""The number that a cell of a table states, if it states one and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from linter.analyses.numerals.intervals import Interval, rounded
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import FILLER
from linter.topics.numbers.reading.digits import digit_numbers, usual_mark

_BEFORE = lazy(
    r"(?P<open>\(?)\s*(?P<sign>[-+\u2212\u2013]?)\s*(?P<currency>[^\W\d]{0,3}[$€£¥₹₽₩₺₪฿]|[A-Z]{3}|)\s*(?P<late>[-\u2212]?)"
)
_AFTER = lazy(
    r"\s*(?P<unit>%|\u2030|[^\W\d_]{0,4}[$€£¥₹₽₩₺₪฿]|[^\W\d_]{1,14}[²³]?(?:[ /][^\W\d_]{1,14})?|)\.?"
    r"\s*(?P<close>\)?)"
    r"\s*(?:[*†‡§¶\u00aa\u00ba¹²³⁴⁵⁶⁷⁸⁹⁰,]+|\[[^\[\]]{0,12}\]|\((?P<aside>[^()]{0,40})\)|\s)*"
)
_NOTHING = frozenset({"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "--", "---"})
_RAISED = lazy(r"<su[pb]\b|\^", re.IGNORECASE)
_SHOWN = lazy(r"[`$\\()\s]*([-+\u2212]?[\d.,]+[%]?)[`$\\()\s]*")
_LONGEST = 60
_MARKED = lazy(r"\d+(?:[.,]\d+)+")


class Figure(NamedTuple):
    """A number in a cell; offsets are in the prose of the cell."""

    start: int
    end: int
    value: float
    step: float
    """What its last digit counts."""
    unit: str = ""
    """The beginning of what it counts, small letters: ``%``, ``€``, ``hou``."""
    bracketed: bool = False
    """It stands in brackets, as losses do for accountants."""

    @property
    def interval(self) -> Interval:
        return rounded(self.value, self.step)

    @property
    def is_percent(self) -> bool:
        return self.unit == "%"


def is_nothing(prose: str) -> bool:
    """Whether a cell says that there is nothing."""
    prose = prose.strip()
    return not prose or prose in _NOTHING


def shown_text(prose: str, excerpt: str) -> str:
    """The text of a cell; what is set as code or as a formula is a number too, if it is one."""
    if FILLER not in prose:
        return prose
    found = _SHOWN.fullmatch(excerpt)
    return found[1] if found else prose


def figure(prose: str, excerpt: str, mark: str) -> Figure | None:
    """The number that a cell states; nothing if it says something else, or not clearly.

    ``excerpt`` is the source of the cell, ``mark`` the decimal mark of the table, empty if that is open.
    """
    if len(prose) > _LONGEST or _RAISED.search(excerpt):
        return None
    number = next(digit_numbers(prose, lambda: mark), None)
    if number is None:
        return None
    before = _BEFORE.fullmatch(prose[: number.start].strip())
    after = _AFTER.fullmatch(prose, number.end)
    if before is None or after is None or (before["sign"] and before["late"]):
        return None
    if bool(before["open"]) != bool(after["close"]):
        return None
    negative = (before["sign"] or before["late"]) not in ("", "+")
    unit = (after["unit"] or before["currency"]).strip().casefold()[:3]
    value = -number.value if negative else number.value
    start = len(prose) - len(prose.lstrip())
    return Figure(start, after.end("unit"), value, number.step, unit, bool(before["open"]))


def decimal_mark(texts: Iterable[str], code: str) -> str:
    """The decimal mark of a table: what its numbers prove, else that of the language; maybe none."""
    proofs = {
        proof for number in chain.from_iterable(map(_MARKED.findall, texts)) if (proof := _proof(number))
    }
    if len(proofs) > 1:
        return ""
    return proofs.pop() if proofs else usual_mark(code) if code else "."


def _proof(number: str) -> str:
    """The decimal mark that a number proves: ``1.234,5``, ``1.25``, ``0.125``; empty for others."""
    marks = [sign for sign in number if sign in ".,"]
    groups = re.split("[.,]", number)
    other = {".": ",", ",": "."}
    if len(set(marks)) == 2:
        return marks[-1] if marks.count(marks[-1]) == 1 else ""
    if len(marks) > 1:
        return other[marks[0]] if all(len(group) == 3 for group in groups[1:]) else ""
    whole, rest = groups
    return marks[0] if len(rest) != 3 or len(whole) > 3 or whole == "0" else ""
