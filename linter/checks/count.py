"""A number that announces more or fewer things than follow: "three reasons:" before four items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.analyses.quantities.announced import announcements
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related


class CountMismatch(Check):
    """Counts the items of the list, or the numbered headings, that a number announces."""

    fields: ClassVar[frozenset[str]] = frozenset({"number", "count", "last"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for each in announcements(article):
            yield Count("announced lists counted")
            if each.number.value == each.found:
                continue
            span = each.block.text.span(each.number.start, each.number.end)
            fields = {"number": each.number.text, "count": str(each.found), "last": each.last}
            yield Alarm(span, fields, (Related(each.place, f"{each.found} here"),))
