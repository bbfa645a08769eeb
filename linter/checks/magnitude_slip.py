"""The same figure in millions and in billions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.analyses.quantities.slips import slips
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related


class MagnitudeSlip(Check):
    """Reports a figure of three digits or more that has two scale words in one article."""

    fields: ClassVar[frozenset[str]] = frozenset({"first", "second", "factor"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for slip in slips(article):
            first = slip.first_block.text.span(slip.first.start, slip.first.end)
            second = slip.second_block.text.span(slip.second.start, slip.second.end)
            fields = {
                "first": slip.first.text,
                "second": slip.second.text,
                "factor": f"{slip.factor:,.0f}",
            }
            yield Alarm(second, fields, (Related(first, "the same figure"),))
