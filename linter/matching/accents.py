"""Letters without the marks on them."""

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
