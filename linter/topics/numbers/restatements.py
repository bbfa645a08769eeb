"""Quantities stated twice in one breath, in two units or currencies: "10 miles (16 km)"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article, Block
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.model import MEASURE, MONEY, Quantity

_HEDGES = (
    r"about|around|approx\.?|approximately|roughly|some|nearly|almost|just over|just under|over|"
    r"more than|up to|the equivalent of|equivalent to|equal to|or|i\.e\.,?|environ|près de|"
    r"presque|soit|plus de|etwa|rund|ca\.|circa|knapp|fast|umgerechnet|gut|über|mehr als|unos|"
    r"unas|cerca de|casi|más de|alrededor de|quasi|oltre|pari a|più di|mais de|quase|"
    r"aproximadamente|ongeveer|zo'n|bijna|ruim|c\.|~|≈|=|o sea|ossia|ou seja|oder|ou|o|of"
)
_HEDGE = rf"(?:(?:{_HEDGES}) ?)*"
_BRACKET = lazy(rf"(?:[ \u00a0-][^\W\d]+(?:[-'’][^\W\d]+)*){{0,3}}[ \u00a0]?[(\[]{_HEDGE}")
_OR = lazy(
    r",? (?:or|soit|c['’]est-à-dire|oder|also|umgerechnet|das sind|o|es decir|equivalentes? a|"
    rf"ossia|cioè|pari a|ou|ou seja|of|dat is|oftewel|that is|the equivalent of) {_HEDGE}"
)
_ONE_OF_TWO = lazy(r",? (?:or|oder|o|ou|of) ")
_SMALL_CHANGE = 1000.0
"""Two prices below, in round figures: "50 dollars or 30 euros" is paid in one or the other."""
_COMPOSED = lazy(r",?[ \u00a0-]?(?:(?:and|et|und|y|e|en) )?")
"""Between the parts of one measure: "7 pounds, 4 ounces"."""
_RATE = lazy(r"(?<!\w)(?:per|pro|je|par|por|pour|auf|für|every|each|alle|cada|ogni|op) (?:an? )?$")
"""Before a measure: what follows is how much of something else is in it."""
_EQUALS = lazy(r" ?[/=≈] ?")
_CLOSES = lazy(r"[)\]]")
_GOES_ON = lazy(r" ?[,;/] ?(?:or |ou |oder |o |and |et )?")
_ENDS = lazy(r"[,.;:)\]–—]|$| [(–—]")


class Restatement(NamedTuple):
    """A quantity and the second one that says it again in another unit."""

    block: Block
    first: Quantity
    second: Quantity

    @property
    def compared(self) -> tuple[Interval, Interval]:
        """What the two may be: "over 9,000 ft (over 2,500 m)" says two things that are both true."""
        if self.first.hedge and self.first.hedge == self.second.hedge:
            return self.first.interval, self.second.interval
        return self.first.converted, self.second.converted

    @property
    def between(self) -> str:
        """The text between the two."""
        return self.block.text.prose[self.first.end : self.second.start]


@analysis
def restatements(article: Article) -> tuple[Restatement, ...]:
    """All places where an amount of money or a measure is said again in another currency or unit.

    Forms: "A (B)", "A (B, C)" with B and C as a pair too, "A, or B,", "A / B".
    """
    return tuple(
        Restatement(block, first, second)
        for block, items in quantities(article)
        for first, second in _pairs(block.text.prose, items)
    )


def _pairs(prose: str, items: tuple[Quantity, ...]) -> Iterator[tuple[Quantity, Quantity]]:
    said: Quantity | None = None
    for earlier, before, after in zip((None, *items), items, items[1:], strict=False):
        if not _comparable(before, after) or _is_other(prose, earlier, before):
            said = None
            continue
        gap = prose[before.end : after.start]
        if said is not None and _GOES_ON.fullmatch(gap):
            yield said, after
            yield before, after
        elif _restates(prose, gap, after) and not _are_prices(gap, before, after):
            said = before
            yield before, after
        else:
            said = None


def _is_other(prose: str, earlier: Quantity | None, before: Quantity) -> bool:
    """Whether a quantity is the last part of a composed one, or what another one is counted by."""
    if before.kind == MEASURE and _RATE.search(prose, max(0, before.start - 10), before.start):
        return True
    return (
        earlier is not None
        and earlier.kind == before.kind == MEASURE
        and _COMPOSED.fullmatch(prose, earlier.end, before.start) is not None
    )


def _comparable(first: Quantity, second: Quantity) -> bool:
    return first.kind == second.kind and first.kind in (MEASURE, MONEY) and first.unit != second.unit


def _are_prices(gap: str, first: Quantity, second: Quantity) -> bool:
    """Whether two amounts of money are what the same thing costs here and there."""
    amounts = (first, second)
    small = all(item.exact and item.digits < 3 and item.value < _SMALL_CHANGE for item in amounts)
    return first.kind == MONEY and small and _ONE_OF_TWO.fullmatch(gap) is not None


def _restates(prose: str, gap: str, second: Quantity) -> bool:
    """Whether the text between two quantities, and after the second, says that they are the same."""
    if len(gap) > 90:
        return False
    if _BRACKET.fullmatch(gap):
        return bool(_CLOSES.match(prose, second.end) or _GOES_ON.match(prose, second.end))
    if _OR.fullmatch(gap):
        return bool(_ENDS.match(prose, second.end))
    return bool(_EQUALS.fullmatch(gap))
