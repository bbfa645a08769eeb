"""Passages of a source for a page: what is meant, with the words around it.

A page wraps lines by itself, so a passage is measured in characters and may have several lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from linter.namedtuples import NamedTuple
from linter.text import LineIndex, Span

_AROUND = 160
"""Characters shown before and behind what is meant, to the ends of its line at most."""
_WORD = 50
"""How many characters a cut moves at most to fall between words."""
_LONGEST = 900
"""What is meant is left out in its middle if it is longer than this."""


class Mark(NamedTuple):
    """What to show in the colour of its role."""

    span: Span
    role: str
    label: str = ""


class Piece(NamedTuple):
    """Source text that belongs to one mark or to none; without text, something was left out here."""

    text: str
    mark: Mark | None = None
    ends: bool = False
    """Whether the mark ends here."""


def groups(marks: Sequence[Mark]) -> list[list[Mark]]:
    """The marks by the passage that shows them: the first one with all that lie near it, the rest alone."""
    first, rest = marks[0], marks[1:]
    close = [mark for mark in rest if _distance(first.span, mark.span) <= 2 * _AROUND]
    return [[first, *close], *([mark] for mark in rest if mark not in close)]


def _distance(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def passage(lines: LineIndex, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The passage that shows the marks. Where they overlap, the first one is shown.

    Of marks with the same label only the last one has it.
    """
    last = {mark.label: mark.span for mark in sorted(marks, key=lambda mark: mark.span)}
    marks = [
        Mark(
            _within(mark.span, len(lines.source)),
            mark.role,
            mark.label if last[mark.label] == mark.span else "",
        )
        for mark in marks
    ]
    hull = Span(min(mark.span.start for mark in marks), max(mark.span.end for mark in marks))
    start, end = _start(lines, hull.start), _end(lines, hull.end)
    if start > lines.line_span(lines.position(start).line).start:
        yield Piece("")
    if hull.end - hull.start <= _LONGEST:
        yield from _pieces(lines.source, Span(start, end), marks)
    else:
        yield from _pieces(lines.source, Span(start, hull.start + _LONGEST // 2), marks)
        yield Piece("")
        yield from _pieces(lines.source, Span(hull.end - _LONGEST // 2, end), marks)
    if end < lines.line_span(lines.position(end).line).end:
        yield Piece("")


def _within(span: Span, length: int) -> Span:
    return Span(min(span.start, length), min(span.end, length))


def _pieces(source: str, window: Span, marks: Sequence[Mark]) -> Iterator[Piece]:
    owners: list[Mark | None] = [None] * (window.end - window.start)
    for mark in reversed(marks):
        start, end = (min(max(at, window.start), window.end) - window.start for at in mark.span)
        owners[start:end] = [mark] * (end - start)
    at = window.start
    for owner, group in groupby(owners):
        length = sum(1 for _ in group)
        yield Piece(source[at : at + length], owner, owner is not None and at + length == owner.span.end)
        at += length


def _start(lines: LineIndex, at: int) -> int:
    bounds = lines.line_span(lines.position(at).line)
    first = at - _AROUND
    if first <= bounds.start:
        return min(bounds.start, at)
    space = lines.source.find(" ", first, first + _WORD)
    return space + 1 if space >= 0 else first


def _end(lines: LineIndex, at: int) -> int:
    bounds = lines.line_span(lines.position(at).line)
    last = at + _AROUND
    if last >= bounds.end:
        return max(bounds.end, at)
    space = lines.source.rfind(" ", last - _WORD, last)
    return space if space >= 0 else last
