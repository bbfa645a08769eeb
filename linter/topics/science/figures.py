"""Figures as results state them, ``.036``, ``2,20``, ``3.1 × 10^-5``, with what they may stand for."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor

from linter.analyses.numerals.intervals import Interval, rounded
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,4}\.\d{1,15}|\d{0,12}[.,·]\d{1,15}|\d{1,12})"
"""The source of a pattern of such a figure without its sign."""
NUMBER = rf"-?\s?{DIGITS}"
"""The same with the sign, in plain strokes and blanks."""
POWER = r"(?:\s?[eE]\s?-?\d{1,2}|\s?[×x*·]\s?10\s?\^?\s?[({]?-?\s?\d{1,2}[)}]?)"
"""The source of what makes it greater or smaller by powers of ten."""
_TEN = r"10\s?\^?\s?[({]?(?P<ten>-\s?\d{1,2})[)}]?"
P = rf"(?:{_TEN}|(?P<p_value>{NUMBER})(?P<power>{POWER})?)(?![\d%]|[.,]\d|\s?%)"
"""The source of a pattern of a p-value, with the groups that :func:`p_figure` reads."""
_POWER_OF = lazy(r"-?\s?\d+(?=[)}]?$)")
_NOISE = 1e-9
"""So much a product may be off by the arithmetic of floats."""
_THOUSANDS = lazy(r"-?\d{1,3}(?:,\d{3})+")


class Figure(NamedTuple):
    """A number as it is written."""

    value: float
    rounded: Interval
    """All values that round to it."""
    decimals: int


def figure(written: str, comma: bool = False, power: str = "") -> Figure:
    """The figure in a string that :data:`NUMBER` matches, and :data:`POWER` maybe behind it.

    ``comma`` says that "1,234" is less than two.
    """
    plain = written.replace(" ", "").replace("·", ".")
    if "." in plain or (not comma and _THOUSANDS.fullmatch(plain)):
        plain = plain.replace(",", "")
    plain = plain.replace(",", ".")
    decimals = len(plain.partition(".")[2])
    found = _POWER_OF.search(power)
    tens = int(found[0].replace(" ", "")) if found else 0
    scale = 10.0**tens
    value = float(plain) * scale
    return Figure(value, rounded(value, 10.0**-decimals * scale), decimals - tens)


def p_figure(groups: Mapping[str, str | None]) -> Figure:
    """The p-value in the groups of a match of :data:`P`."""
    if groups["ten"]:
        return figure("1", power=groups["ten"])
    return figure(groups["p_value"] or "", comma=True, power=groups["power"] or "")


def wholes(mean: Interval, number: float) -> range:
    """The whole numbers that are so many times a value in an interval: the sums that such a mean has."""
    return range(ceil(mean.low * number - _NOISE), floor(mean.high * number + _NOISE) + 1)
