"""Changes told with their start, end and percentage, in whatever order a sentence has them."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import Article, Block
from linter.matching import re
from linter.matching.letters import SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.changes.change_pairs import (
    DOWN,
    UP,
    before_and_after,
    comparable,
    is_from_to,
    is_time,
    more_than_earlier,
    told_pair,
)
from linter.topics.numbers.changes.change_words import ChangeWords, change_words
from linter.topics.numbers.fractions import with_changes
from linter.topics.numbers.reading.model import (
    DATE,
    FRACTION,
    NUMBER,
    PERCENT,
    POINTS,
    YEAR,
    Quantity,
    scaled_like,
)
from linter.topics.numbers.wording import with_commas, words_of

_CLAUSE = lazy(r".*[.;:!?\n](?:\s|$)", re.DOTALL)
_SIGN = lazy(r"([+\u2212\u2013-])\s?$")
_NAMED = lazy(rf", [^\W\d_{SMALL}][\w.&-]+ $")
"""Between a percentage and a number: the number is of something else, named right before it."""
_STATED = frozenset({PERCENT, FRACTION})
_FAR = 60
_PARAGRAPH = lazy(r"[!?\n]|[.][ \u00a0]")
_LISTED = 150
"""Characters before a percentage in which a clause begins as the one behind it does."""
_NEAR = 30
"""Characters before a percentage in which "more" or "less" may stand, if "than" follows it."""
_BEFORE = 40
"""Characters before a percentage in which its verb may stand ("stieg binnen eines Jahres um 40 Prozent")."""
_TOLD = 8
"""Characters behind a construction in which the word for the change may stand (35％増えた)."""
_ENDS = lazy(r"[ \u00a0]?(?:[,.;:)\u2013\u2014]|$)")
_SAME = 1e-9
"""So near are two sums of decimals that are equal."""
Three = tuple[Quantity, Quantity, Quantity]


class Change(NamedTuple):
    """ "From ``before`` to ``after``, ``direction`` by ``stated`` percent"; all in one block."""

    block: Block
    before: Quantity
    after: Quantity
    stated: Quantity
    direction: str
    """``up`` or ``down``, as the word or sign at the percentage says."""
    context: str
    """The prose around the change."""


@analysis
def changes(article: Article) -> tuple[Change, ...]:
    """The changes whose start, end and percentage stand together in one sentence.

    Forms: "from A to B, up P %", "up P % from A to B", "up P % to B from A", "B against A (+P %)",
    "from A by P % to B", "B, P % less than A". A percentage and a pair may be in several; the reader has to
    choose.
    """
    code = language(article)
    return tuple(
        change
        for block, items in quantities(article)
        for stated in [with_changes(block.text.prose, items, code)]
        if any(item.kind in _STATED for item in stated)
        for change in _in_block(block, stated, change_words(code), code)
    )


def _in_block(block: Block, items: tuple[Quantity, ...], words: ChangeWords, code: str) -> Iterator[Change]:
    prose = with_commas(block.text.prose)
    yield from _as_told(block, items, words, code)
    numbers = [item for item in items if item.kind not in (DATE, YEAR) and not is_time(item)]
    yield from _of_two_years(block, numbers, words, code)
    numbers = _with_points(prose, numbers, words)
    levels = _levels(prose, numbers, words)
    for three in zip(numbers, numbers[1:], numbers[2:], strict=False):
        place = _place_of_stated(three)
        if place is None or three[2].start - three[0].end > 3 * _FAR or three[place].start in levels:
            continue
        read = _ORDERS[place](prose, three, words) or _beside_told(prose, three, words, code)
        if read is not None:
            (before, after), direction = read
            context = prose[max(0, three[0].start - _FAR) : three[2].end + _FAR]
            yield Change(block, scaled_like(before, after), after, three[place], direction, context)


def _place_of_stated(three: Three) -> int | None:
    """Which of three numbers says how much the others differ.

    Of percentages it is the one that is their difference: it was meant in points.
    """
    kinds = [item.kind for item in three]
    stated = [i for i, kind in enumerate(kinds) if kind == POINTS] if PERCENT in kinds else []
    stated = stated or [i for i, kind in enumerate(kinds) if kind in _STATED]
    if len(stated) == 1:
        return stated[0]
    if kinds[2] != PERCENT or not {*kinds} <= {PERCENT, NUMBER}:
        return None
    one, other, last = (item.value for item in three)
    if kinds[1] == PERCENT and three[2].exact and abs(abs(one - other) - last) < _SAME:
        return 2
    by_first = kinds[0] == PERCENT and three[0].exact and abs(abs(other - last) - one) < _SAME
    return 0 if by_first else None


def _of_two_years(block: Block, numbers: list[Quantity], words: ChangeWords, code: str) -> Iterator[Change]:
    """ "Last year 200 dogs came in. This year the number rose by 25 % to 250"."""
    from linter.topics.numbers.changes.year_before import two_years

    prose = block.text.prose
    for before, after, stated in two_years(prose, numbers, code) if len(numbers) > 2 else ():
        if words.is_level(prose, stated.start, 24) or words.share.match(prose, stated.end):
            continue
        start = min(after.start, stated.start)
        clause = _clause(prose, stated.start) if stated is not before else ""
        direction = _way(clause, prose[stated.end : stated.end + _BEFORE], words, reach=_BEFORE)
        if direction:
            yield Change(
                block,
                scaled_like(before, after),
                after,
                stated,
                direction,
                prose[start - _FAR : stated.end + _FAR],
            )


def _with_points(prose: str, numbers: list[Quantity], words: ChangeWords) -> list[Quantity]:
    """The numbers, bare points as those of percentages: "lost 8 points, from 64 to 56 %"."""
    found = {item.start: words.points.match(prose, item.end) for item in numbers if item.kind == NUMBER}
    return [
        item._replace(kind=POINTS, end=points.end(), text=prose[item.start : points.end()])
        if (points := found.get(item.start))
        else item
        for item in numbers
    ]


def _as_told(block: Block, items: tuple[Quantity, ...], words: ChangeWords, code: str) -> Iterator[Change]:
    """The changes in the constructions of a language; a word in them or right behind says up or down."""
    prose, phrases = block.text.prose, words_of(code).change.told
    if not phrases:
        return
    from linter.topics.numbers.constructions import told

    for slots in told(prose, items, phrases):
        before, after, stated = slots["before"], slots["after"], slots["percent"]
        if 0 < before.start < stated.start and prose[before.start - 1] == prose[stated.start - 1] != " ":
            continue  # "从3%变到4%，占比从18%升至46%": the percentage begins a pair of its own
        text = prose[min(slots.values()).start : max(slots.values()).end + _TOLD]
        up, down = words.any_up.search(text), words.any_down.search(text)
        if stated.kind == PERCENT and comparable(before, after) and bool(up) != bool(down):
            yield Change(block, scaled_like(before, after), after, stated, UP if up else DOWN, text)


def _levels(prose: str, numbers: list[Quantity], words: ChangeWords) -> set[int]:
    """Where the percentages begin that say how high something is, not how much it changed."""
    found = set()
    for before, item in zip((None, *numbers), numbers, strict=False):
        if item.kind != PERCENT:
            continue
        if words.is_level(prose, item.start, 24):
            found.add(item.start)
        if before is not None and before.kind == PERCENT and item.start - before.end < _FAR:
            compared = words.back_between.fullmatch(prose, before.end, item.start)
            if compared and words.change_of.search(prose, before.end, item.start):
                continue
            if compared or words.to_between.fullmatch(prose, before.end, item.start):
                found |= {before.start, item.start}
    return found


Read = tuple[tuple[Quantity, Quantity], str] | None


def _percent_first(prose: str, three: Three, words: ChangeWords) -> Read:
    stated, one, other = three
    gap = words.they.sub(",", prose[stated.end : one.start], 1)
    if len(gap) > _FAR or words.away.search(gap) or stated.is_range:
        return None
    if words.same.match(gap) or words.owned.match(gap) or _NAMED.search(gap) or _is_of_whole(gap, words):
        return None
    moves = words.moving.match(gap) or words.up.search(gap) or words.down.search(gap)
    if words.of_between.fullmatch(gap) and not moves:
        return None
    if _is_listed(prose[max(0, stated.start - _LISTED) : stated.start], gap):
        return None
    if words.beside.match(prose, one.end, other.start) and not words.earlier.match(prose, other.end):
        return None
    direction = (
        _way(_clause(prose, stated.start), gap[:30], words, reach=_BEFORE)
        or _way("", prose[other.end : other.end + 16], words)
        or _way("", prose[one.end : min(one.end + 16, other.start)], words)
    )
    if not direction and words.by_first.search(prose, max(0, stated.start - _FAR), stated.start):
        direction = _way("", prose[other.end : other.end + _FAR], words)
    return _read(_ordered(prose, one, other, words), direction)


def _beside_told(prose: str, three: Three, words: ChangeWords, code: str) -> Read:
    """ "Butter is 25 % dearer: it was 2 euros; it is now 2.50": the pair has a construction of its own."""
    pairs = words_of(code).change.pairs
    if not pairs or three[1].kind in _STATED or three[0].kind == three[2].kind:
        return None
    first = three[0].kind in _STATED
    stated, one, other = three if first else (three[2], three[0], three[1])
    gap = prose[stated.end : one.start] if first else prose[other.end : stated.start]
    if len(gap) > 2 * _FAR or _PARAGRAPH.search(gap) or stated.is_range:
        return None
    pair = told_pair(prose, one, other, pairs)
    before = _clause(prose, stated.start) if first else gap
    direction = _way(before, prose[stated.end : stated.end + _BEFORE], words, reach=_BEFORE) if pair else ""
    return _read(pair, direction)


def _is_listed(before: str, gap: str) -> bool:
    """Whether the pair is in one of several clauses that begin alike.

    "…, that exports grew by 30 %, that the wage rose from 10 to 15": each tells of something else.
    """
    word, blank, _ = gap.rpartition(", ")[2].partition(" ")
    return bool(blank) and word.isalpha() and ", " in gap and f", {word} " in before


def _is_of_whole(gap: str, words: ChangeWords) -> bool:
    """ "Une hausse de 15 % des voix a porté le parti de 10 à 25 sièges": a word stands behind "of"."""
    whole = words.share.match(gap)
    return whole is not None and bool(gap[whole.end() :].strip(" \u00a0"))


def _percent_between(prose: str, three: Three, words: ChangeWords) -> Read:
    one, stated, other = three
    if not comparable(one, other):
        return None
    for way, compared, led in ((DOWN, words.under, words.less_before), (UP, words.over, words.more_before)):
        beside = compared.fullmatch(prose, stated.end, other.start) or (
            words.than.fullmatch(prose, stated.end, other.start)
            and led.search(prose, max(0, stated.start - _NEAR), stated.start)
        )
        if beside and words.stated.fullmatch(prose, one.end, stated.start):
            return (other.bare, one), way  # "more than" the 30
    begins = words.from_before.search(prose, max(0, one.start - 30), one.start)
    # "un budget de 48 millions, … par rapport aux 40 millions"
    if not begins or words.back_between.fullmatch(prose, stated.end, other.start):
        way = more_than_earlier(prose, three, words)
        return ((other, one), way) if way else _percent_before_earlier(prose, three, words)
    by = words.by_between.fullmatch(prose, one.end, stated.start)
    to = words.to_between.fullmatch(prose, stated.end, other.start)
    direction = _way(_clause(prose, one.start), prose[other.end : other.end + 16], words)
    return _read((one, other) if by and to else None, direction)


def _percent_before_earlier(prose: str, three: Three, words: ChangeWords) -> Read:
    """ "126, up 50 % from 84", "126, ein Plus von 50 Prozent gegenüber 84"."""
    later, stated, earlier = three
    gap, link = prose[later.end : stated.start], prose[stated.end : earlier.start]
    if len(gap) > _FAR or words.away.search(gap) or words.turn.search(gap) or words.share.match(link):
        return None
    linked = words.back_between.fullmatch(link) or words.from_before.fullmatch(link.lstrip())
    if "," in link or ")" in link:
        return None
    return _read((earlier, later) if linked and len(link) < _FAR else None, _way(gap, "", words))


def _percent_last(prose: str, three: Three, words: ChangeWords) -> Read:
    one, other, stated = three
    rest = prose[stated.end : stated.end + 20]
    gap = words.that.sub(",", prose[other.end : stated.start], 1)
    if len(gap) > _FAR or words.away.search(gap) or words.turn.search(gap) or stated.is_range:
        return None
    if words.own_pair.match(prose, stated.end, stated.end + _FAR):
        return None
    direction = _way(gap, rest, words)
    if not direction and words.share.match(rest):
        return None
    if not direction and words.restated.fullmatch(gap):
        direction = _way(_clause(prose, one.start), "", words, reach=_FAR)
    again = words.so.fullmatch(gap) or gap != prose[other.end : stated.start]
    if not direction and again and _ENDS.match(rest) and is_from_to(prose, one, other, words):
        direction = UP if scaled_like(one, other).value < other.value else DOWN
    return _read(_ordered(prose, one, other, words), direction)


_ORDERS = (_percent_first, _percent_between, _percent_last)


def _read(pair: tuple[Quantity, Quantity] | None, direction: str) -> Read:
    return (pair, direction) if pair is not None and direction else None


def _clause(prose: str, place: int) -> str:
    """The text of the clause that leads up to a place, at most so far."""
    return _CLAUSE.sub("", prose[max(0, place - _FAR) : place])


def _way(before: str, after: str, words: ChangeWords, reach: int = 26) -> str:
    """``up`` or ``down``, as said by a sign or word close before a number, else close after it."""
    if sign := _SIGN.search(before):
        return UP if sign[1] == "+" else DOWN
    if words.more_before.search(before) or words.less_before.search(before):
        return UP if words.more_before.search(before) else DOWN
    looks = ((before[-reach:], words.up, words.down), (words.away.split(after)[0], words.more, words.less))
    for text, says_up, says_down in looks:
        up, down = says_up.search(text), says_down.search(text)
        if bool(up) != bool(down):
            return UP if up else DOWN
    return ""


def _ordered(
    prose: str, one: Quantity, other: Quantity, words: ChangeWords
) -> tuple[Quantity, Quantity] | None:
    """Two neighbours as what was before and what came after, if the words between them say so."""
    if not comparable(one, other) or words.linked.search(prose, max(0, one.start - 8), one.start):
        return None
    if words.foreseen.search(prose, one.end, other.end + 30):
        return None
    if words.of.fullmatch(prose, one.end, other.start) and not words.is_level(prose, one.start, 30):
        return None
    return before_and_after(prose, one, other, words)
