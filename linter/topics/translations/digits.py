"""Digits of all scripts as ASCII has them, each in its place."""

from __future__ import annotations

import unicodedata

from linter.matching import re
from linter.matching.regexes import lazy

_OTHER = lazy(r"[^\W\x00-\x7f_a-zA-Z]|[\u00a0\u2009\u202f\uff0c\uff0e\uff1a\uff05\u066b\u066c]")
_MARKS = {
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\uff0c": ",", "\uff0e": ".", "\uff1a": ":", "\uff05": "%",
    "\u066b": ".", "\u066c": ",",
}  # fmt: skip


def plain_digits(prose: str) -> str:
    """The prose, as long as before, with plain digits, blanks and marks of numbers."""
    return prose if prose.isascii() else _OTHER.sub(_plain, prose)


def _plain(found: re.Match[str]) -> str:
    char = found[0]
    digit = unicodedata.digit(char, -1)
    return _MARKS.get(char, char) if digit < 0 or char in "¹²³" else str(digit)
