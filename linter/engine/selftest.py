"""The examples of rules, run as tests: for rule authors, for desks, and for our own suite."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from linter.article.model import Article
from linter.article.read import format_of, read_article
from linter.check import Setup
from linter.engine.bibles import Bibles
from linter.engine.cache.serial import unpacked_records
from linter.engine.cross_version import in_order
from linter.engine.lint import finding_of, lint
from linter.engine.needs import NEEDS, VERSIONS
from linter.engine.ruleset import RuleSet
from linter.engine.sources import attach_sources
from linter.engine.versions import VersionFinder
from linter.files import read_text
from linter.finding import FileReport, Finding, Severity
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.quoting import quoted
from linter.rules.model import Example, Rule
from linter.text import LineIndex, Span

_MARK = lazy(r"(?<!<)<<(?!<)(.*?)(?<!>)>>(?!>)", re.DOTALL)
BIBLE = "facts.yaml"
"""A file of this name beside an example is its story bible."""
_SUFFIX = {
    "markdown": ".md",
    "html": ".html",
    "text": ".txt",
    "rst": ".rst",
    "asciidoc": ".adoc",
    "org": ".org",
    "latex": ".tex",
}


class Case(NamedTuple):
    """One example of one rule."""

    rule: Rule
    kind: str
    """``bad`` or ``good``."""
    number: int
    example: Example

    @property
    def name(self) -> str:
        return f"{self.rule.id} {self.kind}[{self.number}]"


def cases(rules: Iterable[Rule]) -> Iterator[Case]:
    """The examples of the rules, in order."""
    for rule in rules:
        for kind, examples in (("bad", rule.examples.bad), ("good", rule.examples.good)):
            for number, example in enumerate(examples, 1):
                yield Case(rule, kind, number, example)


def failures(case: Case, rules: Iterable[Rule]) -> list[str]:
    """What the example does otherwise than it says; all other stable rules run as well.

    Beside a rule that comes with factlint these are such rules alone: what a house forbids may stand in them.
    """
    source, spans = composed(case.example)
    if case.kind == "bad" and not spans and not case.example.expect:
        return ["a bad example needs <<marks>> or 'expect'"]
    if case.kind == "good" and spans:
        return ["a good example must not have <<marks>>"]
    outside = [name for name in (case.example.path, *case.example.files) if _leads_out(name)]
    if outside:
        return [f"the path {quoted(name)} leads out of the folder of the example" for name in outside]
    others = [
        rule
        for rule in rules
        if rule.on_by_default and rule.id != case.rule.id and (case.rule.own or not rule.own)
    ]
    known = [rule.id for rule in rules]
    with _files(case.example) as root:
        path = os.path.join(root, case.example.path or "example" + _SUFFIX[case.example.format])
        article = read_article(source, path, case.example.format)
        attached = attach_sources(article, root=root)
        if NEEDS.get(case.rule.check) == VERSIONS:
            _attach_versions(article)
        setup = Setup(root=root, bible=Bibles().of(root, [BIBLE] if BIBLE in case.example.files else []))
        own_rule = RuleSet([case.rule], setup)
        report = lint(article, RuleSet([*others, case.rule], setup, known=known))
        together = _judged_together(article, report, case, own_rule)
    own = [finding for finding in [*report.findings, *together] if finding.rule == case.rule.id]
    wrong = [*attached.failures, *report.failures]
    if case.kind == "bad":
        wrong += _missed(case.example, spans, own, source)
    else:
        wrong += [f"reports '{finding.text}': {finding.message}" for finding in own]
    return wrong + [
        f"{finding.rule} reports '{finding.text}' too: {finding.message}"
        for finding in report.findings
        if finding.rule not in (case.rule.id, *case.example.also) and finding.severity > Severity.INFO
    ]


def _attach_versions(article: Article) -> None:
    """Put what stands beside the example as its language versions into the article."""
    os.makedirs(os.path.dirname(article.path), exist_ok=True)
    with open(article.path, "w", encoding="utf-8", newline="") as file:
        file.write(article.source)
    group = VersionFinder().of(article.path)
    read = [
        (each, article if each.path == article.path else read_article(read_text(each.path), each.path))
        for each in group
    ]
    article.versions = in_order(read)
    for other in article.versions:
        other.asked, other.versions = other is article, article.versions


def _judged_together(article: Article, report: FileReport, case: Case, rules: RuleSet) -> list[Finding]:
    """What the article and the other articles beside the example tell together."""
    if case.rule.id not in unpacked_records(report.records):
        return []
    folder = os.path.dirname(article.path)
    reports = [report] + [
        lint(read_article(text, os.path.join(folder, name)), rules)
        for name, text in case.example.files.items()
        if format_of(name)
    ]
    reports.sort(key=lambda each: each.path)
    collected = [
        (each.path, record)
        for each in reports
        for record in unpacked_records(each.records).get(case.rule.id, ())
    ]
    alarms = rules.check(case.rule).judge(collected)
    return [finding_of(case.rule, alarm, article) for path, alarm in alarms if path == article.path]


def composed(example: Example) -> tuple[str, list[Span]]:
    """The source of an example without its marks, and the spans that were marked."""
    source = example.source or _with_front_matter(example)
    spans: list[Span] = []
    plain: list[str] = []
    length = last = 0
    for mark in _MARK.finditer(source) if not example.expect else ():
        plain += [source[last : mark.start()], mark[1]]
        length += mark.start() - last
        spans.append(Span(length, length + len(mark[1])))
        length += len(mark[1])
        last = mark.end()
    return "".join([*plain, source[last:]]), spans


def _with_front_matter(example: Example) -> str:
    meta: dict[str, object] = {}
    if example.headline:
        meta["title"] = example.headline
    if example.lang:
        meta["lang"] = example.lang
    meta |= example.meta
    if example.format == "text":
        return f"{example.headline}\n\n{example.text}" if example.headline else example.text
    if not meta:
        return example.text
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items()]
    return "---\n" + "".join(lines) + "---\n\n" + example.text


def _missed(example: Example, spans: list[Span], own: list[Finding], source: str) -> list[str]:
    if example.expect:
        got = sorted(finding.text for finding in own)
        wanted = sorted(example.expect)
        return [] if got == wanted else [f"expected findings {wanted}, got {got}"]
    lines = LineIndex(source)
    found = {finding.span: finding for finding in own}
    missed = [
        f"does not report '{source[span.start : span.end]}' at {_place(span, lines)}"
        for span in spans
        if span not in found
    ]
    return missed + [
        f"reports '{finding.text}' at {_place(span, lines)}: {finding.message}"
        for span, finding in found.items()
        if span not in spans
    ]


def _place(span: Span, lines: LineIndex) -> str:
    return "{}:{}".format(*lines.position(span.start))


def _leads_out(name: str) -> bool:
    path = os.path.normpath(name)
    return os.path.isabs(path) or path.split(os.sep)[0] == os.pardir or "\0" in path


@contextmanager
def _files(example: Example) -> Iterator[str]:
    """A folder with the other files of an example; none is made where it has none."""
    if not example.files:
        yield ""
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, text in example.files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        yield folder
