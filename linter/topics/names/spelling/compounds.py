"""Compounds: words that a language writes together, and of which two may differ in one part."""

from __future__ import annotations

from linter.languages import speech
from linter.matching.spelling import common_beginning
from linter.topics.names import lists
from linter.topics.names.normalise import fold

_PART = 5
"""Letters of a last part; shorter ones are found in any word."""


def are_compounds(one: str, other: str, code: str) -> bool:
    """Whether two words that begin alike end with two different words of the language.

    Those begin alike too: one letter between two parts makes other last words ("Gerichtsstraße": "Trasse").
    Only in languages whose nouns have capitals, so that compounds are taken for names: "Datenanalysten" and
    "Datenanalysen".
    """
    if not speech(code).names.capital_nouns:
        return False
    first, second = fold(one), fold(other)
    return any(
        lists.ordinary(first[start:], code) and lists.ordinary(second[start:], code)
        for start in range(_PART // 2, len(common_beginning(first, second)) - _PART // 2)
        if min(len(first), len(second)) - start >= _PART
    )
