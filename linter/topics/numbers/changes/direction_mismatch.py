"""A change that its numbers make the other way: "rose from 12 to 8 million"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import AT_LEAST, AT_MOST
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.languages import speech
from linter.languages.phrases import pieces_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.changes.change_pairs import (
    LARGEST_RATIO,
    UP,
    before_and_after,
    comparable,
    is_time,
    reached_behind,
    rounded_alike,
    stand_behind,
)
from linter.topics.numbers.changes.change_words import ChangeWords, change_words
from linter.topics.numbers.fractions import fractions_in
from linter.topics.numbers.reading.model import (
    DATE,
    MEASURE,
    NUMBER,
    PERCENT,
    POINTS,
    YEAR,
    Quantity,
    scaled_like,
)
from linter.topics.numbers.reading.units import UNITS
from linter.topics.numbers.wording import BLANK, NOUN, WORD, Asked, filler, words_of

_LEAD = 60
"""Characters before the first number in which the word for the change may stand."""
_BESIDE = lazy(
    rf"(?:{WORD}){{0,5}}(?:,? |(?<=['’]))|(?:{WORD}){{0,2}} \d[\d.,]*[ \u00a0]?(?:%|[^\W\d]+)(?:{WORD})?"
    rf"(?:,| [\u2013\u2014])?(?:{WORD})? "
)
"""All of the text from the word to "from"'s number, a percentage at most between ("fell 5% to £190m"), or
from the second number to the word."""
_AFTERTHOUGHT = lazy(rf"(?:{WORD}){{0,5}}(?:[ \u00a0]?[,:;] | [\u2013\u2014](?:{WORD})? | \()")
"""All of the text from the second number to the word where that never stands right behind the numbers."""
_PASSING = lazy(rf"(?:{WORD}){{0,8}}(?:(?:[ \u00a0]?[,:]| [\u2013\u2014])(?:{WORD}){{1,3}})? ")
"""All of the text from the word to "from", a verb in it that says no way: "bajó … al pasar de"."""
_BEHIND = 24
"""Characters behind the second number in which it may end: "von 12 auf 8 Euro gestiegen"."""
_CLOSE = lazy(r"[^。；！？;.!?、，,\n\d]{0,8}")
"""The same where no blanks stand between words."""
_EARLIER = lazy(rf"(?:{WORD}){{0,3}},? ")
"""All of the text from a later number to the word: "8 million euros, up from 12"."""
_LINK = 8
"""Characters before the first number in which it may turn out to be the end of a range."""
_ONE_WORD = lazy(rf"(?:{WORD})? ")
"""All of the text between the word for a change and two whole numbers, however small: "fell from 28"."""
_COMPARED = lazy(rf"(?:{WORD}){{0,6}}(?: [\u2013\u2014]|[ \u00a0]?[:,])(?:{WORD})?[ \u00a0]")
"""All of the text from a comparative to the pair that it is said of: "fewer fires: 310 against 365"."""
_WHOLE = lazy(r"\d+")
_LINKED = 24
"""Characters between two numbers that are compared with nothing but a noun between."""
_PERCENT_OFF = 0.5
"""So far from the computed one a percentage is the change itself, told the other way."""
_EXACT = 5
"""Digits before zeros of both numbers with which no size is told that may be from so much to so much."""
_ADDED = lazy(r"\s*(\d{1,9})\b")
"""Right behind a word."""
_LARGE = 100
"""Bare numbers from which on they count things: "from 6.6 to 6.12" are releases."""


class _Words(NamedTuple):
    """Patterns of one language."""

    growth: re.Pattern[str]
    """A word of rise that names a rate."""
    ranked: re.Pattern[str]
    """Near numbers that are places."""
    amounts: re.Pattern[str]
    """A word of rise or fall that may be what rises or falls."""
    better: re.Pattern[str]
    """A word of rise for what is better when it falls, too."""
    moves: re.Pattern[str]
    """A verb that goes from one number to another, either way."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    change = words_of(code).change
    lists = (change.growth, change.ranked, change.amounts, change.better, change.moves)
    return _Words(*(lazy(word_of(phrases), re.IGNORECASE) for phrases in lists))


class Move(NamedTuple):
    """A word for a change, and the pair of numbers that it is said of, all in one block."""

    block: Block
    start: int
    end: int
    """Of the word, in the prose."""
    rises: bool
    before: Quantity
    after: Quantity


@analysis
def moves(article: Article) -> tuple[Move, ...]:
    """The pairs of numbers beside a word that says up or down; those beside words of both are left out."""
    code = language(article)
    return tuple(
        move
        for block, items in quantities(article)
        if len(items) > 1
        for move in _in_block(block, items, code)
    )


