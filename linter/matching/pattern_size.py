"""How much there is to compile in a pattern: a few characters can stand for more than fits into memory.

``regex`` compiles what a group repeats at least once as often as it has to come, and again for more; inside
other such groups the copies multiply: ``((((a)+)+)+)+`` holds sixteen letters.
"""

from __future__ import annotations

import re

from linter.matching.regexes import lazy

LARGEST = 500_000
"""Pieces of a pattern with all their copies; to compile so many takes a second or two."""
DEEPEST = 100
"""Groups within groups; the compilers of Python go down by recursion and end at some 180."""
_COPIES = {"": 1, "+": 2, "{": 8}
"""What is behind a group: how often it is compiled at most."""
_PIECE = lazy(
    r"\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|\(\?\#[^)]*\)|(?P<open>\()"
    r"|(?P<close>\))(?:\s|\(\?\#[^)]*\)|\#[^\n]*\n)*+(?P<repeat>[+{]?)|.",
    re.DOTALL,
)


def too_large(pattern: str) -> str:
    """Why a pattern is too large to be compiled; empty if it is not."""
    if len(pattern) > LARGEST:
        return f"it is longer than {LARGEST:,} characters"
    groups = pattern.count("(")
    repeats = min(groups, pattern.count("+") + pattern.count("{"))
    if groups <= DEEPEST and repeats < 8 and len(pattern) * _COPIES["{"] ** repeats <= LARGEST:
        return ""
    return _measured(pattern)


def _measured(pattern: str) -> str:
    sizes = [0]
    for piece in _PIECE.finditer(pattern):
        if piece["open"]:
            sizes.append(0)
            if len(sizes) > DEEPEST:
                return f"its groups are nested more than {DEEPEST} deep"
        elif piece["close"] and len(sizes) > 1:
            inside = sizes.pop()
            sizes[-1] += (1 + inside) * _COPIES[piece["repeat"]]
        else:
            sizes[-1] += 1
        if sizes[-1] > LARGEST:
            return "groups that repeat are nested in others that repeat, too many of them to be compiled"
    return ""
