"""Reports as plain data: bytes that can be kept, compared, and read again only where they are needed."""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from linter.check import Record
from linter.finding import FileReport, Finding, Related, Severity
from linter.text import Span

_WITHOUT_REFERENCES = 2
"""The version of the format in which equal data always gives equal bytes."""


Said = tuple[bytes, bytes, bytes, tuple[str, ...], tuple[tuple[str, bytes], ...]]
"""What linting a file has told, but for failures: findings, counts and records as bytes (none where there
was nothing), notices, and the other files that have a say, each with a digest of its bytes."""


def said_of(report: FileReport, others: tuple[tuple[str, bytes], ...]) -> Said:
    """What a report tells, as plain data."""
    findings = packed_findings(report.findings) if report.findings else b""
    counts = marshal.dumps(report.counts, _WITHOUT_REFERENCES) if report.counts else b""
    return findings, _one_of(counts), report.records, tuple(report.notices), others


def report_of(path: str, said: Said) -> FileReport:
    """The report again, without the source. ``ValueError``, ``TypeError`` or ``EOFError`` if it is spoilt."""
    findings, counts, records, notices, others = said
    return FileReport(
        path,
        unpacked_findings(path, findings) if findings else [],
        notices=notices,
        counts=_counts(counts) if counts else None,
        records=records,
        read=tuple([other for other, _ in others]),
    )


@lru_cache(maxsize=4096)
def _one_of(packed: bytes) -> bytes:
    """Equal bytes as one object, which is kept once."""
    return packed


@lru_cache(maxsize=4096)
def _counts(packed: bytes) -> dict[str, dict[str, int]]:
    """Many files have the same counts."""
    counts: dict[str, dict[str, int]] = marshal.loads(packed)
    return counts


def packed_findings(findings: Sequence[Finding]) -> bytes:
    """Findings of one file without its path."""
    return marshal.dumps([_plain_finding(finding) for finding in findings])


def unpacked_findings(path: str, packed: bytes) -> list[Finding]:
    """The findings of a file again."""
    return [_finding_of(path, *plain) for plain in marshal.loads(packed)]


def _plain_finding(finding: Finding) -> tuple[Any, ...]:
    related = [(tuple(each.span), each.label, each.path) for each in finding.related]
    texts = (finding.rule, finding.message, finding.text, finding.suggestion, finding.fix)
    return (*texts, int(finding.severity), tuple(finding.span), related, finding.fingerprint)


def _finding_of(
    path: str,
    rule: str,
    message: str,
    text: str,
    suggestion: str | None,
    fix: str | None,
    severity: int,
    span: tuple[int, int],
    related: list[tuple[tuple[int, int], str, str]],
    fingerprint: str,
) -> Finding:
    places = tuple(Related(Span(*place), label, other) for place, label, other in related)
    return Finding(
        path,
        rule,
        Severity(severity),
        message,
        Span(*span),
        text,
        places,
        suggestion,
        fix,
        fingerprint,
    )


def packed_records(records: Mapping[str, Sequence[Record]]) -> bytes:
    """The records of one article, by rule; none for none."""
    plain = [
        (rule, [(*record[:-1], tuple(record.span)) for record in kept])
        for rule, kept in sorted(records.items())
        if kept
    ]
    return marshal.dumps(plain, _WITHOUT_REFERENCES) if plain else b""


def unpacked_records(packed: bytes) -> dict[str, list[Record]]:
    """The records again."""
    if not packed:
        return {}
    return {
        rule: [Record._make([*plain[:-1], Span(*plain[-1])]) for plain in kept]
        for rule, kept in marshal.loads(packed)
    }
