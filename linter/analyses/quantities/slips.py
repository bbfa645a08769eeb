"""One figure with two magnitudes: 295.3 million here, 295.3 billion there."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from linter.analyses import analysis
from linter.analyses.quantities import quantities
from linter.analyses.quantities.model import MEASURE, MONEY, NUMBER, Quantity
from linter.article.model import Article, Block

FEWEST_DIGITS = 3
"""With two digits the same figure is often two things: of 13 pairs none was a slip."""


class Slip(NamedTuple):
    """Two quantities with the same digits and unit and with different scale words."""

    first_block: Block
    first: Quantity
    second_block: Block
    second: Quantity

    @property
    def factor(self) -> float:
        """How many times larger the larger one is."""
        return max(self.first.scale, self.second.scale) / min(self.first.scale, self.second.scale)


@analysis
def slips(article: Article) -> tuple[Slip, ...]:
    """The figures of three digits or more that an article gives in millions and in billions.

    Both sides are unhedged; if one of the two stands more than once, it is taken to be meant.
    """
    told: dict[tuple[float, str, str], list[tuple[Block, Quantity]]] = defaultdict(list)
    for block, items in quantities(article):
        for item in items:
            if item.scale >= 1e6 and item.digits >= FEWEST_DIGITS and item.kind in (NUMBER, MONEY, MEASURE):
                told[round(item.value / item.scale, 9), item.kind, item.unit].append((block, item))
    found = []
    for same in told.values():
        scales = {item.scale for _, item in same}
        if len(scales) > 1:
            first, second = same[0], next(each for each in same if each[1].scale != same[0][1].scale)
            found.append(Slip(*first, *second))
    return tuple(found)
