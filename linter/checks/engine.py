"""Checks whose alarms come from the engine or the readers, not from looking at the text.

They exist so that such findings have a rule like all others: a severity, a message, an
explanation, and a switch.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count


class SuppressionCheck(Check):
    """Faulty and unused suppressions; the engine raises the alarms after all rules ran."""

    fields: ClassVar[frozenset[str]] = frozenset({"problem", "rule"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        return iter(())


class ReadingProblem(Check):
    """Parts of the file that its reader could not take: broken front matter, duplicate keys."""

    fields: ClassVar[frozenset[str]] = frozenset({"problem"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for problem in article.problems:
            yield Alarm(problem.span, {"problem": problem.message})
