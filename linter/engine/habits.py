"""What several of the articles beside one have as well is a habit of the site, and no slip: an info.

A heading that every post of a folder leaves empty, a mark of a template, a key that a generator writes: a
rule that finds such things says ``habit: true``, and only its alarms make anybody look at neighbours. They
are read whichever files a run judges, so that one file has the findings that it has among all.
"""

from __future__ import annotations

from contextlib import suppress

from linter.analyses.language import language
from linter.article.read import read_file
from linter.engine.cache.signatures import signature_at
from linter.engine.lint import run_rule
from linter.engine.neighbours import Shelves, nearest_of_languages
from linter.files import read_bytes
from linter.finding import FileReport, Severity
from linter.matching.budget import Budget, OutOfTime
from linter.messages import messages
from linter.rules.model import Rule
from linter.text import NotText
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.engine.policies import Policy

_ENOUGH = 3
"""Of the twelve nearest so many make a habit; with two, true alarms on single posts were lost."""
_LONGEST = 200_000
"""Bytes of a neighbour; a longer one would cost more than the article."""
(HABITS,) = messages("told as an info, for articles beside it have the same")

Known = dict[tuple[bytes, str, str, bytes], bool]
"""Whether a rule has more than infos for an article, by the digest of the policy, rule, path, signature."""


class Habits:
    """What is known of the articles beside others under one policy, as long as they stay what they were."""

    def __init__(self, policy: Policy, digest: bytes, shelves: Shelves, known: Known) -> None:
        """``digest`` stands for the policy; ``known`` may be that of others, and is added to."""
        self._policy, self._digest = policy, digest
        self._shelves, self._known = shelves, known

    def quieten(self, report: FileReport, root: str, budget: Budget) -> tuple[str, ...]:
        """Make infos of the findings that are a habit; gives the paths of what was read for it.

        The languages of the project at ``root`` have the same habits.
        What is not found out within the budget is none.
        """
        loud = {finding.rule for finding in report.findings if finding.severity > Severity.INFO}
        asking = [rule for rule in self._policy.rules.rules if rule.habit and rule.id in loud]
        if not asking:
            return ()
        paths, folders = nearest_of_languages(report.path, self._shelves, root)
        read = dict.fromkeys(folders)
        with suppress(OutOfTime):
            for rule in asking:
                with_it = 0
                for path in paths:
                    read[path] = None
                    with_it += self._is_in(path, rule, budget)
                    if with_it == _ENOUGH:
                        _quieten(report, rule)
                        break
        return tuple(read)

    def _is_in(self, path: str, rule: Rule, budget: Budget) -> bool:
        """Whether a rule has more than infos for a neighbour."""
        key = (self._digest, rule.id, path, signature_at(path))
        if key not in self._known:
            self._known[key] = _has(path, rule, self._policy, budget)
        return self._known[key]


def _has(path: str, rule: Rule, policy: Policy, budget: Budget) -> bool:
    try:
        data = read_bytes(path)
        if len(data) > _LONGEST:
            return False
        article = read_file(data, path, policy.config.metadata)
    except (OSError, NotText):
        return False
    if article is None or article.is_template:
        return False
    article.budget = budget
    report = FileReport(path)
    if policy.rules.polyglot or rule.speaks(language(article)):
        run_rule(rule, policy.rules, article, report)
    return any(finding.severity > Severity.INFO for finding in report.findings)


def _quieten(report: FileReport, rule: Rule) -> None:
    number = sum(each.rule == rule.id and each.severity > Severity.INFO for each in report.findings)
    report.findings = [
        each._replace(severity=min(each.severity, Severity.INFO)) if each.rule == rule.id else each
        for each in report.findings
    ]
    report.counts.setdefault(rule.id, {})[HABITS] = number
