"""An amount in two currencies and the rate beside it: "$50, or €45 at a rate of 0.90 euros to the dollar"."""

from __future__ import annotations

from functools import lru_cache

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.sentences import PAUSE
from linter.article.model import Article, Block
from linter.languages.phrases import has_piece, pieces_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.reading.model import MONEY, Quantity
from linter.topics.numbers.wording import words_of

_FAR = 60
_SLACK = 0.03
"""How far off, as a share, the second amount may be beyond the rounding of all three."""


class AtRate(NamedTuple):
    """Two amounts of one sentence, and how many of one currency the other is said to be worth."""

    block: Block
    first: Quantity
    second: Quantity
    rate: Quantity

    def fits(self) -> bool:
        """Whether the rate makes one of the other, either way round."""
        (low, high), (least, most) = self.first.interval, self.rate.interval
        if least <= 0 or low <= 0:
            return True
        second = self.second.interval
        return any(
            low * (1 - _SLACK) <= second.high and second.low <= high * (1 + _SLACK)
            for low, high in ((low * least, high * most), (low / most, high / least))
        )


@analysis
def at_rates(article: Article) -> tuple[AtRate, ...]:
    """The amounts of an article in two currencies with a rate right behind them."""
    code = language(article)
    pieces, rate = _words(code)
    return tuple(
        AtRate(block, *three)
        for block, items in quantities(article)
        if len(items) > 2 and has_piece(block.text.prose, pieces)
        for three in zip(items, items[1:], items[2:], strict=False)
        if _is_rated(block.text.prose, three, rate)
    )


def _is_rated(prose: str, three: tuple[Quantity, Quantity, Quantity], word: re.Pattern[str]) -> bool:
    first, second, rate = three
    units = {first.unit, second.unit}
    return (
        all(item.kind == MONEY and item.exact for item in three)
        and len(units) == 2
        and rate.unit in units
        and rate.start - second.end < _FAR
        and second.start - first.end < _FAR
        and word.search(prose, second.end, rate.start) is not None
        and PAUSE.search(prose, first.end, rate.start) is None
    )


@lru_cache(maxsize=16)
def _words(code: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Pieces of which a text in small letters has one, and the word for a rate."""
    phrases = words_of(code).money.rate
    return pieces_of(phrases), lazy(word_of(phrases), re.IGNORECASE)
