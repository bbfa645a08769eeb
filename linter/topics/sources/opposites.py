"""Words of which one excludes the other: public and private, mother and father, blue and red."""

from __future__ import annotations

from functools import cache

from linter.languages import speech

_SHORTEST_STEM = 5
"""Shorter ones stand behind such a beginning by chance ("come" in "income")."""


def opposed(one: str, other: str, code: str) -> bool:
    """Do two words in small letters exclude each other? False where it is not known."""
    groups = _groups(code)
    if any(place != groups.get(other, {}).get(group, place) for group, place in groups.get(one, {}).items()):
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_STEM and any(
        longer == start + joint + shorter for start in speech(code).sources.negations for joint in ("", "-")
    )


@cache
def _groups(code: str) -> dict[str, dict[int, int]]:
    """For each word the numbers of its groups, and its place in each."""
    found: dict[str, dict[int, int]] = {}
    for number, group in enumerate(speech(code).sources.opposites):
        for place, words in enumerate(group):
            for word in words:
                found.setdefault(word, {})[number] = place
    return found
