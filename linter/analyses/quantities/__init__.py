"""The quantities of an article: every number with its unit, and the interval it stands for."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from linter.analyses import analysis
from linter.analyses.dates import dates
from linter.analyses.language import language
from linter.analyses.quantities.digits import decimal_mark
from linter.analyses.quantities.model import DATE, Interval, Quantity
from linter.analyses.quantities.scan import scan
from linter.article.model import CODE, Article, Block

__all__ = ["BlockQuantities", "Interval", "Quantity", "quantities"]


class BlockQuantities(NamedTuple):
    """A block and the quantities of its prose, in order."""

    block: Block
    items: tuple[Quantity, ...]


@analysis
def quantities(article: Article) -> tuple[BlockQuantities, ...]:
    """The blocks that state quantities, in reading order, with these; code is left out.

    Units, scales and number words are known in English, French, German, Spanish, Italian,
    Portuguese and Dutch; in other languages only symbols are.
    """
    spoken = language(article)

    @cache
    def mark() -> str:
        return decimal_mark(spoken, (block.text.prose for block in article.blocks))

    found = []
    for number, block in enumerate(article.blocks):
        items = scan(block.text.prose, spoken, mark) if block.kind != CODE else []
        if items:
            found.append(BlockQuantities(block, _without_dates(article, number, items)))
    return tuple(found)


def _without_dates(article: Article, block: int, items: list[Quantity]) -> tuple[Quantity, ...]:
    """The quantities, those that are part of a date called so."""
    places = [(mention.start, mention.end) for mention in dates(article) if mention.block == block]
    return tuple(
        item._replace(kind=DATE)
        if any(start < item.end and item.start < end for start, end in places)
        else item
        for item in items
    )
