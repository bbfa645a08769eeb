"""Parquet: slices of row groups, read in batches that fit into memory."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow.parquet as pq

from linter.corpus.batch import names_of_texts, rows_of
from linter.corpus.inputs import Input
from linter.corpus.judge import Row
from linter.corpus.shares import share
from linter.namedtuples import NamedTuple

_LEAST, _MOST = 100, 5_000
"""Rows of a task, from a second's work to half a minute's."""
_SLICES = 40
"""Of a row group no more are made: each has to read over those before it."""
_BATCH = 4 << 20
"""Bytes of a batch, by what the file says of its rows."""
_ROWS = 512
"""Rows of a batch at most."""


class Slice(NamedTuple):
    """Some rows of a file, as one task."""

    groups: tuple[int, ...]
    skip: int
    """Rows of the groups that are before it."""
    rows: int
    first: int
    """The number of its first row in the file."""


def columns_of(path: str) -> list[str]:
    """The names of the columns that can be read as texts."""
    with pq.ParquetFile(path) as file:
        return names_of_texts(file.schema_arrow)


def slices(input: Input) -> Iterator[Slice]:
    """The tasks of a file: small row groups are put together, a large one is cut."""
    with pq.ParquetFile(input.path) as file:
        sizes = [file.metadata.row_group(number).num_rows for number in range(file.num_row_groups)]
    total = sum(sizes)
    left = total + input.after * total / max(input.size, 1)  # as if other files had rows of the same size
    first = rows = 0
    groups: list[int] = []
    for number, size in enumerate(sizes):
        groups.append(number)
        rows += size
        if rows >= share(left - first, _LEAST, _MOST) or number == len(sizes) - 1:
            yield from _cut(tuple(groups), rows, first, left - first)
            first, rows, groups = first + rows, 0, []


def _cut(groups: tuple[int, ...], rows: int, first: int, left: float) -> Iterator[Slice]:
    """The tasks of some row groups; ``left`` are the rows from the first of theirs to the end of all."""
    least = max(_LEAST, -(-rows // _SLICES))
    skip = 0
    while skip < rows:
        size = share(left - skip, least, max(least, _MOST))
        if rows - skip < 1.5 * size:  # a small rest would be read over all that is before it
            size = rows - skip
        yield Slice(groups, skip, size, first + skip)
        skip += size


def weight(input: Input, work: Slice, total: int) -> float:
    """The bytes of a file that a slice stands for; ``total`` is the number of its rows."""
    return input.size * work.rows / max(total, 1)


def rows(input: Input, work: Slice, most: int) -> Iterator[Row]:
    """The rows of a slice. ``OSError`` or ``ValueError`` if the file is broken."""
    names = list(dict.fromkeys(input.columns.values()))
    with pq.ParquetFile(input.path, pre_buffer=False, buffer_size=1 << 16) as file:
        number, end, at = work.first - work.skip, work.first + work.rows, work.first
        size = _batch_size(file, work.groups)
        for batch in file.iter_batches(size, list(work.groups), names, use_threads=False):
            if number + batch.num_rows > at:
                part = batch.slice(at - number, min(number + batch.num_rows, end) - at)
                yield from rows_of(part, input.columns, most, f"{input.name}:", at + 1)
                at += part.num_rows
            number += batch.num_rows
            if number >= end:
                return


def _batch_size(file: pq.ParquetFile, groups: tuple[int, ...]) -> int:
    described = [file.metadata.row_group(number) for number in groups]
    size: int = sum(each.total_byte_size for each in described)
    rows: int = sum(each.num_rows for each in described)
    return max(1, min(_ROWS, _BATCH * rows // max(size, 1)))