def _in_block(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Move]:
    prose = block.text.prose
    numbers = [item for item in items if item.kind not in (DATE, YEAR)]
    yield from _against_earlier(block, tuple(numbers), code)
    for place, (one, other) in enumerate(pairwise(numbers)):
        pair = _pair(prose, one, other, code)
        if pair and pair[0] is other and _goes_on(prose, numbers[place + 1 : place + 3], code):
            continue
        found = _word(prose, one, other, code) if pair else None
        if pair is None or found is None or _adds(prose, found, pair):
            continue
        sure = found.rises or pair[0] is other or _by_so_much(prose, found.end, pair)
        if sure or not _may_be_range(prose, pair, code):
            yield Move(block, *found, scaled_like(*pair), pair[1])


def _pair(prose: str, one: Quantity, other: Quantity, code: str) -> tuple[Quantity, Quantity] | None:
    """Two neighbours as what was before and what came after, unless they are places of a list."""
    words = change_words(code)
    if one.kind == PERCENT != other.kind:  # "a rise of 25 percent lifted the rent from 400"
        return None
    alike = comparable(one, other) or _are_times(one, other)
    pair = before_and_after(prose, one, other, words) if alike else None
    if pair is None or pair[1].hedge == AT_MOST or _are_versions(*pair):  # "up to 30 times faster"
        return None
    if words.linked.search(prose, max(0, one.start - _LINK), one.start):
        return None
    if pair[0] is other and other.kind == PERCENT and words.change_of.search(prose, one.end, other.start):
        return None
    ranked = _words(code).ranked.search(prose, max(0, one.start - _LEAD), other.end + _LEAD)
    return None if ranked else pair


def _are_times(one: Quantity, other: Quantity) -> bool:
    """Whether an age or a length of time goes down or up to another one: "fell from 28 to 24 years"."""
    same = one.kind == NUMBER or one.unit == other.unit
    return (
        same and is_time(other) and not (one.is_range or other.is_range) and min(one.value, other.value) > 0
    )


def _are_versions(before: Quantity, after: Quantity) -> bool:
    """Whether a release follows another: "updated from 6.6 to 6.12"."""
    one, other = (quantity.text.split(".") for quantity in (before, after))
    return (
        len(one) == len(other) == 2
        and all(map(str.isdigit, (*one, *other)))
        and one[0] == other[0]
        and len(one[1]) < len(other[1])
    )


def _goes_on(prose: str, numbers: list[Quantity], code: str) -> bool:
    """Whether two numbers are a pair by themselves: "growing it to 10 took us from 25 to 100"."""
    if len(numbers) < 2:
        return False
    return change_words(code).to_between.fullmatch(prose, numbers[0].end, numbers[1].start) is not None


def _against_earlier(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Move]:
    """ "4,200 families, more than the 3,800 of the year before": the earlier number is compared with."""
    prose = block.text.prose
    for later, earlier in pairwise(items):
        if (
            later.kind == PERCENT
            or later.kind != earlier.kind
            or not comparable(later, earlier)
            or later.hedge
        ):
            continue
        for way, rises in _than(code):
            told = way.fullmatch(prose, later.end, earlier.start)
            if told and change_words(code).earlier.match(prose, earlier.end, earlier.end + _BEHIND):
                compared = scaled_like(earlier.bare, later)  # "more than" the 3,800
                yield Move(block, *told.span("said"), rises, compared, later)


@lru_cache(maxsize=16)
def _than(code: str) -> tuple[tuple[Asked, bool], ...]:
    """All of the text from a number to the one that it is above, or below."""
    change, fill = words_of(code).change, filler(code)
    sources = (
        (rf"(?:,?{NOUN}){{0,8}}?,?{BLANK}(?P<said>{word_of(way)}){fill}", way, rises)
        for way, rises in ((change.over, True), (change.under, False))
    )
    return tuple(
        (Asked(lazy(source, re.IGNORECASE), pieces_of(way)), rises) for source, way, rises in sources
    )


class _Word(NamedTuple):
    start: int
    end: int
    rises: bool


def _may_be_range(prose: str, pair: tuple[Quantity, Quantity], code: str) -> bool:
    """Whether "from 5 to 8" may say how large something is: "from" says that too, and it is round."""
    before, after = pair
    words = words_of(code)
    led = prose[max(0, before.start - _LINK) : before.start].lower().split()[-1:]
    sized = bool(led) and led[0] in words.change.from_or_of and before.value < after.value
    if sized and _words(code).moves.search(prose, max(0, before.start - _BEHIND), before.start):
        return False  # "passing from 5 to 8"
    exact = before.digits + after.digits >= _EXACT or {before.value % 1, after.value % 1}.isdisjoint({0})
    return sized and not exact and prose[before.end : after.start].strip() in words.until


