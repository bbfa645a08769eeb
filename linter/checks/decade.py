"""A decade or century with a year beside it that it does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.dates.decades import eras
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related


class Decade(Check):
    """Compares a decade or century with the year that stands in brackets behind it."""

    fields = frozenset({"era", "year"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(eras(article))
        for era in found:
            if not era.holds():
                text = article.blocks[era.beside.block].text
                year = text.span(era.beside.start, era.beside.end)
                fields = {"era": era.text, "year": str(era.beside.year)}
                yield Alarm(text.span(era.start, era.end), fields, (Related(year, "the year"),))
        if found:
            yield Count("decades and centuries with a year beside them", len(found))
