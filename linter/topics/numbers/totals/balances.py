"""What is missing or left over: "took in 48.3 million and spent 53.1 million, a deficit of 4.8 million"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.languages.phrases import has_piece, pieces_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import MONEY, NUMBER, Quantity, scaled_like
from linter.topics.numbers.scores.margins import Lead
from linter.topics.numbers.wording import words_of

_BESIDE = lazy(r"[^.!?\n()]{0,90}")
"""All of the text between two of the three amounts."""
_LEAD = 90
"""Characters before the first amount in which the verb may stand that it belongs to."""
_STOP = lazy(r".*[.!?\n](?:\s|$)", re.DOTALL)
_LIKELY = 2.0
"""What is so many times more or less than the difference, is that of something else."""
_LARGE = 1000.0
"""From which on a bare number beside amounts is one itself."""


class _Words(NamedTuple):
    """Patterns of one language."""

    spent: re.Pattern[str]
    earned: re.Pattern[str]
    gap: re.Pattern[str]
    and_: re.Pattern[str]


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    sums = words_of(code).sum
    lists = (sums.spent, sums.earned, sums.gap, words_of(code).and_)
    return _Words(*(lazy(word_of(phrases), re.IGNORECASE) for phrases in lists))


@lru_cache(maxsize=16)
def _pieces(code: str) -> tuple[str, ...]:
    return pieces_of(words_of(code).sum.gap)


def balances(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Lead]:
    """What came in and went out, the larger one first, and the difference that is told behind both."""
    if not has_piece(prose, _pieces(code)):
        return
    words = _words(code)
    for three in zip(items, items[1:], items[2:], strict=False):
        if _told(prose, three, words) and (amounts := _amounts(three)):
            one, other, gap = amounts
            more, less = (one, other) if one.value > other.value else (other, one)
            if 1 / _LIKELY <= (more.value - less.value) / gap.value <= _LIKELY:
                yield Lead(more._replace(digits=1), less, gap)  # rounded, and not cut


def _told(prose: str, three: tuple[Quantity, Quantity, Quantity], words: _Words) -> bool:
    """Whether one of two amounts was spent and the other one earned, and the third is what lies between."""
    one, other, gap = three
    if not words.gap.search(prose, other.end, gap.start) or words.and_.search(prose, other.end, gap.start):
        return False  # "spent 53.1 million and made a loss of 12 million": not by this alone
    if not _BESIDE.fullmatch(prose, one.end, other.start) or not _BESIDE.fullmatch(
        prose, other.end, gap.start
    ):
        return False
    before = _STOP.sub("", prose[max(0, one.start - _LEAD) : one.start])
    said = f"{before} {prose[one.end : gap.start]}"
    return bool(words.spent.search(said) and words.earned.search(said))


def _amounts(three: tuple[Quantity, Quantity, Quantity]) -> tuple[Quantity, ...]:
    """Three amounts of one currency, which may stand at one of them only; nothing if they are none."""
    units = {item.unit for item in three if item.kind == MONEY}
    if len(units) != 1 or any(item.kind not in (MONEY, NUMBER) or not item.exact for item in three):
        return ()
    scale = max(three, key=lambda item: item.scale)
    scaled = (scaled_like(item, scale) for item in three)
    amounts = tuple(item._replace(kind=MONEY, unit=next(iter(units))) for item in scaled)
    return amounts if min(item.value for item in amounts) >= _LARGE else ()
