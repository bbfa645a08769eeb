"""A row that a table has twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from linter.article.model import Article, Cell, Table
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.quoting import beginning
from linter.text import FILLER, Span

_LETTER = lazy(r"[^\W\d_]")
_FEWEST_ROWS = 4
_FEWEST_CELLS = 2
_MOST_ROWS = 500
"""Larger tables are made by programs."""
_SHOWN = 60


class DuplicateRowParams(NamedTuple):
    min_letters: int = 20
    """Shorter rows may come again."""


class DuplicateRow(Check):
    """Reports a row that says the same as an earlier one, if all other rows differ.

    It has to have so many letters that nobody would write it twice; a table with several such rows, or with
    one three times, repeats on purpose.
    """

    Params = DuplicateRowParams
    fields = frozenset({"text"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for table in article.tables:
            yield from self._of_table(table)

    def _of_table(self, table: Table) -> Iterator[Alarm]:
        rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in table.cells:
            rows[cell.row].append(cell)
        if not _FEWEST_ROWS <= len(rows) <= _MOST_ROWS:
            return
        keys = {row: tuple(map(_said, cells)) for row, cells in rows.items()}
        times = Counter(keys.values())
        twice = [key for key, number in times.items() if number > 1]
        if len(twice) != 1 or times[twice[0]] != 2 or not self._tells(twice[0]):
            return
        first, again = (rows[row] for row, key in keys.items() if key == twice[0])
        if any(cell.across > 1 or cell.down > 1 or cell.header for cell in (*first, *again)):
            return
        text = " | ".join(cell.text.prose.strip() for cell in again)
        yield Alarm(_span(again), {"text": beginning(text, _SHOWN)}, (Related(_span(first), "first here"),))

    def _tells(self, key: tuple[tuple[int, str], ...]) -> bool:
        words = " ".join(text for _, text in key)
        letters = len(_LETTER.findall(words))
        return len(key) >= _FEWEST_CELLS and letters >= self.params.min_letters and FILLER not in words


def _said(cell: Cell) -> tuple[int, str]:
    return cell.column, cell.text.prose.strip()


def _span(cells: list[Cell]) -> Span:
    return Span(cells[0].text.whole.start, cells[-1].text.whole.end)
