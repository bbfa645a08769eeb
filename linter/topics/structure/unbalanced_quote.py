"""A quotation that is opened and never closed."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.quotes import Quote, quotes
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.namedtuples import NamedTuple

_OPENING = (*"«»‹›“”„‟\"「『‘'–—-", "``")


class UnbalancedQuoteParams(NamedTuple):
    most: int = 1
    """More open quotations than this in one article are a habit of its author or of its source."""


class UnbalancedQuote(Check):
    """Reports the opening mark of a quotation that its paragraph does not close.

    Speech that goes on in the next paragraph is left open by custom, and the next paragraph then
    begins with a mark or a dash.
    """

    Params = UnbalancedQuoteParams
    fields = frozenset({"mark", "text"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        blocks = list(article.scope("prose", "headline", "standfirst"))
        found = [
            (block, quote)
            for block, following in zip(blocks, (*blocks[1:], None), strict=False)
            for quote in quotes(article).of(block)
            if not quote.closed and quote.depth == 0 and not _goes_on(following)
        ]
        if len(found) > self.params.most:
            yield Count("articles with many open quotations")
            return
        for block, quote in found:
            yield _alarm(block, quote)


def _goes_on(following: Block | None) -> bool:
    return following is not None and following.text.prose.lstrip().startswith(_OPENING)


def _alarm(block: Block, quote: Quote) -> Alarm:
    prose = block.text.prose
    end = min(len(prose), quote.start + 40)
    end = prose.rfind(" ", quote.start, end) if end < len(prose) else end
    span = block.text.span(quote.outer_start, max(end, quote.start))
    return Alarm(
        span, {"mark": prose[quote.outer_start : quote.start], "text": prose[quote.outer_start : end]}
    )
