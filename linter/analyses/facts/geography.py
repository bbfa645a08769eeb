"""What an article says of capitals, cities and money of countries, and the atlas does not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from linter.analyses.chunks import Holding, chunks, in_any
from linter.analyses.facts import atlas
from linter.analyses.language import language
from linter.analyses.names.lists import countries
from linter.analyses.names.normalise import fold
from linter.analyses.names.tokens import Token, Words
from linter.analyses.sources.material import countries_in
from linter.article.model import CODE, Article, Block

CAPITAL, CITY, MONEY = "capital", "city", "money"
_LONGEST = 4
_NOUN_FIRST = frozenset("fr es it pt".split())
"""Languages that put adjectives behind their nouns."""


class Slip(NamedTuple):
    """A statement of a block that the atlas contradicts, at ``prose[start:end]``."""

    kind: str
    block: Block
    start: int
    end: int
    name: str
    """The city, or the money."""
    country: str
    """The country or people, as written."""


class _Run(NamedTuple):
    """A name of some words, by the places of its first and last in the block."""

    first: int
    last: int
    text: str


def slips(article: Article) -> Iterator[Slip]:
    """Wrong capitals, cities of the wrong people, and money that a country never had.

    Countries whose capital is disputed, doubled or moved are left alone.
    """
    spoken = language(article)
    capital, city, money = atlas.words(spoken, "capital"), atlas.words(spoken, "city"), atlas.money(spoken)
    if not capital:
        return
    anchors = _anchors(spoken).among(chunks(article))
    for block in article.blocks if anchors else ():
        if block.kind == CODE or not in_any(anchors, block.text.prose):
            continue
        words = Words(block.text.prose, spoken)
        for at, word in enumerate(words.texts):
            folded = fold(word)
            if folded in capital:
                yield from _capital(block, words, at, spoken)
            elif folded in city:
                yield from _city(block, words, at, spoken)
            elif folded in money:
                yield from _money(block, words, at, spoken, money[folded])


@cache
def _anchors(spoken: str) -> Holding:
    """Finds the words without which a block says nothing that can be judged."""
    keys = ("capital", "city")
    listed = frozenset().union(*(atlas.words(spoken, key) for key in keys), atlas.money(spoken))
    return Holding(lambda text: [word for word in Words(text, spoken).texts if fold(word) in listed])


# Capitals


def _capital(block: Block, words: Words, at: int, spoken: str) -> Iterator[Slip]:
    """``X, (the) capital of Y``, ``the capital of Y, X``, ``Y's capital X``, ``the Yish capital X``."""
    country, first, last = _country_of_capital(words, at, spoken)
    if not country or atlas.is_undecided(country[0]):
        return
    run = _run_after(words, last) or _city_before(words, first, spoken)
    if run is None or not atlas.cities_named(run.text) or atlas.country_named(run.text):
        return
    if not atlas.is_capital(run.text, country[0]):
        yield Slip(CAPITAL, block, words[run.first].start, words[run.last].end, run.text, country[1])


def _country_of_capital(words: Words, at: int, spoken: str) -> tuple[tuple[str, str] | None, int, int]:
    """Code and name of the country whose capital is spoken of; where the whole phrase begins and ends."""
    run = _run(words, _skip(words, at + 1, atlas.words(spoken, "of")))
    if run is not None and run.first > at + 1 and not words[at + 1].gap.strip():
        code = atlas.country_named(run.text)
        plain = not _adjective_before(words, at, spoken)
        return ((code, run.text), at, run.last) if code and plain else (None, at, at)
    for near in (at + 1, at - 1) if spoken in _NOUN_FIRST else (at - 1,):
        if 0 <= near < len(words) and not words[max(at, near)].gap.strip(" '’s"):
            code = _people(words[near], spoken) or atlas.country_named(words[near].text)
            if code:
                return (code, words[near].text), min(at, near), max(at, near)
    return None, at, at


def _adjective_before(words: Words, at: int, spoken: str) -> bool:
    """``the economic capital of``: another kind of capital."""
    if spoken in _NOUN_FIRST or at == 0:
        return False
    before = words[at - 1]
    return not before.gap.strip() and fold(before.text) not in atlas.words(spoken, "article") | {
        "a",
        "and",
        "as",
    }


def _run_after(words: Words, last: int) -> _Run | None:
    """A name right behind, maybe after a comma; none that a further comma makes one of a list."""
    if last + 1 >= len(words) or words[last + 1].gap.strip() not in ("", ",") or words[last + 1].initial:
        return None
    return _run(words, last + 1)


def _city_before(words: Words, first: int, spoken: str) -> _Run | None:
    """A name before, with a comma or "is" between."""
    at, linked = first, "," in words[first].gap
    while at > 0 and fold(words[at - 1].text) in atlas.words(spoken, "article") and not words[at].initial:
        at -= 1
        linked = linked or "," in words[at].gap or fold(words[at].text) in ("is", "est", "ist", "es", "e")
    if at == 0 or not linked or words[at].initial:
        return None
    return next(
        (
            run
            for start in range(max(0, at - _LONGEST), at)
            if (run := _run(words, start)) and run.last == at - 1
        ),
        None,
    )


# Cities and money


def _city(block: Block, words: Words, at: int, spoken: str) -> Iterator[Slip]:
    """``the Yish city of X``, ``la ville yenne de X``."""
    near = at + 1 if spoken in _NOUN_FIRST else at - 1
    if not 0 <= near < len(words) or words[max(at, near)].gap.strip():
        return
    country = _people(words[near], spoken)
    run = _run(words, _skip(words, max(at, near) + 1, atlas.words(spoken, "of")))
    if not country or run is None or run.first > max(at, near) + 3 or words[max(at, near) + 1].gap.strip():
        return
    having = atlas.countries_with(run.text)
    if having and country not in having:
        yield Slip(CITY, block, words[run.first].start, words[run.last].end, run.text, words[near].text)


def _money(block: Block, words: Words, at: int, spoken: str, owners: frozenset[str]) -> Iterator[Slip]:
    """``Yish pesos`` of a people that never had any."""
    near = at + 1 if spoken in _NOUN_FIRST else at - 1
    if not 0 <= near < len(words) or words[max(at, near)].gap.strip():
        return
    country = _people(words[near], spoken)
    if country and country not in owners and not atlas.is_undecided(country):
        first, last = words[min(at, near)], words[max(at, near)]
        yield Slip(MONEY, block, first.start, last.end, words[at].text, words[near].text)


# Words


def _people(word: Token, spoken: str) -> str:
    """The country of an adjective; empty if it is a country's or city's own name, or none for sure."""
    folded = fold(word.text)
    if folded in _country_names(spoken) or atlas.cities_named(word.text):
        return ""
    found = countries_in([folded], spoken)
    return next(iter(found)) if len(found) == 1 else ""


@cache
def _country_names(spoken: str) -> frozenset[str]:
    return frozenset(fold(name) for country in countries(spoken).values() for name in country.names)


def _skip(words: Words, at: int, skipped: frozenset[str]) -> int:
    while at < len(words) and not words[at].capital and fold(words[at].text) in skipped:
        at += 1
    return at


def _run(words: Words, at: int) -> _Run | None:
    """The longest known place that begins at a word with a capital."""
    if at >= len(words) or not words[at].capital:
        return None
    last = at
    while last + 1 < len(words) and last + 1 - at < _LONGEST and _goes_on(words[last + 1]):
        last += 1
    return _Run(at, last, " ".join(word.text for word in words[at : last + 1]))


def _goes_on(word: Token) -> bool:
    return word.capital and not word.initial and not word.gap.strip(" \u00a0-")
