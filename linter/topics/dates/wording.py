"""The phrases of a language for one purpose, as one pattern or as a set of words."""

from __future__ import annotations

from functools import cache

from linter.languages import phrases_at, speech
from linter.languages.phrases import GAP, any_of, word_of
from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy

_LETTERS = lazy(r"[^\W\d_]+")


@cache
def words_at(code: str, *paths: str) -> re.Pattern[str]:
    """The phrases of a language at some paths (``dates.unreal``) in running text, in any case.

    It matches nowhere where there are none.
    """
    phrases = phrases_at(code, *paths)
    return lazy(any_of(phrases) if speech(code).dates.unspaced else word_of(phrases), re.IGNORECASE)


@cache
def word_set(code: str, *paths: str) -> frozenset[str]:
    """The single words of a language at some paths, each in small letters and without its dot."""
    return frozenset(word.lower().rstrip(".") for word in phrases_at(code, *paths))


def longest_word(phrase: str) -> str:
    """The most letters of a phrase, folded, that an article has as one of its words if it has the phrase."""
    return max(_LETTERS.findall(fold_case(phrase)), key=len, default="")


@cache
def in_year(code: str) -> str:
    """What stands before a year in a language ("in the year"), as the source of a pattern."""
    return f"(?:{any_of(speech(code).dates.in_year)}){GAP}+"


def year_marks(code: str) -> str:
    """What may stand behind a year in a language ("r.", "года"), or nothing, as the source of a pattern."""
    return rf"(?:{GAP}*(?:{any_of(speech(code).dates.year_marks)})(?!\w))?"
