"""Patterns of rules, run only on the texts that can hold a match, and never for long.

All patterns share one look at the texts. :class:`Haystack` cuts them into groups of four
characters, side by side, each read as one number: a set operation then tells which needles
(:mod:`linter.needles`) are worth a search. This is several times as fast as one regular
expression of all needles, and nothing is compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from linter.needles import fold, needles

if TYPE_CHECKING:
    import regex

_GROUP = 4
"""UTF-16 units of a group."""
_SHORTEST = 2 * _GROUP - 1
"""A needle of so many units holds, wherever it stands, one whole group of the text's grid."""
DATA = Path(__file__).parent / "data"

_PACKAGED = re.compile(r"@[a-z-]+/[a-z-]+")
_WORD_LIST = re.compile(r"\\L<([\w-]+)>")


class PatternTooSlow(Exception):
    """A pattern did not finish within its time."""


def with_words(pattern: str, words: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    r"""The pattern with each ``\L<name>`` replaced by the words of that name, longest first.

    Words are patterns themselves; one like ``@file/list`` stands for a packaged list of them. A pattern
    that is nothing but a list becomes as many patterns. ``KeyError`` for a name that is not there.
    """

    def listed(found: re.Match[str]) -> list[str]:
        return [each for word in words[found[1]] for each in _unpacked(word)]

    whole = _WORD_LIST.fullmatch(pattern)
    if whole:
        return tuple(listed(whole))
    return (
        _WORD_LIST.sub(
            lambda found: "(?:" + "|".join(sorted(listed(found), key=len, reverse=True)) + ")", pattern
        ),
    )


def _unpacked(word: str) -> tuple[str, ...]:
    return packaged_words(*word[1:].split("/")) if _PACKAGED.fullmatch(word) else (word,)


@lru_cache(maxsize=64)
def packaged_words(file: str, name: str) -> tuple[str, ...]:
    """A list of a YAML file in the package's data. ``KeyError`` if there is none of that name."""
    import yaml

    path = DATA / f"{file}.yaml"
    if not path.is_file():
        raise KeyError(f"@{file}/{name}")
    lists = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return tuple(map(str, lists[name]))


@lru_cache(maxsize=4096)
def compiled(pattern: str, ignore_case: bool = False) -> regex.Pattern[str]:
    """The pattern for :func:`matches`. ``regex.error`` if it is not one."""
    import regex

    return regex.compile(pattern, regex.V0 | (regex.IGNORECASE if ignore_case else 0))


def fault_of(pattern: str, ignore_case: bool = False) -> str:
    """What is wrong with a pattern; empty if it compiles."""
    import regex

    try:
        compiled(pattern, ignore_case)
    except regex.error as error:
        return str(error)
    return ""


def matches(pattern: regex.Pattern[str], text: str, seconds: float) -> Iterator[regex.Match[str]]:
    """The matches that are not empty. ``PatternTooSlow`` after so many seconds."""
    try:
        for match in pattern.finditer(text, timeout=seconds):
            if match.end() > match.start():
                yield match
    except TimeoutError:
        raise PatternTooSlow(pattern.pattern) from None


class Sieve:
    """What a pattern, or several, cannot match without."""

    __slots__ = ("literals", "open")

    def __init__(self, patterns: Iterable[str], *wanted: Wanted) -> None:
        found = [needles(pattern) for pattern in patterns]
        self.open = not all(found)
        """Nothing is known of one of the patterns: it may match anywhere."""
        self.literals = frozenset().union(*found)
        for each in wanted:
            each.add(self.literals)

    def lets_pass(self, text: str) -> bool:
        """Whether a match is possible in a text that is too short for a haystack."""
        folded = fold(text)
        return self.open or any(literal in folded for literal in self.literals)


class Wanted:
    """The literals that sieves ask for in one kind of text, so that each text is searched once for all.

    A sieve that adds some later makes a haystack look again: the order changes no answer.
    """

    def __init__(self) -> None:
        self.known: set[str] = set()
        self.short: list[str] = []
        self.by_group: dict[int, list[tuple[frozenset[int], str]]] = {}
        """By a group of the grid: all groups that must be there, and the literal that holds them."""

    def add(self, literals: Iterable[str]) -> None:
        for literal in sorted(set(literals) - self.known):
            self.known.add(literal)
            units = _units(literal)
            if len(units) < 2 * _SHORTEST:
                self.short.append(literal)
                continue
            for shift in range(_GROUP):
                groups = _groups(units[2 * shift :])
                key = groups[len(groups) // 2]
                self.by_group.setdefault(key, []).append((frozenset(groups), literal))


IN_PROSE, IN_SOURCE = Wanted(), Wanted()


class Haystack:
    """Some texts, ready to be asked by many patterns whether they can match in them.

    Only sieves that were made for the same ``wanted`` can be asked about.
    """

    def __init__(self, texts: Sequence[str], wanted: Wanted) -> None:
        self._wanted = wanted
        self.folded = tuple(map(fold, texts))
        self._whole = "\n".join(self.folded)
        self._looked_for = -1
        self._found: frozenset[str] = frozenset()

    @property
    def found(self) -> frozenset[str]:
        """The literals of all sieves that the texts hold."""
        if self._looked_for != len(self._wanted.known):
            self._looked_for = len(self._wanted.known)
            self._found = frozenset(filter(self._whole.__contains__, self._candidates()))
        return self._found

    def _candidates(self) -> Iterator[str]:
        grid = frozenset(_groups(_units(self._whole)))
        for group in grid & self._wanted.by_group.keys():
            yield from (literal for groups, literal in self._wanted.by_group[group] if groups <= grid)
        characters = frozenset(self._whole)
        yield from filter(characters.issuperset, self._wanted.short)

    def may_hold(self, sieve: Sieve) -> bool:
        """Whether a match is possible at all; ``False`` is certain."""
        return sieve.open or not self.found.isdisjoint(sieve.literals)

    def places(self, sieve: Sieve) -> list[int]:
        """The numbers of the texts in which a match is possible."""
        if sieve.open:
            return list(range(len(self.folded)))
        there = self.found & sieve.literals
        if not there:
            return []
        return [i for i, text in enumerate(self.folded) if any(literal in text for literal in there)]


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _groups(units: bytes) -> memoryview[int]:
    """Four UTF-16 units after four, each as one number."""
    return memoryview(units[: len(units) // 8 * 8]).cast("Q")
