"""What was found between language versions, kept by the contents of all of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from linter.engine.cache.keyed import content_digest
from linter.engine.cache.reports import KeptReports
from linter.engine.cache.serial import packed_findings, unpacked_findings
from linter.engine.cache.store import Store
from linter.files import read_bytes
from linter.finding import FileReport
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.engine.run import Linter
    from linter.engine.versions import Version


class KeptVersions:
    """Reports on groups of versions by a digest of all that has a say in them."""

    def __init__(self, store: Store | None) -> None:
        self._reports = KeptReports(store) if store else None

    def key(self, group: Sequence[Version], names: Mapping[str, str], linter: Linter) -> str:
        """The key of a group; empty where nothing is kept."""
        if self._reports is None:
            return ""
        parts: list[object] = ["versions"]
        for version in group:
            name = names.get(version.path)
            basis = linter.digest(name) if name is not None else b""
            parts.append((version.path, version.tag, name, basis, _digest_of(version.path)))
        return content_digest(repr(parts).encode("utf-8", "surrogateescape")).hex()

    def get(self, key: str) -> FileReport | None:
        """The report that is kept under a key."""
        line = self._reports.get(key) if self._reports else None
        if line is None:
            return None
        findings, counts = json.loads(line)
        report = FileReport("", counts=counts)
        for path, packed in findings.items():
            report.findings += unpacked_findings(path, packed.encode("ascii"))
        return report

    def put(self, key: str, report: FileReport) -> None:
        """Keep a report that is whole."""
        if self._reports is None:
            return
        by_path = {
            path: packed_findings([each for each in report.findings if each.path == path]).decode("ascii")
            for path in {finding.path: None for finding in report.findings}
        }
        self._reports.put(key, json.dumps((by_path, report.counts)).encode("ascii"))

    def close(self) -> None:
        """Write what waits to be written."""
        if self._reports is not None:
            self._reports.write()


def _digest_of(path: str) -> bytes:
    try:
        return content_digest(read_bytes(path))
    except OSError:
        return b""
