"""Reports of files, kept so that a file is linted again only if something has changed.

A report belongs to the bytes of its file, to the way it is named, and to a digest of everything
else that has a say in it: the rules with their parameters, the configuration, the linter itself.
By these it is found in a database. Times of files say nothing after a checkout, so they are only
a short cut, kept in one file beside it: as long as times, size and number of a file are what they
were when it was last read, it is not read again (as git does it).

The linter may be killed at any moment. What cannot be used is not there, and is linted.
"""

from __future__ import annotations

import hashlib
import os
import struct
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from linter.engine.cache.folder import Store
from linter.engine.cache.serial import Said, report_of, said_of
from linter.finding import FileReport
from linter.namedtuples import NamedTuple
from linter.text import NotText, decoded

if TYPE_CHECKING:
    from linter.engine.cache.database import Database

_FILE = "files"
_RACE = 2_000_000_000
"""Nanoseconds for which the time of a file does not tell whether it was written once more."""
_SIGNATURE = struct.Struct("<QqQQ")


class Known(NamedTuple):
    """What is known of a file, and what it takes to keep more about it."""

    report: FileReport | None
    key: bytes = b""
    signature: bytes = b""


class Results:
    """What a cache folder knows of files."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: dict[str, tuple[bytes, Said]] = store.read(_FILE, ()) or {}
        self._count = len(self._rows)
        self._changed: set[str] = set()
        self._database: Database | None = None

    def known(self, path: str, digest: bytes) -> Known | OSError:
        """The report of a file if it is known; ``digest`` stands for all but the file that has a say."""
        try:
            sign = digest + signature(os.stat(path))
            row = self._rows.get(path)
            if row is not None and row[0] == sign:
                report = _report(path, row[1])
                if report is not None:
                    return Known(report)
            data = _bytes_of(path)
        except OSError as error:
            return error
        return self._by_content(path, digest, sign, data)

    def _by_content(self, path: str, digest: bytes, sign: bytes, data: bytes) -> Known:
        key = _key(path, digest, hashlib.sha256(data).digest())
        said = self.database.get(key)
        report = _report(path, said, data) if said else None
        if said and report is not None:
            self._remember(path, sign, said)
        return Known(report, key, sign)

    @property
    def database(self) -> Database:
        """The database, opened when it is first asked."""
        if self._database is None:
            from linter.engine.cache.database import Database

            self._database = Database(self._store)
        return self._database

    def keep(self, known: Known, report: FileReport) -> None:
        """Write a report down, unless it could have said more, or its file has changed meanwhile."""
        digest = known.signature[: -_SIGNATURE.size]
        if report.failures or known.key != _key(report.path, digest, report.content):
            return
        said = said_of(report, tuple((path, _digest_of(path)) for path in report.read))
        self.database.put(known.key, said)
        self._remember(report.path, known.signature, said)

    def _remember(self, path: str, sign: bytes, said: Said) -> None:
        self._rows[path] = (sign, said)
        self._changed.add(path)

    def close(self) -> None:
        """Write what waits to be written."""
        if self._database is not None:
            self._database.close()
        for path in self._changed:
            if not is_settled([self._rows[path][0]]):
                del self._rows[path]
        if self._changed:
            if len(self._rows).bit_length() > self._count.bit_length():  # now and then, for it takes a while
                self._rows = {path: row for path, row in self._rows.items() if os.path.exists(path)}
            self._store.write(_FILE, (), self._rows)


def signature(status: os.stat_result) -> bytes:
    """What is the same as long as a file is; but see :func:`is_settled`."""
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    return _SIGNATURE.pack(changed, status.st_mtime_ns, status.st_size, status.st_ino)


def is_settled(signatures: Iterable[bytes]) -> bool:
    """Whether files can no longer change without another signature: they were written some time ago."""
    late = time.time_ns() - _RACE
    return all(_SIGNATURE.unpack(each[-_SIGNATURE.size :])[0] < late for each in signatures)


def _key(path: str, digest: bytes, content: bytes) -> bytes:
    return hashlib.sha256(b"\0".join((digest, path.encode("utf-8", "surrogateescape"), content))).digest()


def _report(path: str, said: Said, data: bytes | None = None) -> FileReport | None:
    """A report as it was; nothing if the other files that have a say are no longer the same.

    ``data`` are the bytes of the file; they are read if they are needed and not given.
    """
    try:
        report = report_of(path, said)
        if any(_digest_of(other) != digest for other, digest in said[-1]):
            return None
        if report.findings:
            report.source = decoded(_bytes_of(path) if data is None else data)
    except (ValueError, TypeError, EOFError, OSError, NotText):
        return None
    return report


def _bytes_of(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _digest_of(path: str) -> bytes:
    """A digest of a file's bytes; empty if there is none."""
    try:
        return hashlib.sha256(_bytes_of(path)).digest()
    except OSError:
        return b""
