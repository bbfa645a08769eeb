"""Words that a language could have but has not: foreign words in the dress of the document language.

A translation machine that does not know a word may adapt its ending (Spanish ``mediar``
becomes ``médier`` in French). Such forms are made here from the foreign side and kept
without accents, unless the language has any word of those letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lexicon.sources import valid, zipf

FREQUENT = 2.9
"""Least Zipf value of the foreign word."""


def _endings(pairs: str) -> dict[str, str]:
    return {foreign: own for foreign, _, own in (pair.partition("/") for pair in pairs.split())}


ENDINGS: dict[str, dict[str, str]] = {
    "fr es": _endings(
        "ar/er ción/tion dad/té ado/é ada/ée ados/és adas/ées mente/ment dor/teur ivo/if iva/ive izar/iser"
        " ante/ant"
    ),
    "fr pt": _endings(
        "ar/er ção/tion dade/té ado/é ada/ée mente/ment dor/teur ivo/if iva/ive izar/iser ante/ant"
    ),
    "fr it": _endings(
        "are/er zione/tion tà/té ato/é ata/ée mente/ment tore/teur ivo/if iva/ive izzare/iser ante/ant"
    ),
    "fr en": _endings("ate/er ize/iser ity/ité ated/é ator/ateur ive/if ing/er"),
    "es fr": _endings("er/ar tion/ción té/dad é/ado ée/ada ment/mente if/ivo ive/iva iser/izar"),
    "es pt": _endings("ção/ción dade/dad ável/able ível/ible eiro/ero eira/era"),
    "es it": _endings("are/ar zione/ción tà/dad ato/ado ata/ada tore/dor izzare/izar"),
    "es en": _endings("ate/ar ize/izar ity/idad ated/ado ator/ador ive/ivo"),
    "it fr": _endings("er/are tion/zione té/tà é/ato ée/ata ment/mente if/ivo iser/izzare eur/ore"),
    "it es": _endings("ar/are ción/zione dad/tà ado/ato ada/ata dor/tore izar/izzare"),
    "it pt": _endings("ar/are ção/zione dade/tà ado/ato ada/ata dor/tore izar/izzare"),
    "it en": _endings("ate/are ize/izzare ity/ità ated/ato ator/atore ive/ivo"),
    "pt fr": _endings("er/ar tion/ção té/dade é/ado ée/ada ment/mente if/ivo iser/izar"),
    "pt es": _endings("ción/ção dad/dade able/ável ible/ível ero/eiro era/eira"),
    "pt it": _endings("are/ar zione/ção tà/dade ato/ado ata/ada tore/dor izzare/izar"),
    "pt en": _endings("ate/ar ize/izar ity/idade ated/ado ator/ador ive/ivo"),
}
"""By document language and foreign language: foreign ending and own ending."""


def folded(word: str) -> str:
    """The word without its accents."""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter)
    )


def calques(lang: str) -> Iterator[tuple[str, str, str]]:
    """Forms without accents, the language they come from and the word they copy; none but for fr es it pt."""
    sources = [key.split()[1] for key in ENDINGS if key.startswith(f"{lang} ")]
    if not sources:
        return
    taken = {folded(word) for word in zipf(lang)} | {folded(word) for word in valid(lang)}
    best: dict[str, tuple[float, str, str]] = {}
    for foreign in sources:
        endings = ENDINGS[f"{lang} {foreign}"]
        for word, value in zipf(foreign).items():
            if value < FREQUENT or word not in valid(foreign):
                continue
            for form in _adapted(word, endings):
                if form not in taken and value > best.get(form, (0.0, "", ""))[0]:
                    best[form] = (value, foreign, word)
    for form, (_, foreign, word) in sorted(best.items()):
        yield form, foreign, word


def _adapted(word: str, endings: dict[str, str]) -> Iterator[str]:
    for ending, own in endings.items():
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 3 and len(stem) + len(own) >= 5:
            yield folded(stem + own)
