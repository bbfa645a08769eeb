"""Fractions in words: "two thirds", "un quart", "die Hälfte"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.numerals.hedges import hedge_before
from linter.analyses.numerals.intervals import Interval, hedged
from linter.matching.regexes import lazy
from linter.topics.numbers.model import FRACTION, Quantity

_NUMERATORS: dict[str, str] = {
    "en": "a=1 one=1 two=2 three=3 four=4 five=5 seven=7 nine=9",
    "fr": "un=1 deux=2 trois=3 quatre=4 sept=7 neuf=9",
    "de": "ein=1 einem=1 zwei=2 drei=3 vier=4 fünf=5 sieben=7 neun=9",
    "es": "un=1 una=1 dos=2 tres=3 cuatro=4",
    "it": "un=1 due=2 tre=3 quattro=4",
    "pt": "um=1 dois=2 três=3 quatro=4",
    "nl": "een=1 twee=2 drie=3 vier=4",
}
_DENOMINATORS: dict[str, str] = {
    "en": "third=3 quarter=4 fifth=5 sixth=6 eighth=8 tenth=10",
    "fr": "tiers=3 quart=4 cinquième=5 sixième=6 dixième=10",
    "de": "Drittel=3 Viertel=4 Fünftel=5 Sechstel=6 Achtel=8 Zehntel=10",
    "es": "tercio=3 tercera_parte=3 cuarto=4 cuarta_parte=4 cuartas_parte=4 quinto=5 "
    "quinta_parte=5 décimo=10",
    "it": "terzo=3 terzi=3 quarto=4 quarti=4 quinto=5 quinti=5 decimo=10",
    "pt": "terço=3 quarto=4 quinto=5 décimo=10",
    "nl": "derde=3 kwart=4 vijfde=5 tiende=10",
}
_HALVES = {
    "en": "(?<!first )(?<!second )(?<!last )half(?= of|,| \\()",
    "fr": "la moitié",
    "de": "die Hälfte|der Hälfte",
    "es": "la mitad",
    "it": "la metà",
    "pt": "(?:a )?metade",
    "nl": "de helft",
}
ROOM = 0.05
"""How far from a fraction in words its number may lie: such words are meant loosely."""


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str] | None:
    if language not in _NUMERATORS:
        return None
    numbers = "|".join(item.partition("=")[0] for item in _NUMERATORS[language].split())
    parts = "|".join(item.partition("=")[0].replace("_", " ") for item in _DENOMINATORS[language].split())
    return lazy(rf"(?<!\w)(?:({numbers})[ -]({parts})s?|({_HALVES[language]}))(?!\w)", re.IGNORECASE)


def fractions_in(prose: str, language: str) -> Iterator[Quantity]:
    """The fractions of a text in words, each with the interval that such a word leaves open."""
    pattern = _pattern(language)
    if pattern is None:
        return
    for found in pattern.finditer(prose):
        value = 0.5 if found[3] else _value(found, language)
        hedge = hedge_before(prose, found.start(), language)
        interval = hedged(Interval(value - ROOM, value + ROOM), hedge)
        yield Quantity(
            found.start(), found.end(), found[0], FRACTION, value, interval, hedge=hedge, spelled=True
        )


def _value(found: re.Match[str], language: str) -> float:
    return (
        _numbers(_NUMERATORS[language])[found[1].lower()]
        / _numbers(_DENOMINATORS[language])[found[2].lower()]
    )


@lru_cache(maxsize=32)
def _numbers(table: str) -> dict[str, int]:
    items = (item.partition("=") for item in table.split())
    return {name.replace("_", " ").lower(): int(number) for name, _, number in items}
