"""A number of the article that none of its sources supports."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.topics.sources.material import only_foreign
from linter.topics.sources.numbers import unsupported_numbers
from linter.topics.sources.source_places import beside, deviating
from linter.topics.sources.swaps import number_swaps
from linter.topics.sources.translated import other_numbers, translated


class UnsupportedNumber(Check):
    """Holds the numbers of an article against its sources."""

    fields = frozenset({"number", "other"})
    variants = frozenset({"nearest", "swapped"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.sources:
            return
        pair = translated(article)
        if pair is not None:
            yield from deviating(other_numbers(pair), "number", "swapped")
            return
        said = set()
        severity = Severity.WARNING if only_foreign(article) else None
        for found in unsupported_numbers(article):
            span = found.block.text.span(found.quantity.start, found.quantity.end)
            said.add(span)
            fields, variant = {"number": found.quantity.text}, "nearest" if found.near else ""
            alarm = Alarm(span, fields, severity=severity, variant=variant)
            yield beside(alarm, found.near)
        for swap, item in number_swaps(article):
            span = swap.block.text.span(item.start, item.end)
            if item.kind not in ("year", "date") and span not in said:
                yield beside(Alarm(span, {"number": item.text}, variant="swapped"), swap.place)
