"""What is kept of a project between runs, in files that are believed only if this user's linter wrote them.

Each file, or each part of one, is plain data behind a keyed digest of the data and of what they were made
from. Nothing in it is needed: a file that is missing, or damaged, or of another version of the linter, or of
somebody else is not there, and one that cannot be written is not written.
"""

from __future__ import annotations

import marshal
import os
import struct
from collections.abc import Mapping
from zlib import crc32

from linter.engine.cache.keyed import Prover, Stamp, stamp_digest
from linter.engine.cache.private import Refused, read_file, write_file
from linter.engine.cache.projects import key_of, open_caches, open_project
from linter.engine.cache.stamps import Code
from linter.plain_json import dumps, loads
from linter.typed import Any

_MOST = 256 << 20
"""Bytes of a file; the states of a million files take less."""
_ROW = struct.Struct(">III")
"""A checksum of the name of a part, where the part begins behind the rows, and its size with the proof."""


def as_bytes(plain: Any) -> bytes:
    """Plain data (lists, dicts with texts as keys, texts, numbers, ``None``), as they are read soonest.

    Python reads its own format in a third of the time that JSON takes; only the version that wrote it may
    read it, and only data that are proved: both are what a stamp is for.
    """
    return marshal.dumps(loads(dumps(plain)))


class Parts:
    """Data of which a run needs few: behind a proved table each part is proved when it is asked for."""

    def __init__(self, prover: Prover, data: bytes) -> None:
        size = prover.size + 4
        begin = size + int.from_bytes(data[prover.size : size], "big") * _ROW.size
        rows = data[size:begin]
        proved = begin <= len(data) and data[: prover.size] == prover.proof(rows)
        self.places = {checksum: place for checksum, *place in _ROW.iter_unpack(rows if proved else b"")}
        """Of each part where it begins and its size, by a checksum of its name."""
        self._parts = memoryview(data)[begin:]
        self._prover = prover

    def get(self, name: str) -> memoryview | None:
        """What was kept as the part of this name."""
        checksum = _checksum(name)
        if checksum not in self.places:
            return None
        part = self._part(checksum)
        kept = part[self._prover.size :]
        return kept if part[: self._prover.size] == self._prover.proof(kept, name) else None

    def with_new(self, new: Mapping[str, bytes]) -> bytes:
        """The bytes of these parts and of new ones."""
        parts: dict[int, bytes | memoryview] = {each: self._part(each) for each in self.places}
        parts |= {_checksum(name): self._prover.proof(data, name) + data for name, data in new.items()}
        rows, begin = bytearray(), 0
        for checksum, part in parts.items():
            rows += _ROW.pack(checksum, begin, len(part))
            begin += len(part)
        return b"".join((self._prover.proof(rows), len(parts).to_bytes(4, "big"), rows, *parts.values()))

    def _part(self, checksum: int) -> memoryview:
        begin, size = self.places[checksum]
        return self._parts[begin : begin + size]


def _checksum(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass"))


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

    def read_parts(self, name: str, stamp: Stamp) -> Parts:
        """The parts that were last written under a name; none if there are none for this stamp."""
        return Parts(self._prover(name, stamp), read_file(self.path(name), _MOST) or b"")

    def add_parts(self, name: str, stamp: Stamp, new: Mapping[str, bytes]) -> None:
        """Keep new parts beside those that stand under a name by now."""
        write_file(self.path(name), self.read_parts(name, stamp).with_new(new))

    def path(self, name: str) -> str:
        """The path of the file with this name."""
        return os.path.join(self.folder, name)

    def _prover(self, name: str, stamp: Stamp) -> Prover:
        return Prover(self.key, stamp_digest((name, os.path.basename(self.folder), self.code, stamp)))
