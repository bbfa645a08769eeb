"""Words that another word may be a misspelling of: with other accents, or with one letter changed."""

from __future__ import annotations

from collections.abc import Iterator

from linter.matching.spelling import without_accents


def with_other_accents(word: str, letters: str) -> Iterator[str]:
    """The word with one of its letters bare or with another accent of those among ``letters``."""
    for place, letter in enumerate(word):
        bare = without_accents(letter)
        for other in letters:
            if other != letter and without_accents(other) == bare:
                yield word[:place] + other + word[place + 1 :]


def one_letter_off(word: str, letters: str, last: int) -> Iterator[str]:
    """The word with one letter less, one more of ``letters``, or one replaced by another.

    At most ``last`` letters stand before that place, and one at the least: hardly a slip is in the first.
    """
    for place in range(1, last + 1):
        left, right = word[:place], word[place:]
        if right:
            yield left + right[1:]
        for letter in letters:
            yield left + letter + right
            if right and letter != right[0]:
                yield left + letter + right[1:]
