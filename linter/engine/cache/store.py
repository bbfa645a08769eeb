"""What is kept of a project between runs, in files that are believed only if this user's linter wrote them.

Each file is plain data behind a keyed digest of the data and of what they were made from. Nothing in
it is needed: a file that is missing, or damaged, or of another version of the linter, or of somebody else is
not there, and one that cannot be written is not written.
"""

from __future__ import annotations

import json
import marshal
import os

from linter.engine.cache.keyed import Prover, Stamp, stamp_digest
from linter.engine.cache.private import Refused, read_file, write_file
from linter.engine.cache.projects import key_of, open_caches, open_project
from linter.engine.cache.stamps import Code
from linter.typed import Any

_MOST = 256 << 20
"""Bytes of a file; the states of a million files take less."""


def as_bytes(plain: Any) -> bytes:
    """Plain data (lists, dicts with texts as keys, texts, numbers, ``None``), as they are read soonest.

    Python reads its own format in a third of the time that JSON takes; only the version that wrote it may
    read it, and only data that are proved: both are what a stamp is for.
    """
    return marshal.dumps(json.loads(json.dumps(plain)))


class Store:
    """The kept data of one project."""

    def __init__(self, folder: str, root: str) -> None:
        """``folder`` has the caches of all projects; ``root`` is the folder of this one.

        ``Refused`` if a cache cannot be kept there or would not be safe.
        """
        try:
            open_caches(folder, root)
            self.folder = open_project(folder, root)
            self.key = key_of(folder)
        except OSError as error:
            raise Refused(f"{error.filename or folder}: {error.strerror or error}") from None
        self.linter = Code()
        self.code = stamp_digest(self.linter.stamp)
        """What the linter is; part of every stamp."""

    def read(self, name: str, stamp: Stamp) -> Any:
        """What was last written under a name, if it was for this stamp; else ``None``."""
        data = self.read_bytes(name, stamp)
        return None if data is None else marshal.loads(data)

    def write(self, name: str, stamp: Stamp, plain: Any) -> None:
        """Keep plain data."""
        self.write_bytes(name, stamp, as_bytes(plain))

    def read_bytes(self, name: str, stamp: Stamp) -> memoryview | None:
        """As :meth:`read`, for bytes."""
        data = read_file(self.path(name), _MOST)
        if data is None:
            return None
        prover = self._prover(name, stamp)
        kept = memoryview(data)[prover.size :]
        return kept if data[: prover.size] == prover.proof(kept) else None

    def write_bytes(self, name: str, stamp: Stamp, data: bytes) -> None:
        """As :meth:`write`, for bytes."""
        write_file(self.path(name), self._prover(name, stamp).proof(data) + data)

    def path(self, name: str) -> str:
        """The path of the file with this name."""
        return os.path.join(self.folder, name)

    def _prover(self, name: str, stamp: Stamp) -> Prover:
        return Prover(self.key, stamp_digest((name, os.path.basename(self.folder), self.code, stamp)))
