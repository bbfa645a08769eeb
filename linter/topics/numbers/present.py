"""What an article must have of numbers for a check to say anything; without it, that is not even imported.

Each question is the one that the check of it begins with, for a whole article: it may be true of more than
the check speaks of, never of less.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

from linter.analyses import analysis
from linter.analyses.chunks import Holding
from linter.analyses.digit_blocks import blocks_with_digits, figures
from linter.analyses.language import language
from linter.analyses.searchable import folded_prose
from linter.article.model import HEADLINE, Article, Block
from linter.languages import speech
from linter.languages.phrases import has_piece, pieces_of, without_longer
from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.reading.model import OLDEST
from linter.topics.numbers import quantities, quantities_by_block
from linter.topics.numbers.reading.model import FRACTION, MEASURE, MONEY, NUMBER, PERCENT, Quantity
from linter.topics.numbers.reading.units import CLOCK, COLDEST, POUNDS

Items = tuple[Quantity, ...]
LARGE = 1e6
FEWEST_DIGITS = 3
"""With two digits the same large figure is often two things: of 13 pairs none was a slip."""
_AGAIN = frozenset(",(（[/=≈")
"""One of them, or a word for it, stands between a measure and the one that says it again …"""
_PRODUCT = frozenset("x×*")
"""… or one of them stands between its numbers."""
MOST_PERCENT = 100
_TIMES = lazy(
    r"\d(?:(?<!\d\d)(?:(?<=2)[5-9]|(?<=[3-9])\d)[:.h]\d\d(?!\d)|[:h][6-9]\d|[ap]\.?m\b)", re.IGNORECASE
)
"""It begins with the digit, which is found soon."""
_HALVES_OR_DEGREES = lazy(r"^[ap]\.?m\b|°", re.IGNORECASE | re.MULTILINE)
_TO_GOALS = lazy(r"[:\u2013-]\d(?![\d:/\u2013]|[.,]\d)")
"""Behind a digit that stands alone: with it the score of a match in which goals are few."""
_SCORED = lazy(r"[:\u2013-]\d")
_PARTS = lazy(r"\(\d{1,3}[-\u2010-\u2013:]\d{1,3}[,;]")
"""The beginning of a bracket with the scores of periods or sets."""
_TWO_SCORES = lazy(r"\d[-\u2010-\u2013:]\d[^\n]{1,170}?\d[-\u2010-\u2013:]\d")
NOT_EXCHANGED = 11
"""A count up to here has no two digits that may have been exchanged."""
TIMED_OR_PLACED = Holding(lambda text: _TIMES.findall(text) + _HALVES_OR_DEGREES.findall(text))
"""Finds the chunks without which a text has neither times nor coordinates."""


class _Several(NamedTuple):
    """A block with several numbers, and their kinds."""

    block: Block
    items: Items
    kinds: list[str]

    def count(self, *kinds: str) -> int:
        """How many of them are of these kinds."""
        return sum(map(self.kinds.count, kinds))


@analysis
def _blocks_with_several(article: Article) -> tuple[_Several, ...]:
    return tuple(
        _Several(block, items, [item.kind for item in items])
        for block, items in quantities(article)
        if len(items) > 1
    )


def several(article: Article) -> bool:
    """Two numbers in one block."""
    return bool(_blocks_with_several(article))


def sides(article: Article) -> bool:
    """Two numbers in one block, or two that a colon or dash joins."""
    scored = (
        _SCORED.match(block.text.prose, run.end()) for _, block, runs in figures(article) for run in runs
    )
    return several(article) or any(scored)


def percents(article: Article) -> bool:
    """Two percentages in one block."""
    return any(each.count(PERCENT) > 1 for each in _blocks_with_several(article))


def change_in_percent(article: Article) -> bool:
    """A percentage with two more numbers, or two amounts and a fraction in words."""
    return any(
        (len(each.items) > 2 and each.count(PERCENT, FRACTION))
        or (
            each.count(NUMBER, MONEY, MEASURE) > 1 and _has_fraction(each.block.text.prose, language(article))
        )
        for each in _blocks_with_several(article)
    )


def share(article: Article) -> bool:
    """A percentage or a fraction in words with another number, or "one in three" with two more."""
    with_several = _blocks_with_several(article)
    if any(PERCENT in each.kinds or each.count(NUMBER) > 2 for each in with_several):
        return True
    amounts = (each.block for each in with_several if each.count(NUMBER, MONEY, MEASURE) > 1)
    alone = (block for block, items in quantities(article) if len(items) == 1 and items[0].kind == PERCENT)
    return any(_has_fraction(block.text.prose, language(article)) for block in chain(amounts, alone))


def currencies(article: Article) -> bool:
    """Two currencies in one block."""
    return any(
        len({item.unit for item in each.items if item.kind == MONEY}) > 1
        for each in _blocks_with_several(article)
        if each.count(MONEY) > 1
    )


def measures(article: Article) -> bool:
    """Two measures in different units with a mark or a word for "or" between them, or two products."""
    again = pieces_of(speech(language(article)).numbers.again)
    for each in _blocks_with_several(article):
        if each.count(MEASURE, MONEY) < 2:
            continue
        prose, items = each.block.text.prose, each.items
        if len({item.unit for item in items if _is_measure(item)}) < 2:
            continue
        if not _PRODUCT.isdisjoint(prose):
            return True
        pairs = ((one, other) for one, other in pairwise(items) if _is_measure(one) and _is_measure(other))
        gaps = (prose[one.end : other.start] for one, other in pairs if one.unit != other.unit)
        if any(not _AGAIN.isdisjoint(gap) or has_piece(gap, again) for gap in gaps):
            return True
    return False


def rate(article: Article) -> bool:
    """Three numbers with an amount or a word for an average, or two in one unit right behind each other."""
    averaged = pieces_of(speech(language(article)).numbers.change.averaged)
    return any(
        (len(each.items) > 2 and (each.count(MONEY, MEASURE) or has_piece(each.block.text.prose, averaged)))
        or any(one.unit == other.unit != "" for one, other in pairwise(each.items))
        for each in _blocks_with_several(article)
    )


def impossible(article: Article) -> bool:
    """A time, a place, a score, over 100 %, a temperature, a great age, two numbers."""
    if TIMED_OR_PLACED.among(article) or any(scored_blocks(article)):
        return True
    return any(
        any(map(may_be_impossible, items)) or any(may_be_parts(*pair) for pair in pairwise(items))
        for _, items in quantities(article)
    )


def scored_blocks(article: Article) -> Iterator[Block]:
    """The blocks that may have the score of a match."""
    for _, block, runs in figures(article):
        prose = block.text.prose
        if any(run.end() - run.start() == 1 and _TO_GOALS.match(prose, run.end()) for run in runs):
            yield block


def may_be_impossible(item: Quantity) -> bool:
    """Whether something may be wrong with a number whatever stands beside it."""
    percent = item.kind == PERCENT and item.value > MOST_PERCENT
    return percent or item.unit in COLDEST or (item.unit == "year" and item.value > OLDEST)


def may_be_parts(one: Quantity, other: Quantity) -> bool:
    """Whether one of two neighbours may be too large a part of the other, or not the same in figures."""
    return one.value != other.value and other.is_count and (one.spelled or one.is_count)


def scales(article: Article) -> bool:
    """Two large figures, two amounts of two digits, one in the headline, or two counts of the same digits."""
    large = amounts = 0
    counted: dict[str, float] = {}
    for block, items in quantities(article):
        if block.kind == HEADLINE and any(item.kind == MONEY or item.scale > 1 for item in items):
            return True
        for item in items:
            large += item.scale >= LARGE and item.digits >= FEWEST_DIGITS
            amounts += (item.kind == MONEY or item.scale >= LARGE) and item.digits > 1
            if item.value > NOT_EXCHANGED and item.is_count:
                alike = counted.setdefault("".join(sorted(str(int(item.value)))), item.value)
                if alike != item.value:
                    return True
    return large > 1 or amounts > 1


def lengths(article: Article) -> bool:
    """A number of hours or minutes, or a word for half of one."""
    code = language(article)
    stated = quantities_by_block(article)
    return any(
        tells_length(block.text.prose, stated.get(id(block), ()), code)
        for _, block in blocks_with_digits(article)
    )


def tells_length(prose: str, items: Items, code: str) -> bool:
    """Whether a text has a number of hours or minutes, or a half that is glued to another number."""
    return any(item.unit in CLOCK for item in items) or any(map(prose.__contains__, _named_lengths(code)))


@lru_cache(maxsize=16)
def _named_lengths(code: str) -> tuple[str, ...]:
    return without_longer((*halves(code), *speech(code).dates.clock_named))


def _is_measure(item: Quantity) -> bool:
    return item.kind == MEASURE or (item.kind == MONEY and item.unit in POUNDS)


def _has_fraction(prose: str, code: str) -> bool:
    return has_piece(prose, fraction_pieces(code))


@lru_cache(maxsize=16)
def halves(code: str) -> tuple[str, ...]:
    """The words for a half that are glued to another number."""
    return tuple(phrase for phrase in speech(code).numerals.half if " " not in phrase)


@lru_cache(maxsize=16)
def fraction_pieces(code: str) -> tuple[str, ...]:
    """Of which a text in small letters has one if it has a fraction in words."""
    known = speech(code).numerals.fractions
    return pieces_of((*known.parts, *known.single, *known.half, *known.every))


def scores(article: Article) -> bool:
    """A bracket with the parts of a score, two scores and a word for half-time or sets, or a table."""
    code, prose = language(article), folded_prose(article)[0]
    if speech(code).numbers.league.points and "1. " in prose and "2. " in prose:
        return True
    proses = [block.text.prose for _, block in blocks_with_digits(article)]
    if any("(" in each and _PARTS.search(each) for each in proses):
        return True
    return any(map(_TWO_SCORES.search, proses)) and any(map(prose.__contains__, _match_pieces(code)))


@lru_cache(maxsize=16)
def _match_pieces(code: str) -> tuple[str, ...]:
    """Pieces of the words for half-time and sets, folded."""
    match = speech(code).numbers.match
    return tuple(map(fold_case, pieces_of((*match.half, *match.sets))))
