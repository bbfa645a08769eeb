"""By how much one number is above another: "by 22 votes, 340 to 318", "450, 50 more than the 400 of 2019"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from linter.analyses.numerals.intervals import unrounded
from linter.languages.phrases import any_of, has_piece, pieces_of, without_longer, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.changes.change_pairs import before_and_after, is_time
from linter.topics.numbers.changes.change_words import change_words
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, SCORE, Quantity
from linter.topics.numbers.wording import BLANK, NOUN, SLOTS, Around, around, smalls, words_of

_EXACT = 3
"""Digits before zeros of both sides from which on they were counted, even where they end in a zero."""
_BEFORE = 24
"""Characters before a number in which the noun may stand that it says which of ("number two")."""
_FAR = 90
"""Characters from a difference to the number that it is counted from."""
_MANY = 15
"""A lead beside a score of fewer points may be one in the table."""
_DIGITS = lazy(r"\d+")
_LEAST = 2
"""A side that has fewer is no side of a vote."""
_NEAR = lazy(
    rf"(?:{NOUN}){{0,7}}?[ \u00a0]?[,:(\u2013\u2014;]?[ \u00a0]"
    r"(?:[^\W\d][\w'’-]*[ \u00a0]){0,4}(?:\u2014[ \u00a0])?"
)
"""All of the text between a lead and the sides: a noun, a mark, and few other words."""
_TO_OTHER = lazy(r"[^.:!?()\d\n]{0,70}")
"""All of the text from the number of one side to that of the other …"""
_TO_LEAD = lazy(r"[^.:;!?()\d\n]{0,40}[.:;,\u2013\u2014]?[ \u00a0][^.:;!?()\d\n]{0,40}")
"""… and from that to the lead, which may be told in the next sentence."""
_TO_END = lazy(r"[^.;:!?()\n]{0,60}")
_NAME = lazy(rf"(?<=[ \u00a0])[{CAPITALS}][\w'’-]{{2,}}")
_STEM = 4
"""Letters in which the forms of a name are alike."""
_CLAUSE = lazy(rf"(?:[,)]?{NOUN}(?:/\w+)?){{1,9}},?[ \u00a0]\(?")
"""All of the text from a side to the lead, and from that to the other side."""


class Lead(NamedTuple):
    """What both sides have, and how much that of the larger one is said to be above the other."""

    more: Quantity
    less: Quantity
    lead: Quantity


def leads(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Lead]:
    """The leads that are told right before or behind both numbers, or a score of many points."""
    if any(item.kind == SCORE for item in items):
        items = tuple(chain.from_iterable(map(_sides_of, items)))
    if len(items) < 3:
        return
    items = tuple(item for item in items if not (item.spelled and _is_ordinal(prose, item, code)))
    threes = [
        three
        for three in zip(items, items[1:], items[2:], strict=False)
        if all(item.kind == NUMBER and item.exact and item.value >= _LEAST for item in three[1:])
    ]
    for three in threes if threes and has_piece(prose, _pieces(code)) else ():
        yield from _with_sides(prose, three, code)
        for lead, one, other in (three, (three[2], *three[:2])):
            if not _is_lead(lead, code, prose):
                continue
            told = _are_sides(prose, one, other, code) and _are_beside(prose, lead, one, other)
            if told or (lead is three[2] and _are_told(prose, three, code)):
                yield _counted(one, other, lead)


def _with_sides(prose: str, three: tuple[Quantity, Quantity, Quantity], code: str) -> Iterator[Lead]:
    """The leads between both sides, and behind them over one of them that is named again."""
    if _is_between(prose, three, code):
        yield _counted(three[0], three[2], three[1])
    if _is_over_other(prose, three, code) and _are_told(prose, three, code):
        yield _counted(*three)


def _counted(one: Quantity, other: Quantity, lead: Quantity) -> Lead:
    """A lead of things that were counted one by one."""
    more, less = (one, other) if one.value > other.value else (other, one)
    return Lead(*(each._replace(interval=unrounded(each.value)) for each in (more, less, lead)))


def _is_over_other(prose: str, three: tuple[Quantity, Quantity, Quantity], code: str) -> bool:
    """ "A has 42 seats and B 35, seven fewer than A": not than before, nor than somebody not named yet."""
    _, other, lead = three
    if not (_is_whole(lead) and _over(code).holds(prose, lead.start, lead.end)):
        return False
    behind = _TO_END.match(prose, lead.end)
    said = behind[0] if behind else ""
    if change_words(code).earlier.match(said) or _unlike_side(code).search(said):
        return False
    named = _NAME.search(said)
    return named is None or named[0][:_STEM].lower() in prose[: other.end].lower()


@lru_cache(maxsize=16)
def _over(code: str) -> Around:
    return around(words_of(code).sum.lead_over, SLOTS)


@lru_cache(maxsize=16)
def _unlike_side(code: str) -> re.Pattern[str]:
    """What a number may be compared with that is no other side: what was expected, needed, or is now."""
    words = words_of(code)
    return lazy(word_of((*words.change.foreseen, *words.change.now, *words.limit.sequence)), re.IGNORECASE)


def _is_ordinal(prose: str, item: Quantity, code: str) -> bool:
    """Whether a number says which of several: "number two"."""
    return _which(code).search(prose, max(0, item.start - _BEFORE), item.start) is not None


@lru_cache(maxsize=16)
def _which(code: str) -> re.Pattern[str]:
    return lazy(rf"{word_of(words_of(code).listing.of)} $", re.IGNORECASE)


def _sides_of(item: Quantity) -> tuple[Quantity, ...]:
    """The two sides of a score, each a number, or the number itself."""
    if item.kind != SCORE:
        return (item,)
    sides = list(_DIGITS.finditer(item.text))
    if len(sides) != 2 or min(int(side[0]) for side in sides) < _MANY:
        return (item,)
    return tuple(
        Quantity(
            item.start + side.start(),
            item.start + side.end(),
            side[0],
            NUMBER,
            float(side[0]),
            unrounded(float(side[0])),
            digits=len(side[0]),
        )
        for side in sides
    )


def _is_between(prose: str, three: tuple[Quantity, Quantity, Quantity], code: str) -> bool:
    """ "With 54 points Bologna are six points clear of Roma on 48": the lead stands between both sides."""
    one, lead, other = three
    if not (_is_whole(one) and _is_whole(other) and 0.5 < other.value / one.value < 2):
        return False
    if other.value > one.value:
        return _is_behind(prose, three, code)
    near = _CLAUSE.fullmatch(prose, one.end, lead.start) and _CLAUSE.fullmatch(prose, lead.end, other.start)
    return near is not None and _is_lead(lead, code, prose)


def _is_behind(prose: str, three: tuple[Quantity, Quantity, Quantity], code: str) -> bool:
    """ "With 48 points Roma are six points behind Bologna on 54"."""
    one, lag, other = three
    behind = words_of(code).sum.behind
    near = _CLAUSE.fullmatch(prose, one.end, lag.start) and _CLAUSE.fullmatch(prose, lag.end, other.start)
    return bool(behind and near) and _is_whole(lag) and _behind(code).holds(prose, lag.start, lag.end)


@lru_cache(maxsize=16)
def _behind(code: str) -> Around:
    return around(words_of(code).sum.behind, SLOTS)


def differences(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Lead]:
    """The numbers that are said to be so much above or below an earlier one behind them."""
    for reached, by, earlier in zip(items, items[1:], items[2:], strict=False):
        if earlier.start - by.end > _FAR:
            continue
        later = _without_to(prose, reached, code)
        if not _are_alike(later, by, earlier):
            continue
        if not any(map(prose[by.end : earlier.start].lower().__contains__, _compared_pieces(code))):
            continue
        stated, over, under = _compared(code)
        gap = prose[later.end : by.start]
        if said := _said_before(code).search(gap):  # "mais três do que os doze"
            more = said["more"] and _than(code).fullmatch(prose, by.end, earlier.start)
            found = more or _than(code).fullmatch(prose, by.end, earlier.start)
            gap = gap[: said.start()]
        else:
            more = over.fullmatch(prose, by.end, earlier.start)
            found = more or under.fullmatch(prose, by.end, earlier.start)
        if not found or not stated.fullmatch(gap):
            continue
        if set(words_of(code).and_).isdisjoint(found["rest"].split()):
            earlier = earlier.bare  # "more than" the 400
            yield Lead(later, earlier, by) if more else Lead(earlier, later, by)


def _without_to(prose: str, item: Quantity, code: str) -> Quantity:
    """A number without the hedge that is the word for "to" ("tot", "hasta")."""
    if not item.hedge:
        return item
    to = change_words(code).to_hedge.search(prose, max(0, item.start - _BEFORE), item.start)
    return item.bare if to else item


@lru_cache(maxsize=16)
def _said_before(code: str) -> re.Pattern[str]:
    """A word for more or less that ends right before a difference."""
    change = words_of(code).change
    return lazy(rf"(?:(?P<more>{word_of(change.more)})|{word_of(change.less)}){BLANK}$", re.IGNORECASE)


@lru_cache(maxsize=16)
def _than(code: str) -> re.Pattern[str]:
    """All of the text from such a difference to the number that it is counted from."""
    return lazy(
        rf"(?:{NOUN}){{0,2}}?{BLANK}{word_of(words_of(code).change.than)}(?P<rest>[^.;:!?\n\d]{{0,60}}?)",
        re.IGNORECASE,
    )


def changed_by(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Lead]:
    """The numbers behind a change that say by how much: "fell from 72 to 60, that is by twelve"."""
    for one, other, by in zip(items, items[1:], items[2:], strict=False):
        if by.start - other.end > _FAR // 2 or not _are_alike(one, by, other) or not other.exact:
            continue
        if _is_said_of_change(prose, other, by, code):
            pair = before_and_after(prose, one, other, change_words(code))
            if pair and {pair[0].value, pair[1].value} == {one.value, other.value}:
                less, more = sorted((one, other), key=lambda item: item.value)
                yield Lead(more, less, by)


def _is_said_of_change(prose: str, reached: Quantity, by: Quantity, code: str) -> bool:
    """Whether a number is said to be a difference: by a word before it, or by a verb or "fewer" behind it."""
    said, open_, ends, moved = _by(code)
    if said.fullmatch(prose, reached.end, by.start) and ends.match(prose, by.end):
        return True
    led = open_.fullmatch(prose, reached.end, by.start)
    return led is not None and moved.match(prose, by.end) is not None


@lru_cache(maxsize=16)
def _by(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """All from what was reached to the difference, with a word for it or none, and what may follow each."""
    words = words_of(code)
    change = words.change
    turns = word_of((*words.and_, *words.turn))
    moved = (
        rf"(?:[-:'’][^\W\d]{{1,4}})?{BLANK}{word_of((*change.up, *change.down, *change.more, *change.less))}"
    )
    few = rf"(?:[-:'’][^\W\d]{{1,4}})?(?:{NOUN}){{0,3}}?"
    again = any_of(words.again)
    by = rf"(?:(?:{again}),? )?{word_of(change.by)}" if change.by else rf"(?:{again}),?"
    moving = rf"{few}{BLANK}(?:{any_of((*change.up, *change.down))}) "
    sources = (
        rf"{few},? {by} {smalls(code)}",
        rf"{moving}|{few}(?:,|{BLANK}[(\u2013\u2014])? (?:(?:{again}),? )?{smalls(code)}",
        rf"(?:{NOUN}){{0,2}}?[ \u00a0]?(?:[,.;:)\u2013\u2014]|$)",
        rf"{moved}(?={BLANK}?(?:[.,;:!?)]|$)|{BLANK}{turns})",
    )
    said, open_, ends, behind = (lazy(source, re.IGNORECASE) for source in sources)
    return said, open_, ends, behind


def _are_alike(later: Quantity, by: Quantity, earlier: Quantity) -> bool:
    """Whether one may be so much above the other: of one kind and unit, neither twice as large."""
    if not later.kind == by.kind == earlier.kind or by.kind not in (NUMBER, MONEY, MEASURE):
        return False
    if not later.unit == by.unit == earlier.unit or is_time(by):  # "faster" is less of it
        return False
    least, most = sorted((later.value, earlier.value))
    return 0 < by.value < least and most < 2 * least and later.exact and by.exact


@lru_cache(maxsize=16)
def _compared_pieces(code: str) -> tuple[str, ...]:
    change = words_of(code).change
    return pieces_of((*change.over, *change.under, *change.than))


@lru_cache(maxsize=16)
def _compared(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """All of the text from a number to the difference, and from that over "more" to the other, and "less"."""
    words = words_of(code)
    again, by = any_of(words.again), word_of(words.change.by)
    led = (
        rf"(?:,[ \u00a0]|[ \u00a0][(\u2013\u2014][ \u00a0]?)(?:(?:{again}),? )?(?:{by} )?|{BLANK}{by}{BLANK}"
    )
    stated = rf"(?:{NOUN}){{0,5}}(?:{led}){smalls(code)}"
    rest = r"(?P<rest>[^.;:!?\n\d]{0,60}?)"
    over, under = (
        rf"(?:{NOUN}){{0,2}}?[ \u00a0]{word_of(way)}{rest}" for way in (words.change.over, words.change.under)
    )
    return lazy(stated, re.IGNORECASE), lazy(over, re.IGNORECASE), lazy(under, re.IGNORECASE)


@lru_cache(maxsize=16)
def _pieces(code: str) -> tuple[str, ...]:
    """Pieces of which a text has one that tells of a lead; of "more than", which is frequent, all of it."""
    sums = words_of(code).sum
    over = (phrase.rpartition("}")[2].lower() for phrase in sums.lead_over)
    return without_longer((*pieces_of((*sums.lead, *sums.behind)), *over))


def _is_lead(item: Quantity, code: str, prose: str) -> bool:
    return _is_whole(item) and _led(code).holds(prose, item.start, item.end)


def _is_whole(item: Quantity) -> bool:
    """Whether things may have been counted one by one, were their number round or not."""
    return item.kind == NUMBER and item.exact and item.scale == 1 and item.value >= 1 and item.value % 1 == 0


@lru_cache(maxsize=16)
def _led(code: str) -> Around:
    return around(words_of(code).sum.lead, SLOTS)


def _are_sides(prose: str, one: Quantity, other: Quantity, code: str) -> bool:
    counted = _is_whole(one) and _is_whole(other) and one.value != other.value
    return (
        counted
        and (one.is_count or other.is_count or min(one.digits, other.digits) >= _EXACT)
        and _between(code).fullmatch(prose, one.end, other.start) is not None
    )


def _are_told(prose: str, three: tuple[Quantity, Quantity, Quantity], code: str) -> bool:
    """ "The winner got 4,300 votes, the other 4,100. The margin was 200": both sides in one sentence."""
    one, other, lead = three
    if not (_is_whole(one) and _is_whole(other) and one.value != other.value):
        return False
    shared = _shared(code).match(prose, one.end) or _shared(code).match(prose, other.end)
    return bool(
        shared
        and _TO_OTHER.fullmatch(prose, one.end, other.start)
        and _TO_LEAD.fullmatch(prose, other.end, lead.start)
    )


@lru_cache(maxsize=16)
def _shared(code: str) -> re.Pattern[str]:
    """Right behind the number of what two sides have."""
    return lazy(rf"(?:{NOUN})?{BLANK}{word_of(words_of(code).sum.shared)}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _between(code: str) -> re.Pattern[str]:
    """All of the text between the numbers of two sides."""
    words = words_of(code).sum
    joint = any_of((*words.to_votes, *words.sides))
    told = rf"(?:{NOUN})?,?[ \u00a0](?:{joint})(?:{NOUN}){{0,2}}(?:[ \u00a0]\u2014|:)?[ \u00a0]"
    return lazy(rf"{told}|[ \u00a0]?[-\u2013:][ \u00a0]?", re.IGNORECASE)


def _are_beside(prose: str, lead: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether only a mark and few words stand between the lead and the two sides."""
    start, end = (lead.end, one.start) if lead.start < one.start else (other.end, lead.start)
    return _NEAR.fullmatch(prose, start, end) is not None
