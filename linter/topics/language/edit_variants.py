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


def plain_slips_off(word: str, last: int, ending: int) -> Iterator[str]:
    """The word with two letters exchanged, one of two alike taken out, or one doubled.

    At most ``last`` letters stand before that place, and one at the least; behind two that are exchanged
    stand as many as may be another ending.
    """
    for place in range(1, min(last, len(word)) + 1):
        left, right = word[:place], word[place:]
        yield left + right[1:] if right[:1] == left[-1] else left + left[-1] + right
        if len(right) > 1 + ending:
            yield left + right[1] + right[0] + right[2:]


def one_letter_more(word: str, letters: str, first: int, last: int, behind: int) -> list[str]:
    """The word with one of ``letters`` more: ``first`` to ``last`` stand before it, ``behind`` behind it."""
    places = range(max(first, 1), min(last, len(word) - behind) + 1)
    parts = [(word[:place], word[place:]) for place in places]
    return [left + letter + right for left, right in parts for letter in letters]


def one_letter_less(word: str, first: int, last: int, behind: int) -> list[str]:
    """The word without one letter: ``first`` to ``last`` stand before it, ``behind`` behind it."""
    places = range(max(first, 1), min(last, len(word) - 1 - behind) + 1)
    return [word[:place] + word[place + 1 :] for place in places]


def one_letter_changed(word: str, some: str, others: str, first: int, last: int, behind: int) -> list[str]:
    """The word with one of some letters replaced by another: places as above."""
    places = range(max(first, 1), min(last, len(word) - 1 - behind) + 1)
    parts = [(word[:place], word[place + 1 :]) for place in places if word[place] in some]
    return [left + letter + right for left, right in parts for letter in others]
