"""A range of time and a duration beside it that differ."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.dates.spans import Lasting, lasting
from linter.analyses.exempt import exempt
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related

_LONGEST_IN_DAYS = 60
"""Longer ranges of days are said in weeks and months."""


class SpanArithmetic(Check):
    """Counts the years or days of a range and compares them with the number beside it."""

    fields = frozenset({"range", "said", "length"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(lasting(article))
        for one in found:
            if not one.fits() and _is_plain(article, one):
                yield _alarm(article, one)
        if found:
            yield Count("ranges with a duration", len(found))


def _is_plain(article: Article, one: Lasting) -> bool:
    if one.range.length < 1 or (one.range.unit == "day" and one.number > _LONGEST_IN_DAYS):
        return False
    place = article.blocks[one.range.block].text.span(one.start, one.end).start
    return not exempt(article, "quotes").hold(place)


def _alarm(article: Article, one: Lasting) -> Alarm:
    text = article.blocks[one.range.block].text
    span = text.span(one.range.start, one.range.end)
    fields = {
        "range": " ".join(text.prose[one.range.start : one.range.end].split()),
        "said": text.prose[one.start : one.end],
        "length": f"{one.range.length} {one.range.unit}{'s' if one.range.length != 1 else ''}",
    }
    return Alarm(text.span(one.start, one.end), fields, (Related(span, "the range"),))
