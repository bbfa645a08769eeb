"""A capital, a country of a city or a currency that the atlas has otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress, count

from linter.analyses.chunks import Holding, in_any
from linter.analyses.language import language
from linter.article.model import CODE, Article, Block
from linter.check import Alarm, Check, Count
from linter.languages import speech
from linter.languages.facts import Geography
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.facts import atlas
from linter.topics.facts.listed_cities import listed_cities
from linter.topics.names.lists import countries
from linter.topics.names.normalise import fold
from linter.topics.names.tokens import Token, Words, distinct

CAPITAL, CITY, MONEY = "capital", "city", "money"
_LONGEST = 4
"""Words of the longest name of a town or country that is read."""


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
    anchors = _anchors(spoken).among(article)
    kinds = _kinds_among("\n".join(anchors), spoken) if anchors else {}
    for block in article.blocks if kinds else ():
        if block.kind == CODE or not in_any(anchors, block.text):
            continue
        words = Words(block.text.prose, spoken)
        for at in compress(count(), map(kinds.__contains__, words.texts)):
            yield from _JUDGES[kinds[words.texts[at]]](block, words, at, spoken)


@cache
def _anchors(code: str) -> Holding:
    """Finds the words without which a block says nothing that can be judged."""
    return Holding(lambda text: _kinds_among(text, code))


def _kinds_among(text: str, code: str) -> dict[str, str]:
    """Which words of a text are for capitals, cities or money."""
    words = list(distinct(text, code))
    folded = fold("\n".join(words)).split("\n")  # one empty line of no word
    kinds = map(_listed(code).get, folded)
    return {word: kind for word, kind in zip(words, kinds, strict=False) if kind}


@cache
def _listed(code: str) -> dict[str, str]:
    """The folded words for capitals, cities and money, in a language."""
    city, capital = (dict.fromkeys(atlas.words(code, kind), kind) for kind in (CITY, CAPITAL))
    return {**dict.fromkeys(atlas.money(code), MONEY), **city, **capital}


# Capitals


def _capital(block: Block, words: Words, at: int, code: str) -> Iterator[Slip]:
    """``X, (the) capital of Y``, ``the capital of Y, X``, ``Y's capital X``, ``the Yish capital X``."""
    country, first, last = _country_of_capital(words, at, code)
    if not country or atlas.is_undecided(country[0]):
        return
    run = _run_after(words, last, speech(code).facts.geography) or _city_before(words, first, last, code)
    if run is None or not atlas.cities_named(run.text) or atlas.country_named(run.text):
        return
    if not atlas.is_capital(run.text, country[0]):
        yield Slip(CAPITAL, block, words[run.first].start, words[run.last].end, run.text, country[1])


def _country_of_capital(words: Words, at: int, spoken: str) -> tuple[tuple[str, str] | None, int, int]:
    """Code and name of the country whose capital is spoken of; where the whole phrase begins and ends."""
    known = speech(spoken).facts.geography
    run = _run(words, _skip(words, at + 1, atlas.words(spoken, "of")), known)
    of = run is not None and (run.first > at + 1 or _elided_of(words[at + 1], spoken))
    if run is not None and (of or known.genitive) and _follows(words[at + 1], spoken):
        code = atlas.country_named(run.text) if of else _by_genitive(run.text)
        plain = not _adjective_before(words, at, spoken)
        if code:
            return ((code, run.text), at, run.last) if plain else (None, at, at)
        if of and not (known.capital_of_name and atlas.cities_named(run.text)):
            return None, at, at
    last = run.first - 1 if run is not None and of else at  # "the Indian capital of …"
    return _people_of_capital(words, at, last, spoken)


def _people_of_capital(
    words: Words, at: int, last: int, spoken: str
) -> tuple[tuple[str, str] | None, int, int]:
    """The same where a people or a genitive stands beside the word: "the Turkish capital", "Turkey's"."""
    known = speech(spoken).facts.geography
    for near in (at + 1, at - 1) if known.adjectives_after else (at - 1,):
        text = words.texts[near] if 0 <= near < len(words) else ""
        code = _country_beside(text, spoken) if text else ""
        joined = code and _possessive(spoken).fullmatch(words[max(at, near)].gap)
        if joined and not (near > 0 and words.texts[near - 1] in known.their):
            return (code, text), min(at, near), max(last, near)
    return None, at, at


@lru_cache(maxsize=10_000)
def _country_beside(text: str, code: str) -> str:
    """The country of a word beside the one for a capital, if it has one."""
    country = _people(text, code) or atlas.country_named(text)
    return country or (_by_genitive(text) if speech(code).facts.geography.genitive else "")


@cache
def _possessive(code: str) -> re.Pattern[str]:
    """What stands between a country and its capital: blanks, maybe with an ending before them."""
    return lazy(rf"(?:{any_of(speech(code).facts.geography.possessive)})?{GAP}*")


def _elided_of(word: Token, code: str) -> bool:
    """``capitale dell'Australia``, ``capitale d'Italie``: the tokens leave the article out."""
    return word.gap.strip(" '’").lower() in atlas.words(code, "of")


def _follows(word: Token, code: str) -> bool:
    return not word.gap.strip() or _elided_of(word, code)


def _by_genitive(name: str) -> str:
    """The country of a genitive without an article: ``Australiens``."""
    return atlas.country_named(name[:-1]) if name.endswith("s") else ""


