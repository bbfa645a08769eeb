"""Reports of files, kept in a database so that a file is linted again only if something has changed.

A report belongs to the bytes of its file, to the way it is named, and to a digest of everything
else that has a say in it: the rules with their parameters, the configuration, the linter itself.
Times of files say nothing after a checkout, so they are only a short cut: as long as time, size
and number of a file are what they were when it was last read, it is not read again (as git does it).

The database may be killed at any moment. If it cannot be used, everything is linted.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import struct
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.engine.store import Store
from linter.finding import FileReport, Finding, Related, Severity
from linter.text import NotText, Span, decoded

if TYPE_CHECKING:
    import sqlite3

_TABLES = """
CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, report BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files
    (path TEXT PRIMARY KEY, signature BLOB NOT NULL, key BLOB NOT NULL) WITHOUT ROWID;
"""
_SELECT = "SELECT path, signature, report FROM files JOIN results USING (key)"
_FEW = 50
"""So many files are looked up one by one; for more the whole table is read."""
_MOST = 500_000
"""With more results than these the database begins anew."""
_BATCH = 100
_RACE = 2_000_000_000
"""Nanoseconds for which the time of a file does not tell whether it was written once more."""


class Known(NamedTuple):
    """What the database says of a file, and what it takes to write about it."""

    report: FileReport | None
    key: bytes
    signature: bytes
    data: bytes


class Results:
    """The database of a cache folder."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._database: sqlite3.Connection | None = None
        self._rows: dict[str, tuple[bytes, bytes]] = {}
        self._waiting: list[tuple[str, bytes, bytes, bytes]] = []

    def open(self, paths: list[str]) -> None:
        """Make ready to be asked about these files."""
        import sqlite3

        try:
            self._store.make()
            path = os.path.join(self._store.folder, "results.db")
            self._database = sqlite3.connect(path, timeout=2.0, isolation_level=None)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.executescript(_TABLES)
            rows = self._database.execute(*_query(paths))
            self._rows = {path: (signature, report) for path, signature, report in rows}
        except (sqlite3.Error, OSError):
            self._database = None

    def known(self, path: str, digest: bytes) -> Known | OSError:
        """The report of a file if it is known; ``digest`` stands for all but the file that has a say."""
        try:
            signature = digest + _signature(os.stat(path))
            row = self._rows.get(path)
            if row is not None and row[0] == signature:
                report = _unpacked(path, row[1])
                if report is not None:
                    return Known(report, b"", signature, b"")
            with open(path, "rb") as file:
                data = file.read()
        except OSError as error:
            return error
        return self._by_content(path, digest, signature, data)

    def _by_content(self, path: str, digest: bytes, signature: bytes, data: bytes) -> Known:
        key = hashlib.sha256(b"\0".join((digest, path.encode("utf-8", "surrogateescape"), data))).digest()
        if self._database is None:
            return Known(None, key, signature, data)
        import sqlite3

        try:
            select = "SELECT report FROM results WHERE key = ?"
            found = self._database.execute(select, (key,)).fetchone()
        except sqlite3.Error:
            found = None
        report = _unpacked(path, found[0], data) if found else None
        if report is not None:
            self._wait(path, signature, key, found[0])
        return Known(report, key, signature, data)

    def keep(self, known: Known, report: FileReport) -> None:
        """Write a report down, unless it could have said more, or its file has changed since."""
        if not (report.failures or report.notices) and known.signature.endswith(_signature_of(report.path)):
            self._wait(report.path, known.signature, known.key, _packed(report))

    def _wait(self, path: str, signature: bytes, key: bytes, packed: bytes) -> None:
        if self._database is not None:
            self._waiting.append((path, signature, key, packed))
            if len(self._waiting) >= _BATCH:
                self.write()

    def close(self) -> None:
        """Write what waits to be written, and let go of the database."""
        self.write()
        if self._database is not None:
            self._database.close()
            self._database = None

    def write(self) -> None:
        """Write what waits to be written; all of it or nothing."""
        import sqlite3

        waiting, self._waiting = self._waiting, []
        if self._database is None or not waiting:
            return
        late = time.time_ns() - _RACE
        results = [(key, packed) for _, _, key, packed in waiting]
        files = [(path, sign, key) for path, sign, key, _ in waiting if _changed(sign) < late]
        try:
            with self._database:
                self._database.execute("BEGIN IMMEDIATE")
                if self._database.execute("SELECT count(*) FROM results").fetchone()[0] > _MOST:
                    self._database.execute("DELETE FROM results")
                self._database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", results)
                self._database.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", files)
        except sqlite3.Error:
            self._database = None


