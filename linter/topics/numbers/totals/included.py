"""Parts behind a word that says that they are in a total: "12 people, including 5 women and 3 men"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from linter.languages.phrases import any_of, pieces_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.totals.parts import (
    Part,
    addable,
    are_apart,
    are_at_places,
    are_of_kinds,
    as_part,
    have_purposes,
    in_unit_of,
    of_persons,
    parts_at,
)
from linter.topics.numbers.wording import NOUN, WORD, words_of

_NOUNS = lazy(rf"(?:{NOUN}){{1,2}}")
_FIRST = lazy(NOUN)


class Included(NamedTuple):
    """Some parts of a total."""

    parts: tuple[Part, ...]
    all: bool
    """They are all that it is made of."""


@lru_cache(maxsize=16)
def _links(code: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """All of the text from a total to some of its parts, and to all of them."""
    sums = words_of(code).sum
    return (
        (lazy(rf"(?:{WORD}){{0,6}}?,? \(?(?:{any_of(sums.including)}),? ", re.IGNORECASE), False),
        (lazy(rf"(?:{WORD}){{0,3}}?,? (?:{any_of(sums.made_of)}) ", re.IGNORECASE), True),
    )


@lru_cache(maxsize=16)
def pieces_of_links(code: str) -> tuple[str, ...]:
    """Of which a text in small letters has one if it has parts of a total behind such a word."""
    sums = words_of(code).sum
    return pieces_of((*sums.including, *sums.made_of))


def included(prose: str, total: Quantity, by_start: Mapping[int, Quantity], code: str) -> Iterator[Included]:
    """The parts, where nothing can be in two of them; ``by_start`` are the numbers by their starts."""
    for link, every in _links(code):
        linked = link.match(prose, total.end)
        if linked is None:
            continue
        listed = parts_at(prose, linked.end(), by_start, code)
        if listed is None:
            single = by_start.get(linked.end())
            noun = _FIRST.match(prose, single.end) if single is not None and not every else None
            if single is not None and noun and _are_persons(prose, total, single, noun[0].strip(), code):
                yield Included((as_part(single, noun[0].strip()),), all=False)
            continue
        parts = in_unit_of(total, listed.items, by_start)
        between = prose[total.end : linked.end()]
        apart = (
            are_apart(parts, code) or are_of_kinds(listed, total, code) or are_at_places(between, parts, code)
        )
        if listed.joined and addable(parts, total) and (every or apart or have_purposes(parts)):
            yield Included(parts, every)


def _are_persons(prose: str, total: Quantity, part: Quantity, noun: str, code: str) -> bool:
    """Whether both are numbers of persons: "four people, including two children"."""
    whole = _NOUNS.match(prose, total.end)
    nouns = person_nouns(code)
    if whole is None or not (total.is_count and part.is_count):
        return False
    persons = of_persons(whole[0], code) or not nouns.fate.isdisjoint(whole[0].lower().split())
    return persons and noun.lower() in nouns.sex_and_age | nouns.fate
