"""Words of which one excludes the other: public and private, mother and father, blue and red."""

from __future__ import annotations

from functools import cache

from linter.packaged import table

_NEGATIONS = {
    "en": ("un", "in", "im", "il", "ir", "non", "dis", "de", "re"),
    "fr": ("in", "im", "il", "ir", "non", "dé", "dés", "mal"),
    "de": ("un", "nicht", "miss"),
    "es": ("in", "im", "i", "des", "no"),
    "it": ("in", "im", "il", "ir", "dis", "s", "non"),
    "pt": ("in", "im", "i", "des", "não"),
    "nl": ("on", "niet"),
}
"""Beginnings that turn a word into its opposite."""
_SHORTEST_STEM = 5


def opposed(one: str, other: str, language: str) -> bool:
    """Do two words in small letters exclude each other? False where it is not known."""
    groups = _groups(language)
    if any(place != groups.get(other, {}).get(group, place) for group, place in groups.get(one, {}).items()):
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_STEM and any(
        longer == start + joint + shorter for start in _NEGATIONS.get(language, ())[:3] for joint in ("", "-")
    )


@cache
def _groups(language: str) -> dict[str, dict[int, int]]:
    """For each word the numbers of its groups, and its place in each."""
    found: dict[str, dict[int, int]] = {}
    for number, group in enumerate(table("facts/opposites").get(language, ())):
        for place, words in enumerate(str(group).split("|")):
            for word in words.split():
                found.setdefault(word, {})[number] = place
    return found
