"""The second, short pass: what only all articles of a run together can tell.

Rules whose checks yield records are judged here. Only the files with an alarm are read again, and
nothing is judged again as long as all records are what they were in the last run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from linter.article.formats import is_text
from linter.check import Alarm, Record
from linter.engine.cache.joint_findings import keep_findings, kept_findings, stamp_of
from linter.engine.cache.serial import unpacked_records
from linter.finding import FileReport, Finding, Severity, by_place
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.article.model import Article
    from linter.engine.run import Linter
    from linter.rules.model import Rule


def judge_together(reports: Sequence[FileReport], linter: Linter) -> None:
    """Add to the reports what their records tell side by side, in whatever order they come."""
    reports = sorted(reports, key=lambda report: report.path)
    found = _found(reports, linter)
    by_path = {report.path: report for report in reports} if found else {}
    for path, findings in found.items():
        report, source = by_path[path], linter.source(path)
        if source is not None:
            report.findings = sorted([*report.findings, *findings], key=by_place)
            report.source = source


def _found(reports: Sequence[FileReport], linter: Linter) -> dict[str, list[Finding]]:
    """The findings by path, from the last run if nothing has changed."""
    if linter.store is None:
        return _judged(reports, linter)
    records = [
        (report.path, linter.digest(report.path), report.records) for report in reports if report.records
    ]
    stamp = stamp_of(records)
    found = kept_findings(linter.store, stamp)
    if found is None:
        found = _judged(reports, linter)
        keep_findings(linter.store, stamp, found)
    return found


def _judged(reports: Sequence[FileReport], linter: Linter) -> dict[str, list[Finding]]:
    """The findings by path."""
    collected: dict[str, list[tuple[str, Record]]] = defaultdict(list)
    for report in reports:
        for rule_id, records in unpacked_records(report.records).items():
            collected[rule_id] += [(report.path, record) for record in records]
    alarms: dict[str, list[tuple[Rule, Alarm]]] = defaultdict(list)
    for rule_id in sorted(collected):
        rules = linter.policies.of(collected[rule_id][0][0]).rules
        rule = rules.rule(rule_id)
        for path, alarm in rules.check(rule).judge(collected[rule_id]) if rule else ():
            alarms[path] += [(rule, alarm)] if rule else []
    return {path: findings for path, found in alarms.items() if (findings := _findings(path, found, linter))}


def _findings(path: str, found: list[tuple[Rule, Alarm]], linter: Linter) -> list[Finding]:
    from linter.engine.lint import finding_of

    article = linter.article(path)
    if article is None:
        return []
    return not_suppressed(article, [finding_of(rule, alarm, article) for rule, alarm in found], linter)


def not_suppressed(article: Article, made: Iterable[Finding], linter: Linter) -> list[Finding]:
    """The findings that a later pass has made in an article, without those that it suppresses, in order."""
    path = article.path
    floor = linter.policies.of(path).config.min_severity
    findings = kept_of(article, made, floor, linter.identity(path))
    return findings if is_text(path) else linter.located(path, findings)


def kept_of(article: Article, made: Iterable[Finding], floor: Severity, identity: str) -> list[Finding]:
    """The same in a source, from a severity on, with fingerprints for the identity of the article."""
    from linter.engine.lint import add_fingerprints
    from linter.engine.suppress import Suppressions

    kept = Suppressions.of(article).apply([finding for finding in made if finding.severity >= floor])
    report = FileReport(article.path, sorted(kept, key=by_place))
    add_fingerprints(report, article, identity)
    return report.findings
