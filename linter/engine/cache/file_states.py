"""The states of files when they were last read, and what was said of them then.

Times of files say nothing after a checkout, so they are only a short cut: as long as times, size and number
of a file are what they were when it was last read, it is not read again (as git does it).
"""

from __future__ import annotations

import os
import sys
from zlib import crc32

from linter.engine.cache.digest import SIZE as BASIS
from linter.engine.cache.signatures import SIZE as SIGNATURE
from linter.engine.cache.signatures import is_settled
from linter.engine.cache.store import Store

Rows = dict[bytes, bytes]
"""By the bytes of a path: a signature in hexadecimal, and a line behind it."""
_PARTS = 16
_ENCODING, _ERRORS = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()
_SIGNED = 2 * (BASIS + SIGNATURE)
"""Characters of a signature, with a digest of all else that has a say before it, in hexadecimal."""


class FileStates:
    """What is kept of the files of a project, by path: a signature, and what was said of the file, a line.

    It stands in several files, so that a run on one article need not read and write what is kept of all.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._parts: dict[int, Rows] = {}
        self._changed: dict[int, Rows] = {}

    def line(self, path: str, signature: bytes) -> bytes | None:
        """What was said of a file, if its signature is still this one."""
        name = path_bytes(path)
        row = self._part(crc32(name) % _PARTS).get(name)
        return row[_SIGNED:] if row is not None and row.startswith(signature.hex().encode()) else None

    def _part(self, number: int) -> Rows:
        part = self._parts.get(number)
        if part is None:
            kept = self._store.read_bytes(f"files-{number:02}", ())
            part = self._parts[number] = dict(map(_row, bytes(kept).split(b"\n"))) if kept else {}
        return part

    def remember(self, path: str, signature: bytes, line: bytes) -> None:
        """Note the state of a file for the next run, if it can no longer change without another signature."""
        name = path_bytes(path)
        if b"\n" not in name and b"\t" not in name:  # these are between rows, and behind names
            self._changed.setdefault(crc32(name) % _PARTS, {})[name] = signature.hex().encode() + line

    def close(self) -> None:
        """Write what has changed."""
        for number, changed in self._changed.items():
            part = self._part(number)
            count = len(part)
            for name, row in changed.items():
                if is_settled([bytes.fromhex(row[:_SIGNED].decode())]):
                    part[name] = row
                else:
                    part.pop(name, None)
            if len(part).bit_length() > count.bit_length():  # now and then, for it takes a while
                part = {name: row for name, row in part.items() if os.path.exists(name)}
            self._store.write_bytes(
                f"files-{number:02}", (), b"\n".join(b"%b\t%b" % row for row in part.items())
            )


def path_bytes(path: str) -> bytes:
    """As ``os.fsencode``, which would first ask what it is given."""
    return path.encode(_ENCODING, _ERRORS)


def _row(row: bytes) -> tuple[bytes, bytes]:
    name, _, rest = row.partition(b"\t")
    return name, rest
