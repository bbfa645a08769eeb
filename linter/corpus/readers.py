"""How archives are read: what columns a file has, which tasks it becomes, and the rows of a task."""

from __future__ import annotations

from collections.abc import Iterator

from linter.corpus import lines, parquet
from linter.corpus.inputs import PARQUET, Input
from linter.corpus.judge import Row
from linter.namedtuples import NamedTuple
from linter.quoting import reason, shortened

Work = parquet.Slice | lines.Block


class Task(NamedTuple):
    """What one process does in a row, and one file in each table."""

    input: Input
    number: int
    work: Work

    @property
    def part(self) -> str:
        """The name of the files that it becomes."""
        return f"{self.input.identity}-{self.number:06}"


def columns_of(path: str, kind: str) -> list[str]:
    """The names of the columns of a file. ``OSError`` or ``ValueError`` if it is broken."""
    return parquet.columns_of(path) if kind == PARQUET else lines.columns_of(path, kind)


def tasks(input: Input, most: int) -> Iterator[tuple[Task, float]]:
    """The tasks of a file, each with the number of bytes of the file that it stands for.

    ``OSError`` or ``ValueError`` if the file breaks off.
    """
    if not input.columns:
        return
    if input.kind == PARQUET:
        slices = list(parquet.slices(input))
        total = sum(each.rows for each in slices)
        for number, each in enumerate(slices):
            yield Task(input, number, each), parquet.weight(input, each, total)
        return
    before = 0
    for number, (position, block) in enumerate(lines.blocks(input, most)):
        yield Task(input, number, block), position - before
        before = position


def rows(task: Task, most: int) -> Iterator[Row]:
    """The rows of a task. ``OSError`` or ``ValueError`` if the file is broken."""
    if isinstance(task.work, parquet.Slice):
        return parquet.rows(task.input, task.work, most)
    return lines.rows(task.input, task.work)


def size(task: Task) -> int:
    """How many rows a task has."""
    return task.work.rows if isinstance(task.work, parquet.Slice) else len(task.work.records)


def why(error: Exception) -> str:
    """Why a file cannot be read, in a few words."""
    return shortened(reason(error), 200)
