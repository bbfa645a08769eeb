"""The tables of an article as rows and columns of figures, with the labels of both."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import Article, Cell, Table
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.data.figures import Figure, decimal_mark, figure, is_nothing, shown_text
from linter.topics.numbers.reading.formatting import shown

_MOST_CELLS = 20_000
"""Larger tables are not written by hand, and made from data that fit together."""
_MOST_COLUMNS = 300


class Entry(NamedTuple):
    """What stands in one place of a table."""

    cell: Cell
    text: str
    figure: Figure | None = None
    """The number, where the entry is one."""
    repeated: bool = False
    """It belongs to a cell that spans several places, of which this is not the first."""

    @property
    def written(self) -> str:
        """The number as it is written, else the text."""
        figure = self.figure
        return self.text if figure is None else self.text[figure.start : figure.end].strip()

    @property
    def span(self) -> Span:
        """Where the number stands in the source, else the cell."""
        if self.figure is None or self.text != self.cell.text.prose:
            return self.cell.text.whole
        return self.cell.text.span(self.figure.start, self.figure.end)


class Line(NamedTuple):
    """A row or a column: what it is called, and its entries, nothing where a cell is empty."""

    label: str
    entries: tuple[Entry | None, ...]
    number: int
    """Which of the rows below the head, or of the columns."""

    @property
    def has_figures(self) -> bool:
        return any(entry is not None and entry.figure is not None for entry in self.entries)


def computed(value: float, code: str) -> str:
    """A number that others of a table give, as messages show it: all digits before the mark, some behind."""
    return shown(round(value, 9), code, 3 + len(str(int(abs(value)))))


class Sheet(NamedTuple):
    """A table whose numbers are read."""

    table: Table
    rows: tuple[Line, ...]
    """Those below the head."""
    columns: tuple[Line, ...]
    """Their entries are those of ``rows``, in the same order."""


@analysis
def sheets(article: Article) -> tuple[Sheet, ...]:
    """The tables of an article in which two rows and two columns or more have numbers to compare."""
    return tuple(sheet for table in article.tables if (sheet := _sheet(article, table)) is not None)


@analysis
def too_large(article: Article) -> int:
    """How many tables have more cells than are looked at."""
    return sum(len(table.cells) > _MOST_CELLS for table in article.tables)


def _sheet(article: Article, table: Table) -> Sheet | None:
    if not 4 <= len(table.cells) <= _MOST_CELLS:
        return None
    columns = sorted({cell.column for cell in table.cells})
    if len(columns) > _MOST_COLUMNS:
        return None
    grid = _grid(article, table, {column: i for i, column in enumerate(columns)})
    head = _head(grid)
    heads = [_head_of(grid[:head], column) for column in range(len(columns))]
    body = grid[head:]
    if len(body) * len(columns) > _MOST_CELLS:
        return None
    rows = tuple(Line(_label(row), tuple(row), i) for i, row in enumerate(body))
    lines = (Line(label, tuple(row[i] for row in body), i) for i, label in enumerate(heads))
    return Sheet(table, rows, tuple(lines))


def _grid(article: Article, table: Table, places: dict[int, int]) -> list[list[Entry | None]]:
    """The entries row by row; those of wide cells stand in each of their columns."""
    shown = [shown_text(cell.text.prose, article.excerpt(cell.text.whole)) for cell in table.cells]
    mark = decimal_mark((text for text in shown if text[:1] != "v"), language(article))
    numbers = {row: i for i, row in enumerate(sorted({cell.row for cell in table.cells}))}
    grid: list[list[Entry | None]] = [[None] * len(places) for _ in numbers]
    for cell, text in zip(table.cells, shown, strict=True):
        if is_nothing(text):
            continue
        read = None if cell.across > 1 else figure(text, article.excerpt(cell.text.whole), mark)
        for column in range(cell.column, cell.column + cell.across):
            if column in places:
                entry = Entry(cell, text, read, column > cell.column)
                grid[numbers[cell.row]][places[column]] = entry
    return grid


def _head(grid: list[list[Entry | None]]) -> int:
    """How many rows are the head: those of header cells alone, else a first one without numbers."""
    rows = 0
    for row in grid[:-1]:
        if not all(entry.cell.header for entry in row if entry is not None):
            break
        rows += 1
    if not rows and grid and not any(entry and entry.figure for entry in grid[0]):
        return 1
    return rows


def _head_of(rows: list[list[Entry | None]], column: int) -> str:
    """What a column is called: what stands over it, from top to bottom."""
    return " ".join(entry.text.strip() for row in rows if (entry := row[column]) is not None)


def _label(row: list[Entry | None]) -> str:
    """What a row is called: its words before the first number."""
    return " ".join(_words(row))


def _words(row: list[Entry | None]) -> Iterator[str]:
    for entry in row:
        if entry is not None and entry.figure is not None:
            return
        if entry is not None and not entry.repeated:
            yield entry.text.strip()
