"""DuckDB over the tables of an archive: what does not fit into memory goes to the disk beside them."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from linter.messages import message
from linter.quoting import shortened

_MEMORY = "2GB"
_SLOT = re.compile(r"\$(\w+)")


class Unreadable(Exception):
    """Tables cannot be read, or there is no room for what they are asked; the message says why."""


@contextmanager
def connected(folder: str, threads: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory; what it puts aside stands in a folder of its own until the end.

    ``Unreadable`` for what it cannot do.
    """
    aside = os.path.join(folder, ".duckdb")
    settings = {"threads": str(max(1, threads)), "memory_limit": _MEMORY, "temp_directory": aside}
    database = duckdb.connect(":memory:", config=settings)  # type: ignore[arg-type]
    try:
        yield database
    except duckdb.Error as error:
        why = shortened(str(error), 200)
        raise Unreadable(message("{path}: {why}", path=folder, why=why)) from error
    finally:
        database.close()
        shutil.rmtree(aside, ignore_errors=True)


def run(database: duckdb.DuckDBPyConnection, script: str, **values: str | int) -> None:
    """Run several statements with their values."""
    for statement in script.split(";"):
        database.execute(filled(statement, **values))


def filled(statement: str, **values: str | int) -> str:
    """A statement with its values in place of ``$name``: those of a view cannot be bound."""
    literals = {
        name: str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"
        for name, value in values.items()
    }
    return _SLOT.sub(lambda slot: literals[slot[1]], statement)
