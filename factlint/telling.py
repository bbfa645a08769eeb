"""From the findings of the engine to those that are handed out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factlint.findings import Finding, Related, Severity
from linter import finding as internal
from linter.finding import FileReport
from linter.text import LineIndex, Span

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
        self._parts: list[tuple[str, int, LineIndex]] = []
        """Name of a field, where it begins in the source of the article, and its lines."""
        at = 0
        for name, value in given.items():
            line = " ".join(value.split())
            self._parts.append((name, at, LineIndex(line)))
            at += len(line) + 1
        self._parts.append(("", at, LineIndex(text)))

    def findings(self, report: FileReport) -> list[Finding]:
        """The findings of a report."""
        return list(map(self._finding, report.findings))

    def _finding(self, found: internal.Finding) -> Finding:
        field, at, lines = self._part(found.span)
        start, end = found.span.start - at, found.span.end - at
        first, last = lines.position(start), lines.position(end)
        return Finding(
            path=found.path,
            rule=found.rule,
            severity=_SEVERITIES[found.severity],
            message=self._translate(found.message),
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
            within=self._translate(found.within) if found.within else "",
        )

    def _related(self, other: internal.Related) -> Related:
        label = self._translate(other.label)
        if other.path:
            return Related(other.span.start, other.span.end, label, path=other.path)
        field, at, _ = self._part(other.span)
        return Related(other.span.start - at, other.span.end - at, label, field)

    def _part(self, span: Span) -> tuple[str, int, LineIndex]:
        return next(part for part in reversed(self._parts) if part[1] <= span.start)
