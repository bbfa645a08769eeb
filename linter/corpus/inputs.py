"""A file of an archive, and how it is read by its name."""

from __future__ import annotations

import os
from collections.abc import Mapping

from linter.namedtuples import NamedTuple

PARQUET, JSON_LINES, CSV = "parquet", "json-lines", "csv"
_KINDS = {
    ".parquet": PARQUET,
    ".pq": PARQUET,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".csv": CSV,
    ".tsv": CSV,
}
COMPRESSION = {".gz": "gzip", ".zst": "zstd"}
"""Suffix of a compressed file -> how it is compressed. Parquet is compressed inside."""


class Input(NamedTuple):
    """A file of an archive."""

    path: str
    name: str
    """Its path from the folder that holds all files: the same on another machine."""
    kind: str
    size: int
    identity: str
    """Stands for its name and content; the parts of the tables that it becomes are named by it."""
    columns: Mapping[str, str]
    """What its columns are called, by our names."""
    after: int = 0
    """Bytes of the files of the archive that come after it."""


def kind_of(path: str) -> str | None:
    """How a file is read, by its name; nothing if it is no archive."""
    stem, suffix = os.path.splitext(path.lower())
    if suffix in COMPRESSION:
        inside = _KINDS.get(os.path.splitext(stem)[1])
        return None if inside == PARQUET else inside
    return _KINDS.get(suffix)
