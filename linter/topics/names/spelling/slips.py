"""When one word is a slip of another: one step apart, and in no list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from linter.languages import by_language, described, speech
from linter.matching import re
from linter.matching.regexes import lazy
from linter.matching.spelling import common_beginning
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.language.subject import is_term
from linter.topics.names import lists
from linter.topics.names.edit_distance import Alike, distance
from linter.topics.names.haystack import Mention
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold_word, is_transcribed, without_digraphs

SHORTEST = 5
"""A word of fewer letters is not judged."""
LONGEST_TITLE = 300
"""A longer headline is a paragraph that was taken for one."""
_ENDING = 2
"""So many letters at the end may be another ending."""
PLACES = 20
"""So many places of a word are looked at for what stands beside it."""
LONG = 8
"""From so many letters on a changed letter is more likely a slip than another word."""
_HUMP = lazy(r"[A-Z][a-z]{4,}")
_ENGLISH = "en"
"""Names with capitals inside are made of English words in articles of any language."""
OFTEN = 3
"""A word that no list has is the usual spelling if it stands so often."""


class Typo(NamedTuple):
    """A word that stands once, and the one that it is a slip of."""

    slip: Span
    name: str
    usual: Span
    other: str
    times: int


def compared(word: str) -> str:
    return fold_word(word if word.isascii() else word.replace("\u00df", "s"))


@lru_cache(maxsize=30_000)
def judged(word: str) -> bool:
    """A word with a capital, of letters only, or several that hyphens join."""
    if len(word) < SHORTEST or not word[0].isupper() or word.isupper() or is_transcribed(word):
        return False
    return word.isalpha() or all(map(str.isalpha, word.split("-")))


def near(one: str, two: str) -> bool:
    """Are they at most one slip apart? It leaves nearly half of a word as it is, before or behind it."""
    half = max(len(one) // 2 - 1, 1)
    if half > 1 and one[:half] != two[:half] and one[-half:] != two[-half:]:
        return False
    return distance(one, two, 1) <= 1


class Group:
    """Words that begin with the same letter; no slip is in the first one."""

    def __init__(self, words: list[str]) -> None:
        self._alike = Alike(list(map(fold_word, words)))
        self._words = list(zip(words, map(compared, words), strict=True))

    def near(self, word: str) -> list[str]:
        """Those that are at most one slip apart from a word with that letter, which may be one of them."""
        mine = compared(word)
        some = map(self._words.__getitem__, self._alike.of(fold_word(word)))
        least, most = len(mine) - 1, len(mine) + 1
        return [other for other, it in some if least <= len(it) <= most and other != word and near(mine, it)]


def grouped(words: Iterable[str], least: int = 1) -> dict[str, Group]:
    """Words by their first letters, where so many begin with one."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in words:
        by_letter[word[0]].append(word)
    return {letter: Group(alike) for letter, alike in by_letter.items() if len(alike) >= least}


def one_step(one: str, two: str, ending: int) -> bool:
    """Are they one slip apart, not in their ending alone, and no two ways to write one sound?"""
    if one == two or not near(one, two) or without_digraphs(one) == without_digraphs(two):
        return False
    if max(len(one), len(two)) - len(common_beginning(one, two)) <= ending:
        return False
    return one.replace("z", "s") != two.replace("z", "s")


def is_changed(one: str, two: str) -> bool:
    """Whether words one slip apart have another letter, none that was lost, doubled or moved."""
    return len(one) == len(two) and sorted(one) != sorted(two)


def ending_of(code: str) -> int:
    """How many letters at the end may be another ending: one more where names change theirs."""
    return _ENDING if speech(code).names.fixed else _ENDING + 1


def humps(word: str) -> int:
    return sum(char.isupper() for char in word)


def beside(word: str, other: str, found: Mentions) -> bool:
    """Does the same word stand before both, or behind both?"""
    mine = set(_neighbours(found.places(word), found))
    return any(near in mine for near in _neighbours(found.places(other)[:PLACES], found))


def _neighbours(places: list[Mention], found: Mentions) -> Iterator[tuple[int, str]]:
    """The words with capitals before and behind."""
    for place in places:
        words = found.text.tokens[place.block].texts
        for step in (-1, 1):
            at = place.position + step
            if 0 <= at < len(words) and len(words[at]) >= 3 and words[at][0].isupper():
                yield step, words[at]


def known(word: str, found: Mentions) -> bool:
    """Is it a word or a name that some list has, or one that the text writes in lower case too?"""
    return fold_word(word) in found.text.small or listed(word, found.text.language)


@lru_cache(maxsize=20_000)
def listed(word: str, code: str) -> bool:
    """Is it a word of a language or of those that lend it theirs, or a name, that some list has?"""
    if named(word, code):
        return True
    return lists.ordinary(word, code) or lists.ordinary_in_any(word, _lenders())


@lru_cache(maxsize=20_000)
def named(word: str, code: str) -> bool:
    """Is it a surname, a place or a first name that a list has?"""
    return lists.surname(word) or lists.place(word) is not None or lists.first_name(word, code)


def is_name(word: str, code: str) -> bool:
    """Is it a name that a list has, and no word of the language?"""
    return named(word, code) and not lists.ordinary(word, code)


@cache
def _lenders() -> tuple[str, ...]:
    return tuple(by_language("foreign.lends"))


def is_respelt(one: str, other: str, code: str) -> bool:
    """Whether two words are one in an old and a new spelling of the language: "respectivo", "respetivo"."""
    if not speech(code).foreign.silent:
        return False
    return _silent(code).sub("", one) == _silent(code).sub("", other)


@cache
def _silent(code: str) -> re.Pattern[str]:
    return lazy(speech(code).foreign.silent)


def foreign(word: str) -> bool:
    """Is it a word of any language that has a list, or a term of programmers?"""
    return lists.ordinary_in_any(word, described()) or is_term(word, _ENGLISH)


def unlisted(word: str, found: Mentions) -> bool:
    """Is it in no list, and written in lower case nowhere in the text?"""
    return not known(word, found) and not foreign(word)


def spelled_small(word: str, others: Iterable[str], code: str) -> Iterator[str]:
    """The ordinary words among others of which a letter was lost, doubled or moved."""
    one = fold_word(word)
    for other in others:
        if other[0] == one[0] and abs(len(other) - len(one)) <= 1:
            two = fold_word(other)
            slip = one_step(one, two, ending_of(code)) and not is_changed(one, two)
            if slip and lists.ordinary(other, code):
                yield other


def is_hump_slip(word: str, other: str) -> bool:
    """Is one word of a name with capitals inside none, and in the other name, written small, an English one?

    "RedisMessageBrocker" beside "redismessagebroker".
    """
    small = word.lower()
    for part in _HUMP.finditer(word) if humps(word) > 1 else ():
        start, end = part.span()
        right = other[start : len(other) - len(word) + end]
        if other == small[:start] + right + small[end:] and one_step(part[0].lower(), right, 1):
            return lists.ordinary(right, _ENGLISH) and not foreign(part[0])
    return False


def typo_of(word: str, usual: str, found: Mentions) -> Typo:
    slip, right = found.places(word)[0], found.places(usual)[0]
    return Typo(found.text.span(slip), word, found.text.span(right), usual, len(found.places(usual)))
