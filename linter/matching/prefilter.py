"""Which patterns can match in which texts: a pattern is tried only where a literal stands that it needs.

Many patterns share one look at the texts: :class:`Haystack` is asked which needles
(:mod:`linter.matching.needles`) it holds, and an automaton of Aho and Corasick (1975) answers for all of
them in one pass. Rules of patterns are asked sooner, by :mod:`linter.matching.signs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from linter.matching.folding import fold
from linter.typed import Any


class Prefilter:
    """Tells which of many patterns can match, from what a haystack holds; they go by their numbers."""

    def __init__(self, needed: Iterable[frozenset[str]]) -> None:
        """``needed`` are the needles of each pattern."""
        always: list[int] = []
        self._owners: dict[str, list[int]] = {}
        for number, literals in enumerate(needed):
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
        there = haystack.found.keys() & self._owners.keys()
        wanted = frozenset(places) if there else frozenset()
        for literal in there:
            owners = self._owners[literal]
            for place in haystack.found[literal]:
                if place in wanted:
                    found.setdefault(place, set()).update(owners)
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

    def within(self, text: str, since: int = 0) -> Iterator[tuple[int, str]]:
        """The literals from number ``since`` on in a text, each behind its last offset, in order."""
        if since:
            return iter(_of(self.literals[since:]).iter(text))
        if self._automaton_has < len(self.literals):
            self._automaton = _of(self.literals)
            self._automaton_has = len(self.literals)
        return iter(self._automaton.iter(text))


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
        self._looked_for = 0
        self._found: dict[str, list[int]] = {}

    @property
    def found(self) -> dict[str, list[int]]:
        """The wanted literals that the texts hold, each with the numbers of those texts."""
        count = len(self._wanted.literals)
        if self._looked_for < count:
            self._look(self._wanted.within("\n".join(self.folded), self._looked_for))
            self._looked_for = count
        return self._found

    def _look(self, hits: Iterator[tuple[int, str]]) -> None:
        found = self._found
        ends = accumulate(len(text) + 1 for text in self.folded)
        place, end = -1, -1
        for last, literal in hits:
            while last >= end:
                place, end = place + 1, next(ends)
            places = found.get(literal)
            if places is None:
                found[literal] = [place]
            elif places[-1] != place:
                places.append(place)
