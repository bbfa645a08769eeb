"""The second, short pass: what only all articles of a run together can tell.

Rules whose checks yield records are judged here. Only the files with an alarm are read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from linter.article.model import Article
from linter.checks.base import Alarm, Record
from linter.engine.lint import add_fingerprints, finding_of
from linter.engine.suppress import Suppressions
from linter.finding import FileReport
from linter.rules.model import Rule
from linter.text import Span

if TYPE_CHECKING:
    from linter.engine.run import Linter


def judge_together(reports: Iterable[FileReport], linter: Linter) -> None:
    """Add to the reports what their records tell when they are laid side by side."""
    by_path = {report.path: report for report in reports}
    alarms: dict[str, list[tuple[Rule, Alarm]]] = defaultdict(list)
    for rule_id in sorted({rule for report in by_path.values() for rule in report.records}):
        collected = [
            (path, Record._make([*record[:-1], Span(*record[-1])]))
            for path, report in by_path.items()
            for record in report.records.get(rule_id, ())
        ]
        rules = linter.profile(collected[0][0]).rules
        rule = rules.rule(rule_id)
        for path, alarm in rules.check(rule).judge(collected) if rule else ():
            alarms[path] += [(rule, alarm)] if rule else []
    for path, found in alarms.items():
        article = linter.article(path)
        if article is not None:
            _add(by_path[path], article, found, linter)


def _add(report: FileReport, article: Article, found: list[tuple[Rule, Alarm]], linter: Linter) -> None:
    floor = linter.profile(report.path).config.min_severity
    made = [finding_of(rule, alarm, article) for rule, alarm in found]
    kept = Suppressions.of(article).apply(finding for finding in made if finding.severity >= floor)
    if kept:
        fresh = FileReport(report.path, sorted(kept, key=lambda finding: finding.order))
        add_fingerprints(fresh, article, linter.identity(report.path))
        report.findings = sorted([*report.findings, *fresh.findings], key=lambda finding: finding.order)
        report.source = article.source
