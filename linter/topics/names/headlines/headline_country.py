"""A country stands in the headline, and the text does not speak of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.languages import speech
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names import haystack, headline, lists
from linter.topics.names.haystack import Haystack
from linter.topics.names.headlines.candidates import Headline
from linter.topics.names.headlines.headline_kinds import special_form
from linter.topics.names.headlines.missing import all_missing
from linter.topics.names.normalise import fold
from linter.topics.names.tokens import Token

_LONGEST = 4
"""Words in a country's name."""
_SHORT = 4
_VENUE = lazy(r"[^\W\d_a-z][\w'’-]+, $")
"""A city and a comma: the country behind them says where something was."""


class NamedCountry(NamedTuple):
    """A country in the headline, at ``prose[start:end]``."""

    code: str
    start: int
    end: int


def named_countries(title: Headline, code: str) -> Iterator[NamedCountry]:
    """The countries that the headline names, apart from those inside longer names (``Air France``)."""
    names = _names(code)
    position = 0
    while position < len(title.words):
        length, codes = _longest(title, position, names)
        if codes and _stands_alone(title, position, length):
            words = title.words[position : position + length]
            word = words[0].initial and length == 1 and lists.ordinary(words[0].text, code)
            if len(codes) == 1 and not word:
                yield NamedCountry(codes[0], words[0].start, words[-1].end)
        position += max(1, length)


def speaks_of(text: Haystack, code: str, language: str) -> bool:
    """Does the text name the country, its people, its capital or a city there?"""
    folded = text.folded
    if any(_begins_word(stem, folded) for stem in _stems(language, code)):
        return True
    if any(name in text.forms for name in _short_names(language, code)):
        return True
    return any(found.country == code for found in _places(text))


def _places(text: Haystack) -> Iterator[lists.Place]:
    """The listed places among the capitalised words of the text, and pairs of them."""
    for words in text.tokens:
        for position, first in enumerate(words.texts):
            if first[0].isupper():
                for name in (first, _pair(first, words[position + 1 : position + 2])):
                    if name and (found := lists.place(name)):
                        yield found


def _pair(first: str, after: tuple[Token, ...]) -> str:
    """Two words as one name; empty if nothing joins them."""
    return f"{first} {after[0].text}" if after and after[0].gap == " " else ""


def _longest(
    title: Headline, position: int, names: dict[str, tuple[str, ...]]
) -> tuple[int, tuple[str, ...]]:
    """How many words from here on name a country, and which countries the name may mean."""
    words = title.words[position : position + _LONGEST]
    if not words[0].capital:
        return 0, ()
    for length in range(len(words), 0, -1):
        codes = names.get(fold(title.prose[words[0].start : words[length - 1].end]))
        if codes:
            return length, codes
    return 0, ()


def _stands_alone(title: Headline, position: int, length: int) -> bool:
    """Is it no part of a longer name: no other capitalised word directly beside it?"""
    if not title.case.telling:
        return True
    before = title.words[position - 1] if position else None
    after = title.words[position + length] if position + length < len(title.words) else None
    joined_before = title.words[position].gap == " " and not title.words[position].initial
    if before and joined_before and before.capital:
        return False
    return after is None or not after.capital or after.gap not in (" ", "-", "/")


@cache
def _names(language: str) -> dict[str, tuple[str, ...]]:
    """Folded names to the codes of the countries they may mean."""
    found: dict[str, tuple[str, ...]] = {}
    ambiguous = speech(language).names.ambiguous_countries
    for code, country in lists.countries(language).items():
        if code in ambiguous:
            continue
        for name in (fold(name) for name in country.names if len(name) >= 4):
            known = found.get(name, ())
            if code not in known:
                found[name] = (*known, code)
    return found


@cache
def _stems(language: str, code: str) -> tuple[str, ...]:
    """What words that speak of the country begin with."""
    country = lists.countries(language)[code]
    stems = dict.fromkeys(sign for sign in country.signs if len(sign) >= 3)
    for name in map(fold, country.names):
        if len(name) > _SHORT:
            stems[name] = None
        for part in name.replace("-", " ").split():
            if len(part) > _SHORT:
                stems[part[: max(4, len(part) - 3)]] = None
    return tuple(stems)


def _short_names(language: str, code: str) -> Iterator[str]:
    """Names so short that other words begin like them (``Inde``, ``indépendant``)."""
    return (name for name in map(fold, lists.countries(language)[code].names) if len(name) <= _SHORT)


def _begins_word(stem: str, folded: str) -> bool:
    at = folded.find(stem)
    while at >= 0:
        if at == 0 or not folded[at - 1].isalnum():
            return True
        at = folded.find(stem, at + 1)
    return False


class HeadlineCountryParams(NamedTuple):
    home: tuple[str, ...] = ()
    """Codes of countries (``FR``) where the articles are published, so that they need not name
    them; without any, those where the language is most read."""
    min_words: int = 120
    """Shorter texts are not judged: they are teasers of something else."""


class HeadlineCountry(Check):
    """Reports each country of the headline that the text does not speak of."""

    Params = HeadlineCountryParams
    needs = ("names.fixed",)
    fields = frozenset({"country"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        title, text = headline(article), haystack(article)
        if title is None or article.headline is None:
            return
        if text.words < self.params.min_words or special_form(article):
            yield Count("headlines not judged: form or length")
            return
        home = self.params.home or speech(text.language).names.home
        for found in named_countries(title, text.language):
            name = title.prose[found.start : found.end]
            if found.code in home or name in text.text or all_missing(article):
                continue
            if not speaks_of(text, found.code, text.language):
                yield Alarm(
                    span=article.headline.span(found.start, found.end),
                    fields={"country": name},
                    severity=None if self._is_exchanged(title, text, found, home) else Severity.INFO,
                )

    def _is_exchanged(
        self, title: Headline, text: Haystack, found: NamedCountry, home: tuple[str, ...]
    ) -> bool:
        """Is it no venue behind its city, and does the text name another country in its place?"""
        venue = _VENUE.search(title.prose, 0, found.start) and not title.prose[found.end :].strip(" .")
        return not venue and self._elsewhere(text, found.code, home)

    def _elsewhere(self, text: Haystack, code: str, home: tuple[str, ...]) -> bool:
        """Does the text name another country twice, for which the headline's may have been taken?"""
        return any(
            sum(text.text.count(name) for name in country.names) > 1
            for other, country in lists.countries(text.language).items()
            if other != code and other not in home
        )
