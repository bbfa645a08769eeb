"""Words with their places: the tokens of a piece of prose, and the article's word count.

Prose that was copied from elsewhere may hold invisible characters and letters with loose
accents; :func:`tidy` gives it without them and with a way back.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from itertools import filterfalse, repeat

from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

LETTERS = lazy(r"[^\W\d_]{2,}")
"""Runs of two letters or more: the quickest way to the words of a text."""
WORD = lazy(r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*")
"""A word with its hyphens and apostrophes."""

_LETTERS = lazy(r"[^\W\d_]+")
_MARKS = ".,:;!?()\"'“”’"
"""What most words that do not stand between two blanks have beside them."""
_UNTIDY = lazy("[\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f]")
_INVISIBLE = lazy("[\u00ad\u200b-\u200d\u2060\ufeff]+")
_CLUSTER = lazy(f"{_INVISIBLE.pattern}|.[\u0300-\u036f]+", re.DOTALL)


class Word(NamedTuple):
    """A word at ``prose[start:end]``."""

    text: str
    start: int
    end: int


class Tidy(NamedTuple):
    """Prose without invisible characters and in composed form, and the way back."""

    prose: str
    units: tuple[tuple[int, int], ...] | None
    """For each character the range of the original prose; nothing if both are the same."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original prose that the non-empty ``prose[start:end]`` stands for."""
        if self.units is None:
            return start, end
        return self.units[start][0], self.units[end - 1][1]

    def tidied(self, offset: int) -> int:
        """Where an offset of the original prose is in the tidy one."""
        return offset if self.units is None else bisect_left(self.units, (offset, offset))


def words(prose: str) -> list[Word]:
    """The words of a piece of prose: runs of letters, joined by single hyphens and apostrophes."""
    return [Word(match.group(), match.start(), match.end()) for match in WORD.finditer(prose)]


def runs_of_letters(text: str) -> set[str]:
    """The runs of letters of a text, each once.

    Most stand between blanks, where they are found twenty times sooner than by a pattern.
    """
    chunks = list(map(str.strip, text.split(), repeat(_MARKS)))
    found = set(filter(str.isalpha, chunks))
    found.update(_LETTERS.findall(" ".join(filterfalse(str.isalpha, chunks))))
    return found


def tidy(prose: str) -> Tidy:
    """The prose without zero-width characters and soft hyphens, its accents joined to their letters."""
    if prose.isascii() or not _UNTIDY.search(prose):
        return Tidy(prose, None)
    kept: list[str] = []
    units: list[tuple[int, int]] = []
    done = 0
    for match in _CLUSTER.finditer(prose):
        kept.append(prose[done : match.start()])
        units.extend((place, place + 1) for place in range(done, match.start()))
        if not _INVISIBLE.match(match.group()):
            composed = unicodedata.normalize("NFC", match.group())
            kept.append(composed)
            units.extend([match.span()] * len(composed))
        done = match.end()
    kept.append(prose[done:])
    units.extend((place, place + 1) for place in range(done, len(prose)))
    return Tidy("".join(kept), tuple(units))