def _query(paths: list[str]) -> tuple[str, list[str]]:
    if len(paths) > _FEW:
        return _SELECT, []
    return f"{_SELECT} WHERE path IN ({','.join('?' * len(paths))})", paths


def _signature(status: os.stat_result) -> bytes:
    times = (max(status.st_mtime_ns, status.st_ctime_ns), status.st_mtime_ns)
    return struct.pack("<QqQQ", *times, status.st_size, status.st_ino)


def _signature_of(path: str) -> bytes:
    try:
        return _signature(os.stat(path))
    except OSError:
        return b"gone"


def _changed(signature: bytes) -> int:
    """When the file of a signature was last changed, in nanoseconds."""
    (changed,) = struct.unpack_from("<Q", signature, len(signature) - 32)
    return int(changed)


def _packed(report: FileReport) -> bytes:
    """The report as bytes; none for one that says nothing."""
    others = [(path, _digest_of(path)) for path in report.read]
    if not (report.findings or report.counts or report.records or others):
        return b""
    findings = [plain_finding(finding) for finding in report.findings]
    records = {rule: [plain_tuples(each) for each in kept] for rule, kept in report.records.items()}
    return marshal.dumps((findings, report.counts, records, others))


def plain_finding(finding: Finding) -> tuple[Any, ...]:
    """A finding as plain data, without its path."""
    related = [(tuple(each.span), each.label, each.path) for each in finding.related]
    texts = (finding.rule, finding.message, finding.text, finding.suggestion, finding.fix)
    return (*texts, int(finding.severity), tuple(finding.span), related, finding.fingerprint)


def plain_tuples(value: Any) -> Any:
    """Named tuples as plain ones."""
    return tuple(map(plain_tuples, value)) if isinstance(value, tuple) else value


def _unpacked(path: str, packed: bytes, data: bytes | None = None) -> FileReport | None:
    """The report in bytes; nothing if the sources that it was held against are no longer the same.

    ``data`` are the bytes of the file; they are read if they are needed and not given.
    """
    report = FileReport(path)
    if not packed:
        return report
    try:
        findings, report.counts, report.records, others = marshal.loads(packed)
        if any(_digest_of(other) != digest for other, digest in others):
            return None
        report.read = tuple(other for other, _ in others)
        report.findings = [finding_of_plain(path, plain) for plain in findings]
        if findings:
            report.source = decoded(_bytes_of(path) if data is None else data)
    except (ValueError, TypeError, EOFError, OSError, NotText):
        return None
    return report


def finding_of_plain(path: str, plain: Iterable[Any]) -> Finding:
    """A finding from plain data and the path of its file."""
    rule, message, text, suggestion, fix, severity, span, related, fingerprint = plain
    return Finding(
        path=path,
        rule=rule,
        severity=Severity(severity),
        message=message,
        span=Span(*span),
        text=text,
        related=tuple(Related(Span(*place), label, other) for place, label, other in related),
        suggestion=suggestion,
        fix=fix,
        fingerprint=fingerprint,
    )


def _bytes_of(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _digest_of(path: str) -> bytes:
    """A digest of a file's bytes; empty if there is none."""
    try:
        return hashlib.sha256(_bytes_of(path)).digest()
    except OSError:
        return b""
