"""Phrases with a number in them ("{number} years ago"), as patterns; and the numbers in them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from linter.analyses.numerals.number_words import number_words
from linter.languages import speech, value_at
from linter.languages.phrases import pattern_of, piece_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_SLOTS = {
    "number": r"(?P<number>\d{1,4}|[^\W\d_]+(?:[ '’-][^\W\d_]+){0,2})",
    "short": r"(?P<short>\d\d)",
    "roman": r"(?P<roman>[IVX]+)",
    "any": r"[^.:;!?]{1,80}?",
}
_IN_FIGURES = {**_SLOTS, "number": r"(?P<number>(?<!\d)\d{1,4})"}
"""Where no blanks stand between words, nobody can tell where a number in words begins."""
_RUN = lazy(r"[^\W_]+")
_ROMAN = {"I": 1, "V": 5, "X": 10}


class Form(NamedTuple):
    """A phrase as the source of a pattern, and a piece of it that a text must have."""

    pattern: str
    literal: str
    hyphened: bool
    """It goes before what it counts ("three-day"), which stands between it and all else."""


@cache
def forms(code: str, path: str) -> tuple[Form, ...]:
    """The phrases of a language at a path of its dates, such as ``durations.day``."""
    unspaced = speech(code).dates.unspaced
    return tuple(_form(phrase, unspaced) for phrase in value_at(speech(code), f"dates.{path}"))


def _form(phrase: str, unspaced: bool) -> Form:
    pattern = pattern_of(phrase, _IN_FIGURES) if unspaced else word_of([phrase], _SLOTS)
    return Form(pattern, piece_of(phrase), "-" in phrase)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern made of the phrases of a language, in capitals or small letters; each once."""
    return lazy(pattern, re.IGNORECASE)


def possible(candidates: Iterable[Form], text: str) -> list[Form]:
    """The phrases whose literal piece the text, in small letters, has."""
    return [form for form in candidates if form.literal in text]


def count_of(text: str, code: str) -> int | None:
    """The number that digits or words say ("5", "twenty-five"); nothing if they say none."""
    if text.isdigit():
        return int(text)
    found = list(number_words(text, code))
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    return found[0].value if whole and not found[0].vague else None


def start_of_count(prose: str, start: int, end: int, code: str) -> int:
    """Where the number begins among the words before a unit: the first from which all are a number.

    The last word, if no words are known as numbers in the language.
    """
    starts = [start + match.start() for match in _RUN.finditer(prose[start:end])]
    counting = (at for at in starts if count_of(prose[at:end], code) is not None)
    return next(counting, starts[-1])


def counted(match: re.Match[str], code: str) -> tuple[int, int | None]:
    """Where the ``{number}`` of a phrase begins, and how many it says; nothing if it says none."""
    start, end = match.span("number")
    start = start_of_count(match.string, start, end, code)
    return start, count_of(match.string[start:end], code)


def roman(text: str) -> int:
    """The value of a Roman numeral up to the twenties, of a century."""
    values = [_ROMAN[letter] for letter in text.upper()]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
