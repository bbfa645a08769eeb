"""A number of the article that none of its sources supports."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.sources.numbers import unsupported_numbers
from linter.analyses.sources.swaps import number_swaps
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.checks.beside import beside


class UnsupportedNumber(Check):
    """Holds the numbers of an article against its sources."""

    fields = frozenset({"number", "other"})
    variants = frozenset({"nearest", "swapped"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.sources:
            return
        said = set()
        for found in unsupported_numbers(article):
            span = found.block.text.span(found.quantity.start, found.quantity.end)
            said.add(span)
            alarm = Alarm(span, {"number": found.quantity.text}, variant="nearest" if found.near else "")
            yield beside(alarm, found.near) if found.near else alarm
        for swap, item in number_swaps(article):
            span = swap.block.text.span(item.start, item.end)
            if item.kind not in ("year", "date") and span not in said:
                yield beside(Alarm(span, {"number": item.text}, variant="swapped"), swap.place)
