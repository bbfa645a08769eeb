"""The quantities of an article: every number with its unit, and the interval it stands for."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import accumulate

from linter.analyses import analysis
from linter.analyses.digit_blocks import blocks_with_digits
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.analyses.numerals.number_words import spelled
from linter.article.model import CODE, Article, Block
from linter.namedtuples import NamedTuple
from linter.topics.dates import dates
from linter.topics.numbers.reading.digits import decimal_mark
from linter.topics.numbers.reading.model import DATE, Quantity
from linter.topics.numbers.reading.scan import scan

__all__ = ["BlockQuantities", "Interval", "Quantity", "quantities"]


class BlockQuantities(NamedTuple):
    """A block and the quantities of its prose, in order."""

    block: Block
    items: tuple[Quantity, ...]


@analysis
def quantities(article: Article) -> tuple[BlockQuantities, ...]:
    """The blocks that state quantities, in reading order, with these; code is left out.

    Which units, scales and number words a language has is in its file; without one only symbols are known.
    """
    spoken = language(article)

    @cache
    def mark() -> str:
        return decimal_mark(spoken, (block.text.prose for block in article.blocks))

    dated: dict[int, list[tuple[int, int]]] = {}
    for mention in dates(article):
        dated.setdefault(mention.block, []).append((mention.start, mention.end))
    words = spelled(spoken).among(article)
    in_digits = {number for number, _ in blocks_with_digits(article)}
    blocks = []
    for number, block in enumerate(article.blocks):
        in_words = words.intersection(block.text.chunks) if block.kind != CODE else ()
        if number in in_digits or in_words:
            items = scan(block.text.prose, spoken, mark, in_words)
            if items:
                blocks.append(BlockQuantities(block, _without_dates(items, dated.get(number, []))))
    return tuple(blocks)


@analysis
def quantities_by_block(article: Article) -> dict[int, tuple[Quantity, ...]]:
    """The quantities of each block that states some, by its ``id``."""
    return {id(block): items for block, items in quantities(article)}


def _without_dates(items: list[Quantity], dated: list[tuple[int, int]]) -> tuple[Quantity, ...]:
    """The quantities, those that are part of a date called so."""
    if not dated:
        return tuple(items)
    starts = sorted(start for start, _ in dated)
    ends = list(accumulate((end for _, end in sorted(dated)), max))

    def is_dated(item: Quantity) -> bool:
        before = bisect_left(starts, item.end)
        return before > 0 and item.start < ends[before - 1]

    return tuple(item._replace(kind=DATE) if is_dated(item) else item for item in items)
