"""Reports as lines of ASCII that can be kept, compared, and read again only where they are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from linter.check import Record
from linter.finding import FileReport, Finding, Related, Severity
from linter.messages import Message, Number
from linter.plain_json import dumps, loads
from linter.text import Span
from linter.typed import Any

Others = list[tuple[str, str]]
"""The other files that have a say in a report, each with a digest of its bytes."""

Plain = str | list[Any]
"""A text; with what it is made of a list."""


def _encoded(plain: Any) -> bytes:
    return dumps(plain).encode("ascii")


def _decoded(packed: bytes) -> Any:
    return loads(packed.decode("ascii"))


def line_of(report: FileReport, others: Others) -> bytes:
    """What linting a file has told, but for failures, in one line.

    Findings, counts, notices, other files and records stand behind each other in JSON, with a tab between;
    where there are none there is nothing.
    """
    findings = packed_findings(report.findings) if report.findings else b""
    rest = (report.counts, [_plain(notice) for notice in report.notices], others)
    parts = (_encoded(each) if each else b"" for each in rest)
    return b"\t".join((findings, *parts, report.records))


def report_of(path: str, line: bytes) -> tuple[FileReport, Others]:
    """The report again, without the source, and the other files; ``ValueError`` if the line is none."""
    findings, counts, notices, others, records = line.split(b"\t", 4)
    depends: Others = _decoded(others) if others else []
    report = FileReport(
        path,
        unpacked_findings(path, findings) if findings else (),
        notices=map(_text, _decoded(notices)) if notices else (),
        counts=_counts(counts) if counts else None,
        records=records,
        read=tuple([other for other, _ in depends]) if depends else (),
    )
    return report, depends


@lru_cache(maxsize=4096)
def _counts(packed: bytes) -> dict[str, dict[str, int]]:
    """Many files have the same counts."""
    counts: dict[str, dict[str, int]] = _decoded(packed)
    return counts


def packed_findings(findings: Sequence[Finding]) -> bytes:
    """Findings of one file without its path."""
    return _encoded([_plain_finding(finding) for finding in findings])


def unpacked_findings(path: str, packed: bytes) -> list[Finding]:
    """The findings of a file again."""
    return [_finding_of(path, *plain) for plain in _decoded(packed)]


def _plain_finding(finding: Finding) -> tuple[Any, ...]:
    related = [
        (tuple(each.span), _plain(each.label), each.path, _plain(each.within)) for each in finding.related
    ]
    texts = (finding.rule, _plain(finding.message), finding.text, finding.suggestion, finding.fix)
    return (
        *texts,
        int(finding.severity),
        tuple(finding.span),
        related,
        finding.fingerprint,
        _plain(finding.within),
    )


def _finding_of(
    path: str,
    rule: str,
    message: Plain,
    text: str,
    suggestion: str | None,
    fix: str | None,
    severity: int,
    span: tuple[int, int],
    related: list[tuple[tuple[int, int], Plain, str, Plain]],
    fingerprint: str,
    within: Plain,
) -> Finding:
    places = tuple(
        Related(Span(*place), _text(label), other, _text(inside)) for place, label, other, inside in related
    )
    return Finding(
        path,
        rule,
        Severity(severity),
        _text(message),
        Span(*span),
        text,
        places,
        suggestion,
        fix,
        fingerprint,
        _text(within),
    )


def _plain(text: str) -> Plain:
    """A text, and if it is a message what it is made of."""
    if isinstance(text, Message):
        return [
            str(text),
            text.template,
            {name: _plain(value) for name, value in text.fields.items()},
            text.plural,
        ]
    return [str(text), text.plain] if isinstance(text, Number) else text


def _text(plain: Plain) -> str:
    """The text again."""
    if isinstance(plain, str):
        return plain
    text, template, *rest = plain
    if not rest:
        return Number(text, template)
    fields, plural = rest
    return Message(text, template, {name: _text(value) for name, value in fields.items()}, plural)


def packed_records(records: Mapping[str, Sequence[Record]]) -> bytes:
    """The records of one article, by rule; none for none."""
    plain = {rule: kept for rule, kept in sorted(records.items()) if kept}
    return _encoded(plain) if plain else b""


def unpacked_records(packed: bytes) -> dict[str, list[Record]]:
    """The records again."""
    if not packed:
        return {}
    return {
        rule: [
            Record(kind, key, said, first, last, Span(start, end))
            for kind, key, said, first, last, (start, end) in kept
        ]
        for rule, kept in _decoded(packed).items()
    }
