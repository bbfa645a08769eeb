"""GitLab Code Quality: a JSON array of issues, each with a fingerprint of its own."""

from __future__ import annotations

from collections import Counter

from linter.finding import Severity
from linter.hashes import sha256
from linter.reporters.base import ReportOptions, Run
from linter.reporters.jsontext import dumps
from linter.reporters.paths import repository_path
from linter.reporters.places import items
from linter.reporters.visible import one_line
from linter.typed import Any, TextIO

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(run: Run, out: TextIO, options: ReportOptions) -> None:
    issues = [
        _issue("not-checked", reason, "major", repository_path(path, run, options), 1, 1)
        for path, reason in run.failures()
    ]
    for item in items(run):
        finding = item.finding
        text = " · ".join([one_line(finding.message), *item.notes])
        path = repository_path(finding.path, run, options)
        severity = _SEVERITIES[finding.severity]
        issue = _issue(finding.rule, text, severity, path, item.start.line, item.end.line)
        issues.append(issue | {"fingerprint": finding.fingerprint})
    _make_unique(issues)
    out.write(dumps(issues, indent=2) + "\n")


def _issue(rule: str, text: str, severity: str, path: str, begin: int, end: int) -> dict[str, Any]:
    """One issue. GitLab does not show the name of the check, so it opens the description."""
    return {
        "description": f"{rule}: {text}",
        "check_name": rule,
        "fingerprint": _digest(f"{rule}\0{path}"),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": begin, "end": end}},
    }


def _make_unique(issues: list[dict[str, Any]]) -> None:
    """GitLab drops an issue whose fingerprint it has seen, so equal ones are hashed with their number."""
    seen: Counter[str] = Counter()
    for issue in issues:
        own = issue["fingerprint"]
        if seen[own]:
            issue["fingerprint"] = _digest(f"{own}\0{seen[own]}")
        seen[own] += 1


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
