"""Cropping a long line to a window around what is meant in it, in terminal cells."""

from __future__ import annotations

from collections.abc import Sequence

from linter.namedtuples import NamedTuple
from linter.reporters.visible import code_point, shown, width, widths
from linter.text import Span

CUT = "…"
"""Stands where a line was cropped; one cell."""
NOWHERE = Span(0, 0)
_TAB = 4
_WORD = 32
"""How many characters a cut moves at most to fall between words."""


class Cell(NamedTuple):
    """What is shown for one source character, and the terminal cells it takes."""

    text: str
    width: int


class Window(NamedTuple):
    """The part of a line that is shown: one cell for each character from offset ``start`` on."""

    start: int
    cells: Sequence[Cell]
    cut_left: bool
    cut_right: bool

    def locate(self, span: Span) -> tuple[int, int]:
        """The range of cells that shows a span, as far as it is in the window."""
        start, end = (min(max(at - self.start, 0), len(self.cells)) for at in span)
        return start, end


def cells(text: str, bare: Span = NOWHERE) -> list[Cell]:
    """What to show for each character. Those of the range ``bare`` have no width and are written out."""
    row: list[Cell] = []
    column = 0
    for at, (character, part, cost) in enumerate(zip(text, shown(text), widths(text), strict=True)):
        if character == "\t":
            cell = Cell(" " * (_TAB - column % _TAB), _TAB - column % _TAB)
        elif bare.start <= at < bare.end:
            cell = Cell(code_point(character), width(code_point(character)))
        else:
            cell = Cell(part, cost if part == character else width(part))
        row.append(cell)
        column += cell.width
    return row


def total(row: Sequence[Cell]) -> int:
    """The width of a row of cells."""
    return sum(cell.width for cell in row)


def crop(source: str, line: Span, focus: Span, room: int, keep_end: bool = False) -> Window:
    """The window of a line around ``focus``, at most ``room`` cells wide with its cuts.

    A focus that is wider than that is cropped itself: to its end with ``keep_end``, else to its start.
    Only the neighbourhood of the focus is looked at, however long the line is.
    """
    reach = 2 * room
    start = max(focus.start, focus.end - reach) if keep_end else focus.start
    end = focus.end if keep_end else min(focus.end, focus.start + reach)
    near = Span(max(line.start, start - reach), min(line.end, end + reach))
    row = _cells_near(source, near, Span(start, end))
    if near == line and total(row) < room:
        return Window(line.start, row, cut_left=False, cut_right=False)
    first, last = _bounds(row, Span(start - near.start, end - near.start), room - 2, keep_end)
    return Window(
        near.start + first,
        row[first:last],
        cut_left=near.start + first > line.start,
        cut_right=near.start + last < line.end,
    )


def _cells_near(source: str, near: Span, focus: Span) -> list[Cell]:
    row = cells(source[near.start : near.end])
    inner = Span(focus.start - near.start, focus.end - near.start)
    if inner.start < inner.end and not total(row[inner.start : inner.end]):
        row = cells(source[near.start : near.end], inner)
    return row


def _bounds(row: Sequence[Cell], focus: Span, room: int, keep_end: bool) -> tuple[int, int]:
    """The first and the last cell (exclusive) to show: the focus in the middle of the room, whole words."""
    rest = room - max(1, total(row[focus.start : focus.end]))
    if rest < 0:
        return _cut_focus(row, focus, room, keep_end)
    left, right = total(row[: focus.start]), total(row[focus.end :])
    left = min(left, max(rest // 2, rest - right))
    first = _back(row, focus.start, left)
    last = _forth(row, focus.end, rest - left)
    return _word_start(row, first, focus.start), _word_end(row, focus.end, last)


def _cut_focus(row: Sequence[Cell], focus: Span, room: int, keep_end: bool) -> tuple[int, int]:
    if keep_end:
        return _word_start(row, _back(row, focus.end, room), focus.end), focus.end
    return focus.start, _word_end(row, focus.start, _forth(row, focus.start, room))


def _back(row: Sequence[Cell], at: int, room: int) -> int:
    """How far back from ``at`` the room reaches."""
    while at > 0 and row[at - 1].width <= room:
        at -= 1
        room -= row[at].width
    return at


def _forth(row: Sequence[Cell], at: int, room: int) -> int:
    """How far forth from ``at`` the room reaches."""
    while at < len(row) and row[at].width <= room:
        room -= row[at].width
        at += 1
    return at


def _word_start(row: Sequence[Cell], first: int, stop: int) -> int:
    """Where to begin instead of ``first``: behind the next space, else not at a combining character."""
    if first == 0 or row[first - 1].text.isspace():
        return first
    near = range(first, min(first + _WORD, stop))
    spaced = next((at + 1 for at in near if row[at].text.isspace()), None)
    if spaced is not None:
        return spaced
    return next((at for at in near if row[at].width), first)


def _word_end(row: Sequence[Cell], stop: int, last: int) -> int:
    """Where to end instead of ``last``: before the space nearest to it."""
    if last == len(row) or row[last].text.isspace():
        return last
    near = range(last - 1, max(stop, last - _WORD) - 1, -1)
    return next((at for at in near if row[at].text.isspace()), last)
