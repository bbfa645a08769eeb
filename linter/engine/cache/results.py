"""What is known of files, so that one is linted again only if something has changed.

A report belongs to the bytes of its file, to the way it is named, and to a digest of everything else that has
a say in it: the rules with their parameters, the configuration, the linter itself. The linter may be killed
at any moment. What cannot be used is not there, and is linted.
"""

from __future__ import annotations

import os

from linter.article.file_text import text_of
from linter.engine.cache.file_states import FileStates, path_bytes
from linter.engine.cache.keyed import content_digest
from linter.engine.cache.reports import KeptReports
from linter.engine.cache.serial import line_of, report_of
from linter.engine.cache.signatures import signature_of
from linter.engine.cache.store import Store
from linter.files import read_bytes
from linter.finding import FileReport
from linter.namedtuples import NamedTuple
from linter.text import NotText


class Known(NamedTuple):
    """What is known of a file, and what it takes to keep more about it."""

    report: FileReport | None
    basis: bytes = b""
    signature: bytes = b""
    key: str = ""


class Results:
    """What the cache of a project knows of its files."""

    def __init__(self, store: Store) -> None:
        self._states = FileStates(store)
        self._reports = KeptReports(store)

    def known(self, path: str, basis: bytes) -> Known | OSError:
        """The report of a file if it is known; ``basis`` is a digest of all but the file that has a say."""
        try:
            signature = basis + signature_of(os.stat(path))
            line = self._states.line(path, signature)
            report = _report(path, line) if line else None
            if report is not None:
                return Known(report)
            data = _bytes_of(path)
        except OSError as error:
            return error
        return self._by_content(path, basis, signature, data)

    def _by_content(self, path: str, basis: bytes, signature: bytes, data: bytes) -> Known:
        key = _key(path, basis, content_digest(data))
        line = self._reports.get(key)
        report = _report(path, line, data) if line else None
        if line and report is not None:
            self._states.remember(path, signature, line)
        return Known(report, basis, signature, key)

    def keep(self, known: Known, report: FileReport) -> None:
        """Write a report down, unless it could have said more, or its file has changed meanwhile."""
        if report.failures or known.key != _key(report.path, known.basis, report.content):
            return
        line = line_of(report, [(path, _digest_of(path)) for path in report.read])
        self._reports.put(known.key, line)
        self._states.remember(report.path, known.signature, line)

    def close(self) -> None:
        """Write what waits to be written."""
        self._reports.write()
        self._states.close()


def _key(path: str, basis: bytes, content: bytes) -> str:
    return content_digest(b"\0".join((basis, path_bytes(path), content))).hex()


def _report(path: str, line: bytes, data: bytes | None = None) -> FileReport | None:
    """A report as it was; nothing if the other files that have a say are no longer the same.

    ``data`` are the bytes of the file; they are read if they are needed and not given.
    """
    try:
        report, others = report_of(path, line)
        if others and any(_digest_of(other) != content for other, content in others):
            return None
        if report.findings:
            report.source = text_of(_bytes_of(path) if data is None else data, path)
    except (ValueError, TypeError, OSError, NotText):
        return None
    return report


def _bytes_of(path: str) -> bytes:
    return read_bytes(path)


def _digest_of(path: str) -> str:
    """A digest of a file's bytes, or of the names in a folder; empty if there is none."""
    try:
        return content_digest(_bytes_of(os.path.realpath(path))).hex()  # that it may be read was asked before
    except IsADirectoryError:
        return content_digest(b"\0".join(sorted(path_bytes(name) for name in os.listdir(path)))).hex()
    except OSError:
        return ""
