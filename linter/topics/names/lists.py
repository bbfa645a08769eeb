"""The lists of names, ordinary words and places: memory-mapped, opened on first use.

``scripts/build_names.py`` makes them; ``linter/data/NOTICE.md`` names their sources.
All words go in as written and are folded here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice

from linter.languages import speech
from linter.namedtuples import NamedTuple
from linter.packaged import data_path, read_json
from linter.topics.names.normalise import fold
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import marisa_trie


NAME_FORMAT = "<I"
LANGUAGE_BITS = {
    code: bit
    for bit, code in enumerate(
        "en fr de es it pt nl pl ru sv cs da nb fi uk ro tr hu el bg sk sl hr lt lv et ar az".split()
    )
}
"""Bit of a first name's mask for each language whose people bear it."""
OTHER_BIT = 28
SURNAME_BIT = 30

PLACE_FORMAT = "<BBB"
COUNTRY, CAPITAL, CITY, SUBDIVISION, LANGUAGE, TOWN = 1, 2, 3, 4, 5, 6
"""Kinds of place, the most telling first."""

_FIRST_NAME = (1 << SURNAME_BIT) - 1
_ENDING, _STEM = 3, 5
"""Letters of an ending, and the least that stand before it."""
_TOWN_STEM = 3
"""Letters of a town that all its forms begin with, at least."""
_FORMS = 20
"""So many words that begin with the same letters are looked at."""
_EVERYWHERE = 14
"""A name of so many languages is one in each, as Anna and David are."""


class Place(NamedTuple):
    """What a name of a place stands for; ``country`` is a CLDR territory code, ``ZZ`` for none."""

    kind: int
    country: str


class Country(NamedTuple):
    """How a language names a country, and the folded beginnings of other words that speak of it."""

    names: tuple[str, ...]
    signs: tuple[str, ...]


@lru_cache(maxsize=20_000)
def first_name(word: str, code: str) -> bool:
    """Is this a first name? A word that is also ordinary must be one in its own language, or in most."""
    mask = _name_mask(word) & _FIRST_NAME
    if not mask:
        return False
    own = mask >> LANGUAGE_BITS.get(code, OTHER_BIT) & 1
    return bool(own) or mask.bit_count() >= _EVERYWHERE or not ordinary(word, code)


def surname(word: str) -> bool:
    """Is this a listed surname? The lists hold about half of those in the news: a hint only."""
    return bool(_name_mask(word) >> SURNAME_BIT)


@lru_cache(maxsize=20_000)
def ordinary(word: str, code: str) -> bool:
    """Is this an everyday word of the language, or joined of such words by hyphens?

    Never, for a language without a word list.
    """
    return _has(word, code)


def ordinary_in_any(word: str, languages: Iterable[str]) -> bool:
    """Is this such a word of one of many languages? That is asked of few words, and not remembered."""
    parts = fold(word).split("-")
    return any(
        all(map(words.__contains__, parts)) for code in languages if (words := _words(code)) is not None
    )


def _has(word: str, code: str) -> bool:
    return ordinary_in_any(word, (code,))


def has_form(word: str, other: str, code: str) -> bool:
    """Is this another form of an everyday word, in a language that changes the ends of its words?

    The letters that it has in common with the everyday word are not those that the other word has, too.
    """
    words = _words(code)
    if words is None or speech(code).names.fixed:
        return False
    folded, most = fold(word), len(word) + _ENDING
    stems = (folded[:-ending] for ending in range(2, _ENDING + 1))
    return any(
        len(stem) >= _STEM
        and not fold(other).startswith(stem)
        and any(len(each) <= most for each in islice(words.iterkeys(stem), _FORMS))
        for stem in stems
    )


def has_words(code: str) -> bool:
    """Whether there is a list of everyday words, so that :func:`ordinary` can tell."""
    return _words(code) is not None


@cache
def common(code: str) -> frozenset[str]:
    """The folded words of four letters or more that any text of the language has."""
    return frozenset(_common().get(code, "").split())


@cache
def _common() -> dict[str, str]:
    found: dict[str, str] = read_json("names", "common.json")
    return found


def place(name: str) -> Place | None:
    """The country, city … of this name in any of the languages listed."""
    rows = _places().get(fold(name))
    if not rows:
        return None
    kind, first, second = rows[0]
    return Place(kind, chr(first) + chr(second))


def inflected_place(name: str, code: str) -> Place | None:
    """The town at home of which this is another form ("Kolíně" of "Kolín"), where names have cases.

    The most letters that a listed town begins with, too; all such towns have to be of one country.
    """
    known = speech(code).names
    if known.fixed or not known.home:
        return None
    folded = fold(name)
    for ending in range(1, _ENDING + 1):
        stem = folded[: len(folded) - ending]
        if len(stem) < _TOWN_STEM:
            return None
        found = [
            Place(kind, chr(first) + chr(second))
            for town, (kind, first, second) in islice(_places().iteritems(stem), _FORMS)
            if len(town) <= len(stem) + _ENDING and town.isalpha()
        ]
        towns = [each for each in found if each.kind in (CAPITAL, CITY, TOWN)]
        if towns:
            of_home = {each.country for each in towns} <= set(known.home)
            return towns[0] if of_home else None
    return None


@cache
def countries(language: str) -> dict[str, Country]:
    """Countries by code as the language names them; empty for a language without a list."""
    file = f"countries-{language}.json"
    if not os.path.isfile(data_path("names", file)):
        return {}
    listed = read_json("names", file)
    return {code: Country(tuple(row["names"]), tuple(row["signs"])) for code, row in listed.items()}


@lru_cache(maxsize=20_000)
def _name_mask(word: str) -> int:
    rows = _names().get(fold(word))
    return int(rows[0][0]) if rows else 0


@cache
def _names() -> marisa_trie.RecordTrie:
    import marisa_trie

    return marisa_trie.RecordTrie(NAME_FORMAT).mmap(_file("names"))


@cache
def _places() -> marisa_trie.RecordTrie:
    import marisa_trie

    return marisa_trie.RecordTrie(PLACE_FORMAT).mmap(_file("places"))


@cache
def _words(code: str) -> marisa_trie.Trie | None:
    import marisa_trie

    path = _file(f"words-{code}")
    return marisa_trie.Trie().mmap(path) if os.path.exists(path) else None


def _file(name: str) -> str:
    return data_path("names", f"{name}.marisa")
