"""A run in another language: what it found, said anew."""

from __future__ import annotations

from collections.abc import Callable

from linter.finding import FileReport, Finding
from linter.reporters.base import RuleInfo, Run


def translated(run: Run, translate: Callable[[str], str], language: str) -> Run:
    """The run with all its texts in another language; paths, places, rules and fingerprints stay."""
    rules = {name: rule_in(translate, rule) for name, rule in run.rules.items()}
    files = [_report(report, translate) for report in run.files]
    return run._replace(files=files, rules=rules, translate=translate, language=language)


def _report(report: FileReport, translate: Callable[[str], str]) -> FileReport:
    told = report.with_findings(finding_in(translate, each) for each in report.findings)
    told.notices = list(map(translate, report.notices))
    told.failures = list(map(translate, report.failures))
    told.counts = {
        rule: {translate(what): number for what, number in counts.items()}
        for rule, counts in report.counts.items()
    }
    return told


def rule_in(translate: Callable[[str], str], rule: RuleInfo) -> RuleInfo:
    """What is told about a rule, in another language."""
    return rule._replace(summary=translate(rule.summary), help=translate(rule.help))


def finding_in(translate: Callable[[str], str], finding: Finding) -> Finding:
    """A finding in another language."""
    related = tuple(
        each._replace(label=translate(each.label), within=translate(each.within)) for each in finding.related
    )
    return finding._replace(
        message=translate(finding.message), within=translate(finding.within), related=related
    )
