"""Fractions in words: "two thirds", "un quart", "die Hälfte"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from linter.analyses.numerals.hedges import hedge_before
from linter.analyses.numerals.intervals import AT_LEAST, AT_MOST, Interval, hedged
from linter.analyses.numerals.word_tables import word_table
from linter.languages import speech
from linter.languages.numerals import Fractions
from linter.languages.phrases import GAPS, any_of, has_piece, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.present import fraction_pieces
from linter.topics.numbers.reading.model import FRACTION, MEASURE, MONEY, NUMBER, Quantity
from linter.topics.numbers.wording import BLANK, filler, words_of

ROOM = 0.05
"""How far from a fraction in words its number may lie: such words are meant loosely."""

_ROOM_OF_ONE = 0.35
"""The same for "every fourth", as a share of it: it is said of all that is nearer to it than to the next."""

_LIMITS = frozenset({AT_LEAST, AT_MOST})
_ROOM_OF_LIMIT = 0.004
"""The same for "more than half", which is said of no 49 percent."""
_ROOM_OF_CHANGE = 0.2
"""So much of itself a change in words may be off: "by a third" is said of 27 to 40 percent."""
_BEFORE = 24
"""Characters before a fraction in which "by" and small words may stand."""


class _Fractions(NamedTuple):
    """The fractions in words of a language."""

    pattern: re.Pattern[str]
    numerators: Mapping[str, int]
    parts: Mapping[str, int]
    every: Mapping[str, int]


@lru_cache(maxsize=16)
def _fractions(code: str) -> _Fractions:
    known = speech(code).numerals
    ones = dict.fromkeys(known.words.articles, 1)
    numerators = ones | {word: n for word, n in word_table(code).below.items() if 0 < n < 10}
    for word in known.fractions.no_numerators:
        del numerators[word]
    parts = {_key(part): n for part, n in known.fractions.parts.items()}
    every = {_key(phrase): n for phrase, n in known.fractions.every.items()}
    pattern = (
        rf"(?<!\w)(?:({any_of(numerators)})(?:{GAPS}|-)({any_of(parts)})|({_half(known.fractions)})"
        rf"|({any_of(known.fractions.single)})|({any_of(every)}))(?!\w)"
    )
    numerators = {_key(word): n for word, n in numerators.items()}
    return _Fractions(lazy(pattern, re.IGNORECASE), numerators, parts, every)


def _key(phrase: str) -> str:
    """A phrase as it is looked up: with one kind of blank and of apostrophe."""
    return " ".join(phrase.lower().replace("’", "'").split())


def _half(words: Fractions) -> str:
    barred = "".join(rf"(?<!{re.escape(word)}\s)" for word in words.half_not_after)
    ahead = rf"(?={GAPS}(?:{any_of(words.half_before)})(?!\w)|,|{GAPS}\()" if words.half_before else ""
    return rf"{barred}(?:{any_of(words.half)}){ahead}"


@lru_cache(maxsize=16)
def fractions_in(prose: str, code: str) -> tuple[Quantity, ...]:
    """The fractions of a text in words, each with the interval that such a word leaves open.

    Only those below one: "five quarters" are a span of time. Several checks ask for those of a block.
    """
    if not has_piece(prose, fraction_pieces(code)):
        return ()
    return tuple(_fractions_in(prose, code))


def _fractions_in(prose: str, code: str) -> Iterator[Quantity]:
    fractions = _fractions(code)
    for match in fractions.pattern.finditer(prose):
        value = 0.5 if match[3] else _value(match, fractions)
        if value >= 1:
            continue
        hedge = hedge_before(prose, match.start(), code)
        room = _ROOM_OF_ONE * value if match[5] else _ROOM_OF_LIMIT if hedge in _LIMITS else ROOM
        interval = hedged(Interval(value - room, value + room), hedge)
        yield Quantity(
            match.start(), match.end(), match[0], FRACTION, value, interval, hedge=hedge, spelled=True
        )


def as_percent(fraction: Quantity) -> Quantity:
    """The same with the value in hundredths, to be held against percentages."""
    low, high = fraction.interval
    return fraction._replace(value=100 * fraction.value, interval=Interval(100 * low, 100 * high))


def _value(match: re.Match[str], fractions: _Fractions) -> float:
    if match[4] or match[5]:
        phrase = _key(match[0])
        return 1 / (fractions.parts[phrase] if match[4] else fractions.every[phrase])
    return fractions.numerators[_key(match[1])] / fractions.parts[_key(match[2])]


def with_changes(prose: str, items: tuple[Quantity, ...], code: str) -> tuple[Quantity, ...]:
    """The quantities of a text and the fractions that something changed by, these in hundredths."""
    amounts = sum(item.kind in (NUMBER, MONEY, MEASURE) for item in items)
    if amounts < 2:
        return items
    found = list(_changes(prose, code))
    others = (
        item for item in items if not any(item.start < each.end and each.start < item.end for each in found)
    )
    return tuple(sorted((*others, *found))) if found else items


def _changes(prose: str, code: str) -> Iterator[Quantity]:
    """ "Rose by a third", "een kwart meer"."""
    by, more = _around(code)
    for fraction in fractions_in(prose, code):
        led = by.search(prose, max(0, fraction.start - _BEFORE), fraction.start)
        if led or more.match(prose, fraction.end):
            percent = as_percent(fraction)
            (low, high), room = percent.interval, _ROOM_OF_CHANGE * percent.value
            interval = Interval(min(low, percent.value - room), max(high, percent.value + room))
            yield percent._replace(interval=interval, digits=1)


@lru_cache(maxsize=16)
def _around(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word for "by" or the change that ends right before a fraction, and one for more or less behind it."""
    change = words_of(code).change
    by = rf"(?:{word_of(change.by)}|{word_of((*change.up, *change.down))})"  # "cayó una cuarta parte"
    more = word_of((*change.more, *change.less))
    return lazy(rf"{by}{filler(code)}$", re.IGNORECASE), lazy(rf"{BLANK}{more}", re.IGNORECASE)
