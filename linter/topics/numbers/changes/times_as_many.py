"""A number that is so many times another one: "4 million then, 12 million now, three times as many"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.numerals.hedges import hedge_before
from linter.languages.numbers import Multiple as Words
from linter.languages.phrases import NOTHING, any_of, pattern_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.reading.forms import count_of
from linter.topics.numbers.changes.change_pairs import comparable
from linter.topics.numbers.changes.change_words import change_words
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.wording import NOUN, pieces_of_times, smalls, words_of

_APART = lazy(r"[^.!?\n()]{1,120}(?:[.][ \u00a0\n][^.!?\n()]{1,60})?")
"""All of the text between the two numbers: one sentence, or two."""
_CLOSES = r"(?=[ \u00a0]?(?:[.,;:)\u2013\u2014]|$|(?:[ \u00a0][^\W\d]+){1,3}[ \u00a0](?:19|20)\d\d\b))"
"""Behind the words: nothing else that the number is compared with, a year at most."""
_ANY_NUMBER = {"number": r"(?:\d{1,2}|[^\W\d_]+?)"}
_NUMBER = {"number": r"(?P<number>\d{1,2}|[^\W\d_]+)"}
_NAMED = lazy(rf"(?<![\w'’])[{CAPITALS}][\w+#.-]*[ \u00a0]\Z")
_OPENS = lazy(r"(?:^|[.!?] )\Z")
_LARGE = 100
_NAME = 24
"""Characters of a name before a number."""
_LEAST, _MOST = 2, 20
_FARTHEST = 100
"""Characters between a number and the one that it is so many times."""


class Times(NamedTuple):
    """The words at ``prose[start:end]``, and how many times as much they say at least and at most."""

    start: int
    end: int
    least: int
    most: int
    hedge: str
    before: Quantity
    after: Quantity


def times_as_many(prose: str, numbers: list[Quantity], code: str) -> Iterator[Times]:
    """What is said of a number and the one before it; ``numbers`` are no dates, years or times."""
    words = words_of(code).multiple
    low = prose.lower()
    for number, after in enumerate(numbers[1:], 1):
        before = numbers[number - 1]
        yield from _before_other(prose, low, numbers[number - 1 : number + 2], code)
        yield from _ahead(prose, before, after, code)
        if not comparable(before, after) or not _APART.fullmatch(prose, before.end, after.start):
            continue
        if any(map(low[after.end : after.end + 80].__contains__, pieces_of_times(code))):
            found = _said(code).match(prose, after.end)
            if not found or _is_of_another(prose[after.end : found.start("said")], code):
                continue
            if times := _times(found["said"], words, code):
                yield from _told(prose, found, times, (before, after), code)


def _before_other(prose: str, low: str, numbers: list[Quantity], code: str) -> Iterator[Times]:
    """ "24,000, twice as many as the 12,000": the words stand between, their own number among the three."""
    after, *others = numbers
    for before in others if not _is_named(prose, after) else ():
        if _is_named(prose, before) or not comparable(before, after) or before.start - after.end > _FARTHEST:
            continue
        if any(map(low[after.end : before.start].__contains__, pieces_of_times(code))):
            found = _compared(code).fullmatch(prose, after.end, before.start)
            joined = found and not set(words_of(code).and_).isdisjoint(found["rest"].split())
            times = _times(found["said"], words_of(code).multiple, code) if found and not joined else None
            if found and times:
                counted = before.bare  # "as many as" the 12,000
                yield from _told(prose, found, times, (counted, after), code)


def _ahead(prose: str, after: Quantity, before: Quantity, code: str) -> Iterator[Times]:
    """ "Twice as many storks were seen: 96 against 48": the words stand before both numbers."""
    if not comparable(before, after):
        return
    if not change_words(code).back_between.fullmatch(prose, after.end, before.start):
        return
    found = _announced(code).search(prose, max(0, after.start - _FARTHEST), after.start)
    times = _times(found["said"], words_of(code).multiple, code) if found else None
    if found and times and " " in found["said"]:  # "they won twice, …"
        yield from _told(prose, found, times, (before, after), code)


@lru_cache(maxsize=16)
def _announced(code: str) -> re.Pattern[str]:
    """Ends right before two numbers that are told behind a colon, a comma or a dash."""
    few = rf"(?:{NOUN}){{0,8}}?"
    set_off = r"(?:[ \u00a0]?[:,(]|[ \u00a0][\u2013\u2014])[ \u00a0]?"
    return lazy(rf"(?<!\w)(?P<said>{_multiples(code)})(?!\w){few}{set_off}{smalls(code)}$", re.IGNORECASE)


def _is_of_another(between: str, code: str) -> bool:
    """Whether the words are of what an "and" adds to the number: "two anglers and the police twice"."""
    return between.replace(" ", "").isalpha() and not set(words_of(code).and_).isdisjoint(between.split())


def _is_named(prose: str, number: Quantity) -> bool:
    """Whether a name stands right before a number, so that it may be that of a release ("Ruby 3.0").

    The word that begins a sentence is none before a large number: "With 9,000 cases".
    """
    found = _NAMED.search(prose, max(0, number.start - _NAME), number.start)
    if found is None:
        return False
    return number.value < _LARGE or _OPENS.search(prose, max(0, found.start() - 2), found.start()) is None


def _told(
    prose: str, found: re.Match[str], times: tuple[int, int], pair: tuple[Quantity, Quantity], code: str
) -> Iterator[Times]:
    if _LEAST <= times[0] <= _MOST:
        start = found.start("said")
        yield Times(start, found.end("said"), *times, hedge_before(prose, start, code), *pair)


@lru_cache(maxsize=16)
def _compared(code: str) -> re.Pattern[str]:
    """All of the text from a number to the one that it is so many times: ", twice as many as the"."""
    words = words_of(code)
    as_ = any_of(words.multiple.as_) if words.multiple.as_ else NOTHING
    rest = r"(?P<rest>(?:[^.;:!?\n()\d]|\b(?:19|20)\d\d\b){0,60}[(]?)"
    compared = rf"(?!\w)(?:{NOUN})?,?[ \u00a0](?:{as_})[ \u00a0]{rest}"
    return lazy(rf"{_lead(code)}(?P<said>{_multiples(code)}){compared}", re.IGNORECASE)


def _lead(code: str) -> str:
    again = rf"(?:(?:{any_of(words_of(code).again)}) )?{smalls(code)}"
    clause = rf"(?:{NOUN}){{0,5}}?(?:,(?:{NOUN}){{0,8}}?)?"
    return rf"{clause}[,:]?[ \u00a0](?:[\u2013\u2014(][ \u00a0]?)?{again}"


def _multiples(code: str) -> str:
    multiple = words_of(code).multiple
    return any_of((*multiple.times_named, *multiple.times, *multiple.times_more), _ANY_NUMBER)


@lru_cache(maxsize=16)
def _said(code: str) -> re.Pattern[str]:
    """All of the text from a number to the words that compare it, and these."""
    return lazy(rf"{_lead(code)}(?P<said>{_multiples(code)})(?!\w){_CLOSES}", re.IGNORECASE)


def _times(said: str, words: Words, code: str) -> tuple[int, int] | None:
    """How many times as much is meant: "three times more" may be three times as much, or four times."""
    if named := words.times_named.get(" ".join(said.lower().split())):
        return named, named
    for phrases, added in ((words.times, 0), (words.times_more, 1)):
        for phrase in phrases:
            found = lazy(pattern_of(phrase, _NUMBER), re.IGNORECASE).fullmatch(said)
            times = count_of(found["number"], code) if found else None
            if times:
                return times, times + added
    return None
