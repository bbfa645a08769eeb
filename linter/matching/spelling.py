"""Two spellings, letter by letter: without accents, and as far as they are the same."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=10_000)
def without_accents(word: str) -> str:
    """The word with its letters bare; those of which a stroke is a part, as ``ø`` and ``ł``, stay."""
    if word.isascii():
        return word
    return "".join(
        letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter)
    )


def common_beginning(one: str, two: str) -> str:
    """The letters with which both begin."""
    length = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        length += 1
    return one[:length]


def is_one_step(one: str, other: str) -> bool:
    """Whether in one of two words a letter is wrong, missing, too many, or exchanged with its neighbour."""
    shorter, longer = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    swapped = longer[at + 1 : at + 2] + longer[at : at + 1] + longer[at + 2 :]
    return shorter[at + 1 :] == longer[at + 1 :] or shorter[at:] == swapped
