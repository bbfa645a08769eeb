"""How much one task takes: the last ones are small, so that no process waits long for another.

It goes by what is left of the archive, and not by the number of processes: the tables are the same for any.
"""

from __future__ import annotations

_SHARES = 16
"""A task takes one of so many shares of what is left. Fewer would be too large for as many processes, and
with more of them there would soon be none but the smallest tasks."""


def share(left: float, least: int, most: int) -> int:
    """What the next task takes of what is left, in the unit of all three: bytes or rows."""
    return max(least, min(most, int(left / _SHARES)))
