"""References of a pattern to its groups (``\\1``), in lists of patterns that Vale joins to one."""

from __future__ import annotations

from linter.matching import re
from linter.matching.regexes import lazy
from linter.vale.syntax import python_pattern

_REFERENCE = lazy(r"(?<!\\)((?:\\\\)*)\\([1-9]\d?)")
_PIECE = lazy(
    r"\\(?P<number>[1-9]\d?)|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|(?P<opens>\()(?P<bare>\?(?!P?<[A-Za-z_]))?|(?P<closes>\))",
    re.DOTALL,
)
_NEVER = "(?!)"
"""Matches nothing, as a reference to a group that is not closed yet does in Vale."""


def has_reference(pattern: str) -> bool:
    """Whether a pattern refers to one of its groups."""
    return _REFERENCE.search(pattern) is not None


def apart(tokens: list[str]) -> list[str]:
    """Tokens whose references are numbered through all tokens, numbered each for itself.

    Where one refers to a group of another they become one token.
    """
    found: list[str] = []
    before = 0
    for token in tokens:
        own = _groups(token)
        numbers = [int(reference[2]) - before for reference in _REFERENCE.finditer(token)]
        if any(not 1 <= number <= own for number in numbers):
            return ["|".join(tokens)]
        for number in numbers:
            token = token.replace(f"\\{number + before}", f"\\{number}")
        found.append(_without_open(token))
        before += own
    return found


def _groups(pattern: str) -> int:
    import regex

    try:
        return regex.compile(_REFERENCE.sub(r"\1", python_pattern(pattern)), regex.V0).groups
    except regex.error:
        return 0


def _without_open(token: str) -> str:
    """A pattern without references to groups in which they stand, which Python does not compile."""
    open_groups: list[int] = []
    groups = 0

    def piece(found: re.Match[str]) -> str:
        nonlocal groups
        if found["opens"]:
            groups += not found["bare"]
            open_groups.append(0 if found["bare"] else groups)
        elif found["closes"] and open_groups:
            open_groups.pop()
        within = found["number"] and int(found["number"]) in open_groups
        return _NEVER if within else found[0]

    return _PIECE.sub(piece, token)
