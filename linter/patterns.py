"""Patterns of rules, run only on the texts that can hold a match, and never for long.

All patterns share one look at the texts: :class:`Haystack` keeps which groups of four
characters they hold, and a pattern whose needles (:mod:`linter.needles`) have none of
these groups cannot match. Measured on 1,000 articles this is six times as fast as one
regular expression of all needles, and nothing has to be compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from linter.needles import fold, needles

if TYPE_CHECKING:
    import regex

_GROUP = 4
"""Characters (UTF-16 units) of a group: eight bytes, read as one number."""
_SHORTEST = 2 * _GROUP - 1
"""A needle of this length holds, wherever it stands, one whole group of the text's grid."""
DATA = Path(__file__).parent / "data"

_PACKAGED = re.compile(r"@[a-z-]+/[a-z-]+")
_WORD_LIST = re.compile(r"\\L<([\w-]+)>")


class PatternTooSlow(Exception):
    """A pattern did not finish within its time."""


def with_words(pattern: str, words: Mapping[str, Iterable[str]]) -> str:
    r"""The pattern with each ``\L<name>`` replaced by the words of that name, longest first.

    Words are patterns themselves; one like ``@file/list`` stands for a packaged list of them.
    ``KeyError`` for a name that is not there.
    """

    def alternatives(found: re.Match[str]) -> str:
        listed = [each for word in words[found[1]] for each in _unpacked(word)]
        return "(?:" + "|".join(sorted(listed, key=len, reverse=True)) + ")"

    return _WORD_LIST.sub(alternatives, pattern)


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

    __slots__ = ("groups", "literals", "open", "short")

    def __init__(self, patterns: Iterable[str]) -> None:
        found = [needles(pattern) for pattern in patterns]
        self.open = not all(found)
        """Nothing is known of one of the patterns: it may match anywhere."""
        self.literals = tuple(sorted(frozenset().union(*found)))
        long = [literal for literal in self.literals if _units(literal) >= _SHORTEST]
        self.short = tuple(literal for literal in self.literals if _units(literal) < _SHORTEST)
        self.groups = frozenset(group for literal in long for group in _first_groups(literal))


class Haystack:
    """Some texts, ready to be asked by many patterns whether they can match in them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = tuple(texts)
        self.folded = tuple(map(fold, texts))
        self.whole = "\n".join(self.folded)
        self._groups = _grid(self.whole)

    @cached_property
    def quads(self) -> frozenset[int]:
        """Every four UTF-16 units that follow each other in the texts, each four as a number."""
        return frozenset().union(*(_grid(self.whole, start) for start in range(_GROUP)))

    def may_hold(self, sieve: Sieve) -> bool:
        """Whether a match is possible at all; ``False`` is certain."""
        if sieve.open or not self._groups.isdisjoint(sieve.groups):
            return True
        whole = self.whole
        return any(literal in whole for literal in sieve.short)

    def places(self, sieve: Sieve) -> list[int]:
        """The numbers of the texts in which a match is possible."""
        if sieve.open:
            return list(range(len(self.folded)))
        there = [literal for literal in sieve.literals if literal in self.whole]
        if not there:
            return []
        return [i for i, text in enumerate(self.folded) if any(literal in text for literal in there)]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def quad_of(literal: str) -> int | None:
    """The first of a literal's :attr:`Haystack.quads`; nothing if it is too short to have one."""
    data = literal.encode("utf-16-le", "surrogatepass")[: 2 * _GROUP]
    return memoryview(data).cast("Q")[0] if len(data) == 2 * _GROUP else None


def _grid(text: str, start: int = 0) -> frozenset[int]:
    """The groups of four UTF-16 units of a text from a unit on, one beside the other, each as a number."""
    data = text.encode("utf-16-le", "surrogatepass")[2 * start :]
    return frozenset(memoryview(data[: len(data) // 8 * 8]).cast("Q"))


def _first_groups(literal: str) -> Iterator[int]:
    """One group for each way a literal can lie on the grid of a text."""
    data = literal.encode("utf-16-le", "surrogatepass")
    for start in range(0, 2 * _GROUP, 2):
        yield memoryview(data[start : start + 2 * _GROUP]).cast("Q")[0]
