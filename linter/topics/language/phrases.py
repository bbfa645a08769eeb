"""Phrases that are at home in every language: ``per se``, ``en route``, ``joint venture``."""

from __future__ import annotations

from functools import lru_cache

from linter.packaged import read_data
from linter.topics.language.tokens import Token


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in read_data("lexicon", "phrases.txt").splitlines():
        if line and not line.startswith("#"):
            phrase = tuple(line.split())
            found.setdefault(phrase[0], []).append(phrase)
    return found


def in_phrases(tokens: list[Token]) -> set[int]:
    """The places of tokens that are part of an international phrase."""
    by_first = _phrases()
    written = "\n".join(token.text for token in tokens).lower().replace("’", "'").split("\n")
    spared: set[int] = set()
    for place, word in enumerate(written):
        for phrase in by_first.get(word, ()):
            if tuple(written[place : place + len(phrase)]) == phrase:
                spared.update(range(place, place + len(phrase)))
    return spared
