"""What the patterns of several checks of numbers are made of."""

from __future__ import annotations

from functools import lru_cache
from sys import maxsize

from linter import languages
from linter.languages.numbers import Numbers
from linter.languages.phrases import any_of, has_piece, pieces_of, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

BLANK = "[ \u00a0]"
NOUN = r"[ \u00a0][^\W\d][\w'’-]*"
"""A word and the blank before it."""
WORD = r"[ \u00a0][^\W\d][\w'’.-]*(?<!\.)"
"""The same of any word, a dot inside it included."""
GAP_AFTER = r"(?:(?<=['’])|[ \u00a0])"
"""What separates a word from the next one: nothing after an elision."""
SLOTS = {"word": r"[^\W\d]+"}
"""The pattern of ``{word}`` in a phrase."""
_NUMBER = "{number}"
_REACH = 40
"""Longer than any phrase before a number."""


def with_commas(prose: str) -> str:
    """A text with Arabic commas as those that the patterns know, each where it was."""
    return prose.replace("\u060c", ",")


def words_of(code: str) -> Numbers:
    """What a language says around numbers; empty for one of which nothing is known."""
    numbers: Numbers = languages.speech(code).numbers
    return numbers


@lru_cache(maxsize=16)
def small_word(code: str) -> str:
    """The source of one small word before a number."""
    return rf"(?:{any_of(words_of(code).small)})(?!(?<=\w)\w)"


@lru_cache(maxsize=16)
def filler(code: str) -> str:
    """The source of what may stand between a word and its number: "to *just under* 15"."""
    return rf"(?:{BLANK}?{small_word(code)}){{0,3}}{BLANK}?"


@lru_cache(maxsize=16)
def smalls(code: str) -> str:
    """The source of small words before a number, with the blank after them, or of nothing."""
    return rf"(?:{small_word(code)} ?)*"


@lru_cache(maxsize=16)
def next_sentence(code: str) -> str:
    """The source of the end of a sentence and the beginning of one that says its numbers again."""
    return rf"[.;:\u2013\u2014][ \u00a0\n](?:{any_of(words_of(code).that)})(?!(?<=\w)\w)"


@lru_cache(maxsize=16)
def one_of_others(code: str) -> re.Pattern[str]:
    """Ends right before a number that is one of others, or part of a name."""
    return lazy(rf"(?:{word_of(words_of(code).listing.of)}|(?<=\w )[{CAPITALS}]\w+) $")


@lru_cache(maxsize=16)
def pieces_of_times(code: str) -> tuple[str, ...]:
    """Of which a text in small letters has one if it says of a number that it is so many times another."""
    words = words_of(code).multiple
    return pieces_of((*words.times, *words.times_more, *words.times_named))


class Asked(NamedTuple):
    """A pattern, and pieces of which a text in small letters has one if the pattern matches in it."""

    pattern: re.Pattern[str]
    pieces: tuple[str, ...]

    def search(self, prose: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match between two places."""
        return self.pattern.search(prose, start, end) if self._may_match(prose[start:end]) else None

    def fullmatch(self, prose: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match of all between two places."""
        return self.pattern.fullmatch(prose, start, end) if self._may_match(prose[start:end]) else None

    def _may_match(self, text: str) -> bool:
        return has_piece(text, self.pieces)


class Around(NamedTuple):
    """What phrases with a ``{number}`` say before and after it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    both: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]

    def holds(self, prose: str, start: int, end: int) -> bool:
        """Whether the number at these places stands in one of the phrases."""
        reach = max(0, start - _REACH)
        return bool(
            self.before.search(prose, reach, start)
            or self.after.match(prose, end)
            or any(
                before.search(prose, reach, start) and after.match(prose, end) for before, after in self.both
            )
        )


def around(phrases: tuple[str, ...], slots: dict[str, str]) -> Around:
    """The patterns of phrases that have a ``{number}``; a blank beside it may be missing or not."""
    parts = [phrase.partition(_NUMBER)[::2] for phrase in phrases]
    return Around(
        _before([before for before, after in parts if not after], slots),
        _after([after for before, after in parts if not before], slots),
        tuple(
            (_before([before], slots), _after([after], slots)) for before, after in parts if before and after
        ),
    )


@lru_cache(maxsize=16)
def rest(code: str) -> Around:
    """At the number of those that remain of a whole."""
    return around(words_of(code).rest, SLOTS)


def _before(phrases: list[str], slots: dict[str, str]) -> re.Pattern[str]:
    stripped = any_of((phrase.rstrip() for phrase in phrases), slots)
    return lazy(rf"(?<!\w)(?:{stripped}){BLANK}?$", re.IGNORECASE)


def _after(phrases: list[str], slots: dict[str, str]) -> re.Pattern[str]:
    return lazy(rf"(?:{any_of(phrases, slots)})(?!\w)", re.IGNORECASE)
