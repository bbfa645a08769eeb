"""A word for a change that the numbers beside it do not have: "doubled from 10 to 15"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import AT_LEAST, Interval
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import any_of, has_piece, pieces_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.topics.dates.reading.forms import count_of
from linter.topics.numbers import quantities
from linter.topics.numbers.changes.change_pairs import (
    LARGEST_RATIO,
    before_and_after,
    comparable,
    is_time,
    rounded_alike,
    told_pair,
)
from linter.topics.numbers.changes.change_words import ChangeWords, change_words, turns
from linter.topics.numbers.reading.formatting import shown
from linter.topics.numbers.reading.model import DATE, YEAR, Quantity, scaled_like
from linter.topics.numbers.wording import BLANK, pieces_of_times, words_of
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.topics.numbers.changes.times_as_many import Times

ABOVE, BELOW = "above", "below"

_WORDS = r"(?: [^\s,.;:!?()]+)*"
_TO_WORD = (
    r"(?:[-:'’][^\W\d]{1,5})?(?: [^\s,.;:!?()\d]+){0,3}(?: (?:19|20)\d\d)?(?: [^\s,.;:!?()\d]+){0,3},? "
    r"(?:[^\W\d]+ )?"
)
"""All of the text from the last number to the word, of its clause."""
_TO_TOLD = lazy(r"[^.;!?\n]*[,:\u2013\u2014][^.;!?\n]*|[^.;!?\n]*[.;] [^.;!?\n]*")
"""The same where the numbers are told in a clause of their own."""
_REACH = 70
_NUMBER = {"number": r"(?:\d{1,3}|[^\W\d_]+)"}
_FACTOR = lazy(r"\d+|[^\W\d_]+")
_TIMES = (2, 3, 4, -2)
"""How many times as much the words of the groups say; below zero for as little."""
_ROOM = 1.15
"""By so much the numbers may miss what a plain word says: "doubled" is said of 1.74 to 2.3 times …"""
_ROUNDED = 1.05
"""… and by so much if rounding brings them nearer, so that the two do not add up."""
_HALF = 0.5
"""By so much they may miss a number of times: "three times as many" is said of 2.5 to 3.5."""
_NEARLY_TIMES = 1.5
"""By so much they may fall short of "nearly doubled"."""
_LITTLE = 1.03
"""By so much they may be on the wrong side of "more than" and "nearly"."""
_LIKELY = 0.6
"""Two rounded numbers are seldom both at the far end of what they may be: so much of it is allowed for."""


class Multiple(NamedTuple):
    """ "``word`` from ``before`` to ``after``", all in one block; ``word`` says ``times`` as much."""

    block: Block
    start: int
    end: int
    """Of the word, in the prose."""
    word: str
    times: int
    hedge: str
    """``above`` for "more than halved", ``below`` for "nearly halved", or nothing."""
    less: Quantity
    """The smaller number, going by the word: the one before if something doubled, after if it halved."""
    more: Quantity
    next: int = 0
    """How many times as much a number may say, too: "three times more" than 2 is 6, or 8."""


class _Words(NamedTuple):
    """Patterns of one language for a word that says how many times as much, and around it."""

    word: re.Pattern[str]
    """The word, in a group for each of :data:`_TIMES`."""
    pieces: tuple[str, ...]
    """Of which a text in small letters has one if it has such a word."""
    more: re.Pattern[str]
    nearly: re.Pattern[str]
    negated: re.Pattern[str]
    """Each ends right before the word, or a few words before it."""
    to_number: re.Pattern[str]
    """All of the text from the word to its first number: no other clause."""
    to_word: re.Pattern[str]
    """All of the text from the last number to the word, maybe a word that says it again in it."""
    last: bool
    """The word may stand behind both numbers."""
    multiplied: re.Pattern[str]
    """Words with a number, and those for one: "multiplied by five", "quintupled"."""
    multiplied_pieces: tuple[str, ...]
    named: tuple[tuple[re.Pattern[str], int], ...]


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    words = words_of(code).multiple
    began = word_of((*words.from_, *words_of(code).change.to))
    times = (words.doubled, words.tripled, words.quadrupled, words.halved)
    behind = words_of(code).change.from_behind
    moves = word_of(words_of(code).change.moves)
    led = "" if behind else f"(?: {moves})? {began}"
    again = any_of(words_of(code).again)
    return _Words(
        lazy("|".join(f"({word_of(forms)})" for forms in times), re.IGNORECASE),
        pieces_of(tuple(chain(*times))),
        lazy(rf"{word_of(words.more)}\W+(?:\w+\W+)?$", re.IGNORECASE),
        lazy(rf"{word_of(words.nearly)}\W+(?:\w+\W+)?$", re.IGNORECASE),
        lazy(rf"{word_of(words.negated)}\W+(?:\w+\W+){{0,2}}$", re.IGNORECASE),
        lazy(rf"{_WORDS}(?:(?:[ \u00a0\u202f]?[,:]| [\u2013\u2014])(?={led}){_WORDS})?{BLANK}?\$?"),
        lazy(rf"{_TO_WORD}|(?: [^\s,.;:!?()\d]+){{0,2}},? (?:{again}),? (?:[^\W\d][\w'’-]* ){{0,2}}"),
        words.last,
        lazy(word_of((*words.multiplied, *words.multiplied_named), _NUMBER), re.IGNORECASE),
        pieces_of((*words.multiplied, *words.multiplied_named)),
        tuple(
            (lazy(word_of([phrase]), re.IGNORECASE), times)
            for phrase, times in words.multiplied_named.items()
        ),
    )


@analysis
def multiples(article: Article) -> tuple[Multiple, ...]:
    """The changes whose start and end stand beside a word that says how many times as much it became.

    Forms: "doubled from A to B", "doubled to B from A", "von A auf B verdoppelt", "A …, B, twice as many".
    """
    code = language(article)
    return tuple(
        multiple
        for block, items in quantities(article)
        if len(items) > 1
        for multiple in _in_block(block, items, code)
    )


def _in_block(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Multiple]:
    prose = block.text.prose
    words = _words(code)
    yield from _as_told(block, items, code)
    numbers = [item for item in items if item.kind not in (DATE, YEAR) and not is_time(item)]
    if len(numbers) < 2:
        return
    for found in _times(prose, numbers, code):
        start, end, times, most, hedge, before, after = found
        less, more = scaled_like(before, after), after
        hedge = ABOVE if hedge == AT_LEAST else BELOW if hedge else ""
        yield Multiple(block, start, end, prose[start:end], times, hedge, less, more, most)
    for match, times in _said(prose, words, code):
        lead = prose[max(0, match.start() - 30) : match.start()]
        apart = [item for item in numbers if item.end <= match.start() or item.start >= match.end()]
        pair = _pair(prose, match, apart, code)
        if pair is None or words.negated.search(lead):
            continue
        before, after = scaled_like(*pair), pair[1]
        hedge = ABOVE if words.more.search(lead) else BELOW if words.nearly.search(lead) else ""
        less, more = (before, after) if times > 0 else (after, before)
        yield Multiple(block, match.start(), match.end(), match[0], abs(times), hedge, less, more)


def _said(prose: str, words: _Words, code: str) -> Iterator[tuple[re.Match[str], int]]:
    """The words that say how many times as much something became, those of the four groups first."""
    low = prose.lower()
    doubled = list(words.word.finditer(prose)) if any(map(low.__contains__, words.pieces)) else []
    for match in doubled:
        yield match, _TIMES[(match.lastindex or 1) - 1]
    if any(map(low.__contains__, words.multiplied_pieces)):
        yield from _multiplied(prose, words, code, {match.start() for match in doubled})


def _multiplied(
    prose: str, words: _Words, code: str, doubled: set[int]
) -> Iterator[tuple[re.Match[str], int]]:
    """The words that say by what something was multiplied, with a number that says it or in one word."""
    for match in words.multiplied.finditer(prose):
        if match.start() in doubled:
            continue
        named = next((times for said, times in words.named if said.fullmatch(match[0])), None)
        factors = (count_of(found[0], code) for found in _FACTOR.finditer(match[0]))
        times = named or next((factor for factor in factors if factor), None)
        if times and abs(times) > 1:
            yield match, times


def _as_told(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Multiple]:
    """The multiples in the constructions of a language."""
    phrases = words_of(code).multiple.told
    if not phrases:
        return
    from linter.topics.numbers.constructions import told

    for slots in told(block.text.prose, items, phrases):
        times, before, after = slots.get("times"), slots["before"], slots["after"]
        less, more = scaled_like(before, after), after
        if not comparable(before, after):
            continue
        if times is None:
            start, end = min(before, after).start, max(before, after).end
            yield Multiple(block, start, end, block.text.prose[start:end], 2, "", less, more)
        elif times.exact and times.value > 1 and times.value.is_integer():
            yield Multiple(block, times.start, times.end, times.text, int(times.value), "", less, more)


def _times(prose: str, numbers: list[Quantity], code: str) -> Iterator[Times]:
    if has_piece(prose, pieces_of_times(code)):
        from linter.topics.numbers.changes.times_as_many import times_as_many

        yield from times_as_many(prose, numbers, code)


def _pair(
    prose: str, word: re.Match[str], numbers: list[Quantity], code: str
) -> tuple[Quantity, Quantity] | None:
    """The two numbers next to a word, as what was before and what came after."""
    words, changes = _words(code), change_words(code)
    place = bisect_left(numbers, word.end(), key=attrgetter("start"))
    behind = numbers[place : place + 2]
    if len(behind) == 2 and (told := _told(prose, word, behind, code)):
        return told
    if len(behind) == 2 and _is_beside(words.to_number, prose, word.end(), behind[0].start, code):
        if _is_pair(prose, numbers[place + 1 : place + 3], changes):
            return None
        return _ordered(prose, behind[0], behind[1], changes, word.end())
    place = bisect_right(numbers, word.start(), key=attrgetter("end"))
    ahead = numbers[max(0, place - 2) : place]
    if words.last and len(ahead) == 2 and _is_beside(words.to_word, prose, ahead[1].end, word.start(), code):
        return _ordered(prose, ahead[0], ahead[1], changes, 0)
    return None


def _told(
    prose: str, word: re.Match[str], pair: list[Quantity], code: str
) -> tuple[Quantity, Quantity] | None:
    """Two numbers behind a word and a colon or comma that stand in one construction of their own."""
    one, other = pair
    near = one.start - word.end() <= _REACH and _TO_TOLD.fullmatch(prose, word.end(), one.start)
    return told_pair(prose, one, other, words_of(code).change.pairs) if near else None


def _is_pair(prose: str, numbers: list[Quantity], changes: ChangeWords) -> bool:
    """Whether two numbers are of another change: "doubling it to 10 took us from 25 to 100"."""
    if len(numbers) < 2 or not changes.to_between.fullmatch(prose, numbers[0].end, numbers[1].start):
        return False
    start = numbers[0].start
    return changes.from_before.search(prose, max(0, start - _REACH), start) is not None


def _is_beside(link: re.Pattern[str], prose: str, start: int, end: int, code: str) -> bool:
    """Whether a word and a number stand in one clause."""
    if end - start > _REACH or not link.fullmatch(prose, start, end):
        return False
    return turns(code).isdisjoint(prose[start:end].split())


def _ordered(
    prose: str, one: Quantity, other: Quantity, words: ChangeWords, place: int
) -> tuple[Quantity, Quantity] | None:
    pair = before_and_after(prose, one, other, words, place) if comparable(one, other) else None
    turned_round = pair is not None and pair[0] is other
    return None if turned_round and "," in prose[one.end : other.start] else pair


class MultipleMismatch(Check):
    """Divides the two numbers, as far as rounding leaves them open, and compares with the word.

    Left alone: numbers that are too far from each other to be of one thing, and negations.
    """

    fields = frozenset({"word", "computed"})
    needs = ("numbers.change.to|numbers.change.to-behind", "numbers.multiple.doubled|numbers.multiple.told")
    triggers = tuple(
        f"numbers.multiple.{times}"
        for times in (
            "doubled",
            "tripled",
            "quadrupled",
            "halved",
            "multiplied",
            "multiplied-named",
            "times",
            "times-more",
            "times-named",
            "told",
        )
    )

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for each in multiples(article):
            if not 1 / LARGEST_RATIO <= each.more.value / each.less.value <= LARGEST_RATIO:
                continue
            yield Count("words for a change checked")
            if not _is_right(each):
                yield _alarm(article, each)


def _is_right(each: Multiple) -> bool:
    """Whether the numbers as they stand, or as they may be rounded, are so many times one another."""
    if each.hedge or each.next:
        return _ratio(each).overlaps(_meant(each, _ROOM))
    ratio = each.more.value / each.less.value
    low, high = _meant(each, _ROOM)
    return low <= ratio <= high or _ratio(each).overlaps(_meant(each, _ROUNDED))


def _ratio(each: Multiple) -> Interval:
    """How many times as much one number is, for all that the two may be."""
    less, more = map(_possible, rounded_alike(each.less, each.more))
    return Interval(max(more.low, 0.0) / less.high, more.high / less.low if less.low > 0 else float("inf"))


def _possible(quantity: Quantity) -> Interval:
    """What rounding leaves open where there is one digit; the room of the word is enough for more of them."""
    if quantity.digits != 1:
        return Interval(quantity.value, quantity.value)
    if not quantity.exact:
        return quantity.interval
    return Interval(*(quantity.value + _LIKELY * (end - quantity.value) for end in quantity.interval))


def _meant(each: Multiple, room: float) -> Interval:
    """What the word may stand for; ``room`` is how many times a plain one may be off."""
    if each.hedge == ABOVE:
        return Interval(each.times / _LITTLE, float("inf"))
    if each.next:
        low = each.times / _NEARLY_TIMES if each.hedge else each.times - _HALF
        return Interval(low, each.next + _HALF)
    if each.hedge == BELOW:
        return Interval(each.times / _NEARLY_TIMES, each.times * _LITTLE)
    return Interval(each.times / room, each.times * room)


def _alarm(article: Article, each: Multiple) -> Alarm:
    spoken = language(article)
    span = each.block.text.span
    ratio = shown(each.more.value / each.less.value, spoken)
    computed = message("{more} / {less} = {ratio}", more=each.more.text, less=each.less.text, ratio=ratio)
    fields = {"word": each.word, "computed": computed}
    first, second = sorted((each.less, each.more))
    related = (
        Related(span(first.start, first.end), "this"),
        Related(span(second.start, second.end), "and this"),
    )
    return Alarm(span(each.start, each.end), fields, related)
