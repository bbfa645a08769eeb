"""Faulty and unused suppressions; the engine raises the alarms."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count


class SuppressionCheck(Check):
    """Faulty and unused suppressions; the engine raises the alarms after all rules ran."""

    fields = frozenset({"problem", "rule"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        return iter(())