def _adds(prose: str, word: _Word, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether the word adds another number to the last of two small ones: "one group of 2 plus 0"."""
    behind = word.start >= max(pair).end and max(each.value for each in pair) < _LARGE
    return behind and (found := _ADDED.match(prose, word.end)) is not None and not _is_change(found[1], pair)


def _is_change(number: str, pair: tuple[Quantity, Quantity]) -> bool:
    return float(number) == abs(pair[0].value - pair[1].value)


def _by_so_much(prose: str, place: int, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether the difference of two numbers stands between the word and them: "fell by 3 points, from 57"."""
    return any(_is_change(number, pair) for number in _WHOLE.findall(prose, place, min(pair).start))


def _word(prose: str, one: Quantity, other: Quantity, code: str) -> _Word | None:
    """The word for a change right beside a pair, if none for the other way is there too."""
    words = change_words(code)
    begin, end = max(0, one.start - _LEAD), other.end + _BEHIND
    near = other.start - one.end <= _LINKED and "," not in prose[one.end : other.start]
    if near and words.back_between.fullmatch(prose, one.end, other.start):
        compared = _comparative(prose, begin, one.start, words, code)
        if compared is not None:
            return compared
    ways = ((words.up, True), (words.down, False))
    better = _words(code).better
    said = [
        _Word(*found.span(), up)
        for way, up in ways
        for found in way.finditer(prose, begin, end)
        if not better.fullmatch(found[0])
    ]
    moving = [word for word in said if not _words(code).amounts.fullmatch(prose, *word[:2])]
    for among in (moving, said):  # "losses rose": what is lost is what rises
        if beside := [word for word in among if _is_beside(prose, one, other, word, code)]:
            return _sure(prose, one, other, beside, among, code)
    return None


def _sure(
    prose: str, one: Quantity, other: Quantity, beside: list[_Word], among: list[_Word], code: str
) -> _Word | None:
    """The first word beside a pair, unless one for the other way is there or nearer, or it names a rate."""
    word = beside[0]
    first, last = min(word.start, one.end), max(word.end, other.start)
    contrary = (each for each in among if each.rises != word.rises)
    both = any(each in beside or (first <= each.start and each.end <= last) for each in contrary)
    rate = one.kind == PERCENT and _words(code).growth.fullmatch(prose, word.start, word.end)
    return None if both or rate else word


def _comparative(prose: str, begin: int, end: int, words: ChangeWords, code: str) -> _Word | None:
    """The only word for more or less before a pair that is told behind it."""
    more, less = (list(pattern.finditer(prose, begin, end)) for pattern in (words.more, words.less))
    if len(more) + len(less) != 1:
        return None
    found = (more or less)[0]
    apart = _COMPARED.fullmatch(prose, found.end(), end)
    if apart is None or fractions_in(apart[0], code):
        return None  # "more than half of them, 530 of 1,000"
    return _Word(*found.span(), bool(more))


def _is_beside(prose: str, one: Quantity, other: Quantity, word: _Word, code: str) -> bool:
    words = change_words(code)
    start, end, _ = word
    if speech(code).dates.unspaced:
        between = one.end <= start < other.start
        return between or (start >= other.end and _CLOSE.fullmatch(prose, other.end, start) is not None)
    if start >= other.end:
        end = max(other.end, reached_behind(prose, one, other, words) or 0)
        way = _AFTERTHOUGHT if words_of(code).change.first else _BESIDE
        return way.fullmatch(prose, end, start) is not None
    if end > one.start:
        later = _EARLIER.fullmatch(prose, one.end, start)
        end += prose.startswith(",", end)
        return later is not None and _BESIDE.fullmatch(prose, end, other.start) is not None
    passing = _words(code).moves.search(prose, end, one.start) and _PASSING.fullmatch(prose, end, one.start)
    end += prose.startswith(",", end)
    came_from = words.from_before.search(prose, end, one.start) or stand_behind(prose, one, other, words)
    reached = words.level.search(prose, end, one.start)
    beside = passing or _BESIDE.fullmatch(prose, end, one.start)
    return bool(came_from or reached) and beside is not None


class DirectionMismatch(Check):
    """Compares two numbers that something went from and to with the word for it."""

    fields = frozenset({"word", "before", "after", "other"})
    variants = frozenset({"headline"})
    needs = (
        "numbers.change.from|numbers.change.from-behind",
        "numbers.change.to|numbers.change.to-behind",
        "numbers.change.up",
        "numbers.change.down",
    )

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        wrong = []
        for move in moves(article):
            yield Count("directions checked")
            before, after = rounded_alike(*map(_limit, (move.before, move.after)))
            less, more = (before, after) if move.rises else (after, before)
            if less.interval.low >= more.interval.high and less.value <= LARGEST_RATIO * more.value:
                wrong.append(move)
                yield _alarm(move)._replace(severity=None if _is_sure(move) else Severity.INFO)
        for move in _by_percent(article, wrong):
            yield _alarm(move)
        yield from _headline(article)


def _limit(item: Quantity) -> Quantity:
    """The number itself, where a share has a limit: who says "less than 40 percent" does not mean 15."""
    return item.bare if item.kind == PERCENT and item.hedge in (AT_LEAST, AT_MOST) else item


def _headline(article: Article) -> Iterator[Alarm]:
    """The headline that says the opposite of its text."""
    head = article.headline
    if head is None:
        return
    low = head.prose.lower()
    for pieces, pair in _opposites(language(article)):
        if not any(map(low.__contains__, pieces)):
            continue
        from linter.topics.numbers.changes.headline_direction import opposed

        found = opposed(article, pair)
        if found is None:
            continue
        related = Related(found.block.text.span(*found.other.span()), "and this")
        fields = {"word": found.word[0], "other": found.other[0]}
        yield Alarm(head.span(*found.word.span()), fields, (related,), variant="headline")


@lru_cache(maxsize=16)
def _opposites(code: str) -> tuple[tuple[tuple[str, ...], tuple[re.Pattern[str], re.Pattern[str]]], ...]:
    """What one headline says and another denies, as pairs of patterns, with the pieces of both."""
    words, change = change_words(code), words_of(code).change
    rows = change.opposites
    patterns = (words.up, words.down, *(lazy(word_of(row), re.IGNORECASE) for row in rows))
    phrases = (change.up, change.down, *rows)
    return tuple(
        (pieces_of((*phrases[place], *phrases[place + 1])), (patterns[place], patterns[place + 1]))
        for place in range(0, len(phrases), 2)
    )


def _by_percent(article: Article, wrong: list[Move]) -> Iterator[Move]:
    """ "120 million, against 100 million a year earlier, a fall of 20 percent": only the word is wrong."""
    if not any(item.kind == PERCENT for _, items in quantities(article) for item in items):
        return
    from linter.topics.numbers.changes.changes import changes

    words = change_words(language(article))
    told = {(id(move.block), move.before.start) for move in wrong}
    for change in changes(article):
        before, after, stated = change.before, change.after, change.stated
        rises = change.direction == UP
        points = stated.kind == POINTS
        if points or (id(change.block), before.start) in told or rises == (after.value > before.value):
            continue
        off = abs(abs(after.value / before.value - 1) * 100 - abs(stated.value))
        start, prose = max(before.end, after.end), change.block.text.prose
        first = min(before.start, after.start)
        if stated.start < first:
            start = max(0, stated.start - _BEHIND)  # "fell by 8 %, to 108 million, against 100"
        pattern = words.up if rises else words.down
        word = pattern.search(prose, start, stated.start) if start < stated.start else None
        if word and off <= _PERCENT_OFF and before.exact and after.exact and stated.exact:
            yield Move(change.block, *word.span(), rises, before, after)


def _is_sure(move: Move) -> bool:
    """Whether both numbers say how much of something there is, which no release or size of a thing does."""
    if move.after.kind == MEASURE:
        bare = move.before.kind == NUMBER and not any(map(str.isdigit, move.before.text))
        if bare and any(map(str.isdigit, move.after.text)):
            return False  # of something else: "because of two things it slowed to 15 seconds"
        return UNITS[move.after.unit].dimension != "data"
    if move.after.kind != NUMBER or min(move.before.value, move.after.value) >= _LARGE:
        return True
    prose, (first, last) = move.block.text.prose, sorted((move.before, move.after))
    told = (move.before, move.after)
    if _by_so_much(prose, move.end, told):
        return True
    whole = all(item.spelled or item.text.isdigit() for item in told)
    places = (move.end, first.start), (last.end, move.start)
    return whole and any(_ONE_WORD.fullmatch(prose, *place) for place in places)


def _alarm(move: Move) -> Alarm:
    span = move.block.text.span
    fields = {
        "word": move.block.text.prose[move.start : move.end],
        "before": move.before.text,
        "after": move.after.text,
    }
    first, second = sorted((move.before, move.after))
    related = (
        Related(span(first.start, first.end), "this"),
        Related(span(second.start, second.end), "and this"),
    )
    return Alarm(span(move.start, move.end), fields, related)
