"""Excerpts of a source for a terminal: the line, with what is meant in it underlined.

A paragraph is often one line of thousands of characters, so a line is cropped to the words
around what is meant. Widths are terminal cells; offsets are code points of the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from linter.namedtuples import NamedTuple
from linter.reporters.color import Painter
from linter.reporters.crop import CUT, Window, cells, crop, total
from linter.reporters.visible import one_line, width
from linter.text import LineIndex, Span

_HEAD = 2
"""A mark over many lines is shown by this many of them and by its last one."""


class Mark(NamedTuple):
    """A place to underline: ``role`` is its colour, ``sign`` draws the line, ``label`` stands behind it."""

    span: Span
    role: str
    sign: str = "^"
    label: str = ""


class Row(NamedTuple):
    """A row of an excerpt: ``gutter`` is a line number, ``⋮`` for lines left out, or empty for a remark."""

    gutter: str
    text: str


class _Part(NamedTuple):
    """The part of a mark that lies on one line. Of a tail the end is worth showing, else the start."""

    mark: Mark
    line: int
    span: Span
    tail: bool = False


def excerpt(lines: LineIndex, marks: Sequence[Mark], room: int, paint: Painter) -> Iterator[Row]:
    """The rows that show the marks, in their order, each row at most ``room`` cells wide.

    Marks that lie on one line and fit into one row share it. Only a label may be wider.
    """
    before = 0
    for frame in _frames(lines, marks, room):
        line = frame[0].line
        if before and line != before + 1:
            yield Row("⋮", "")
        yield from _rows(lines, frame, room, paint)
        before = line


def _frames(lines: LineIndex, marks: Sequence[Mark], room: int) -> list[list[_Part]]:
    """The parts of the marks by the source row that shows them."""
    frames: list[list[_Part]] = []
    for mark in marks:
        parts = _parts(lines, mark)
        home = next((frame for frame in frames if _fits(lines, frame, parts, room)), None)
        if home is not None:
            home.extend(parts)
        else:
            frames.extend([part] for part in parts)
    return frames


def _parts(lines: LineIndex, mark: Mark) -> list[_Part]:
    """A mark by line: blank lines and, of many lines, those in the middle are left out."""
    first, last = lines.position(mark.span.start).line, lines.position(mark.span.end).line
    found = [_Part(mark, line, _inked(lines, line, mark.span)) for line in range(first, last + 1)]
    inked = [part for part in found if part.span.start < part.span.end] or found[:1]
    if len(inked) > 1:
        inked[-1] = inked[-1]._replace(tail=True)
    return inked if len(inked) <= _HEAD + 1 else [*inked[:_HEAD], inked[-1]]


def _inked(lines: LineIndex, line: int, span: Span) -> Span:
    """What a span covers of a line; the indentation of lines after its first is left out."""
    bounds = lines.line_span(line)
    start, end = (min(max(at, bounds.start), bounds.end) for at in span)
    if span.start < bounds.start:
        start += len(lines.source[start:end]) - len(lines.source[start:end].lstrip())
    return Span(start, max(start, end))


def _fits(lines: LineIndex, frame: Sequence[_Part], parts: Sequence[_Part], room: int) -> bool:
    """Whether a mark can be shown in the row of others: one line, and near enough."""
    if len(parts) > 1 or frame[0].tail or parts[0].line != frame[0].line:
        return False
    hull = _hull([*frame, *parts])
    return hull.end - hull.start <= room and total(cells(lines.source[hull.start : hull.end])) <= room - 2


def _hull(parts: Sequence[_Part]) -> Span:
    return Span(min(part.span.start for part in parts), max(part.span.end for part in parts))


def _rows(lines: LineIndex, frame: Sequence[_Part], room: int, paint: Painter) -> Iterator[Row]:
    bounds = lines.line_span(frame[0].line)
    window = crop(lines.source, bounds, _hull(frame), room, keep_end=frame[0].tail)
    if not window.cells:
        return
    yield Row(str(frame[0].line), _source_row(window, frame, paint))
    yield from (Row("", text) for text in _underlines(window, frame, room, paint))


def _source_row(window: Window, frame: Sequence[_Part], paint: Painter) -> str:
    roles = [""] * len(window.cells)
    for part in reversed(frame):
        start, end = window.locate(part.span)
        roles[start:end] = [part.mark.role] * (end - start)
    painted = (
        paint("".join(cell.text for cell, _ in group), role)
        for role, group in groupby(zip(window.cells, roles, strict=True), key=lambda pair: pair[1])
    )
    left, right = (paint(CUT, "dim") if cut else "" for cut in (window.cut_left, window.cut_right))
    return f"{left}{''.join(painted)}{right}"


def _underlines(window: Window, frame: Sequence[_Part], room: int, paint: Painter) -> Iterator[str]:
    """The rows under a source row: as many marks side by side as do not touch, each with its label.

    Of neighbours with the same label only the last one has it.
    """
    row, used = "", 0
    parts = sorted(frame, key=lambda part: part.span)
    for part, after in zip_longest(parts, parts[1:]):
        start, end = window.locate(part.span)
        indent = window.cut_left + total(window.cells[:start])
        length = max(1, total(window.cells[start:end]))
        said_later = part.tail or (after and after.mark.label == part.mark.label)
        label = "" if said_later else one_line(part.mark.label)
        if row and indent <= used:
            yield row
            row, used = "", 0
        row += " " * (indent - used) + paint(part.mark.sign * length, part.mark.role)
        used = indent + length
        if label and used + 1 + width(label) <= room:
            row += f" {paint(label, part.mark.role)}"
            used += 1 + width(label)
        elif label:
            yield row
            yield " " * max(0, min(indent, room - width(label))) + paint(label, part.mark.role)
            row, used = "", 0
    if row:
        yield row