def _adjective_before(words: Words, at: int, code: str) -> bool:
    """``the economic capital of``: another kind of capital."""
    known = speech(code).facts.geography
    if known.adjectives_after or at == 0 or words[at].gap.strip():
        return False
    return fold(words[at - 1].text) not in atlas.words(code, "articles", "is_", "before_capital")


def _run_after(words: Words, last: int, known: Geography) -> _Run | None:
    """A name right behind, maybe after a comma; none that a further comma makes one of a list."""
    if last + 1 >= len(words) or words[last + 1].gap.strip() not in ("", ",") or words[last + 1].initial:
        return None
    return _run(words, last + 1, known)


def _city_before(words: Words, first: int, last: int, code: str) -> _Run | None:
    """A name before, with a comma or "is" between: ``In X, the capital of Y,``."""
    known = speech(code).facts.geography
    at, linked = first, "," in words[first].gap
    while at > 0 and words[at - 1].text.lower() in (*known.articles, *known.is_) and not words[at].initial:
        at -= 1
        linked = linked or "," in words[at].gap or words[at].text.lower() in known.is_
    if at == 0 or not linked or words[at].initial or not words[at - 1].capital:
        return None
    start = _begin_of_run(words, at - 1, known)
    run = _as_run(words, start, at - 1)
    if atlas.cities_named(run.text) or start == at - 1 or not words[start].initial:
        return run
    closed = last + 1 == len(words) or words[last + 1].gap.strip() != ""
    return _as_run(words, start + 1, at - 1) if closed else None  # without the "In" of the sentence


def _begin_of_run(words: Words, last: int, known: Geography) -> int:
    """Where the words with capitals begin that end with a word, "de" and the like among them."""
    at = last
    while at > 0 and last - at < _LONGEST and _goes_on(words[at]):
        particle = words[at - 1].text in known.town_particles and at > 1
        step = 2 if particle and not words[at - 1].gap.strip() else 1
        if not words[at - step].capital:
            break
        at -= step
    return at


# Cities and money


def _city(block: Block, words: Words, at: int, code: str) -> Iterator[Slip]:
    """``the Yish city of X``, ``la ville yenne de X``."""
    known = speech(code).facts.geography
    near = at + 1 if known.adjectives_after else at - 1
    country = _people(words.texts[near], code) if 0 <= near < len(words) else ""
    if not country or words[max(at, near)].gap.strip():
        return
    run = _run(words, _skip(words, max(at, near) + 1, atlas.words(code, "of")), known)
    if run is None or run.first > max(at, near) + 3 or words[max(at, near) + 1].gap.strip():
        return
    having = atlas.countries_with(run.text)
    if having and country not in having:
        yield Slip(CITY, block, words[run.first].start, words[run.last].end, run.text, words[near].text)


def _money(block: Block, words: Words, at: int, code: str) -> Iterator[Slip]:
    """``Yish pesos`` of a people that never had any."""
    known = speech(code).facts.geography
    near = at + 1 if known.adjectives_after else at - 1
    country = _people(words.texts[near], code) if 0 <= near < len(words) else ""
    if not country or words[max(at, near)].gap.strip():
        return
    owners = atlas.money(code)[fold(words.texts[at])]
    if country not in owners and not atlas.is_undecided(country):
        first, last = words[min(at, near)], words[max(at, near)]
        yield Slip(MONEY, block, first.start, last.end, words[at].text, words[near].text)


_JUDGES = {CAPITAL: _capital, CITY: _city, MONEY: _money}


# Words


@lru_cache(maxsize=10_000)
def _people(word: str, code: str) -> str:
    """The country of an adjective; empty if it is a country's or city's own name, or none for sure."""
    folded = fold(word)
    if folded in _country_names(code) or atlas.cities_named(word):
        return ""
    from linter.topics.sources.material import countries_in

    found = countries_in([folded], code)
    return next(iter(found)) if len(found) == 1 else ""


@cache
def _country_names(code: str) -> frozenset[str]:
    return frozenset(fold(name) for country in countries(code).values() for name in country.names)


def _skip(words: Words, at: int, skipped: frozenset[str]) -> int:
    texts = words.texts
    while at < len(texts) and not texts[at][0].isupper() and fold(texts[at]) in skipped:
        at += 1
    return at


def _run(words: Words, at: int, known: Geography) -> _Run | None:
    """The longest known place that begins at a word with a capital."""
    if at >= len(words) or not words.texts[at][0].isupper():
        return None
    last = at
    while last + 1 < len(words) and last + 1 - at < _LONGEST:
        particle = words[last + 1].text in known.town_particles
        step = 2 if particle and not words[last + 1].gap.strip() else 1
        if last + step >= len(words) or not _goes_on(words[last + step]):
            break
        last += step
    return _as_run(words, at, last)


def _as_run(words: Words, first: int, last: int) -> _Run:
    return _Run(first, last, " ".join(words[at].text for at in range(first, last + 1)))


def _goes_on(word: Token) -> bool:
    return word.capital and not word.initial and not word.gap.strip(" \u00a0-")


class GeographyMismatch(Check):
    """Holds what an article says of countries against CLDR and GeoNames."""

    fields = frozenset({"name", "country"})
    variants = frozenset({"capital", "city", "money", "listed"})
    needs = ("facts.geography.capital", "facts.geography.city", "facts.geography.money")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for slip in slips(article):
            fields = {"name": slip.name, "country": slip.country}
            yield Alarm(slip.block.text.span(slip.start, slip.end), fields, variant=slip.kind)
        for listed in listed_cities(article):
            fields = {"name": listed.city, "country": listed.country}
            yield Alarm(listed.block.text.span(listed.start, listed.end), fields, variant="listed")
