"""Which passage of one version stands for which of another.

Passages are laid beside each other in their order, as sentences are by Gale and Church (1993), by dynamic
programming in a band around the diagonal: here by kind, length, addresses, code and numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log

from linter.namedtuples import NamedTuple
from linter.topics.translations.passages import Passage

_GAP = -0.7
"""What it costs to leave a passage without a partner."""
_BAND = 12
"""So many passages beyond the difference of lengths the diagonal may be left."""
_MOST_CELLS = 1_500_000
"""Pairs that are tried, some seconds: 900 passages against 100 fit in it, and 10,000 against 10,050."""
_ROUGH = 10
"""Letters that say nothing of how long a translation is."""
_ALIKE = frozenset({"paragraph", "list", "quote", "caption"})
"""Kinds that one version may have instead of another."""

MATCH, MINE, THEIRS = 1, 2, 3


class Match(NamedTuple):
    """A passage of one version and its partner in the other, by their numbers, and how sure that is."""

    mine: int
    theirs: int
    score: float

    @property
    def sides(self) -> tuple[int, int]:
        return self.mine, self.theirs


def align(mine: Sequence[Passage], theirs: Sequence[Passage], tick: Callable[[], None]) -> list[Match] | None:
    """The passages that belong together, in their order; nothing if there are too many to tell.

    ``tick`` is called now and then.
    """
    if not mine or not theirs:
        return []
    ratio = sum(each.length for each in theirs) / (sum(each.length for each in mine) or 1) or 1.0
    if [each.kind for each in mine] == [each.kind for each in theirs]:
        straight = [Match(i, i, score(*pair, ratio)) for i, pair in enumerate(zip(mine, theirs, strict=True))]
        if all(match.score > 0 for match in straight):
            return straight
    reach = abs(len(mine) - len(theirs)) + _BAND
    if (len(mine) + 1) * (2 * reach + 1) > _MOST_CELLS:
        return None
    return _traced(mine, theirs, ratio, reach, tick)


def _traced(
    mine: Sequence[Passage],
    theirs: Sequence[Passage],
    ratio: float,
    reach: int,
    tick: Callable[[], None],
) -> list[Match]:
    steps: list[tuple[int, bytearray]] = []
    before: list[float] = []
    begun = 0
    for i in range(len(mine) + 1):
        tick()
        centre = i * len(theirs) // len(mine)
        first, last = max(0, centre - reach), min(len(theirs), centre + reach)
        row, step = [0.0] * (last - first + 1), bytearray(last - first + 1)
        for j in range(first, last + 1):
            best, how = float("-inf"), 0
            at = j - begun
            if i and 0 <= at < len(before):
                best, how = before[at] + _GAP, MINE
            if i and j and 0 < at <= len(before):
                value = before[at - 1] + score(mine[i - 1], theirs[j - 1], ratio)
                if value > best:
                    best, how = value, MATCH
            if j > first and row[j - first - 1] + _GAP > best:
                best, how = row[j - first - 1] + _GAP, THEIRS
            row[j - first], step[j - first] = (best, how) if i or j else (0.0, 0)
        steps.append((first, step))
        before, begun = row, first
    return _backwards(mine, theirs, ratio, steps)


def _backwards(
    mine: Sequence[Passage],
    theirs: Sequence[Passage],
    ratio: float,
    steps: list[tuple[int, bytearray]],
) -> list[Match]:
    found: list[Match] = []
    i, j = len(mine), len(theirs)
    while i or j:
        first, step = steps[i]
        how = step[j - first]
        assert how
        i -= how in (MATCH, MINE)
        j -= how in (MATCH, THEIRS)
        if how == MATCH:
            found.append(Match(i, j, score(mine[i], theirs[j], ratio)))
    return found[::-1]


def score(mine: Passage, theirs: Passage, ratio: float) -> float:
    """How well two passages fit; above 0.8 they nearly always belong together.

    ``ratio`` is how long the other version is, as a share of this one.
    """
    if mine.kind == theirs.kind:
        total = 2.0
    else:
        total = 1.2 if mine.kind in _ALIKE and theirs.kind in _ALIKE else -2.0
    total -= 1.6 * abs(log((mine.length * ratio + _ROUGH) / (theirs.length + _ROUGH)))
    for one, other, weight in (
        (mine.links, theirs.links, 3.0),
        (mine.codes, theirs.codes, 2.0),
        (mine.numbers, theirs.numbers, 1.5),
    ):
        if one or other:
            total += weight * len(one & other) / len(one | other) - 0.5
    if shared := len(mine.names & theirs.names):
        total += shared / min(len(mine.names), len(theirs.names))
    return total
