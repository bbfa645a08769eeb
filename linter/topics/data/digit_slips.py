"""How a number slips when it is typed: one digit is another, or two neighbours are swapped."""

from __future__ import annotations

from linter.analyses.exchanged import neighbours_exchanged

_SHORTEST = 3
"""Fewer digits are another number as often as a slip."""


def is_slip(one: str, other: str) -> bool:
    """Whether of two numbers, by their digits, one is the other but for a slip."""
    if len(one) != len(other) or len(one) < _SHORTEST:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1 or neighbours_exchanged(one, other)
