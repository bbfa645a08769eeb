"""Two neighbouring characters that changed places, as fingers make it."""

from __future__ import annotations


def neighbours_exchanged(one: str, other: str) -> bool:
    """Whether two neighbouring characters have changed places, and nothing else has ("1815" and "1851")."""
    if len(one) != len(other):
        return False
    differ = [at for at in range(len(one)) if one[at] != other[at]]
    first = differ[0] if differ else 0
    return differ == [first, first + 1] and one[first : first + 2] == other[first : first + 2][::-1]
