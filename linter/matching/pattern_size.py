"""How much there is to compile in a pattern: a few characters can stand for more than fits into memory.

``regex`` compiles what a group repeats at least once as often as it has to come, and again for more; inside
other such groups the copies multiply: ``((((a)+)+)+)+`` holds sixteen letters.
"""

from __future__ import annotations

from linter.matching import re
from linter.matching.regexes import lazy

LARGEST = 500_000
"""Pieces of a pattern with all their copies; to compile so many takes a second or two."""
DEEPEST = 100
"""Groups within groups; the compilers of Python go down by recursion and end at some 180."""
_COPIES = {"": 1, "+": 2, "{": 8}
"""What is behind a group: how often it is compiled; with a brace, if it need not come more often."""
_PIECE = lazy(
    r"\s++|\(\?\#[^)]{0,200}\)"
    r"|(?:\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\]){0,5000}\]|(?P<open>\()|(?P<close>\))|.)"
    r"(?=(?:\s++|\(\?\#[^)]{0,200}\)|\#[^\n]{0,200}\n){0,9}+(?P<repeat>\+|\{(?P<least>\d{0,9}))?)",
    re.DOTALL,
)
"""A piece, and what repeats it, behind blanks and comments. These are pieces as well: where they are no
comments they hide nothing. What is looked over has bounds, so that none is looked over again and again."""
_MANY = lazy(r"\{\d\d")


def too_large(pattern: str) -> str:
    """Why a pattern is too large to be compiled; empty if it is not."""
    if len(pattern) > LARGEST:
        return f"it is longer than {LARGEST:,} characters"
    groups = pattern.count("(")
    repeats = min(groups, pattern.count("+") + pattern.count("{"))
    few = groups <= DEEPEST and repeats < 8 and len(pattern) * _COPIES["{"] ** repeats <= LARGEST
    return "" if few and not _MANY.search(pattern) else _measured(pattern)


def _measured(pattern: str) -> str:
    sizes = [0]
    for piece in _PIECE.finditer(pattern):
        least = int(piece["least"] or 0)
        if piece["open"]:
            sizes.append(0)
            if len(sizes) > DEEPEST:
                return f"its groups are nested more than {DEEPEST} deep"
        elif piece["close"] and len(sizes) > 1:
            inside = sizes.pop()
            sizes[-1] += (1 + inside) * max(_COPIES[(piece["repeat"] or "")[:1]], least + 1)
        else:
            sizes[-1] += 1 + least
        if sizes[-1] > LARGEST:
            return "it repeats too many pieces too often to be compiled"
    return ""
