"""Reports by the content that they are about, in files that several processes may add to.

A report is a line between its key and a keyed digest of both. One that is damaged, cut short or somebody
else's is not there. Of several with the same key the newest counts.
"""

from __future__ import annotations

from collections import defaultdict

from linter.engine.cache.keyed import Prover
from linter.engine.cache.private import append_file, read_file, write_file
from linter.engine.cache.store import Store

KEY = 64
"""Characters of a key: a digest of 32 bytes in hexadecimal."""
_MOST = 4 << 20
"""Bytes of one of the 16 files (some 150,000 reports in all); with more, only the newer half is kept."""
_MOST_READ = 32 << 20
"""Bytes of a file that is read at all; only very long reports that were written at once make so many."""
_BATCH = 100


class KeptReports:
    """The reports of a project by their keys."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._prover = Prover(store.key, b"reports")
        self._read: dict[str, dict[bytes, bytes]] = {}
        self._waiting: dict[str, list[bytes]] = defaultdict(list)
        self._count = 0

    def get(self, key: str) -> bytes | None:
        """The line that is kept under a key."""
        entries = self._read.get(key[0])
        if entries is None:
            data = read_file(self._path(key[0]), _MOST_READ) or b""
            entries = self._read[key[0]] = {entry[:KEY]: entry for entry in data.split(b"\n")}
        entry = entries.get(key.encode())
        if entry is None or not entry.endswith(self._prover.proof(entry[: -Prover.size])):
            return None
        return entry[KEY : -Prover.size]

    def put(self, key: str, line: bytes) -> None:
        """Keep a line under a key, unless it is very long; it is written a little later, with others."""
        if len(line) > _MOST:
            return
        entry = key.encode() + line
        self._waiting[key[0]].append(entry + self._prover.proof(entry))
        self._count += 1
        if self._count >= _BATCH:
            self.write()

    def write(self) -> None:
        """Write what waits to be written."""
        waiting, self._waiting, self._count = self._waiting, defaultdict(list), 0
        for digit, entries in waiting.items():
            path = self._path(digit)
            data = b"\n%b\n" % b"\n".join(entries)  # begins anew behind an entry that was cut short
            if not append_file(path, data, _MOST):
                newer = (read_file(path, _MOST_READ) or b"")[-_MOST // 2 :]
                write_file(path, newer + data)

    def _path(self, digit: str) -> str:
        """The file of all keys that begin with a digit."""
        return self._store.path(f"reports-{digit}")
