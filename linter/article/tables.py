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

    @property
    def has_rows(self) -> bool:
        return self._row >= 0

    @property
    def column(self) -> int:
        """Where the next cell of the row would stand, if none reaches down to there."""
        column = self._column
        for first, behind, _ in self._reaching:
            if first <= column < behind:
                column = behind
        return column

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
        column = self.column
        self._column = column + across
        self._open = Cell(self._row, column, Text(()), across, down, header)
        if down > 1 and len(self._reaching) < _MOST_COLUMNS:
            self._reaching.append((column, column + across, self._row + down - 1))
            self._reaching.sort()

    def widen(self, across: int) -> None:
        """The cell at hand, in which nothing stands yet, spans so many columns."""
        if self._open is not None and not self._open.text.prose:
            across = min(max(across, 1), _MOST_COLUMNS)
            self._column = self._open.column + across
            self._open = self._open._replace(across=across)

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


class OpenTables:
    """The tables of a text, of which several may be open, one in a cell of the other."""

    def __init__(self) -> None:
        self._ended: list[Table] = []
        self._open: list[TableBuilder] = []

    def begin(self) -> None:
        """A table begins."""
        self._open.append(TableBuilder())

    def end(self) -> None:
        """The table at hand ends."""
        table = self._open.pop().table() if self._open else None
        self._ended += [table] if table else []

    def next_row(self) -> None:
        if self._open:
            self._open[-1].next_row()

    def next_cell(self, across: int = 1, down: int = 1, header: bool = False, new_row: bool = False) -> None:
        if self._open and new_row:
            self._open[-1].next_row()
        if self._open:
            self._open[-1].next_cell(across, down, header)

    def widen(self, across: int) -> None:
        if self._open:
            self._open[-1].widen(across)

    def end_cell(self) -> None:
        if self._open:
            self._open[-1].end_cell()

    def add(self, text: Text) -> None:
        if self._open:
            self._open[-1].add(text)

    def __bool__(self) -> bool:
        """Whether a table is open."""
        return bool(self._open)

    def all(self) -> list[Table]:
        """The tables so far, also those that are still open."""
        return [*self._ended, *(table for each in reversed(self._open) if (table := each.table()))]


def _joined(one: Text, other: Text) -> Text:
    end, start = one.whole.end, other.whole.start
    gap = Piece("\n", min(end, start), max(end, start))
    return Text([*one.all_pieces(), gap, *other.all_pieces()])
