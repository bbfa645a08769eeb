"""Puts the cells of a table in their places, as a reader meets them."""

from __future__ import annotations

from linter.article.model import Cell, Table
from linter.text import Piece, Text

_MOST_COLUMNS = 1_000
"""Spans beyond it mean nothing: no more are kept open, none is wider or longer."""


class TableBuilder:
    """Takes the rows and cells of one table in reading order; spans are laid out as in HTML."""

    def __init__(self) -> None:
        self._cells: list[Cell] = []
        self._row = -1
        self._column = 0
        self._open: Cell | None = None
        self._reaching: list[tuple[int, int, int]] = []
        """Cells of the rows above that reach down: first column, column behind, last row."""

    def next_row(self) -> None:
        """What follows stands in the next row."""
        self._row += 1
        self._column = 0
        self._open = None
        if self._reaching:
            self._reaching = [each for each in self._reaching if each[2] >= self._row]

    def next_cell(self, across: int = 1, down: int = 1, header: bool = False) -> None:
        """Begin a cell; what is added belongs to it."""
        self._row = max(self._row, 0)
        across, down = (min(max(number, 1), _MOST_COLUMNS) for number in (across, down))
        column = self._column
        for first, behind, _ in self._reaching:
            if first <= column < behind:
                column = behind
        self._column = column + across
        self._open = Cell(self._row, column, Text(()), across, down, header)
        if down > 1 and len(self._reaching) < _MOST_COLUMNS:
            self._reaching.append((column, column + across, self._row + down - 1))
            self._reaching.sort()

    def end_cell(self) -> None:
        """What follows stands in no cell."""
        self._open = None

    def add(self, text: Text) -> None:
        """A text of the cell at hand; a further one stands on a line of its own."""
        cell = self._open
        if cell is None or not text.prose:
            return
        if cell.text.prose:
            self._cells.pop()
            text = _joined(cell.text, text)
        self._open = cell._replace(text=text)
        self._cells.append(self._open)

    def table(self) -> Table | None:
        """The table, if anything stands in it."""
        return Table(tuple(self._cells)) if self._cells else None


def _joined(one: Text, other: Text) -> Text:
    end, start = one.whole.end, other.whole.start
    gap = Piece("\n", min(end, start), max(end, start))
    return Text([*one.all_pieces(), gap, *other.all_pieces()])
