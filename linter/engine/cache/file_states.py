"""The states of files when they were last read, and what was said of them then.

Times of files say nothing after a checkout, so they are only a short cut: as long as times, size and number
of a file are what they were when it was last read, it is not read again (as git does it).
"""

from __future__ import annotations

import os
import struct
import sys
import time
from collections.abc import Iterable

from linter.engine.cache.digest import SIZE as BASIS
from linter.engine.cache.store import Store

_NAME = "files"
_ENCODING, _ERRORS = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()
_RACE = 2_000_000_000
"""Nanoseconds for which the time of a file does not tell whether it was written once more."""
_SIGNATURE = struct.Struct("<QqQQ")
_SIGNED = 2 * (BASIS + _SIGNATURE.size)
"""Characters of a signature, with a digest of all else that has a say before it, in hexadecimal."""


class FileStates:
    """What is kept of the files of a project, by path: a signature, and what was said of the file, a line."""

    def __init__(self, store: Store) -> None:
        self._store = store
        kept = store.read_bytes(_NAME, ())
        self._rows = dict(map(_row, bytes(kept).split(b"\n"))) if kept else {}
        self._count = len(self._rows)
        self._changed: dict[bytes, bytes] = {}

    def line(self, path: str, signature: bytes) -> bytes | None:
        """What was said of a file, if its signature is still this one."""
        row = self._rows.get(path_bytes(path))
        return row[_SIGNED:] if row is not None and row.startswith(signature.hex().encode()) else None

    def remember(self, path: str, signature: bytes, line: bytes) -> None:
        """Note the state of a file for the next run."""
        name = path_bytes(path)
        if b"\n" in name or b"\t" in name:  # these are between rows, and behind names
            return
        self._changed[name] = signature
        self._rows[name] = signature.hex().encode() + line

    def close(self) -> None:
        """Write what has changed."""
        if not self._changed:
            return
        for name, signature in self._changed.items():
            if not is_settled([signature]):
                del self._rows[name]
        if len(self._rows).bit_length() > self._count.bit_length():  # now and then, for it takes a while
            self._rows = {name: row for name, row in self._rows.items() if os.path.exists(name)}
        self._store.write_bytes(_NAME, (), b"\n".join(b"%b\t%b" % row for row in self._rows.items()))


def path_bytes(path: str) -> bytes:
    """As ``os.fsencode``, which would first ask what it is given."""
    return path.encode(_ENCODING, _ERRORS)


def _row(row: bytes) -> tuple[bytes, bytes]:
    name, _, rest = row.partition(b"\t")
    return name, rest


def signature_of(status: os.stat_result) -> bytes:
    """What is the same as long as a file is; but see :func:`is_settled`."""
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    return _SIGNATURE.pack(changed, status.st_mtime_ns, status.st_size, status.st_ino)


def is_settled(signatures: Iterable[bytes]) -> bool:
    """Whether files can no longer change without another signature: they were written some time ago."""
    late = time.time_ns() - _RACE
    return all(_SIGNATURE.unpack(each[-_SIGNATURE.size :])[0] < late for each in signatures)
