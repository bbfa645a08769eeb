"""Which lines of a text are there in an older one: the patience diff of Bram Cohen.

Lines that stand once in both are anchors; the longest row of them in the same order holds, and what stands
between is compared in the same way. The cost is that of sorting the lines, whatever they hold.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class _Part(NamedTuple):
    """Lines of both texts that are to be compared."""

    old: int
    old_end: int
    new: int
    new_end: int


def kept_lines(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """The lines of the new text that are in the old one, by number from 0 their numbers there."""
    kept: dict[int, int] = {}
    todo = [_Part(0, len(old), 0, len(new))]
    while todo:
        todo += _compared(old, new, todo.pop(), kept)
    return kept


def _compared(old: Sequence[str], new: Sequence[str], part: _Part, kept: dict[int, int]) -> list[_Part]:
    """Keep what is the same at both ends and the anchors between; the parts between those are left."""
    a, b, c, d = part
    while a < b and c < d and old[a] == new[c]:
        kept[c] = a
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
        kept[d] = b
    if a == b or c == d:
        return []
    anchors = _in_order(_common(old, new, _Part(a, b, c, d)))
    if not anchors:
        return []
    parts = []
    for at, there in [*anchors, (d, b)]:
        parts.append(_Part(a, there, c, at))
        if at < d:
            kept[at] = there
            a, c = there + 1, at + 1
    return parts


def _common(old: Sequence[str], new: Sequence[str], part: _Part) -> Iterator[tuple[int, int]]:
    """The lines that stand once in both, as numbers in the new and in the old text."""
    before, after = old[part.old : part.old_end], new[part.new : part.new_end]
    counted, recounted = Counter(before), Counter(after)
    places = {line: part.old + i for i, line in enumerate(before) if counted[line] == 1}
    for i, line in enumerate(after, part.new):
        if recounted[line] == 1 and line in places:
            yield i, places[line]


def _in_order(pairs: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of the pairs in which both numbers rise."""
    ends: list[int] = []
    last: list[tuple[tuple[int, int], int]] = []
    piles: list[int] = []
    for pair in pairs:
        pile = bisect_left(ends, pair[1])
        before = piles[pile - 1] if pile else -1
        last.append((pair, before))
        if pile == len(ends):
            ends.append(pair[1])
            piles.append(len(last) - 1)
        else:
            ends[pile], piles[pile] = pair[1], len(last) - 1
    row: list[tuple[int, int]] = []
    at = piles[-1] if piles else -1
    while at >= 0:
        pair, at = last[at]
        row.append(pair)
    return row[::-1]
