"""Words that another word may be a misspelling of: with other accents, or with one letter changed."""

from __future__ import annotations

from collections.abc import Iterator

from linter.matching.spelling import without_accents

_BEHIND = 3
"""Letters behind one that is too many: with fewer it may be part of an ending."""


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


def one_slip_off(word: str, letters: str, alike: str, first: int, last: int, ending: int) -> Iterator[str]:
    """The word with two letters exchanged, one of ``letters`` more, one less, or one ``alike`` for another.

    From ``first`` to ``last`` letters stand before that place; behind it stand at least so many as may be
    another ending, and three behind one that is too many.
    """
    for place in range(max(first, 1), min(last, len(word) - 1) + 1):
        left, right = word[:place], word[place:]
        if len(right) > 1 + ending:
            yield left + right[1] + right[0] + right[2:]
        if len(right) > ending:
            yield from (left + letter + right for letter in letters)
        if len(right) > _BEHIND:
            yield left + right[1:]
        if right[0] in alike and len(right) > 1:
            yield from (left + letter + right[1:] for letter in alike)
