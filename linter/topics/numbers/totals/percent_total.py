"""Percentages of one whole that are more or less than 100."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, pairwise, product

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.analyses.sentences import PAUSE
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.fractions import as_percent, fractions_in
from linter.topics.numbers.reading.formatting import shown
from linter.topics.numbers.reading.model import PERCENT, Quantity
from linter.topics.numbers.totals.stances import STANCES, takes_each_another
from linter.topics.numbers.wording import BLANK, NOUN, rest, words_of

REST, VOTE, POLL = "rest", "vote", "poll"
_FARTHEST = 15.0
"""Percentages that add up to so much more or less are not all that there are."""
_MOST = 8
_TWO = 2
_NEAR = 50
"""Of so many percentages before and after a list the whole is looked for."""

_DIGIT = lazy(r"\d")


class PercentList(NamedTuple):
    """Percentages of one sentence that should make up a whole."""

    block: Block
    items: tuple[Quantity, ...]
    kind: str
    """``rest`` where the last is called the rest: exactly all; ``vote`` and ``poll``: at most all."""
    around: tuple[Quantity, ...]
    """The other percentages of the block near them."""


@analysis
def percent_lists(article: Article) -> tuple[PercentList, ...]:
    """The percentages that an article lists as parts of one whole."""
    code = language(article)
    return tuple(
        listed
        for block, items in quantities(article)
        if sum(item.kind == PERCENT for item in items) > 1
        for listed in _in_block(block, items, code)
    )


def possible(listed: PercentList) -> bool:
    """Whether the percentages, or for a rest some of them with it, make up a whole as far as rounding goes.

    The whole is 100, or for a rest another percentage of the paragraph, of which they may be parts.
    """
    *others, last = listed.items
    if listed.kind != REST and sum(item.interval.low for item in listed.items) <= 100:
        return True
    if listed.kind == VOTE:
        return False
    if listed.kind == POLL:
        return sum(item.value for item in listed.items) - 100 > _FARTHEST
    if abs(sum(item.value for item in listed.items) - 100) > _FARTHEST:
        return True
    wholes = (Interval(100, 100), *(each.interval for each in listed.around))
    return any(
        _added((*chosen, last)).overlaps(whole)
        for whole in wholes
        for count in range(1, len(others) + 1)
        for chosen in combinations(others, count)
    )


def _added(items: tuple[Quantity, ...]) -> Interval:
    return Interval(sum(item.interval.low for item in items), sum(item.interval.high for item in items))


class _Words(NamedTuple):
    """Patterns of one language around the percentages of a vote or a poll."""

    neither: re.Pattern[str]
    """Behind the last percentage: those who gave no answer; so each of the others gave one."""
    votes: re.Pattern[str]
    """Right behind a percentage, some words apart."""
    changed: re.Pattern[str]
    """The percentages are of several times."""
    choose: re.Pattern[str]
    """What those do of whom each may name one thing, or who own a part."""
    groups: re.Pattern[str]
    """Behind a percentage: it is of a place or a group."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    words = words_of(code)
    stance, change = words.stance, words.change
    changed = (*change.up, *change.down, *change.earlier, *words.each, *words.share.of_them)
    return _Words(
        lazy(word_of(stance.neither), re.IGNORECASE),
        lazy(rf"(?:{NOUN}){{0,2}}{BLANK}{word_of(stance.votes)}", re.IGNORECASE),
        lazy(word_of(changed), re.IGNORECASE),
        lazy(word_of((*stance.choose, *stance.own)), re.IGNORECASE),
        lazy(
            rf"{BLANK}{word_of(words.limit.of_persons)}|[^,;]*?{BLANK}{word_of(stance.places)}", re.IGNORECASE
        ),
    )


