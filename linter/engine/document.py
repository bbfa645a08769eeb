"""One article that has been read already, under a policy that is known already."""

from __future__ import annotations

from linter.article.model import Article
from linter.engine.lint import lint
from linter.engine.policies import Policy
from linter.finding import FileReport


def lint_document(article: Article, policy: Policy, identity: str, alone: bool = False) -> FileReport:
    """The findings in an article, as its policy wants them.

    ``identity`` goes into fingerprints. ``alone``: no other article is judged together with this one.
    No file is opened, whatever the article names: its sources are those that somebody has put into it.
    """
    report = lint(article, policy.rules, identity, alone)
    least = policy.config.min_severity
    report.findings = [finding for finding in report.findings if finding.severity >= least]
    return report
