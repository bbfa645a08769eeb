"""Reports by the content that they are about, in a database that may be killed at any moment."""

from __future__ import annotations

import contextlib
import marshal
import os
import sqlite3

from linter.engine.cache.folder import Store
from linter.engine.cache.serial import Said

_TABLES = "CREATE TABLE IF NOT EXISTS reports (key BLOB PRIMARY KEY, said BLOB NOT NULL) WITHOUT ROWID"
_MOST = 500_000
"""With more results than these the database begins anew."""
_BATCH = 100
PATIENCE = 2.0
"""Seconds to wait for a database that another process writes to; then it is left alone."""


class Database:
    """The database of a cache folder. If it cannot be used, it is empty and keeps nothing."""

    def __init__(self, store: Store) -> None:
        self._waiting: list[tuple[bytes, bytes]] = []
        self._connection: sqlite3.Connection | None = None
        try:
            store.make()
            path = os.path.join(store.folder, "results.db")
            self._connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=NORMAL")
            self._connection.execute(_TABLES)
        except (sqlite3.Error, OSError):
            self._connection = None

    def get(self, key: bytes) -> Said | None:
        """What is kept under a key."""
        if self._connection is None:
            return None
        try:
            found = self._connection.execute("SELECT said FROM reports WHERE key = ?", (key,)).fetchone()
            return marshal.loads(found[0]) if found else None
        except (sqlite3.Error, ValueError, TypeError, EOFError):
            return None

    def put(self, key: bytes, said: Said) -> None:
        """Keep something under a key; it is written a little later, together with others."""
        self._waiting.append((key, marshal.dumps(said)))
        if len(self._waiting) >= _BATCH:
            self.write()

    def write(self) -> None:
        """Write what waits to be written; all of it or nothing."""
        waiting, self._waiting = self._waiting, []
        if self._connection is None or not waiting:
            return
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany("INSERT OR REPLACE INTO reports VALUES (?, ?)", waiting)
        except sqlite3.Error:
            self._connection = None

    def close(self) -> None:
        """Write what waits, and let go of the database."""
        self.write()
        if self._connection is None:
            return
        with contextlib.suppress(sqlite3.Error):
            if self._connection.execute("SELECT count(*) FROM reports").fetchone()[0] > _MOST:
                self._connection.execute("DELETE FROM reports")
        self._connection.close()
        self._connection = None