def _in_block(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[PercentList]:
    prose = block.text.prose
    words, remains = _words(code), rest(code)
    percentages = [item for item in items if item.kind == PERCENT]
    for first, behind in _sentences(prose, percentages):
        sentence = tuple(percentages[first:behind])
        last = sentence[-1]
        around = (*percentages[max(0, first - _NEAR) : first], *percentages[behind : behind + _NEAR])
        if 1 < len(sentence) <= _MOST and remains.holds(prose, last.start, last.end):
            yield PercentList(block, sentence, REST, around)
        elif _is_vote(prose, sentence, code):
            yield PercentList(block, sentence, VOTE, around)
        elif _is_poll(prose, sentence, words):
            yield PercentList(block, sentence, POLL, around)
    if len(percentages) == _TWO and _are_rivals(prose, percentages, words, code):
        yield PercentList(block, tuple(percentages), POLL, ())
    yield from _with_fractions(block, percentages, code)


def _are_rivals(prose: str, both: list[Quantity], words: _Words, code: str) -> bool:
    """Whether each of the only two percentages is of the votes, of one round and place."""
    one, other = both
    if one.value + other.value - 100 > _FARTHEST or not (one.exact and other.exact):
        return False
    votes = [words.votes.match(prose, item.end) for item in both]
    behind = [PAUSE.split(prose[found.end() : found.end() + _NEAR])[0] for found in votes if found]
    told = (prose[one.end : other.start], *behind)
    return (
        len(behind) == _TWO
        and not any(map(words.groups.match, behind))
        and not any(map(words.changed.search, told))
        and not any(map(_DIGIT.search, told))
        and not any(map(_round(code).search, told))
    )


@lru_cache(maxsize=16)
def _round(code: str) -> re.Pattern[str]:
    """Near a percentage of votes: it is of one of several rounds, or of those who voted at all."""
    words = words_of(code)
    sequence = (*words.limit.sequence, *words.limit.bounded, *words.listing.nth)
    return lazy(word_of(sequence), re.IGNORECASE)


def _with_fractions(block: Block, percentages: list[Quantity], code: str) -> Iterator[PercentList]:
    """ "Half prefer the train, 30 % the car and 20 % the bicycle": what is chosen, one part in words."""
    prose, words = block.text.prose, _words(code)
    if len(percentages) < 2 or not words.choose.search(prose):
        return
    fractions = [as_percent(part)._replace(kind=PERCENT, digits=1) for part in fractions_in(prose, code)]
    every = sorted((*percentages, *fractions))
    for first, behind in _sentences(prose, every) if fractions else ():
        sentence = tuple(every[first:behind])
        if any(part.spelled for part in sentence) and _is_poll(prose, sentence, words):
            yield PercentList(block, sentence, POLL, ())


def _sentences(prose: str, items: list[Quantity]) -> Iterator[tuple[int, int]]:
    """The percentages of each sentence that has more than one: number of the first, and behind the last."""
    ends = [i for i, (one, other) in enumerate(pairwise(items), 1) if _parted(prose, one, other)]
    return ((first, behind) for first, behind in pairwise([0, *ends, len(items)]) if behind - first > 1)


def _parted(prose: str, one: Quantity, other: Quantity) -> bool:
    return PAUSE.search(prose, one.end, other.start) is not None


def _is_vote(prose: str, items: tuple[Quantity, ...], code: str) -> bool:
    """Whether the words beside each percentage take another stance: for, against, neither.

    They stand before or behind it. All three are needed, since "contre" and "no" say much else.
    """
    if len(items) != STANCES:
        return False
    starts = (max(0, items[0].start - 40), *(item.end for item in items[:-1]))
    ends = (*(item.start for item in items[1:]), items[-1].end + 40)
    before = (PAUSE.split(prose[start : item.start])[-1] for start, item in zip(starts, items, strict=True))
    behind = (
        PAUSE.split(prose[item.end : min(end, item.end + 60)])[0]
        for item, end in zip(items, ends, strict=True)
    )
    return any(takes_each_another(texts, code) for texts in product(*zip(before, behind, strict=True)))


def _is_poll(prose: str, items: tuple[Quantity, ...], words: _Words) -> bool:
    """Whether each percentage is of those who gave one answer: three and more, of one time and place."""
    if not 2 < len(items) <= _MOST or not all(item.exact for item in items):
        return False
    first, last = items[0], items[-1]
    behind = PAUSE.split(prose[last.end : last.end + 60])[0]
    told = prose[max(0, first.start - 40) : last.start] + behind
    chosen = words.choose.search(prose, max(0, first.start - 40), items[1].start)
    answered = chosen or (words.neither.search(behind) and words.choose.search(told))
    if not answered and not any(words.votes.match(prose, item.end) for item in items):
        return False
    between = [prose[one.end : other.start] for one, other in pairwise(items)]
    groups = sum(words.groups.match(text) is not None for text in (*between, behind))
    return groups < 2 and not any(map(_DIGIT.search, between)) and not words.changed.search(told)


class PercentTotal(Check):
    """Adds up percentages where the last is called the rest, or where each is of one answer.

    Other lists of percentages are left alone: more than one answer may have been possible, or not all
    are named. Variants: ``vote`` (for, against, neither), ``poll`` (votes, or answers beside those of none).
    """

    fields = frozenset({"sum"})
    needs = ("numbers.rest", "numbers.stance.neither")
    variants = frozenset({"vote", "poll"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        spoken = language(article)
        for listed in percent_lists(article):
            yield Count("wholes checked")
            if possible(listed):
                continue
            span = listed.block.text.span
            added = sum(item.value for item in listed.items)
            terms = " + ".join(item.text for item in listed.items)
            first, *_, last = listed.items
            related = Related(span(first.start, first.end), "from here on")
            yield Alarm(
                span(last.start, last.end),
                {"sum": message("{terms} = {sum} %", terms=terms, sum=shown(added, spoken))},
                (related,),
                variant="" if listed.kind == REST else listed.kind,
            )
