"""Long lines broken at words, as wide as a terminal is."""

from __future__ import annotations

from collections.abc import Iterator

from linter.matching.regexes import lazy
from linter.reporters.visible import width

_COLOR = lazy(r"\x1b\[[0-9;]*m")
_INDENT = "    "
"""Before what goes on."""
_NARROWEST = 20
"""Cells below which a line is left to the terminal."""


def wrapped(line: str, room: int) -> str:
    """The line, in several where it has more cells than ``room``; colours take none."""
    if room < _NARROWEST or cells(line) <= room:
        return line
    return "\n".join(_rows(line, room))


def cells(line: str) -> int:
    """Cells of a line that may have colours."""
    return width(_COLOR.sub("", line) if "\x1b" in line else line)


def _rows(line: str, room: int) -> Iterator[str]:
    row, *words = line.split(" ")
    taken = cells(row)
    for word in words:
        size = cells(word)
        if row.strip() and taken + 1 + size > room:
            yield row
            row, taken = _INDENT + word, len(_INDENT) + size
        else:
            row, taken = f"{row} {word}", taken + 1 + size
    yield row
