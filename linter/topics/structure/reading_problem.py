"""Parts of a file that its reader could not take; the reader raises the alarms."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.typed import ClassVar


class ReadingProblem(Check):
    """Parts of the file that its reader could not take: broken front matter, duplicate keys."""

    fields: ClassVar[frozenset[str]] = frozenset({"problem"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for problem in article.problems:
            yield Alarm(problem.span, {"problem": problem.message})
