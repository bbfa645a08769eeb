"""Percentages of one whole that are more or less than 100."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.analyses.language import language
from linter.analyses.quantities.shown import shown
from linter.analyses.quantities.totals import REST, percent_lists, possible
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related


class PercentTotal(Check):
    """Adds up percentages where the last is called the rest, or where they are for, against and neither.

    Other lists of percentages are left alone: more than one answer may have been possible, or not all
    are named. Variants: ``vote``.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"sum"})
    variants: ClassVar[frozenset[str]] = frozenset({"vote"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        spoken = language(article)
        for listed in percent_lists(article):
            yield Count("wholes checked")
            if possible(listed):
                continue
            span = listed.block.text.span
            added = sum(item.value for item in listed.items)
            terms = " + ".join(item.text for item in listed.items)
            first, *_, last = listed.items
            related = Related(span(first.start, first.end), "from here on")
            yield Alarm(
                span(last.start, last.end),
                {"sum": f"{terms} = {shown(added, spoken)} %"},
                (related,),
                variant="" if listed.kind == REST else "vote",
            )
