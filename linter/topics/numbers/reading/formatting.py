"""Computed numbers as messages show them, in the style of the document."""

from __future__ import annotations

from math import floor, log10

from linter.messages import Number
from linter.topics.numbers.reading.digits import usual_mark

_BLANK = "\u202f"
_DIGITS = 3


_LONGEST = 40


def shortened(text: str) -> str:
    """The beginning of a text, for a message."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "\u2026"


def shown(value: float, code: str, digits: int = _DIGITS) -> Number:
    """A number with the marks of a language: whole numbers in full, others to so many digits.

    >>> shown(16.0934, "en"), shown(12345.0, "fr"), shown(-1, "en")
    ('16.1', '12\u202f345', '−1')
    """
    if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)):
        text = f"{round(value):,}"
    else:
        places = max(0, digits - 1 - floor(log10(abs(value))))
        text = f"{value:,.{places}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    plain = text = text.replace("-", "\u2212")
    if usual_mark(code) == ",":
        text = text.replace(",", _BLANK).replace(".", ",")
    return Number(text, plain)
