"""From the findings of the engine to those that are handed out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factlint.findings import Finding, Related, Severity
from linter import finding as internal
from linter.article.beside import part_at, parts_beside
from linter.finding import FileReport
from linter.reporters.translated import finding_in

_SEVERITIES: dict[internal.Severity, Severity] = {
    internal.Severity.INFO: "info",
    internal.Severity.WARNING: "warning",
    internal.Severity.ERROR: "error",
}


class Telling:
    """Finds out what each place is in: the text, or a field that was given beside it."""

    def __init__(self, text: str, given: Mapping[str, str], translate: Callable[[str], str]) -> None:
        """``given`` are the fields in the order of :func:`linter.article.beside.read_beside`."""
        self._translate = translate
        self._parts = parts_beside(text, given)

    def findings(self, report: FileReport) -> list[Finding]:
        """The findings of a report."""
        return [self._finding(finding_in(self._translate, each)) for each in report.findings]

    def _finding(self, found: internal.Finding) -> Finding:
        field, at, lines = part_at(self._parts, found.span.start)
        start, end = found.span.start - at, found.span.end - at
        first, last = lines.position(start), lines.position(end)
        return Finding(
            path=found.path,
            rule=found.rule,
            severity=_SEVERITIES[found.severity],
            message=found.message,
            start=start,
            end=end,
            line=first.line,
            column=first.column,
            end_line=last.line,
            end_column=last.column,
            text=found.text,
            related=tuple(map(self._related, found.related)),
            suggestion=found.suggestion,
            fix=found.fix,
            fingerprint=found.fingerprint,
            field=field,
            within=found.within,
        )

    def _related(self, other: internal.Related) -> Related:
        if other.path:
            return Related(other.span.start, other.span.end, other.label, path=other.path)
        field, at, _ = part_at(self._parts, other.span.start)
        return Related(other.span.start - at, other.span.end - at, other.label, field)
