"""Tables as files: a part of each for every task, the same bytes whenever and wherever it is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from linter.corpus.batch import batch_of
from linter.corpus.judge import Values
from linter.corpus.schemas import ARTICLES, FINDINGS, RECORDS, TABLES
from linter.namedtuples import NamedTuple
from linter.write import replacing

SUFFIX = ".parquet"
_CHUNK = 500
"""Rows that are kept as Python has them until they are packed."""
_WRITTEN: dict[str, Any] = {
    "compression": "zstd",
    "compression_level": 3,
    "use_dictionary": True,
    "version": "2.6",
    "data_page_version": "1.0",
    "write_statistics": True,
}
"""All that has a say in the bytes is fixed here, but for the version of Arrow."""
_COUNTS = b"factlint.counts"


class Counts(NamedTuple):
    """How much stands in a part, or in all."""

    rows: int = 0
    failures: int = 0
    """Rows that could not be judged, or not by every rule."""
    findings: int = 0

    def plus(self, other: Counts) -> Counts:
        return Counts(*(one + two for one, two in zip(self, other, strict=True)))


class Part:
    """The rows of one task, gathered, in little room."""

    def __init__(self) -> None:
        self.counts = Counts()
        self._rows: list[Values] = []
        self._packed: dict[str, list[pa.RecordBatch]] = {name: [] for name in TABLES}

    def add(self, outcome: Values, rows: int = 1) -> None:
        """Take over what was found in a row, or is to be said of several that are lost."""
        more = Counts(rows, rows * bool(outcome["failures"]), len(outcome["findings"]))
        self.counts = self.counts.plus(more)
        self._rows.append(outcome)
        if len(self._rows) >= _CHUNK:
            self._pack()

    def _pack(self) -> None:
        rows, self._rows = self._rows, []
        articles = [{**row, "findings": len(row["findings"])} for row in rows]
        self._packed["articles"].append(batch_of(articles, ARTICLES))
        self._packed["findings"].append(batch_of(_spread(rows, "findings"), FINDINGS))
        self._packed["records"].append(batch_of(_spread(rows, "records"), RECORDS))

    def write(self, folder: str, name: str) -> None:
        """Write the files of a part; the one of articles comes last, and says that the part is done."""
        if self._rows:
            self._pack()
        for table in ("findings", "records", "articles"):
            write_table(path_of(folder, table, name), TABLES[table], self._packed[table], self.counts)


def _spread(rows: Iterable[Values], name: str) -> Iterator[Values]:
    return ({"id": row["id"], **each} for row in rows for each in row[name])


def path_of(folder: str, table: str, name: str) -> str:
    """Where a part of a table is."""
    return os.path.join(folder, table, name + SUFFIX)


def write_table(path: str, schema: pa.Schema, batches: list[pa.RecordBatch], counts: Counts) -> None:
    """Write a file, all of it or nothing."""
    told = repr(tuple(map(int, counts))).encode()
    table = pa.Table.from_batches(batches, schema).combine_chunks()
    with replacing(path) as draft:
        pq.write_table(table.replace_schema_metadata({_COUNTS: told}), draft, **_WRITTEN)


def counts_of(path: str) -> Counts:
    """The counts of a part that was written. ``OSError`` or ``ValueError`` if it is none."""
    told = pq.read_schema(path).metadata[_COUNTS].decode()
    return Counts(*(int(each) for each in told.strip("()").split(",")))
