"""Words that say a number without being one (first, twice), and those that leave it open (thousands of)."""

from __future__ import annotations

from functools import cache
from typing import Any

from linter.analyses.numerals.intervals import Interval
from linter.packaged import table


@cache
def counting_words(language: str) -> dict[str, float]:
    """The folded words of a language with the number that each gives; empty for others than seven."""
    pairs = (word.partition("=") for word in _table()["words"].get(language, "").split())
    return {word: float(value) for word, _, value in pairs}


@cache
def open_numbers(language: str) -> dict[str, Interval]:
    """The folded phrases that leave a number open, and what it may be."""
    found = {}
    for row in _table()["open"].get(language, ()):
        phrase, _, ends = row.partition("=")
        low, _, high = ends.partition("-")
        found[phrase] = Interval(float(low), float(high))
    return found


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = table("facts/counting")
    return found
