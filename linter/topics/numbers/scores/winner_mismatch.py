"""Who is said to win or lead, with the smaller number: "beat Newtown 1-3", "adopted by 22 votes to 30"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from linter.analyses.digit_blocks import blocks_with_digits
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import CODE, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities_by_block
from linter.topics.numbers.reading.model import NUMBER, SCORE, Quantity
from linter.topics.numbers.wording import BLANK, NOUN, smalls, words_of

_SCORE = lazy(r"(?<![\w:.,/\u2013-])(\d{1,3})([:\u2013-])(\d{1,3})(?![\w:/%°\u2013-]|[.,]\d)")
_CLOCK = lazy(r"\d{1,2}:[0-5]\d")
"""What may be a time of day."""
_LARGEST_RATIO = 3
"""Numbers that are further apart are not of two sides of one table or vote."""

_NEAR = 16
"""Characters before and behind two numbers of votes in which it is said that they are some."""
_REACH = 80
"""Characters before the votes for a motion in which it is said that it was adopted."""
_SHORT = 3
"""Letters of a word that is none for votes."""


class Told(NamedTuple):
    """A word for the one who has more or fewer, and the two numbers, each at ``prose[start:end]``."""

    word: tuple[int, int]
    one: tuple[int, int]
    other: tuple[int, int]
    fits: bool


class _Words(NamedTuple):
    """Patterns of one language around two sides."""

    result: re.Pattern[str]
    """A word for winning, or in a group one for losing, and all of the text up to its score."""
    away: re.Pattern[str]
    closes: re.Pattern[str]
    """Right behind a score that is the end of a statement."""
    adopted: re.Pattern[str]
    """A word for a motion that was adopted, and all of the text up to the votes for it."""
    adopted_last: re.Pattern[str]
    """All of the text from the votes to that word, where it stands behind them."""
    for_: re.Pattern[str]
    against: re.Pattern[str]
    """Right behind the votes of a side that is named: "15 votes in favour and 12 against"."""
    to_votes: re.Pattern[str]
    """All of the text from these to the votes against."""
    votes: re.Pattern[str]
    leads: re.Pattern[str]
    """All of the text between the points of two sides, with a word for leading or trailing as a group."""
    first: re.Pattern[str]
    """Ends right before the points of the one on top of a table."""
    second: re.Pattern[str]
    """All of the text from these to the points of the next one."""
    points: re.Pattern[str]
    """Right behind the number of what both sides have."""
    ends: re.Pattern[str]


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    words = words_of(code)
    match, league, listing = words.match, words.league, words.listing
    beats, loses = word_of(match.beats), word_of(match.loses)
    by = rf"(?:{any_of(match.by)}){BLANK}"
    name = rf"(?-i:[{CAPITALS}«„“\"‘])[^\s,.;:!?()]*"
    opponent = rf"(?:{BLANK}{name}){{1,4}}{BLANK}(?:{by})?"
    town = rf"{BLANK}{word_of(listing.where)}{BLANK}(?-i:[{CAPITALS}])"
    plain = rf"(?:(?!{town}){NOUN}){{0,5}}?{BLANK}{by}"
    joint = any_of((*words.sum.to_votes, *words.sum.sides))
    few = r"[^.;:!?\n\d()]"
    votes = (phrase.partition(" ")[0] for phrase in words.sum.to_votes if " " in phrase)  # "votes to"
    behind = word_of((*listing.where, *listing.when, *words.and_))
    patterns = {
        "result": rf"(?:(?P<beats>{beats})|(?P<loses>{loses}))(?:{opponent}|{plain}|{BLANK})(?=\d)",
        "away": word_of(match.away),
        "closes": rf"{BLANK}?(?:[.,;!?)(–—]|$)|{BLANK}{behind}",
        "adopted": rf"(?P<adopted>{word_of(words.stance.adopted)}){few}{{0,40}}?$",
        "adopted_last": rf"(?:{NOUN}){{0,6}}?{BLANK}(?P<adopted>{word_of(words.stance.adopted)})",
        "for_": rf"(?:{NOUN}){{0,2}}?{BLANK}{word_of(words.stance.for_)}{few}{{0,12}}$",
        "against": rf"(?:{NOUN}){{0,2}}?{BLANK}{word_of(words.stance.against)}",
        "to_votes": rf"(?:{NOUN})?,?{BLANK}(?:{joint}){BLANK}{smalls(code)}",
        "votes": word_of((*words.stance.votes, *(noun for noun in votes if len(noun) > _SHORT))),
        "leads": rf"{few}{{0,40}}?(?:(?P<leads>{word_of(league.leads)})|(?P<trails>{word_of(league.trails)}))"
        rf"{few}{{1,40}}?",
        "first": rf"(?P<first>{word_of(league.first)}){few}{{0,30}}?$",
        "second": rf"{few}{{1,60}}?{word_of(league.second)}{few}{{1,40}}?",
        "points": rf"(?:{NOUN})?{BLANK}{word_of(words.sum.shared)}",
        "ends": rf"(?:{NOUN}){{0,2}}?{BLANK}?(?:[.,;:!?)–—]|$)",
    }
    return _Words(**{name: lazy(pattern, re.IGNORECASE | re.MULTILINE) for name, pattern in patterns.items()})


class WinnerMismatch(Check):
    """Compares the two numbers of a score, a vote or a table with the word for who has more.

    Scores are judged only where one stands in a sentence that says nothing of a match away.
    """

    fields = frozenset({"word", "one", "other"})
    triggers = (
        "numbers.match.beats",
        "numbers.match.loses",
        "numbers.stance.adopted",
        "numbers.league.leads",
        "numbers.league.trails",
        "numbers.league.first",
    )
    needs = ("numbers.match.beats|numbers.stance.adopted|numbers.league.leads",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code = language(article)
        stated = quantities_by_block(article)
        for _, block in blocks_with_digits(article):
            if block.kind == CODE:
                continue
            items = stated.get(id(block), ())
            told = [*_scores(block.text.prose, items, code), *_sides(block, items, code)]
            if told:
                yield Count("words for winning beside two numbers", len(told))
            for each in told:
                if not each.fits and not exempt(article, "quotes").hold(block.text.span(*each.word).start):
                    yield _alarm(block, each)


def _alarm(block: Block, told: Told) -> Alarm:
    prose, span = block.text.prose, block.text.span
    fields = {
        name: prose[slice(*place)]
        for name, place in (("word", told.word), ("one", told.one), ("other", told.other))
    }
    start, end = min(told.one[0], told.other[0]), max(told.one[1], told.other[1])
    return Alarm(span(*told.word), fields, (Related(span(start, end), "this"),))


def _scores(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Told]:
    """ "Newtown beat Oldham 3-1": the only score of its sentence, that of the one spoken of first."""
    words = _words(code)
    for found in words.result.finditer(prose):
        score = _SCORE.match(prose, found.end())
        if score is None or _CLOCK.fullmatch(score[0]) or not words.closes.match(prose, score.end()):
            continue
        start, end = sentence_around(prose, *found.span())
        others = [each for each in _SCORE.finditer(prose, start, end) if each.start() != score.start()]
        if others or words.away.search(prose, start, end) or _is_quantity(items, score.start()):
            continue
        own, their = int(score[1]), int(score[3])
        way = "beats" if found["beats"] else "loses"
        fits = own == their or (own > their) == (way == "beats")
        yield Told(found.span(way), score.span(1), score.span(3), fits)


def _is_quantity(items: tuple[Quantity, ...], place: int) -> bool:
    """Whether something else than a score begins there: a measure, a date."""
    return any(item.start <= place < item.end and item.kind not in (NUMBER, SCORE) for item in items)


def _sides(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Told]:
    """The votes for and against what was adopted, and the points of two sides."""
    prose, words = block.text.prose, _words(code)
    for one, other in pairwise(items):
        if not (one.is_count and other.is_count) or one.value == other.value:
            continue
        if max(one.value, other.value) <= _LARGEST_RATIO * min(one.value, other.value):
            told = _votes(prose, one, other, words) or _points(prose, one, other, words)
            yield from [told] if told else []


def _votes(prose: str, one: Quantity, other: Quantity, words: _Words) -> Told | None:
    """ "Adopted by 31 votes to 27", "adopted with 31 votes in favour and 27 against"."""
    if words.to_votes.fullmatch(prose, one.end, other.start):
        told = words.votes.search(prose, max(0, one.start - _NEAR), other.end + _NEAR)
    else:
        told = words.for_.match(prose, one.end, other.start) and words.against.match(prose, other.end)
    if not told:
        return None
    start, _ = sentence_around(prose, one.start, one.end)
    start = max(start, one.start - _REACH)
    verb = words.adopted.search(prose, start, one.start) or words.adopted_last.match(prose, other.end)
    if verb is None:
        return None
    return Told(verb.span("adopted"), *_places(one, other), one.value > other.value)


def _points(prose: str, one: Quantity, other: Quantity, words: _Words) -> Told | None:
    """ "With 61 points Leeds lead Hull, who have 58", "Leeds are first with 61 points, Hull second on 58"."""
    shared = words.points.match(prose, one.end), words.points.match(prose, other.end)
    if not any(shared):
        return None
    if shared[0] and words.second.fullmatch(prose, one.end, other.start):
        start, _ = sentence_around(prose, one.start, one.end)
        first = words.first.search(prose, start, one.start)
        return Told(first.span("first"), *_places(one, other), one.value > other.value) if first else None
    told = words.leads.fullmatch(prose, one.end, other.start)
    if told is None or not (shared[1] or words.ends.match(prose, other.end)):
        return None
    way = "leads" if told["leads"] else "trails"
    return Told(told.span(way), *_places(one, other), (one.value > other.value) == (way == "leads"))


def _places(one: Quantity, other: Quantity) -> tuple[tuple[int, int], tuple[int, int]]:
    return (one.start, one.end), (other.start, other.end)
