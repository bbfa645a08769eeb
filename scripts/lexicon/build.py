"""Makes one table a document language: word -> how suspicious it is there, or that it is at home.

The keys of a table are words in lower case; a calque stands without accents after ``=``. The
first byte of a value is the tier (see ``tiers.py``; ``K`` a common word of the language, ``Q``
a calque), the second the foreign language by its place in ``LANGUAGES`` plus flags; a calque's
value ends with the foreign word.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import marisa_trie

from lexicon.calques import calques, folded
from lexicon.sources import Seen, attested, closed_class, own, people, places, small, valid, zipf
from lexicon.tiers import NEVER, Word, extra_tier, tier
from linter.topics.language.alphabets import alien_letter

LANGUAGES = (
    "en",
    "fr",
    "es",
    "de",
    "it",
    "pt",
    "nl",
    "pl",
    "sv",
    "cs",
    "nb",
    "fi",
    "ca",
    "ro",
    "da",
    "tr",
    "hu",
)
CORE = LANGUAGES[:7]
SMALL_LISTS = frozenset({"ro", "da", "tr", "hu"})
DOCUMENT = ("cs", "de", "en", "es", "fr", "it", "nl", "pt", "pl", "sv")
TOO_CLOSE = {"es": {"ca"}, "de": {"nb"}, "nl": {"nb", "da"}, "sv": {"nb", "da"}, "pl": {"cs"}}
"""Foreign languages too near to the document language to tell their words apart."""

NAMES_END = tuple("mann berg stein burg feld bach dorf heim hof hausen meier maier mayer brunn stadt".split())
"""German words that end so are surnames and places more often than things."""
LONG = 10
"""A German word of so many letters is a compound, hence a thing, even where it is rare."""
COMMON = 5.0
"""A German word so frequent is a word first, though somebody bears it as a name."""
SEEN_AT_HOME = 2.0
"""A word with accents of others that is so frequent is borrowed, not misplaced."""
LEAST = 2.5
"""Words rarer than this in every foreign language are left out."""
OPENER, NOUN, FUNCTION = 0x20, 0x40, 0x80
"""Flags of the second byte: a common word known nowhere else, so no name where it begins a sentence; a
German noun known nowhere else; a function word of its language."""


def _frequencies(lang: str) -> dict[str, float]:
    return zipf(lang, "small" if lang in SMALL_LISTS else "large")


def _pool(lang: str) -> list[str]:
    return [other for other in CORE if other != lang]


def suspects(lang: str) -> Iterator[tuple[str, str, str]]:
    """Every suspicious word with its tier and its language."""
    home, seen, lexicon = zipf(lang), attested(lang), valid(lang)
    best: dict[str, tuple[float, str]] = {}
    for foreign in _pool(lang):
        for word, value in zipf(foreign).items():
            if value >= LEAST and len(word) >= 2 and (value, foreign) > best.get(word, (0.0, "")):
                best[word] = (value, foreign)
    for word, (value, foreign) in sorted(best.items()):
        vouched = word in lexicon or _inflected(word, lang), seen.get(word, Seen())
        found = tier(Word(word, lang, home.get(word, 0.0), value, foreign, *vouched, word in small(lang)))
        if found:
            yield word, found, foreign


def _inflected(word: str, lang: str) -> bool:
    """Whether it is a German adjective with an ending; the lexicons have the bare form of rare ones only."""
    if lang != "de":
        return False
    stems = (word.removesuffix(ending) for ending in ("e", "em", "en", "er", "es") if word.endswith(ending))
    return any(len(stem) >= 4 and stem in valid("de") for stem in stems)


def extras(lang: str, taken: set[str]) -> Iterator[tuple[str, str, str]]:
    """Words of languages beyond the core ones that no core language has more often."""
    home, seen, lexicon = zipf(lang), attested(lang), valid(lang)
    taken = set(taken)
    for foreign in LANGUAGES[len(CORE) :]:
        if foreign == lang or foreign in TOO_CLOSE.get(lang, ()):
            continue
        for word, value in sorted(_frequencies(foreign).items()):
            if word in taken or value < 3.0 or any(zipf(core).get(word, 0.0) >= value for core in CORE):
                continue
            found = extra_tier(
                Word(word, lang, home.get(word, 0.0), value, foreign, word in lexicon, seen.get(word, Seen()))
            )
            if found:
                taken.add(word)
                yield word, found, foreign


def german_nouns(lang: str) -> set[str]:
    """German words that no other language has, hence no names: capitalised they are leftovers."""
    if lang == "de":
        return set()
    others = [other for other in CORE if other not in ("de", "nl")] + ([lang] if lang not in CORE else [])
    if lang == "nl":
        others.append("nl")
    lexicon = valid("de")
    return {
        word
        for word, value in zipf("de").items()
        if len(word) >= 4
        and value >= (2.5 if len(word) >= LONG else 3.0)
        and word in lexicon
        and not word.endswith(NAMES_END)
        and word not in places()
        and (folded(word) not in people() or value >= COMMON)
        and max(zipf(other).get(word, 0.0) for other in others) < (2.6 if _german(word) else 2.0)
    }


def _german(word: str) -> bool:
    return any(letter in "äöüß" for letter in word) or word.endswith(
        ("ung", "heit", "keit", "schaft", "tion", "tät")
    )


def known(lang: str) -> Iterator[str]:
    """The common words of the language."""
    for word, value in zipf(lang).items():
        if value >= 3.0 and word not in NEVER and value >= _abroad(word, lang) - 1:
            yield word


def borrowed(lang: str) -> Iterator[str]:
    """The words of the language with letters that its own words have not: ``façade`` in English."""
    home = zipf(lang)
    for word in valid(lang) | own(lang) | {word for word, value in home.items() if value >= SEEN_AT_HOME}:
        if (
            not word.isascii()
            and alien_letter(word, lang)
            and home.get(word, 0.0) >= _abroad(word, lang) - 2.5
        ):
            yield word


def _abroad(word: str, lang: str) -> float:
    return max(zipf(other).get(word, 0.0) for other in _pool(lang))


def table(lang: str) -> dict[str, bytes]:
    """The whole table of one document language."""
    rows: dict[str, tuple[str, str]] = {word: (code, foreign) for word, code, foreign in suspects(lang)}
    rows |= {word: (code, foreign) for word, code, foreign in extras(lang, set(rows))}
    nouns = german_nouns(lang)
    entries: dict[str, bytes] = dict.fromkeys(chain(known(lang), borrowed(lang)), b"K")
    for word in nouns - rows.keys() - entries.keys():
        rows[word] = ("N", "de")
    for word, (code, foreign) in rows.items():
        if word in own(lang):
            continue
        flags = NOUN if word in nouns else 0
        if code == "A" and _known_only_there(word, foreign):
            flags |= OPENER
        if code == "F" or (code == "A" and _is_function(word, foreign)):
            flags |= FUNCTION
        entries[word] = code.encode() + bytes([LANGUAGES.index(foreign) | flags])
    for form, foreign, word in calques(lang):
        entries["=" + form] = b"Q" + bytes([LANGUAGES.index(foreign)]) + word.encode()
    return entries


def _known_only_there(word: str, foreign: str) -> bool:
    return _frequencies(foreign).get(word, 0.0) >= 4.3 and all(
        zipf(other).get(word, 0.0) < 2.0 for other in CORE if other != foreign
    )


def _is_function(word: str, foreign: str) -> bool:
    if foreign in ("cs", "nb", "ca", "da"):
        return False
    return word in closed_class(foreign) and _frequencies(foreign).get(word, 0.0) >= 5.0


def write(lang: str, folder: Path) -> str:
    """Save the table of a language at one stroke, for linters have it mapped; what was saved."""
    entries = table(lang)
    path = folder / f"{lang}.marisa"
    draft = path.with_suffix(".new")
    marisa_trie.BytesTrie(sorted(entries.items())).save(str(draft))
    draft.replace(path)
    return f"{lang}: {len(entries)} words, {path.stat().st_size / 1e6:.2f} MB"
