"""One figure with two magnitudes: 295.3 million here, 295.3 billion there."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from linter.analyses import analysis
from linter.analyses.quantities import quantities
from linter.analyses.quantities.model import MEASURE, MONEY, NUMBER, Quantity
from linter.article.model import Article, Block
from linter.records import NamedTuple
from linter.regexes import lazy

FEWEST_DIGITS = 3
"""With two digits the same figure is often two things: of 13 pairs none was a slip."""
_NEAR = 600
_REACH = 80
_WORD = lazy(r"[^\W\d_]{5,}")
_NO_SIGN = frozenset(
    "million billion trillion milliard dollar pound about around nearly approximately".split()
)
"""Words beside sums of all kinds."""


_Place = tuple[Block, Quantity]


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

    They stand near each other, or their clauses share a word of five letters or more: in a long
    article three digits may be alike by chance.
    """
    told: dict[tuple[float, str, str], list[_Place]] = defaultdict(list)
    for block, items in quantities(article):
        for item in items:
            if item.scale >= 1e6 and item.digits >= FEWEST_DIGITS and item.kind in (NUMBER, MONEY, MEASURE):
                told[round(item.value / item.scale, 9), item.kind, item.unit].append((block, item))
    found = []
    for same in told.values():
        pairs = (pair for pair in combinations(same, 2) if pair[0][1].scale != pair[1][1].scale)
        alike = next(
            (pair for pair in pairs if _are_near(*pair) or _beside(*pair[0]) & _beside(*pair[1])), None
        )
        if alike is not None:
            found.append(Slip(*alike[0], *alike[1]))
    return tuple(found)


def _are_near(first: _Place, second: _Place) -> bool:
    return abs(first[0].text.span(*first[1][:2]).start - second[0].text.span(*second[1][:2]).start) < _NEAR


def _beside(block: Block, item: Quantity) -> set[str]:
    """The beginnings of the longer words around a quantity."""
    prose = block.text.prose
    around = f"{prose[max(0, item.start - _REACH) : item.start]} {prose[item.end : item.end + _REACH]}"
    words = (word.casefold() for word in _WORD.findall(around))
    return {word[:6] for word in words if word.rstrip("s") not in _NO_SIGN}
