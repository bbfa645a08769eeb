"""The atlas: countries, their capitals and money, and which countries have a city of a name."""

from __future__ import annotations

from functools import cache

from linter.languages import speech
from linter.packaged import read_json
from linter.topics.names import lists
from linter.topics.names.normalise import fold
from linter.topics.names.places import TERRITORY, places_named
from linter.typed import Any


def country_named(name: str) -> str:
    """The code of the country of this name in any language; empty if there is none or more than one."""
    codes = _data()["codes"]
    found = {codes[number - TERRITORY] for number in places_named(name) if number >= TERRITORY}
    if not found:
        place = lists.place(name)
        return place.country if place is not None and place.kind == lists.COUNTRY else ""
    return found.pop() if len(found) == 1 else ""


def is_country(code: str) -> bool:
    return code in _data()["capitals"]


def is_undecided(country: str) -> bool:
    """Has the country several capitals, a former one of fame, or a disputed one?"""
    return country in _data()["undecided"] or country not in _data()["capitals"]


def is_capital(city: str, country: str) -> bool:
    return not places_named(city).isdisjoint(_data()["capitals"].get(country, ()))


def cities_named(name: str) -> frozenset[int]:
    """The large cities and the capitals of this name."""
    return frozenset(number for number in places_named(name) if number < TERRITORY)


def countries_with(city: str) -> frozenset[str]:
    """The countries that have a place of one of the names of a large city; none if the city is not listed."""
    found = [_countries_with().get(str(number)) for number in cities_named(city)]
    return (
        frozenset(" ".join(each for each in found if each).split()) if found and all(found) else frozenset()
    )


@cache
def money(code: str) -> dict[str, frozenset[str]]:
    """Folded words for money, and the countries that have or had a currency of this name."""
    return {word: frozenset(owners.split()) for word, owners in _data()["money"].get(code, {}).items()}


@cache
def words(code: str, *fields: str) -> frozenset[str]:
    """The words of a language for some purposes, folded; empty where there are none."""
    geography = speech(code).facts.geography
    return frozenset(fold(word) for field in fields for word in getattr(geography, field))


@cache
def _data() -> dict[str, Any]:
    """``scripts/build_geography.py`` makes it from CLDR and GeoNames."""
    data: dict[str, Any] = read_json("facts", "geography.json")
    return data


@cache
def _countries_with() -> dict[str, str]:
    """By the number of a city the countries that have one of its name; from the same script."""
    found: dict[str, str] = read_json("facts", "cities.json")
    return found
