"""A city and its country as lists of events write them: ``| Turin, Spain |``."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import CODE, Article, Block
from linter.languages import everywhere
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.facts import atlas
from linter.topics.names import lists

_NAME = r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,2}"
_PAIR = (
    rf"[ \u00a0]{{0,2}}(?P<city>{_NAME}), (?P<country>[A-Z]{{2}}|{_NAME})"
    r"(?=[ \u00a0]{0,2}(?:[|)•]|\Z|[-–—] ))"
)
_FIRST, _LATER = lazy(_PAIR), lazy(rf"[|(•,](?:(?<!,)|(?<=\d,)){_PAIR}")
"""At the beginning of a text, and behind a mark in it."""
_STOPS, _SIGNS = (".", "!", "?", ":", ",", "”", '"'), ("|", ")", "•", "- ", "– ", "— ")
_UNSURE = frozenset("HK MO TW PS IL XK UA RU RS CY TR GI PR GE AM AZ EH MA IN PK KP KR".split())
"""Countries and territories that others claim cities of."""
_STATES = frozenset("US CA AU BR MX".split())
"""Countries whose states have codes of two letters as well."""
_LINGUA_FRANCA = "en"
_ISLES = frozenset({"GB", "IE"})


class Listed(NamedTuple):
    """A city at ``prose[start:end]`` beside a country that has none of this name."""

    block: Block
    start: int
    end: int
    city: str
    country: str


def listed_cities(article: Article) -> Iterator[Listed]:
    """Each city of a list that is in other countries than the one beside it."""
    for block in article.blocks:
        prose = block.text.prose
        if ", " not in prose or block.kind == CODE or not _may_list(prose):
            continue
        for found in _pairs(prose):
            city, country = found["city"], found["country"]
            if not atlas.cities_named(city):
                continue
            having = atlas.countries_with(city)
            code = country if len(country) == 2 else atlas.country_named(country)
            if code and having and code not in having and _sure(code, having, len(country) == 2):
                yield Listed(block, found.start("city"), found.end("country"), city, country)


def _may_list(prose: str) -> bool:
    """Whether it has at its end or elsewhere what may stand behind a country."""
    return not prose.endswith(_STOPS) or any(map(prose.__contains__, _SIGNS))


def _pairs(prose: str) -> Iterator[re.Match[str]]:
    first = _FIRST.match(prose)
    if first:
        yield first
    yield from _LATER.finditer(prose, first.end() if first else 0)


def _initials(country: str) -> str:
    """What many take for the code of a country: ``SA`` for South Africa."""
    named = lists.countries(_LINGUA_FRANCA).get(country)
    return "".join(word[0] for word in named.names[0].split()) if named else ""


def _sure(code: str, having: frozenset[str], by_code: bool) -> bool:
    """Is it no state, no city that two countries claim, no country that is called like a state?"""
    if code == "UK":
        code = "GB"
    if code in having or not atlas.is_country(code) or {code} | having <= _ISLES:
        return False
    if by_code and (having & _STATES or any(code == _initials(other) for other in having)):
        return False
    ambiguous = {*everywhere("names.ambiguous-countries")}
    return code not in ambiguous | _UNSURE and not having & _UNSURE
