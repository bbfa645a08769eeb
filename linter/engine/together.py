"""The second, short pass: what only all articles of a run together can tell.

Rules whose checks yield records are judged here. Only the files with an alarm are read again, and
nothing is judged again as long as all records are what they were in the last run.
"""

from __future__ import annotations

import hashlib
import marshal
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from linter.checks.base import Alarm, Record
from linter.engine.results import finding_of_plain, plain_finding, plain_tuples
from linter.finding import FileReport, Finding
from linter.text import Span

if TYPE_CHECKING:
    from linter.engine.run import Linter
    from linter.rules.model import Rule

_KEPT = "together"


def judge_together(reports: Iterable[FileReport], linter: Linter) -> None:
    """Add to the reports what their records tell when they are laid side by side."""
    by_path = {report.path: report for report in reports}
    stamp = _stamp(by_path, linter)
    kept: dict[str, list[Any]] | None = linter.store.read(_KEPT, stamp) if linter.store else None
    if kept is None:
        found = _judged(by_path, linter)
        if linter.store:
            plain = {path: [plain_finding(each) for each in findings] for path, findings in found.items()}
            linter.store.write(_KEPT, stamp, plain)
    else:
        found = {path: [finding_of_plain(path, each) for each in plain] for path, plain in kept.items()}
    for path, findings in found.items():
        report, source = by_path[path], linter.source(path)
        if source is not None:
            report.findings = sorted([*report.findings, *findings], key=lambda finding: finding.order)
            report.source = source


def _stamp(reports: Mapping[str, FileReport], linter: Linter) -> tuple[bytes]:
    """A digest of all records, and of the rules that judge them."""
    plain = [
        (
            path,
            linter.digest(path),
            sorted((rule, plain_tuples(tuple(kept))) for rule, kept in report.records.items()),
        )
        for path, report in reports.items()
        if report.records
    ]
    return (hashlib.sha256(marshal.dumps(plain, 2)).digest(),)


def _judged(reports: Mapping[str, FileReport], linter: Linter) -> dict[str, list[Finding]]:
    """The findings by path."""
    alarms: dict[str, list[tuple[Rule, Alarm]]] = defaultdict(list)
    for rule_id in sorted({rule for report in reports.values() for rule in report.records}):
        collected = [
            (path, Record._make([*record[:-1], Span(*record[-1])]))
            for path, report in reports.items()
            for record in report.records.get(rule_id, ())
        ]
        rules = linter.profile(collected[0][0]).rules
        rule = rules.rule(rule_id)
        for path, alarm in rules.check(rule).judge(collected) if rule else ():
            alarms[path] += [(rule, alarm)] if rule else []
    return {path: findings for path, found in alarms.items() if (findings := _findings(path, found, linter))}


def _findings(path: str, found: list[tuple[Rule, Alarm]], linter: Linter) -> list[Finding]:
    from linter.engine.lint import add_fingerprints, finding_of
    from linter.engine.suppress import Suppressions

    article = linter.article(path)
    if article is None:
        return []
    floor = linter.profile(path).config.min_severity
    made = [finding_of(rule, alarm, article) for rule, alarm in found]
    kept = Suppressions.of(article).apply(finding for finding in made if finding.severity >= floor)
    report = FileReport(path, sorted(kept, key=lambda finding: finding.order))
    add_fingerprints(report, article, linter.identity(path))
    return report.findings
