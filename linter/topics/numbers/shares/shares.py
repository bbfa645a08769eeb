"""Shares that are stated twice: "15 of the 60 members, or 25 %"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article, Block
from linter.languages.phrases import has_piece
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.fractions import as_percent, fractions_in
from linter.topics.numbers.reading.model import (
    FRACTION,
    MEASURE,
    MONEY,
    NUMBER,
    PERCENT,
    YEAR,
    Quantity,
    scaled_like,
)
from linter.topics.numbers.shares.share_words import CLOSED, ShareWords, is_noun_again, one_in, share_words
from linter.topics.numbers.wording import WORD, with_commas, words_of

_PART_OF_IT = lazy(rf"(?:,?{WORD}){{1,16}},?[ \u00a0]")
"""Between a whole and a part of it: "of the 480 employees, only 120", "of the 480 who came, 120"."""
_TO_PART = lazy(r"[^.;:!?\n()\d]*(?:[.;:][ \u00a0][^.;:!?\n()\d]{0,30})?")
"""From a whole to a part of it: the same sentence, or the beginning of the next one."""
_TO_PART_OF_THEM = lazy(r"[^.;:!?\n()\d]*(?:[.;:][ \u00a0][^.;:!?\n()\d]{0,120})?")
"""The same where "of them" stands behind the part."""
_ENDS = lazy(r"[ \u00a0]?(?:[),.;:\u2013\u2014]|$)")
_ENDS_NOUN = lazy(rf"(?:{WORD}){{0,2}}{_ENDS.pattern}")
_LEADS_ON = lazy(r"[ \u00a0]?[:,\u2013\u2014]")
_LEAD = 16
"""Characters between a percentage and the whole or part that it is explained with."""
_REACH, _FAR = 80, 160
_CLAUSE = 110
"""Characters from a whole to a part of it, a clause of whom it is made up between."""
_AMOUNTS = frozenset({NUMBER, MONEY, MEASURE})
_RATIO_LIMIT = 10
_MILLION = 1e6
_MOST_IN = 20
"""The largest whole of which something is said to be one."""


class Share(NamedTuple):
    """A part of a whole, or a fraction in words, and the percentage that says it again."""

    block: Block
    start: int
    end: int
    """Where the share stands that is not a percentage, in the prose."""
    computed: Interval
    """The percentage that it amounts to."""
    part: Quantity | None
    """What is a part of ``whole``; nothing for "one in" and for fractions."""
    whole: Quantity
    """What the part is taken of; the fraction itself for a fraction."""
    stated: Quantity


@analysis
def shares(article: Article) -> tuple[Share, ...]:
    """The shares that an article states twice in a row, in any of the forms of this module."""
    code = language(article)
    return tuple(
        share
        for block, items in quantities(article)
        if any(item.kind == PERCENT for item in items) or sum(item.kind in _AMOUNTS for item in items) > 1
        for share in _in_block(block, items, code)
    )


def _in_block(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Share]:
    prose = with_commas(block.text.prose)
    words = share_words(code)
    yield from _one_in(block, prose, items, code)
    for three in zip(items, items[1:], items[2:], strict=False):
        yield from _three(block, prose, three, words)
        if all(item.is_count for item in three) and 1 < three[2].value <= _MOST_IN:
            yield from _one_in_so_many(block, prose, three, code)
    yield from _as_told(block, items, code)
    if has_piece(prose, words.that):
        from linter.topics.numbers.shares.shares_of_that import shares_of_that

        yield from (_share(block, *found) for found in shares_of_that(prose, items, code))
    yield from _behind(block, prose, items, code)
    for fraction in fractions_in(prose, code):
        yield from _as_fraction(block, prose, items, fraction, words)
        yield from _as_percent(block, prose, items, fraction, words)
        yield from _of_fraction(block, prose, items, fraction, words)
        yield from _fraction_of_first(block, prose, items, fraction, words)


def _one_in(block: Block, prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Share]:
    """ "One in four (25 %)", "25 % (one in four)"."""
    words = share_words(code)
    for first, second in pairwise(items):
        if {first.kind, second.kind} != {NUMBER, PERCENT}:
            continue
        whole, stated = (first, second) if first.kind == NUMBER else (second, first)
        if whole is first and not _says_again(prose, first, second, words):
            continue
        one = one_in(prose, whole, code)
        if one and (whole is first or _percent_again(prose, stated, one, words)):
            yield Share(block, one.start, one.end, one.interval, None, whole, stated)


def _percent_again(prose: str, stated: Quantity, share: Quantity, words: ShareWords) -> bool:
    """Whether a share says a percentage before it again: "40 percent (one in four)", "…, or a quarter,"."""
    gap = prose[stated.end : share.start]
    led = len(gap) <= _REACH and (words.bracket.fullmatch(gap) or ("," in gap and words.said.fullmatch(gap)))
    return bool(led and _ENDS.match(prose, share.end))


def _one_in_so_many(block: Block, prose: str, three: tuple[Quantity, ...], code: str) -> Iterator[Share]:
    """ "Of the 60 members 15 came, one in four"."""
    words, (first, second, _) = share_words(code), three
    stated = one_in(prose, three[2], code)
    if stated is None or not second.end < stated.start or not _says_again(prose, second, stated, words):
        return
    if _is_part_of(prose, first, second, words):
        yield _share(block, second, first, stated)
    elif words.of.fullmatch(prose, first.end, second.start) and first.value < second.value:
        yield _share(block, first, second, stated)


def _behind(block: Block, prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Share]:
    """The shares whose numbers stand behind them."""
    if any(part.kind == whole.kind == NUMBER for part, whole in pairwise(items)):
        from linter.topics.numbers.shares.shares_behind import shares_behind

        yield from (_share(block, *found) for found in shares_behind(prose, items, code))


def _as_told(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Share]:
    """The shares in the constructions of a language."""
    phrases = words_of(code).share.told
    if not phrases:
        return
    from linter.topics.numbers.constructions import told

    prose = block.text.prose
    fractions = [as_percent(fraction) for fraction in fractions_in(prose, code) if fraction.value < 1]
    taken = {item.start for item in fractions}
    counts = (item._replace(kind=NUMBER) if item.kind == YEAR else item for item in items)  # "2400 … 1800"
    stated_too = tuple(sorted([*(item for item in counts if item.start not in taken), *fractions]))
    for slots in told(prose, stated_too, phrases):
        part, whole, stated = slots["part"], slots["whole"], slots["percent"]
        counted = part.kind == whole.kind == NUMBER and part.value <= whole.value
        if counted and stated.kind in (PERCENT, FRACTION):
            yield _share(block, part, whole, stated)


def _as_percent(
    block: Block, prose: str, items: tuple[Quantity, ...], fraction: Quantity, words: ShareWords
) -> Iterator[Share]:
    """ "A quarter of the members, or 25 %", "25 % (a quarter)"."""
    if fraction.value >= 1 or words.of_them.search(prose, max(0, fraction.start - 40), fraction.end + 20):
        return
    place = bisect_left(items, fraction.end, key=attrgetter("start"))
    behind = items[place : place + 2]
    before = [item for item in items[max(0, place - 2) : place] if item.end <= fraction.start][-1:]
    if before and before[0].kind == PERCENT and _percent_again(prose, before[0], fraction, words):
        share = as_percent(fraction).interval
        yield Share(block, fraction.start, fraction.end, share, None, fraction, before[0])
        return
    if behind and behind[0].kind == PERCENT and _says_again(prose, fraction, behind[0], words):
        low, high = fraction.interval
        if _is_of_a_share(low, high, behind):
            return
        share = as_percent(fraction).interval
        yield Share(block, fraction.start, fraction.end, share, None, fraction, behind[0])


def _as_fraction(
    block: Block, prose: str, items: tuple[Quantity, ...], fraction: Quantity, words: ShareWords
) -> Iterator[Share]:
    """ "15 of the 60 members, a quarter,": the fraction as the percentage that it is."""
    behind = bisect_right(items, fraction.start, key=attrgetter("end"))
    pair = items[max(0, behind - 2) : behind]
    if len(pair) < 2 or not all(item.kind == NUMBER for item in pair):
        return
    part, whole = pair
    if not words.of.fullmatch(prose, part.end, whole.start):
        whole, part = pair
        if not _is_part_of(prose, whole, part, words):
            return
    stated = as_percent(fraction)
    again = _says_again(prose, pair[1], stated, words) or _is_said_of(prose, pair[1], stated, words)
    if again and part.value < whole.value:
        yield _share(block, part, whole, stated)


def _is_said_of(prose: str, whole: Quantity, stated: Quantity, words: ShareWords) -> bool:
    """Whether a word says that the fraction comes to the same, with the noun that it is of behind it."""
    again = words.said.fullmatch(prose, whole.end, stated.start)
    return again is not None and _ENDS_NOUN.match(prose, stated.end) is not None


def _of_fraction(
    block: Block, prose: str, items: tuple[Quantity, ...], fraction: Quantity, words: ShareWords
) -> Iterator[Share]:
    """ "A third of the 900 beds, or 300,": the fraction, its whole, and what it comes to."""
    place = bisect_left(items, fraction.end, key=attrgetter("start"))
    behind = items[place : place + 2]
    if len(behind) < 2 or not words.amount.fullmatch(prose, fraction.end, behind[0].start):
        return
    whole, part = behind
    gap = prose[whole.end : part.start]
    enclosed = prose.startswith(",", part.end) and words.apposed.fullmatch(gap)
    apposed = enclosed or is_noun_again(gap, prose, part.end)
    again = apposed or (len(gap) <= _REACH and "(" not in gap and words.again.fullmatch(gap))
    if again and _addable(part, whole) and part.value < whole.value and _ENDS_NOUN.match(prose, part.end):
        yield _share(block, part, whole, as_percent(fraction))


def _fraction_of_first(
    block: Block, prose: str, items: tuple[Quantity, ...], fraction: Quantity, words: ShareWords
) -> Iterator[Share]:
    """ "Of the 90 members a third, or 30, …": the whole, the fraction, and what it comes to."""
    place = bisect_left(items, fraction.end, key=attrgetter("start"))
    if not 0 < place < len(items) or items[place - 1].start >= fraction.start:
        return
    whole, part = items[place - 1], items[place]
    three = (whole, as_percent(fraction)._replace(start=fraction.start, end=fraction.end), part)
    if _addable(part, whole) and part.value < whole.value and _percent_of_first(prose, three, words):
        yield _share(block, part, whole, as_percent(fraction))


def _is_of_a_share(low: float, high: float, percents: tuple[Quantity, ...]) -> bool:
    """Whether a fraction is of a percentage behind its own: "half (17.5 %) of the 35 %"."""
    if len(percents) < 2 or percents[1].kind != PERCENT or not percents[1].value:
        return False
    near = percents[1].start - percents[0].end <= _REACH
    return near and low <= percents[0].value / percents[1].value <= high


def _three(block: Block, prose: str, three: tuple[Quantity, ...], words: ShareWords) -> Iterator[Share]:
    three = _counted(prose, three, words)
    kinds = tuple(item.kind for item in three)
    if kinds.count(PERCENT) == 1 and kinds != (NUMBER, NUMBER, PERCENT):
        yield from _of_amount(block, prose, three, words)
    if kinds == (NUMBER, NUMBER, PERCENT):
        part, whole, stated = three
        if words.of.fullmatch(prose, part.end, whole.start) and _says_again(prose, whole, stated, words):
            yield _share(block, part, whole, stated)
        elif _whole_first(prose, three, words) or _whole_before(prose, three, words):
            whole, part, _ = three
            yield _share(block, part, whole, stated)
    elif kinds == (PERCENT, NUMBER, NUMBER) and _LEADS_ON.match(prose, stated_end := three[0].end):
        yield from _behind_percent(block, prose, stated_end, three, words)
    elif kinds == (PERCENT, NUMBER, NUMBER):
        stated, part, whole = three
        bracket = words.bracket.fullmatch(prose, stated.end, part.start)
        closed = words.of.fullmatch(prose, part.end, whole.start) and CLOSED.match(prose, whole.end)
        if bracket and closed and not words.seats.match(prose, part.end):
            yield _share(block, part, whole, stated)


def _counted(prose: str, three: tuple[Quantity, ...], words: ShareWords) -> tuple[Quantity, ...]:
    """Three numbers, those read as years as the numbers that they are: "of the 2000, 1500, or 75 %"."""
    years = any(item.kind == YEAR for item in three[:2]) and three[2].kind == PERCENT
    if not years or not words.said.fullmatch(prose, three[1].end, three[2].start):
        return three
    return tuple(item._replace(kind=NUMBER) if item.kind == YEAR else item for item in three)


def _behind_percent(
    block: Block, prose: str, place: int, three: tuple[Quantity, ...], words: ShareWords
) -> Iterator[Share]:
    """ "The turnout was 60 %: of the 3,000 voters, 1,800 …", "… 60 %: 1,800 of the 3,000 …"."""
    stated, one, other = three
    if len(prose[place : one.start]) > _LEAD or not one.value or not other.value:
        return
    if _is_part_of(prose, one, other, words):
        yield _share(block, other, one, stated)
    elif words.of.fullmatch(prose, one.end, other.start) and one.value < other.value:
        yield _share(block, one, other, stated)


def _of_amount(block: Block, prose: str, three: tuple[Quantity, ...], words: ShareWords) -> Iterator[Share]:
    """ "25 % of the 60 members, or 15", "$15m, or 25 % of the $60m": the whole stands right behind "of"."""
    if three[0].kind == PERCENT and _percent_first(prose, three, words):
        stated, whole, part = three
    elif three[1].kind == PERCENT and _percent_between(prose, three, words):
        part, stated, whole = three
    elif three[1].kind == PERCENT and _percent_of_first(prose, three, words):
        whole, stated, part = three
    else:
        return
    if _addable(part, whole) or _is_short(prose, part, whole):
        yield _share(block, part, whole, stated)


def _is_short(prose: str, part: Quantity, whole: Quantity) -> bool:
    """Whether the currency of the whole is left out at its part: "of the 40 million euros, or 8 million,"."""
    bare = part.kind == NUMBER and whole.kind == MONEY and not (part.is_range or whole.is_range)
    return bare and min(part.scale, whole.scale) >= _MILLION and _ENDS.match(prose, part.end) is not None


def _addable(part: Quantity, whole: Quantity) -> bool:
    """Whether one may be a part of the other: of one kind and unit."""
    alike = (part.kind, part.unit) == (whole.kind, whole.unit) and whole.kind in _AMOUNTS
    return alike and not part.is_range and not whole.is_range and part.value > 0


def _percent_between(prose: str, three: tuple[Quantity, ...], words: ShareWords) -> bool:
    """ "15, or 25 % of the 60 members"."""
    part, stated, whole = three
    near = stated.start - part.end <= _REACH and words.again.fullmatch(prose, part.end, stated.start)
    return bool(near and words.amount.fullmatch(prose, stated.end, whole.start)) and not stated.hedge


def _percent_of_first(prose: str, three: tuple[Quantity, ...], words: ShareWords) -> bool:
    """ "Of the 60 members 25 %, or 15, …": as :func:`_percent_first`, the whole before it."""
    whole, stated, part = three
    leads = words.first.search(prose, max(0, whole.start - 24), whole.start)
    near = stated.start - whole.end <= _REACH and _PART_OF_IT.fullmatch(prose, whole.end, stated.start)
    again = len(prose[stated.end : part.start]) <= _REACH and words.said.fullmatch(
        prose, stated.end, part.start
    )
    return bool(leads and near and again and _ENDS_NOUN.match(prose, part.end))


def _whole_first(prose: str, three: tuple[Quantity, ...], words: ShareWords) -> bool:
    """ "Of the 60 members, 15, or 25 %"."""
    whole, part, stated = three
    moved = stated.value < 0 or not _is_part_of(prose, whole, part, words)
    return not moved and _says_again(prose, part, stated, words)


def _whole_before(prose: str, three: tuple[Quantity, ...], words: ShareWords) -> bool:
    """ "It has 60 members. Of them 15, or 25 %, …", "60 members, 15 of them (25 %) …"."""
    whole, part, stated = three
    moved = words.moved.search(prose, part.end, stated.start) or stated.value < 0 or stated.text[0] == "+"
    behind = words.theirs.match(prose, part.end)
    reach, to_part = (_FAR, _TO_PART_OF_THEM) if behind else (_REACH, _TO_PART)
    if moved or not whole.exact or not 0 < part.value < whole.value or part.start - whole.end > reach:
        return False
    led = behind or words.of_theirs.search(prose, whole.end, part.start)
    end = behind.end() if behind else part.end
    told = led is not None and to_part.fullmatch(prose, whole.end, part.start)
    said = _says_again(prose, part._replace(end=end), stated, words)
    apposed = behind and words.apposed.fullmatch(prose, end, stated.start) and _ENDS.match(prose, stated.end)
    return bool(told and (said or apposed))


def _is_part_of(prose: str, whole: Quantity, part: Quantity, words: ShareWords) -> bool:
    leads = words.first.search(prose, max(0, whole.start - 24), whole.start)
    near = part.start - whole.end <= _CLAUSE and _PART_OF_IT.fullmatch(prose, whole.end, part.start)
    moved = words.became.search(prose, whole.end, part.start)
    return bool(leads and near and not moved) and part.value <= whole.value


def _percent_first(prose: str, three: tuple[Quantity, ...], words: ShareWords) -> bool:
    """ "25 % of the 60 members, or 15,"."""
    stated, whole, part = three
    gap = prose[whole.end : part.start]
    near = len(gap) <= _REACH and "(" not in gap and words.again.fullmatch(gap)
    said = near and words.amount.fullmatch(prose, stated.end, whole.start)
    return bool(said and _ENDS_NOUN.match(prose, part.end))


def _says_again(prose: str, share: Quantity, stated: Quantity, words: ShareWords) -> bool:
    again = words.again.fullmatch(prose, share.end, stated.start)
    if not again and prose.startswith((",", "."), stated.end):
        again = words.apposed.fullmatch(prose, share.end, stated.start)
    if stated.start - share.end > _REACH or not again:
        return False
    if words.of_rest.search(prose, share.end, stated.start):
        return False
    of_all = words.of_all.match(prose, stated.end)
    return bool(_ENDS.match(prose, of_all.end() if of_all else stated.end))


def _share(block: Block, part: Quantity, whole: Quantity, stated: Quantity) -> Share:
    scaled = scaled_like(part, whole)  # "24 of 30 million"
    part = scaled if scaled.value <= whole.value else part
    counted = part.is_count and whole.is_count
    (low, high), (below, over) = part.interval, whole.interval
    if counted:
        room = 0.5 if whole.value <= _RATIO_LIMIT else 0.0
        low, high, below, over = part.value - room, part.value + room, whole.value, whole.value
    start, end = min(part.start, whole.start), max(part.end, whole.end)
    return Share(block, start, end, _percent(low, high, below, over), part, whole, stated)


def _percent(low: float, high: float, below: float, over: float) -> Interval:
    return Interval(100 * low / over if over > 0 else 0.0, 100 * high / below if below > 0 else float("inf"))
