"""The cells of tables in reStructuredText, as the pieces of lines that hold each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from linter.article.markup.lines import Line
from linter.article.model import Table
from linter.article.tables import TableBuilder
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span, Text


class GridCell(NamedTuple):
    """The pieces of lines in a cell, and where it stands."""

    row: int
    column: int
    spans: list[Span]
    across: int = 1


_GRID = lazy(r"\+(?:[-=]+\+)+")
_SIMPLE = lazy(r"={2,}(?:\s+={2,})+")
_RULE = lazy(r"[-=]{2,}(?:\s+[-=]{2,})*")
_COLUMN = lazy(r"[-=]+")
_MOST_COLUMNS = 200


def is_grid(line: Line) -> bool:
    """Whether a line is the upper border of a table drawn with ``+---+``."""
    return _GRID.fullmatch(line.text) is not None


def is_simple(line: Line) -> bool:
    """Whether a line is the upper border of a table drawn with ``==== ====``."""
    return _SIMPLE.fullmatch(line.text) is not None


def grid_cells(source: str, lines: list[Line]) -> list[GridCell] | None:
    """The cells of a table whose borders are drawn, row by row; nothing if they are not told so."""
    columns = [found.start() for found in lazy(r"\+").finditer(lines[0].text)]
    if len(columns) > _MOST_COLUMNS:
        return None
    cells: list[GridCell] = []
    row: dict[int, GridCell] = {}
    number = 0
    for line in lines:
        if line.text.startswith("+"):
            cells += row.values()
            number += 1
            row = {}
        elif line.text.startswith("|") and line.text.endswith("|"):
            for column, across, span in _parts(line, columns):
                row.setdefault(column, GridCell(number - 1, column, [], across)).spans.append(span)
        else:
            return None
    return [*cells, *row.values()]


def _parts(line: Line, columns: list[int]) -> Iterator[tuple[int, int, Span]]:
    """What stands between the borders of a line; where one is missing, a cell spans columns."""
    first = 0
    for last, at in enumerate(columns[1:], 1):
        if line.text[at : at + 1] == "|":
            for span in _kept(line, columns[first] + 1, at):
                yield first, last - first, span
            first = last


def simple_cells(lines: list[Line], at: int) -> tuple[list[GridCell] | None, int]:
    """The cells of a table whose columns are drawn by borders alone, and the line behind it."""
    end, borders = at, 0
    while end < len(lines) and borders < 3:
        is_border = is_simple(lines[end])
        borders += is_border
        end += 1
        if is_border and borders > 1 and not (end < len(lines) and lines[end].text):
            break
    starts = [found.start() for found in _COLUMN.finditer(lines[at].text)]
    if borders < 2 or len(starts) > _MOST_COLUMNS:
        return None, end
    cells: list[GridCell] = []
    row: dict[int, GridCell] = {}
    number = 0
    for line in lines[at:end]:
        if not line.text or _RULE.fullmatch(line.text) or line.indent == lines[at].indent:
            cells += row.values()
            number += bool(row)
            row = {}
        if line.text and not _RULE.fullmatch(line.text):
            for column, span in _columns(line, lines[at].indent, starts):
                row.setdefault(column, GridCell(number, column, [])).spans.append(span)
    return [*cells, *row.values()], end


def _columns(line: Line, indent: int, starts: list[int]) -> Iterator[tuple[int, Span]]:
    """What stands in each column; text in the last one may go beyond its border."""
    shift = line.indent - indent
    ends = [*starts[1:], len(line.text) + max(shift, 0)]
    for column, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for span in _kept(line, max(0, start - shift), max(0, end - shift)):
            yield column, span


def _kept(line: Line, start: int, end: int) -> Iterator[Span]:
    kept = line.part(start, end)
    if kept.text:
        yield kept.span


class ListTable:
    """A table written as a list of rows, each a list of cells."""

    def __init__(self) -> None:
        self._builder = TableBuilder()
        self._level = 0

    @contextmanager
    def item(self) -> Iterator[None]:
        """While an item is read: a row, in it a cell, in that what is a list of its own."""
        if self._level == 0:
            self._builder.next_row()
        elif self._level == 1:
            self._builder.next_cell()
        self._level += 1
        yield
        self._level -= 1

    def add(self, text: Text) -> None:
        """What stands in the cell at hand."""
        self._builder.add(text)

    def tables(self) -> list[Table]:
        """The table, if anything stands in it."""
        return [each for each in (self._builder.table(),) if each is not None]
