"""The second, short pass: what only all articles of a run together can tell.

Rules whose checks yield records are judged here. Only the files with an alarm are read again, and
nothing is judged again as long as all records are what they were in the last run.
"""

from __future__ import annotations

import hashlib
import marshal
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.check import Alarm, Record
from linter.engine.cache.serial import packed_findings, unpacked_findings, unpacked_records
from linter.finding import FileReport, Finding

if TYPE_CHECKING:
    from linter.engine.run import Linter
    from linter.rules.model import Rule

_KEPT = "together"


def judge_together(reports: Sequence[FileReport], linter: Linter) -> None:
    """Add to the reports what their records tell side by side, in whatever order they come."""
    reports = sorted(reports, key=lambda report: report.path)
    stamp = _stamp(reports, linter)
    kept: dict[str, bytes] | None = linter.store.read(_KEPT, stamp) if linter.store else None
    if kept is None:
        kept = {path: packed_findings(found) for path, found in _judged(reports, linter).items()}
        if linter.store:
            linter.store.write(_KEPT, stamp, kept)
    by_path = {report.path: report for report in reports} if kept else {}
    for path, packed in kept.items():
        report, source = by_path[path], linter.source(path)
        if source is not None:
            findings = [*report.findings, *unpacked_findings(path, packed)]
            report.findings = sorted(findings, key=lambda finding: finding.order)
            report.source = source


def _stamp(reports: Sequence[FileReport], linter: Linter) -> tuple[bytes]:
    """A digest of all records, and of the rules that judge them."""
    plain = [
        (report.path, linter.digest(report.path), report.records) for report in reports if report.records
    ]
    return (hashlib.sha256(marshal.dumps(plain, 2)).digest(),)


def _judged(reports: Sequence[FileReport], linter: Linter) -> dict[str, list[Finding]]:
    """The findings by path."""
    collected: dict[str, list[tuple[str, Record]]] = defaultdict(list)
    for report in reports:
        for rule_id, records in unpacked_records(report.records).items():
            collected[rule_id] += [(report.path, record) for record in records]
    alarms: dict[str, list[tuple[Rule, Alarm]]] = defaultdict(list)
    for rule_id in sorted(collected):
        rules = linter.profiles.of(collected[rule_id][0][0]).rules
        rule = rules.rule(rule_id)
        for path, alarm in rules.check(rule).judge(collected[rule_id]) if rule else ():
            alarms[path] += [(rule, alarm)] if rule else []
    return {path: findings for path, found in alarms.items() if (findings := _findings(path, found, linter))}


def _findings(path: str, found: list[tuple[Rule, Alarm]], linter: Linter) -> list[Finding]:
    from linter.engine.lint import add_fingerprints, finding_of
    from linter.engine.suppress import Suppressions

    article = linter.article(path)
    if article is None:
        return []
    floor = linter.profiles.of(path).config.min_severity
    made = [finding_of(rule, alarm, article) for rule, alarm in found]
    kept = Suppressions.of(article).apply(finding for finding in made if finding.severity >= floor)
    report = FileReport(path, sorted(kept, key=lambda finding: finding.order))
    add_fingerprints(report, article, linter.identity(path))
    return report.findings
