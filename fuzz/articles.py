"""Articles in every format: how they are read, judged, reported and fixed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

from fuzz import seeds
from fuzz.target import Target, no_fault, require
from linter.analyses.language import language
from linter.article.read import read_article
from linter.check import Setup
from linter.engine.config_files import ConfigFinder
from linter.engine.fix import apply_fixes, encoded_like, fixable
from linter.engine.needs import NEEDS, Idle
from linter.engine.policies import Choice
from linter.engine.ruleset import RuleSet
from linter.engine.run import Linter
from linter.finding import FileReport, Finding
from linter.reporters import FORMATS, renderer
from linter.reporters.base import ReportOptions, Run
from linter.reporters.visible import visible
from linter.rules.load import load_rules
from linter.text import NotText, decoded
from tests.article.exact import assert_article_exact

SUFFIXES = ("md", "mdx", "html", "txt")
MARKUP = ("rst", "adoc", "org", "tex", "vtt")
_ROUNDS = 8
"""How often fixes may make new fixes possible."""
_FOR_PEOPLE = ("full", "concise", "github")


def targets(folder: Path) -> dict[str, Target]:
    """A target for each format, one for what stands above the text, and one for what checks need."""
    articles, fields = seeds.texts("articles"), seeds.texts("front-matter")
    (folder / ".factlint.yaml").write_text("facts: [facts.yaml]\n", encoding="utf-8")
    (folder / "facts.yaml").write_text(seeds.texts("bible")[0], encoding="utf-8")
    (folder / "source.txt").write_text(articles[-1], encoding="utf-8")
    config = str(folder / ".factlint.yaml")
    linter = Linter(Choice(select=("all",), preview=True), ConfigFinder(config))
    texts = [*articles, *seeds.examples()]
    made = {
        suffix: Target(texts, partial(check_article, linter, str(folder / f"2024-03-05-a.{suffix}")))
        for suffix in SUFFIXES
    }
    for suffix in MARKUP:
        texts = [*seeds.documents(suffix) * 4, *articles]
        made[suffix] = Target(texts, partial(check_article, linter, str(folder / f"2024-03-05-a.{suffix}")))
    above = [field + text for field in fields for text in articles]
    made["front-matter"] = Target([*fields, *above], partial(check_article, linter, str(folder / "a.md")))
    rules = RuleSet(rule for rule in load_rules().rules.values() if ":" in NEEDS.get(rule.check, ""))
    made["needs"] = Target([*articles, *seeds.examples()], partial(check_needs, rules))
    return made


def check_needs(rules: RuleSet, text: str) -> None:
    """A check whose question is answered with no has nothing to say."""
    with no_fault():
        article = read_article(text, "a.md")
        idle, spoken = Idle(article, Setup(), alone=True), language(article)
        for rule in rules.rules:
            if rule.speaks(spoken) and rule.check in idle:
                told = list(rules.check(rule).run(article))
                require(not told, f"{rule.check} is not asked and would say {told}")


def check_article(linter: Linter, path: str, text: str) -> None:
    """Lint twice, report in all formats, and fix."""
    data = text.encode("utf-8", "surrogateescape") if _is_bytes(text) else text.encode("utf-8", "replace")
    with no_fault():
        report = linter.lint_bytes(data, path)
        again = linter.lint_bytes(data, path)
    require(report == again, "the same article, another report")
    require(not any("processor time" in each for each in report.failures), report.failures)
    try:
        source = decoded(data)
    except NotText:
        return
    assert_article_exact(read_article(source, path))
    check_spans(source, report.findings)
    check_reports(report)
    check_fixes(linter, path, data, report)


def _is_bytes(text: str) -> bool:
    """Whether all half characters in a text stand for bytes."""
    return not any("\ud800" <= char < "\udc80" or "\udcff" < char <= "\udfff" for char in text)


def check_spans(source: str, findings: Iterable[Finding]) -> None:
    """Each finding is where it says it is."""
    for finding in findings:
        start, end = finding.span
        require(0 <= start <= end <= len(source), f"{finding.rule}: {finding.span} outside")
        require(
            finding.text == source[start:end], f"{finding.rule}: {finding.text!r} is not at {finding.span}"
        )
        for each in finding.related:
            inside = 0 <= each.span.start <= each.span.end and (each.path or each.span.end <= len(source))
            require(bool(inside), f"{finding.rule}: related {each.span} outside")


def check_reports(report: FileReport) -> None:
    """Every report is text, can be read by those whom it is for, and holds nothing hidden."""
    if not report.findings:
        return
    for name in FORMATS:
        out = StringIO()
        renderer(name)(Run([report], version="0"), out, ReportOptions())
        said = out.getvalue()
        said.encode("utf-8")
        if name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(said)
        elif name == "junit":
            ElementTree.fromstring(said)
        elif name in _FOR_PEOPLE:
            shown = said.split("\n")
            require(shown == [*map(visible, shown)], f"{name}: a hidden character")


def check_fixes(linter: Linter, path: str, data: bytes, report: FileReport) -> None:
    """Fixes come to an end, change nothing beside their places, and nothing of the encoding."""
    before = decoded(data)
    for _ in range(_ROUNDS):
        after = apply_fixes(before, report.findings)
        if after == before:
            return
        _check_kept(before, after, fixable(before, report.findings))
        data = encoded_like(after, data)
        require(decoded(data) == after, "a fix changes the encoding")
        before = after
        with no_fault():
            report = linter.lint_bytes(data, path)
    require(False, f"fixes come to no end: {[each for each in report.findings if each.fix is not None]}")


def _check_kept(before: str, after: str, fixed: list[Finding]) -> None:
    """What stands between the fixed places stands there still, in the same order."""
    ends = [0, *(finding.span.end for finding in fixed)]
    starts = [*(finding.span.start for finding in fixed), len(before)]
    at = 0
    for start, end in zip(ends, starts, strict=True):
        part = before[start:end]
        found = after.find(part, at)
        require(found >= 0 and (start > 0 or found == 0), f"a fix loses {part!r}")
        at = found + len(part)
