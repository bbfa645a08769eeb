"""Patterns of rules, run only on the texts that can hold a match, and never for long.

All patterns share one look at the texts: :class:`Haystack` is asked which needles
(:mod:`linter.matching.needles`) it holds, and an automaton of Aho and Corasick (1975) answers for the
needles of all rules in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, TypeVar

from linter.matching.needles import fold, needles
from linter.matching.regexes import CODES, lazy
from linter.packaged import table

if TYPE_CHECKING:
    import regex

_T = TypeVar("_T")

_MANY = 40
"""So many literals are worth an automaton; fewer are looked for one by one."""

_PACKAGED = lazy(r"@[a-z-]+/[a-z-]+")
_WORD_LIST = lazy(r"\\L<([\w-]+)>")


class PatternTooSlow(Exception):
    """A pattern did not finish within its time."""


class Clock:
    """The processor time that the patterns of a rule may take; what is done in between takes none of it.

    Each search raises ``PatternTooSlow`` when no time is left. To ask for the processor time takes longer
    than most searches, so it is asked for only when as much time has gone by on the wall. Whoever wants
    other clocks than those of the machine hands in both; they say how many seconds have gone by.
    """

    __slots__ = ("_begun", "_begun_on_wall", "_left", "_processor", "_searched", "_seconds", "_wall")

    def __init__(
        self,
        seconds: float,
        processor: Callable[[], float] = process_time,
        wall: Callable[[], float] = perf_counter,
    ) -> None:
        self._seconds = self._left = seconds
        self._processor, self._wall = processor, wall
        self._begun, self._begun_on_wall = processor(), wall()
        self._searched = 0.0

    def search(self, pattern: regex.Pattern[str], text: str, start: int = 0) -> regex.Match[str] | None:
        """The first match from an offset on; it may be empty."""
        return self._timed(pattern, partial(pattern.search, text, start))

    def every(self, pattern: regex.Pattern[str], text: str) -> list[regex.Match[str]]:
        """The matches, empty ones too."""
        return self._timed(pattern, lambda timeout: list(pattern.finditer(text, timeout=timeout)))

    def find_all(self, pattern: regex.Pattern[str], text: str) -> list[regex.Match[str]]:
        """The matches that are not empty."""
        return [match for match in self.every(pattern, text) if match.end() > match.start()]

    def texts(self, pattern: regex.Pattern[str], text: str) -> list[Any]:
        """The text of each match, empty ones too; of patterns with groups what ``findall`` gives."""
        return self._timed(pattern, partial(pattern.findall, text))

    def replace(self, pattern: regex.Pattern[str], template: str, text: str) -> str:
        """The text with each match replaced."""
        return self._timed(pattern, partial(pattern.sub, template, text))

    def _timed(self, pattern: regex.Pattern[str], run: Callable[..., _T]) -> _T:
        begun = self._wall()
        if self._left <= 0:
            self._left = self._seconds - self._taken(begun)
        try:
            return run(timeout=max(0.001, self._left))
        except TimeoutError:
            raise PatternTooSlow(pattern.pattern) from None
        finally:
            took = self._wall() - begun
            self._left -= took
            self._searched += took

    def _taken(self, now: float) -> float:
        """The processor time of the searches so far: all but what can have been used between them."""
        between = now - self._begun_on_wall - self._searched
        return max(0.0, self._processor() - self._begun - between)


def clock_for(length: int) -> Clock:
    """What a rule may take in a source of so many characters: half a second, and half for each million."""
    return Clock(0.5 * (1 + length / 1_000_000))


def with_words(pattern: str, words: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    r"""The pattern with each ``\L<name>`` replaced by the words of that name, longest first.

    Words are patterns themselves; one like ``@file/list`` stands for a packaged list of them. A pattern
    that is nothing but a list becomes as many patterns. ``KeyError`` for a name that is not there.
    """
    if "\\L<" not in pattern:
        return (pattern,)

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
    return tuple(map(str, table(file)[name]))


@lru_cache(maxsize=4096)
def compiled(pattern: str, ignore_case: bool = False) -> regex.Pattern[str]:
    """The pattern for :func:`matches`. ``regex.error`` if it is not one."""
    return CODES.compile_timed(pattern, ignore_case)


def fault_of(pattern: str, ignore_case: bool = False) -> str:
    """What is wrong with a pattern; empty if it compiles."""
    import regex

    try:
        CODES.compile_timed(pattern, ignore_case)
    except regex.error as error:
        return str(error)
    return ""


def matches(pattern: regex.Pattern[str], text: str, seconds: float) -> Iterator[regex.Match[str]]:
    """The matches that are not empty. ``PatternTooSlow`` after so many seconds.

    Most texts have none, and a search tells that in a quarter of the time.
    """
    try:
        if pattern.search(text, timeout=seconds) is None:
            return
        for match in pattern.finditer(text, timeout=seconds):
            if match.end() > match.start():
                yield match
    except TimeoutError:
        raise PatternTooSlow(pattern.pattern) from None


class Sieve:
    """What a pattern cannot match without."""

    __slots__ = ("literals", "open")

    def __init__(self, pattern: str) -> None:
        self.literals = needles(pattern)
        self.open = not self.literals
        """Nothing is known of the pattern: it may match anywhere."""

    def lets_pass(self, text: str) -> bool:
        """Whether a match is possible in a text that is too short for a haystack."""
        folded = fold(text)
        return self.open or any(literal in folded for literal in self.literals)


class Wanted:
    """The literals that sieves ask for in one kind of text, so that each text is searched once for all.

    A sieve that adds some later makes a haystack look again: the order changes no answer.
    """

    def __init__(self) -> None:
        self.literals: list[str] = []
        self._known: set[str] = set()
        self._automaton: Any = None
        self._automaton_has = 0

    def add(self, literals: Iterable[str]) -> None:
        new = sorted(set(literals) - self._known)
        self._known.update(new)
        self.literals += new

    def within(self, text: str, since: int = 0) -> Iterator[str]:
        """The literals of a text, those with a number below ``since`` left out; some come often."""
        if len(self.literals) - since < _MANY:
            return filter(text.__contains__, self.literals[since:])
        if since:
            return map(itemgetter(1), _automaton(self.literals[since:]).iter(text))
        if self._automaton_has < len(self.literals):
            self._automaton = _automaton(self.literals)
            self._automaton_has = len(self.literals)
        return map(itemgetter(1), self._automaton.iter(text))


def _automaton(literals: Iterable[str]) -> Any:
    """Finds all of the literals in one pass over a text."""
    from ahocorasick import Automaton

    automaton = Automaton()
    for literal in literals:
        automaton.add_word(literal, literal)
    automaton.make_automaton()
    return automaton


IN_PROSE, IN_SOURCE = Wanted(), Wanted()


class Haystack:
    """Some texts, ready to be asked by many patterns whether they can match in them.

    Only sieves whose literals were added to ``wanted`` can be asked about.
    """

    def __init__(self, texts: Sequence[str], wanted: Wanted) -> None:
        self._wanted = wanted
        self.folded = tuple(map(fold, texts))
        self._whole = "\n".join(self.folded)
        self._looked_for = 0
        self._found: set[str] = set()
        self._places: dict[str, list[int]] = {}

    @property
    def found(self) -> set[str]:
        """The literals of all sieves that the texts hold."""
        count = len(self._wanted.literals)
        if self._looked_for < count:
            self._found.update(self._wanted.within(self._whole, self._looked_for))
            self._looked_for = count
        return self._found

    def may_hold(self, sieve: Sieve) -> bool:
        """Whether a match is possible at all; ``False`` is certain."""
        return sieve.open or not self.found.isdisjoint(sieve.literals)

    def places(self, sieve: Sieve) -> list[int]:
        """The numbers of the texts in which a match is possible."""
        if sieve.open:
            return list(range(len(self.folded)))
        return sorted({i for literal in self.found & sieve.literals for i in self.places_of(literal)})

    def places_of(self, literal: str) -> list[int]:
        """The numbers of the texts that hold a literal."""
        places = self._places.get(literal)
        if places is None:
            places = self._places[literal] = [i for i, text in enumerate(self.folded) if literal in text]
        return places
