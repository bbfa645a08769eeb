"""What was found between articles, kept as long as all that they record and the rules stay what they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.engine.cache.keyed import Stamp, stamp_digest
from linter.engine.cache.serial import packed_findings, unpacked_findings
from linter.engine.cache.store import Store
from linter.finding import Finding

_NAME = "joint-findings"


def stamp_of(records: Iterable[tuple[str, bytes | None, bytes]]) -> Stamp:
    """What such findings are made from: path, digest of the rules, and records of each article."""
    return (stamp_digest(tuple(records)),)


def kept_findings(store: Store, stamp: Stamp) -> dict[str, list[Finding]] | None:
    """The findings by path; nothing if they have to be found again."""
    kept: dict[str, str] | None = store.read(_NAME, stamp)
    if kept is None:
        return None
    return {path: unpacked_findings(path, each.encode("ascii")) for path, each in kept.items()}


def keep_findings(store: Store, stamp: Stamp, findings: Mapping[str, list[Finding]]) -> None:
    """Keep the findings by path."""
    kept = {path: packed_findings(each).decode("ascii") for path, each in findings.items()}
    store.write(_NAME, stamp, kept)
