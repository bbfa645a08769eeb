"""Places in the units that others count in."""

from __future__ import annotations

from bisect import bisect_left

_FIRST_ASTRAL = "\U00010000"


class Utf16:
    """From offsets in code points to those in UTF-16 code units, as Java and JavaScript count."""

    def __init__(self, text: str) -> None:
        self._pairs = [at for at, letter in enumerate(text) if letter >= _FIRST_ASTRAL]

    def __call__(self, offset: int) -> int:
        return offset + bisect_left(self._pairs, offset)


def code_points(offset: int) -> int:
    """An offset in code points is what we count in."""
    return offset
