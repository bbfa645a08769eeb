"""How far two spellings are apart."""

from __future__ import annotations


def distance(one: str, other: str, most: int = 2) -> int:
    """Insertions, deletions, changes and swaps of neighbours between two words (optimal string alignment).

    Counting stops above ``most``: the result is then ``most + 1``.
    """
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1  # no step changes more than two of the letters that only one of them has
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


def near(one: str, other: str) -> bool:
    """May two folded names be spellings of one? One slip from five letters on, two from eight.

    The first letter must agree, for slips there are rare and other names many.
    """
    shorter = min(len(one), len(other))
    if shorter < 5 or one[0] != other[0]:
        return False
    most = 2 if shorter >= 8 else 1
    return 0 < distance(one, other, most) <= most
