"""How far two spellings are apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, combinations

from linter.matching.spelling import common_beginning, is_one_step

_SAME_SOUND = {"w": "v", "W": "V", "c": "k", "C": "K"}
_FEW = 40
"""Of so few words each is compared with each."""
_LONGEST = 40
"""Longer words are no names, and have too many ways to leave out two letters."""
_MOST_ALIKE = 30
"""Of more words that look like one those that share most of its letters are compared."""


def distance(one: str, other: str, most: int = 2) -> int:
    """Insertions, deletions, changes and swaps of neighbours between two words (optimal string alignment).

    Counting stops above ``most``: the result is then ``most + 1``.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    if most == 1:
        return 0 if one == other else 1 if is_one_step(one, other) else 2
    if len(set(one) ^ set(other)) > 2 * most:
        return most + 1  # no step changes more than two of the letters that only one of them has
    one, other = _apart(one, other)
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i] + [0] * len(other)
        for j, b in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], earlier[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _apart(one: str, other: str) -> tuple[str, str]:
    """Two words from the first letter to the last that only one of them has there; the rest costs no step."""
    begin = len(common_beginning(one, other))
    one, other = one[begin:], other[begin:]
    end = len(common_beginning(one[::-1], other[::-1]))
    return one[: len(one) - end], other[: len(other) - end]


def near(one: str, other: str) -> bool:
    """May two folded names be spellings of one? One slip from five letters on, two from eight.

    The first letter must agree or sound alike, for other slips there are rare and other names many.
    """
    shorter = min(len(one), len(other))
    if shorter < 5 or first_sound(one) != first_sound(other):
        return False
    most = 2 if shorter >= 8 else 1
    return 0 < distance(one, other, most) <= most


def first_sound(word: str) -> str:
    """The first letter, the same for two that are mistaken for each other ("Wall", "Vall")."""
    return _SAME_SOUND.get(word[0], word[0])


class Alike:
    """Finds the words of a list that may be two steps or less apart, without comparing each with each.

    Of two such words the same text is left when the right two letters or less are left out of each: the
    index of deletions of Garbe's SymSpell (https://github.com/wolfgarbe/SymSpell).
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def of(self, word: str) -> Iterator[int]:
        """The numbers of the words that may be near one, itself included; all numbers in a short list."""
        if len(self._words) <= _FEW:
            return iter(range(len(self._words)))
        shared = Counter(chain.from_iterable(self._by_left.get(left, ()) for left in _left(word)))
        nearest = sorted(shared, key=lambda number: (-shared[number], number))[:_MOST_ALIKE]
        return iter(sorted(nearest))

    @cached_property
    def _by_left(self) -> dict[str, list[int]]:
        numbers: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            for left in _left(word):
                numbers.setdefault(left, []).append(number)
        return numbers


def _left(word: str) -> set[str]:
    """What is left of a word without up to two of its letters; nothing of what is too long for a name."""
    if len(word) > _LONGEST:
        return set()
    places = [*range(len(word)), len(word)]
    return {word[:i] + word[i + 1 : j] + word[j + 1 :] for i, j in combinations(places, 2)} | {word}
