"""The pass over language versions: all of one article are read together and compared.

It is the same for one named file as for a run over all, in whatever order and by however many processes:
a version that is not named is read too, but nothing is reported in it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import partial

from linter.analyses.language import language
from linter.analyses.languages import normal_tag
from linter.article.model import Article, Field
from linter.engine.cache.version_findings import KeptVersions
from linter.engine.needs import NEEDS, VERSIONS
from linter.engine.processes import lint_all
from linter.engine.versions import Group, Version
from linter.finding import FileReport, Finding, by_place
from linter.matching.budget import OutOfTime
from linter.matching.regexes import lazy
from linter.messages import message
from linter.text import Span
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.engine.run import Linter

_DAY = lazy(r"(?:19|20)\d\d-\d\d-\d\d")
_ENGLISH = "en"
"""Most translations are made from it; it counts only where nothing else tells the original."""
_MOSTLY = 0.8
_NOWHERE = Span(0, 0)


def judge_versions(
    reports: Sequence[FileReport], linter: Linter, groups: Sequence[Group], jobs: int = 1
) -> None:
    """Add to the reports what the language versions tell that the files are in."""
    by_path = {os.path.normpath(report.path): report for report in reports if not report.failures}
    asked = {group[0].path: group for group in groups if any(each.path in by_path for each in group)}
    names = {path: report.path for path, report in by_path.items()}
    worker = VersionLinter(linter, asked, names)
    kept = KeptVersions(None if linter.opened else linter.store)  # what is typed will not come again
    keys = {path: kept.key(group, names, linter) for path, group in asked.items()}
    known = {path: kept.get(key) for path, key in keys.items() if key}
    todo = [path for path in asked if known.get(path) is None]
    again = partial(VersionLinter, linter, asked, names)
    fresh = dict(zip(todo, lint_all(worker, again, todo, None, jobs), strict=True))
    for path in asked:
        report = fresh.get(path)
        if report is not None and not report.failures:
            kept.put(keys[path], report)
        _add(report or known[path] or FileReport(path), asked[path], by_path, linter)
    kept.close()


def _add(told: FileReport, group: Group, by_path: Mapping[str, FileReport], linter: Linter) -> None:
    """Give each file its findings; what else was said goes to the first one that was named."""
    for path in {finding.path: None for finding in told.findings}:
        report = by_path[os.path.normpath(path)]
        mine = [
            finding for finding in told.findings if finding.path == path and not _is_known(finding, report)
        ]
        report.findings = sorted([*report.findings, *mine], key=by_place)
        report.source = report.source or linter.source(report.path) or ""
    first = next(by_path[each.path] for each in group if each.path in by_path)
    first.failures += told.failures
    for rule, counts in told.counts.items():
        first.counts.setdefault(rule, {}).update(counts)


def _is_known(finding: Finding, report: FileReport) -> bool:
    """Whether the article alone has told of nearly the same words."""
    start, end = finding.span
    return any(
        min(end, other.span.end) - max(start, other.span.start)
        > _MOSTLY * (max(end, other.span.end) - min(start, other.span.start))
        for other in report.findings
    )


class VersionLinter:
    """Lints groups of versions; a group is known by its first path."""

    def __init__(self, linter: Linter, groups: Mapping[str, Group], names: Mapping[str, str]) -> None:
        self._linter = linter
        self._groups = groups
        self._names = names
        """How the files of the run were named, by their plain paths."""

    def digest(self, path: str) -> bytes | None:
        return self._linter.digest(path)

    def lint_file(self, path: str) -> FileReport:
        """What the versions of one article tell together; its findings are of several files."""
        from linter.engine.interrupt import interrupted

        report = FileReport(path)
        articles = self._articles(self._groups[path])
        length = sum(len(each.source) for each in articles)
        budget = self._linter.make_budget(length, self._linter.time_limit(path))
        try:
            with interrupted(budget):
                for article in articles:
                    article.versions, article.budget = articles, budget
                for article in articles if len(articles) > 1 else ():
                    if article.asked:
                        self._lint(article, report)
        except OutOfTime as error:
            told = message("was not compared with its other language versions: {why}", why=error.args[0])
            report.failures.append(told)
        return report

    def _articles(self, group: Group) -> tuple[Article, ...]:
        """The versions that can be read, the original first, without those that nobody has translated."""
        read = [(each, article) for each in group if (article := self._read(each)) is not None]
        return in_order(read, self._linter.original(group[0].path))

    def _read(self, version: Version) -> Article | None:
        name = self._names.get(version.path)
        article = self._linter.article(name or version.path)
        if article is not None and article.is_template:
            return None
        if article is not None:
            article.asked = name is not None
        return article

    def _lint(self, article: Article, report: FileReport) -> None:
        """Add the findings in one version to the report of all."""
        from linter.engine.cross_article import not_suppressed
        from linter.engine.lint import run_rule

        rules = self._linter.policies.of(article.path).rules
        told = FileReport(article.path, counts=report.counts)
        for rule in rules.speaking(language(article)):
            if NEEDS.get(rule.check) == VERSIONS:
                article.budget.check()
                run_rule(rule, rules, article, told)
        report.failures += told.failures
        if told.findings:
            report.findings += not_suppressed(article, told.findings, self._linter)


def in_order(read: Sequence[tuple[Version, Article]], original: str = "") -> tuple[Article, ...]:
    """The versions with the original first, without those that nobody has translated.

    The original is the one that the configuration names, the oldest one by its date, the one in the default
    language, the English one or the first, in this order.
    """
    for version, article in read:
        if version.tag:
            tag = Field("lang", version.tag, _NOWHERE, _NOWHERE, "path")
            article.metadata = (*article.metadata, tag)
    order = _by_age(read)
    found = sorted(read, key=lambda one: _rank(one[0], order.get(one[0].path, 0), original))
    first = language(found[0][1]) if found else ""
    return tuple(
        article
        for i, (version, article) in enumerate(found)
        if not i or not _is_copy(version, article, first)
    )


def _by_age(read: Sequence[tuple[Version, Article]]) -> dict[str, int]:
    """The version that is older than all others by its date, if all of them have one: it comes first."""
    days: dict[str, str] = {}
    for version, article in read:
        field = article.field("date")
        found = _DAY.search(field.value) if field else None
        if found is None:
            return {}
        days[version.path] = found[0]
    oldest = min(days.values(), default="")
    first = [path for path, day in days.items() if day == oldest]
    return {first[0]: -1} if len(first) == 1 else {}


def _rank(version: Version, age: int, original: str) -> tuple[bool, int, bool, bool, str]:
    main = normal_tag(version.tag)
    configured = bool(original) and original in (main, version.tag)
    return not configured, age, bool(version.tag), main != _ENGLISH, version.path


def _is_copy(version: Version, article: Article, first: str) -> bool:
    """Whether a version is in the language of the original though its path says another one."""
    return language(article) == first and normal_tag(version.tag) != first
