"""Which patterns can match in which texts: a pattern is tried only where a literal stands that it needs.

Many patterns share one look at the texts: :class:`Haystack` is asked which needles
(:mod:`linter.matching.needles`) it holds, and an automaton of Aho and Corasick (1975) answers for all of
them in one pass. Rules of patterns are asked sooner, by :mod:`linter.matching.signs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from linter.matching.folding import fold
from linter.matching.needles import needles

_MANY = 40
"""So many literals are worth an automaton; fewer are looked for one by one."""


class Prefilter:
    """Tells which of many patterns can match, from what a haystack holds; they go by their numbers."""

    def __init__(self, patterns: Iterable[str]) -> None:
        always: list[int] = []
        self._owners: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            literals = needles(pattern)
            if not literals:  # nothing is known of the pattern: it may match anywhere
                always.append(number)
            for literal in literals:
                self._owners.setdefault(literal, []).append(number)
        self._always = frozenset(always)

    @property
    def literals(self) -> Iterable[str]:
        """What haystacks have to be asked for."""
        return self._owners.keys()

    def by_text(self, haystack: Haystack, places: Sequence[int]) -> dict[int, set[int]]:
        """By the number of a text, of those that are asked about: the patterns that can match in it."""
        found = {place: set(self._always) for place in places if self._always}
        there = haystack.found & self._owners.keys()
        wanted = frozenset(places) if there else frozenset()
        for literal in there:
            for place in wanted.intersection(haystack.places_of(literal)):
                found.setdefault(place, set()).update(self._owners[literal])
        return found


class Wanted:
    """The literals that are asked for in one kind of text, so that each text is searched once for all.

    To add some later makes a haystack look again: the order changes no answer.
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
            return map(itemgetter(1), _of(self.literals[since:]).iter(text))
        if self._automaton_has < len(self.literals):
            self._automaton = _of(self.literals)
            self._automaton_has = len(self.literals)
        return map(itemgetter(1), self._automaton.iter(text))


def _of(literals: Iterable[str]) -> Any:
    from linter.matching.automaton import automaton_of

    return automaton_of((literal, literal) for literal in literals)


class Haystack:
    """Some texts, ready to be asked by many patterns whether they can match in them.

    Only literals that were added to ``wanted`` can be asked about.
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
        """The wanted literals that the texts hold."""
        count = len(self._wanted.literals)
        if self._looked_for < count:
            self._found.update(self._wanted.within(self._whole, self._looked_for))
            self._looked_for = count
        return self._found

    def places_of(self, literal: str) -> list[int]:
        """The numbers of the texts that hold a literal."""
        places = self._places.get(literal)
        if places is None:
            places = self._places[literal] = [i for i, text in enumerate(self.folded) if literal in text]
        return places
