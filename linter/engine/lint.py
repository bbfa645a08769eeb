"""The pure core: an article and rules in, findings out. No files, no clock, no state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import nullcontext

from linter.analyses.chunks import folded_words
from linter.analyses.language import language
from linter.analyses.notices import said, say_if_undescribed
from linter.analyses.searchable import searchable
from linter.article.model import Article
from linter.check import Alarm, CheckFailed, Count, Record
from linter.engine.cache.serial import packed_records
from linter.engine.fold import folded
from linter.engine.needs import Idle
from linter.engine.ruleset import RuleSet
from linter.engine.suppress import Suppressions
from linter.finding import FileReport, Finding, by_place, fingerprint
from linter.matching.budget import OutOfTime
from linter.messages import Message, message
from linter.quoting import shortened
from linter.rules.bind import check_class
from linter.rules.model import Rule
from linter.stopwatch import STOPWATCH
from linter.text import LineIndex, Span

_NOTHING = nullcontext()
_LONGEST = 300
"""Characters of the text that a message quotes: several lines of a terminal."""
TEMPLATE = message("templates from which pages are made were not judged")


def lint(article: Article, rules: RuleSet, identity: str = "", alone: bool = False) -> FileReport:
    """All findings of the article in order, with what could not be decided and what failed.

    ``identity`` is the path that goes into fingerprints; it is the article's own unless given.
    ``alone``: no other article is judged together with this one.
    """
    report = FileReport(article.path)
    if article.is_template:
        report.notices.append(TEMPLATE)
        return report
    report.records = packed_records(_run_rules(rules, article, report, alone))
    for without_silenced in rules.filters:
        report.findings = without_silenced(report.findings, article.source)
    suppressions = Suppressions.of(article)
    report.findings = _one_a_place(suppressions.apply(report.findings), rules)
    report.findings += _judged(suppressions, rules, article)
    report.findings.sort(key=by_place)
    report.findings = folded(report.findings)
    report.notices += said(article)
    add_fingerprints(report, article, (identity or article.path).replace("\\", "/"))
    if report.findings:
        report.source = article.source
    return report


def _run_rules(rules: RuleSet, article: Article, report: FileReport, alone: bool) -> dict[str, list[Record]]:
    """Add to the report what the rules say that speak the article's language; gives their records by rule."""
    records: dict[str, list[Record]] = {}
    spoken = "" if rules.polyglot else language(article)
    speaking = rules.rules if rules.polyglot else rules.speaking(spoken)
    if len(speaking) < len(rules.rules):
        say_if_undescribed(article)
    late: list[str] = []
    signs = rules.signs(spoken)
    found = signs.found(searchable(article), folded_words(article)) if signs.owners else {}
    owners, idle = signs.owners, Idle(article, rules.setup, alone)
    for rule in speaking:
        rule_id = rule.id
        if rule_id in owners and rule_id not in found:
            continue
        try:
            if rule.check in idle:
                continue
            with STOPWATCH.measuring("rule", rule_id) if STOPWATCH.running else _NOTHING:
                records[rule_id] = run_rule(rule, rules, article, report, found.get(rule_id))
        except OutOfTime:
            late.append(rule_id)
    if late:
        names, over = ", ".join(late), article.budget.over
        report.failures.append(message("not judged to the end by {rules}: {why}", rules=names, why=over))
    return records


def run_rule(
    rule: Rule,
    rules: RuleSet,
    article: Article,
    report: FileReport,
    found: Mapping[int, Set[str]] | None = None,
) -> list[Record]:
    """Add to the report what the check of a rule says, and return its records.

    ``found`` are the signs that the article has for parts of the check.
    ``OutOfTime`` if the article has no time left.
    """
    article.budget.check()
    records: list[Record] = []
    try:
        check = rules.check(rule)
        for outcome in check.run(article) if found is None else check.run_parts(article, found):
            if isinstance(outcome, Alarm):
                report.findings.append(finding_of(rule, outcome, article))
            elif isinstance(outcome, Count):
                counts = report.counts.setdefault(rule.id, {})
                counts[outcome.what] = counts.get(outcome.what, 0) + outcome.number
            else:
                records.append(outcome)
    except OutOfTime:
        raise
    except CheckFailed as failure:
        told = message("rule {rule} was skipped: {why}", rule=rule.id, why=str(failure))
        report.failures.append(told)
    except Exception as error:  # one broken rule must not lose the run
        from linter.faults import fault

        report.failures.append(message("rule {rule} failed: {why}", rule=rule.id, why=fault(error)))
    return records


def finding_of(rule: Rule, alarm: Alarm, article: Article) -> Finding:
    """The finding that a rule makes of an alarm of its check."""
    template = rule.messages.get(alarm.variant, rule.message)
    fields = {
        name: _readable(value) if len(value) > _LONGEST else value for name, value in alarm.fields.items()
    }
    text = " ".join(template.format_map(fields).split())
    return Finding(
        article.path,
        rule.id,
        min(rule.severity, alarm.severity) if alarm.severity else rule.severity,
        Message(text, template, fields),
        alarm.span,
        article.excerpt(alarm.span),
        alarm.related,
        alarm.suggestion,
        alarm.fix,
    )


def _readable(value: str) -> str:
    """What a message quotes; of a page without blanks, or a pattern that knows no end, the beginning."""
    return shortened(value, _LONGEST) if type(value) is str else value


def _one_a_place(findings: list[Finding], rules: RuleSet) -> list[Finding]:
    """The findings without those for which another rule says more of the same words.

    What two rules report of one place has one cause: the more severe stays, then the first by the name of
    its rule. Rules of guests say what their own tool says.
    """
    guests = rules.of_guests
    if len(findings) < 2 or (guests and all(each.rule in guests for each in findings)):
        return findings
    kept: dict[Span, str] = {}
    for finding in sorted(findings, key=lambda each: (-each.severity, each.rule)):
        kept.setdefault(finding.span, finding.rule)
    return [each for each in findings if kept[each.span] == each.rule or each.rule in guests]


def _judged(suppressions: Suppressions, rules: RuleSet, article: Article) -> list[Finding]:
    """Findings about the suppressions themselves, for the rules of that topic that are on."""
    if not suppressions.entries and not suppressions.faults:
        return []
    ran = {rule.id for rule in rules.rules if not check_class(rule.check).together}
    alarms = suppressions.judge(ran, rules.known)
    return [
        finding_of(rule, alarm, article)
        for rule_id, alarm in alarms
        if (rule := rules.rule(rule_id)) is not None
    ]


def add_fingerprints(report: FileReport, article: Article, identity: str) -> None:
    """Give the findings of a report their fingerprints; equal ones are told apart by their order."""
    if report.findings:
        report.findings = [
            finding._replace(fingerprint=fingerprint(finding.rule, identity, finding.text, around, ordinal))
            for finding, around, ordinal in surroundings(report.findings, article.source)
        ]


def surroundings(findings: Iterable[Finding], source: str) -> Iterator[tuple[Finding, str, int]]:
    """The findings in a source, each with the text around it and its number among equal ones."""
    lines = LineIndex(source)
    seen: dict[tuple[str, str, str], int] = {}
    begin, end = 0, -1
    for finding in findings:
        start, until = finding.span
        if not begin <= start <= end:
            begin, end = lines.line_span(lines.position(start).line)
        around = source[max(begin, start - 80) : min(end, until + 80)]
        key = (finding.rule, finding.text, around)
        seen[key] = seen.get(key, -1) + 1
        yield finding, around, seen[key]
