"""Reviewdog Diagnostic Format. Its columns count bytes of UTF-8."""

from __future__ import annotations

from linter.finding import Severity
from linter.reporters.base import ReportOptions, Run
from linter.reporters.jsontext import dumps
from linter.reporters.paths import repository_path
from linter.reporters.places import Item, Place, items
from linter.text import LineIndex, Span
from linter.typed import Any, TextIO

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(run: Run, out: TextIO, options: ReportOptions) -> None:
    failures = [
        {
            "message": reason,
            "location": {"path": repository_path(path, run, options)},
            "severity": "ERROR",
        }
        for path, reason in run.failures()
    ]
    found = [_diagnostic(item, run, options) for item in items(run)]
    out.write(dumps({"source": {"name": "factlint"}, "diagnostics": failures + found}, indent=2) + "\n")


def _diagnostic(item: Item, run: Run, options: ReportOptions) -> dict[str, Any]:
    """One finding. Reviewers can apply a suggestion by a click, so only a safe fix is one."""
    finding = item.finding
    place = Place(finding.path, finding.span, item.lines)
    url = run.rule(finding.rule).url
    found: dict[str, Any] = {
        "message": "\n".join(part for part in (finding.message, item.within, item.advice) if part),
        "location": _location(place, run, options),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule, "url": url} if url else {"value": finding.rule},
    }
    if finding.fix is not None:
        found["suggestions"] = [{"range": _range(item.lines, finding.span), "text": finding.fix}]
    if item.others:
        found["related_locations"] = [
            {"message": place.label, "location": _location(place, run, options)} for place in item.others
        ]
    return found


def _location(place: Place, run: Run, options: ReportOptions) -> dict[str, Any]:
    path = {"path": repository_path(place.path, run, options)}
    return path | ({"range": _range(place.lines, place.span)} if place.lines else {})


def _range(lines: LineIndex, span: Span) -> dict[str, Any]:
    start, end = (
        {"line": lines.position(at).line, "column": lines.utf8_column(at)} for at in (span.start, span.end)
    )
    return {"start": start, "end": end}
