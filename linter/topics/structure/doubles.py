"""Where a piece of prose has the same words twice in a row, with nothing but a blank between."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress, cycle, filterfalse, pairwise, repeat
from operator import eq
from sys import byteorder

from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Text

LONGEST = 5
"""Words of the longest phrase that is looked for; longer ones are sentences said twice."""
_AROUND = ".,;:!?…()[]{}\"'“”„«»‘’"
"""Marks that may stand before the first word and behind the last one."""
_MOST = 30_000
"""With more chunks numbered all are forgotten, to keep the memory of a long run bounded."""
_CHUNK = lazy(r"[^\s—–]+")
"""A dash divides words as a blank does."""
_WORD = lazy(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")
_BLANK = lazy(r"[ \t\u00a0\u202f]{0,3}\n?[ \t\u00a0\u202f]{0,8}")


class Double(NamedTuple):
    """Words at ``prose[start:middle]`` that come again at ``prose[again:end]``."""

    start: int
    middle: int
    again: int
    end: int
    words: tuple[str, ...]
    """As written the first time."""
    repeated: tuple[str, ...]
    """As written the second time; only capitals differ."""
    before: str
    """What stands before, up to the next blank, in lower case and without marks; empty at the beginning."""
    after: str
    """What stands behind, likewise."""
    opens: bool
    """Whether a sentence begins with it."""
    goes_on: bool
    """Whether a blank stands behind it."""
    beside: str
    """The prose around it, from some words before it, for phrases that have it inside."""
    within: tuple[int, int]
    """Where it is in ``beside``."""


def may_double(texts: Sequence[Text]) -> list[int]:
    """Which of the texts may have a double; of most articles none has."""
    chunks: list[str] = []
    ends: list[int] = []
    for number, text in enumerate(texts):
        dashed = "—" in text.prose or "–" in text.prose
        chunks += _divided(text.prose).split() if dashed else text.chunks
        chunks.append(f"\0{number}")
        ends.append(len(chunks))
    return sorted({bisect_right(ends, place) for place in _repeated(chunks)})


def doubles(prose: str) -> Iterator[Double]:
    """The doubled words and phrases, longer phrases where both are there; each word is in one at the most."""
    bare = _bare(prose)
    places: list[tuple[int, int]] = []
    done = 0
    for first, length in _candidates(bare):
        if first < done:
            continue
        places = places or [match.span() for match in _CHUNK.finditer(prose)]
        double = _double(prose, places, bare, first, length)
        if double is not None:
            done = first + 2 * length
            yield double


_LANE = 16
_NUMBERS: dict[str, int] = {}
"""A number for each chunk, the same for those that differ in capitals and the marks around."""
_NUMBERS_OF_BARE = defaultdict[str, int](cycle(range(2, 1 << _LANE, 2)).__next__)
"""Even ones: none differs from another in the last bit alone, which would be told beside an equal one."""


def _numbered(chunks: list[str]) -> Iterator[int]:
    if len(_NUMBERS) > _MOST:
        _NUMBERS.clear()
        _NUMBERS_OF_BARE.clear()
    fresh = list(filterfalse(_NUMBERS.__contains__, chunks))
    if fresh:
        bare = map(str.strip, "\n".join(fresh).casefold().split("\n"), repeat(_AROUND))
        _NUMBERS.update(zip(fresh, map(_NUMBERS_OF_BARE.__getitem__, bare), strict=True))
    return map(_NUMBERS.__getitem__, chunks)


def _repeated(chunks: list[str]) -> Iterator[int]:
    """Where some chunks in a row may be the same as those before them, told for all places at once.

    The numbers of the chunks are the lanes of one long number. Held against itself, moved by some lanes,
    those become zero where the same comes again; to take one from each tells which (Mycroft's test for a
    zero byte). More lanes may be told than are where many chunks share the numbers.
    """
    lanes = int.from_bytes(array("H", _numbered(chunks)).tobytes(), byteorder)
    ones = int.from_bytes(b"\0\1" * len(chunks), "big")
    highs = ones << _LANE - 1
    for length in range(1, LONGEST + 1):
        other = lanes ^ lanes >> _LANE * length
        same = other - ones & ~other & highs
        for _ in range(length - 1):
            same &= same >> _LANE
        if same:
            marked = array("H", same.to_bytes(len(chunks) * _LANE // 8, byteorder))
            yield from compress(range(len(chunks)), marked)


def _divided(prose: str) -> str:
    return prose.replace("—", " ").replace("–", " ")


def _bare(prose: str) -> list[str]:
    """The words of a text in lower case, without the marks around them."""
    return list(map(str.strip, _divided(prose).casefold().split(), repeat(_AROUND)))


def _candidates(bare: list[str]) -> list[tuple[int, int]]:
    """The number of the first word and how many words come twice, by their places and the longest first."""
    found: list[tuple[int, int]] = []
    for length in range(1, LONGEST + 1):
        same = bytes(map(eq, bare, bare[length:]))
        wanted = b"\1" * length
        first = same.find(wanted)
        while first >= 0:
            if length == 1 or len(set(bare[first : first + length])) > 1:
                found.append((first, length))
            first = same.find(wanted, first + 1)
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _double(
    prose: str, places: list[tuple[int, int]], bare: list[str], first: int, length: int
) -> Double | None:
    """The double with its places, if only blanks stand between its words and all of them are words."""
    last = first + 2 * length - 1
    spans = [_trimmed(prose, places[n], n == first, n == last) for n in range(first, last + 1)]
    words = tuple(prose[start:end] for start, end in spans)
    if not all(map(_WORD.fullmatch, words)):
        return None
    if not all(_BLANK.fullmatch(prose, one[1], two[0]) for one, two in pairwise(spans)):
        return None
    start, end = spans[0][0], spans[-1][1]
    around = max(0, start - 40)
    return Double(
        start, spans[length - 1][1], spans[length][0], end, words[:length], words[length:],
        bare[first - 1] if first else "", bare[last + 1] if last + 1 < len(bare) else "",
        _opens(prose[around:start]), prose[end : end + 1].isspace(),
        prose[around : end + 20], (start - around, end - around),
    )  # fmt: skip


def _trimmed(prose: str, place: tuple[int, int], first: bool, last: bool) -> tuple[int, int]:
    """A chunk without the marks before the first word, or behind the last one."""
    start, end = place
    while first and start < end and prose[start] in _AROUND:
        start += 1
    while last and end > start and prose[end - 1] in _AROUND:
        end -= 1
    return start, end


def _opens(before: str) -> bool:
    bare = before.rstrip(" \t\n\r\u00a0\"'“„«‘([*_–—")
    return not bare or bare[-1] in ".!?…:;•|"
