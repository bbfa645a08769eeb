"""Parts of a file that its reader could not take; the reader raises the alarms."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count

_TAGS = ("{{", "{%")


class ReadingProblem(Check):
    """Parts of the file that its reader could not take: broken front matter, duplicate keys."""

    fields = frozenset({"problem"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for problem in article.problems:
            if not _is_filled_in(article.source, problem.span.start):
                yield Alarm(problem.span, {"problem": problem.message})


def _is_filled_in(source: str, place: int) -> bool:
    """Whether the line has a tag of a template, which the metadata are made of before anybody reads them."""
    start = source.rfind("\n", 0, place) + 1
    end = source.find("\n", place)
    return any(tag in source[start : end if end >= 0 else len(source)] for tag in _TAGS)
