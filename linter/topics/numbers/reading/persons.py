"""Nouns for persons, as they are looked up: in lower case."""

from __future__ import annotations

from functools import lru_cache

from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.wording import words_of


class PersonNouns(NamedTuple):
    """The nouns of one language, by what they say; what each holds is said at ``Person``."""

    any: frozenset[str]
    asked: frozenset[str]
    sex_and_age: frozenset[str]
    fate: frozenset[str]
    harm: frozenset[str]
    aboard: frozenset[str]
    lost: frozenset[str]
    head: frozenset[str]


@lru_cache(maxsize=16)
def person_nouns(code: str) -> PersonNouns:
    """The nouns of a language."""
    words = words_of(code).person
    lists = (words.any, words.asked, words.sex_and_age, words.fate, words.harm, words.aboard, words.lost)
    return PersonNouns(*(frozenset(map(str.lower, nouns)) for nouns in (*lists, words.head)))


@lru_cache(maxsize=16)
def outcomes(code: str) -> tuple[re.Pattern[str], ...]:
    """What may become of persons and things, a pattern of its words for each."""
    return tuple(lazy(word_of(row), re.IGNORECASE) for row in words_of(code).sum.outcomes)


@lru_cache(maxsize=16)
def perished(code: str) -> re.Pattern[str]:
    """What became of persons, in several words: "lost their lives"."""
    return lazy(word_of(words_of(code).person.perished), re.IGNORECASE)
