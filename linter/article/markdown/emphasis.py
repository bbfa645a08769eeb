"""Which ``*``, ``_`` and ``~~`` of a Markdown paragraph are emphasis: CommonMark 0.31, section 6.2."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from linter.namedtuples import NamedTuple

_LETTER, _BLANK, _PUNCTUATION = range(3)


class Pair(NamedTuple):
    """Two delimiters that belong together; offsets in the scanned text."""

    opening: tuple[int, int]
    closing: tuple[int, int]
    kind: str
    """``emphasis``, ``strong`` or ``strike``."""


class Run:
    """A run of one delimiter character; ``start`` and ``end`` shrink as its characters are used."""

    __slots__ = ("char", "closes", "end", "length", "opens", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.char = text[start]
        self.start, self.end = start, end
        self.length = end - start
        before, after = _kind(text[start - 1 : start]), _kind(text[end : end + 1])
        left = after != _BLANK and (after != _PUNCTUATION or before != _LETTER)
        right = before != _BLANK and (before != _PUNCTUATION or after != _LETTER)
        self.opens = left and (self.char != "_" or not right or before == _PUNCTUATION)
        self.closes = right and (self.char != "_" or not left or after == _PUNCTUATION)


def _kind(char: str) -> int:
    """What counts in a neighbour of a delimiter; both ends of the text count as blanks."""
    if char.isalnum():
        return _LETTER
    if not char or char.isspace():
        return _BLANK
    if char < "\x7f" or unicodedata.category(char)[0] in "PS":
        return _PUNCTUATION
    return _LETTER


def pairs(runs: list[Run]) -> Iterator[Pair]:
    """The pairs among the runs, innermost first. Linear: no opener is looked at twice in vain."""
    openers: list[Run] = []
    floors: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        while run.closes and run.start < run.end:
            floor_key = (run.char, run.opens, run.length % 3)
            found = _opener(openers, run, floors.get(floor_key, 0))
            if found < 0:
                floors[floor_key] = len(openers)
                break
            yield _use(openers[found], run)
            kept = found + (openers[found].start < openers[found].end)
            del openers[kept:]
            for key, floor in floors.items():
                if floor > kept:
                    floors[key] = kept
        if run.opens and run.start < run.end:
            openers.append(run)


def _opener(openers: list[Run], closer: Run, floor: int) -> int:
    for i in range(len(openers) - 1, floor - 1, -1):
        if openers[i].char == closer.char and _match(openers[i], closer):
            return i
    return -1


def _match(opener: Run, closer: Run) -> bool:
    if opener.char == "~":
        return opener.length == closer.length
    if not (opener.closes or closer.opens):
        return True
    multiples = opener.length % 3 == 0 and closer.length % 3 == 0
    return (opener.length + closer.length) % 3 != 0 or multiples


def _use(opener: Run, closer: Run) -> Pair:
    if opener.char == "~":
        width, kind = opener.length, "strike"
    else:
        width = 2 if min(opener.end - opener.start, closer.end - closer.start) > 1 else 1
        kind = "strong" if width == 2 else "emphasis"
    pair = Pair((opener.end - width, opener.end), (closer.start, closer.start + width), kind)
    opener.end -= width
    closer.start += width
    return pair
