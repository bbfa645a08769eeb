"""The patterns in which a language states a share: of, or, that is."""

from __future__ import annotations

from functools import lru_cache

from linter.analyses.numerals.hedges import hedge_before
from linter.analyses.numerals.intervals import Interval, hedged
from linter.languages.phrases import any_of, without_longer, word_of
from linter.matching import re
from linter.matching.letters import SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import FRACTION, NUMBER, Quantity
from linter.topics.numbers.wording import BLANK, NOUN, SLOTS, WORD, next_sentence, smalls, words_of

NOUNS = r"(?:[ \u00a0][^\W\d][\w'’.-]*){0,6}?"
"""Up to six words with their blanks."""
_CLAUSE = r"(?:,(?: [^,.;:!?\n()\d]{1,70},)?)"
"""A comma, or a clause between two: "1,500, who mostly work in nurseries, or 30 %"."""
CLOSED = lazy(rf"{NOUNS}[ \u00a0]?\)")
"""Behind the last number of a bracket."""
_NOUN_COMMA = lazy(rf"(?:{WORD}){{1,3}}?,[ \u00a0]")
_APPOSED = lazy(rf"{WORD}[ \u00a0]?[,\u2013\u2014]")
_ONE_ROOM = 2.0
_BEFORE_ONE = 30
"""Characters before a number in which "one in" may stand."""
_SIMPLE = (1 / 5, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4)
"""Shares so well known by their percentages that each is meant by its own: a fifth is never 25 %."""
_LOOSE = 0.035
"""So far a word for a share may be from what was counted."""
_NEAR = 0.005
"""So near to a simple share is what a full percentage says of it."""


def are_two_simple(one: float, other: float) -> bool:
    """Whether both are simple shares, each another."""
    simple = [next((each for each in _SIMPLE if abs(each - value) < _NEAR), 0) for value in (one, other)]
    return all(simple) and simple[0] != simple[1]


def is_nearer_to_another(told: float, counted: float) -> bool:
    """Whether a share is farther from the simple one that it is said to be than from another: 60 of 250
    are no fifth."""
    nearest = min(_SIMPLE, key=lambda each: abs(each - counted))
    off = abs(told - counted)
    return off > _LOOSE and abs(nearest - counted) < off and abs(nearest - told) > _NEAR


class ShareWords(NamedTuple):
    """Patterns of one language between, before and behind the numbers of a share."""

    that: tuple[str, ...]
    """Of which a text in small letters has one if it has a share of the amount named last."""
    of: re.Pattern[str]
    """All of the text between a part and its whole."""
    one_in: re.Pattern[str]
    first: re.Pattern[str]
    """Ends right before a whole that is named before its part."""
    again: re.Pattern[str]
    """All of the text between a share and what says it again."""
    said: re.Pattern[str]
    """The same with a word for it."""
    apposed: re.Pattern[str]
    """The same where only commas enclose what says it again."""
    bracket: re.Pattern[str]
    """The same between a percentage and the share in brackets."""
    of_them: re.Pattern[str]
    """Near a share: it is one of a part, and the percentage may be of all."""
    theirs: re.Pattern[str]
    """Right after a part: it is of what was named before."""
    of_theirs: re.Pattern[str]
    """The same, ending right before it, or two words before it."""
    moved: re.Pattern[str]
    """Between a part and a percentage: this is how much it rose or fell."""
    became: re.Pattern[str]
    """Ends right before a second number that the first became ("von 60 auf 45 (-25 %)")."""
    of_rest: re.Pattern[str]
    """Between a share and a percentage: that is of what remains."""
    amount: re.Pattern[str]
    """All of the text between a percentage and the amount that it is of."""
    of_all: re.Pattern[str]
    """Right behind a percentage of a whole that was named: "of the total"."""
    seats: re.Pattern[str]
    """In brackets behind a percentage of the votes."""


@lru_cache(maxsize=16)
def share_words(code: str) -> ShareWords:
    words = words_of(code)
    share, small, again = words.share, smalls(code), any_of(words.again)
    opening = rf"(?:(?:{again}),? )?{small}"
    patterns = (
        rf"(?:{NOUN}){{0,3}}{BLANK}{word_of(share.of)} ",
        rf"(?<!\w)(?:{any_of(share.one_in, SLOTS)}) $",
        rf"(?m:^|[.;:!?,(] ?)(?:{any_of(share.whole)}) (?:[{SMALL}]+ ){{0,2}}$",
        rf"{NOUNS}(?:(?:{_CLAUSE}? (?:{again}),?|{BLANK}?{next_sentence(code)})(?:(?<=['’])| )"
        rf"(?:[^\W\d]{{1,2}} |(?<=, )[^\W\d]{{1,3}} )?{small}"
        rf"|{BLANK}[(\u2013\u2014]{BLANK}?{opening})",
        rf"{NOUNS}{_CLAUSE}? (?:{again}),? (?:[^\W\d]{{1,3}} )?{small}",
        rf"{NOUNS}, (?:[^\W\d]{{1,3}} )?{small}",
        rf"{BLANK}?\({opening}",
        word_of(share.of_them),
        rf"{BLANK}(?:{any_of(share.of_them)})(?!\w)",
        rf"{word_of(share.of_them)},?(?:{NOUN}){{0,2}} {small}$",
        word_of((*words.change.up, *words.change.down)),
        rf"{word_of(words.change.to)} $",
        word_of(share.rest),
        rf"(?:{NOUN}){{0,4}}{BLANK}(?:{any_of((*share.of, *share.amount))})(?:(?<=['’])| ){small}",
        f"{BLANK}{word_of(share.of_all)}",
        rf"[^)]*{word_of(share.seats)}",
    )
    that = without_longer(map(str.lower, share.of_that))
    return ShareWords(that, *(lazy(pattern, re.IGNORECASE) for pattern in patterns))


def one_in(prose: str, whole: Quantity, code: str) -> Quantity | None:
    """ "One in four", which ends in a number, as a percentage: all that is nearer to it than to others."""
    found = share_words(code).one_in.search(prose, max(0, whole.start - _BEFORE_ONE), whole.start)
    if found is None or whole.kind != NUMBER or whole.value < 1:
        return None
    start, end, value = found.start(), whole.end, whole.value
    near = Interval(100 / (value + 1) - _ONE_ROOM, 100 / max(value - 1, 1) + _ONE_ROOM)
    interval = hedged(near, hedge_before(prose, start, code))
    return Quantity(start, end, prose[start:end], FRACTION, 100 / value, interval, spelled=True)


def is_noun_again(gap: str, prose: str, end: int) -> bool:
    """ "Two thirds of the 90 members, 60 people, …": a number and its noun between two commas."""
    return _NOUN_COMMA.fullmatch(gap) is not None and _APPOSED.match(prose, end) is not None
