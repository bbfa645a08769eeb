"""DuckDB over the tables of an archive: what does not fit into memory goes to the disk beside them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

_MEMORY = "2GB"


@contextmanager
def connected(folder: str, threads: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory; what it puts aside stands in a folder of its own until the end."""
    aside = os.path.join(folder, ".duckdb")
    settings = {"threads": str(max(1, threads)), "memory_limit": _MEMORY, "temp_directory": aside}
    database = duckdb.connect(":memory:", config=settings)  # type: ignore[arg-type]
    try:
        yield database
    finally:
        database.close()
        shutil.rmtree(aside, ignore_errors=True)
