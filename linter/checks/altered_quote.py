"""A quotation that the source has in other words, and a sentence that turns the source's round."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.sources.quotes import ABSENT, altered_quotes
from linter.analyses.sources.swaps import opposites
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.checks.beside import beside


class AlteredQuote(Check):
    """Holds the quotations of an article against its sources."""

    fields = frozenset({"quote", "other"})
    variants = frozenset({"absent", "opposite"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.sources:
            return
        said = []
        for found in altered_quotes(article):
            span = found.block.text.span(found.start, found.end)
            said.append(span)
            quote = found.block.text.prose[found.start : found.end]
            alarm = Alarm(span, {"quote": quote}, variant="absent" if found.kind == ABSENT else "")
            yield beside(alarm, found.near) if found.near else alarm
        for swap in opposites(article):
            span = swap.block.text.span(swap.start, swap.end)
            if not any(span.overlaps(other) for other in said):
                quote = swap.block.text.prose[swap.start : swap.end]
                yield beside(Alarm(span, {"quote": quote}, variant="opposite"), swap.place)
