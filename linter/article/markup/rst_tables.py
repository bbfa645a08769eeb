"""The cells of tables in reStructuredText, as the pieces of lines that hold each."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.markup.lines import Line
from linter.matching.regexes import lazy
from linter.text import Span

Cells = list[list[Span]]
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


def grid_cells(source: str, lines: list[Line]) -> Cells | None:
    """The cells of a table whose borders are drawn, row by row; nothing if they are not told so."""
    columns = [found.start() for found in lazy(r"\+").finditer(lines[0].text)]
    if len(columns) > _MOST_COLUMNS:
        return None
    cells: Cells = []
    row: dict[int, list[Span]] = {}
    for line in lines:
        if line.text.startswith("+"):
            cells += row.values()
            row = {}
        elif line.text.startswith("|") and line.text.endswith("|"):
            for column, span in _parts(line, columns):
                row.setdefault(column, []).append(span)
        else:
            return None
    return [*cells, *row.values()]


def _parts(line: Line, columns: list[int]) -> Iterator[tuple[int, Span]]:
    """What stands between the borders of a line; where one is missing, a cell spans columns."""
    start = 0
    for at in columns[1:]:
        if line.text[at : at + 1] == "|":
            yield from _cell(line, start + 1, at, start)
            start = at


def simple_cells(lines: list[Line], at: int) -> tuple[Cells | None, int]:
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
    cells: Cells = []
    row: dict[int, list[Span]] = {}
    for line in lines[at:end]:
        if not line.text or _RULE.fullmatch(line.text) or line.indent == lines[at].indent:
            cells += row.values()
            row = {}
        if line.text and not _RULE.fullmatch(line.text):
            for column, span in _columns(line, lines[at].indent, starts):
                row.setdefault(column, []).append(span)
    return [*cells, *row.values()], end


def _columns(line: Line, indent: int, starts: list[int]) -> Iterator[tuple[int, Span]]:
    """What stands in each column; text in the last one may go beyond its border."""
    shift = line.indent - indent
    ends = [*starts[1:], len(line.text) + max(shift, 0)]
    for start, end in zip(starts, ends, strict=True):
        yield from _cell(line, max(0, start - shift), max(0, end - shift), start)


def _cell(line: Line, start: int, end: int, column: int) -> Iterator[tuple[int, Span]]:
    kept = line.part(start, end)
    if kept.text:
        yield column, kept.span
