"""Nouns for persons, as they are looked up: in lower case."""

from __future__ import annotations

from functools import lru_cache

from linter.namedtuples import NamedTuple
from linter.topics.numbers.wording import words_of


class PersonNouns(NamedTuple):
    """The nouns of one language, by what they say; what each holds is said at ``Person``."""

    any: frozenset[str]
    asked: frozenset[str]
    sex_and_age: frozenset[str]
    fate: frozenset[str]
    aboard: frozenset[str]
    lost: frozenset[str]
    head: frozenset[str]


@lru_cache(maxsize=16)
def person_nouns(code: str) -> PersonNouns:
    """The nouns of a language."""
    words = words_of(code).person
    lists = (words.any, words.asked, words.sex_and_age, words.fate, words.aboard, words.lost, words.head)
    return PersonNouns(*(frozenset(map(str.lower, nouns)) for nouns in lists))
