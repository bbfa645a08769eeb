"""Which patterns can match in which texts: a pattern is tried only where a literal stands that it needs.

Many patterns share one look at the texts: :class:`Haystack` is asked which needles
(:mod:`linter.matching.needles`) it holds, and an automaton of Aho and Corasick (1975) answers for all of
them in one pass. Rules of patterns are asked sooner, by :mod:`linter.matching.signs`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, islice

from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.typed import Any

_SEVERAL_BLANKS = lazy(r"[\t\n\f\r][\t\n\f\r ]*| [\t\n\f\r ]+")


def _with_single_blanks(text: str) -> str:
    """The text as literals are looked for in it: they may have a line break where it has a blank."""
    return _SEVERAL_BLANKS.sub(" ", text)


class Prefilter:
    """Tells which of many patterns can match, from what a haystack holds; they go by their numbers."""

    __slots__ = ("_hash", "_needed", "always", "owners")

    def __init__(self, needed: Iterable[frozenset[str]]) -> None:
        """``needed`` are the needles of each pattern; with the same ones it is the same prefilter."""
        self._needed = tuple(frozenset(map(_with_single_blanks, literals)) for literals in needed)
        self._hash = hash(self._needed)
        self.owners: dict[str, list[int]] = {}
        """By needle, the patterns that need it."""
        for number, literals in enumerate(self._needed):
            for literal in literals:
                self.owners.setdefault(literal, []).append(number)
        self.always = tuple(number for number, literals in enumerate(self._needed) if not literals)
        """The patterns of which nothing is known: they may match anywhere."""

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Prefilter) and self._needed == other._needed


class Wanted:
    """The literals that are asked for in one kind of text, so that each text is searched once for all.

    To add some later makes a haystack look again: the order changes no answer.
    """

    def __init__(self) -> None:
        self.literals: list[str] = []
        self.prefilters: dict[Prefilter, None] = {}
        """Those that have asked, in order."""
        self.owners: dict[str, list[tuple[Prefilter, int]]] = {}
        """By literal, the patterns that need it."""
        self._automaton: Any = None
        self._automaton_has = 0

    def add(self, prefilter: Prefilter) -> None:
        if prefilter in self.prefilters:
            return
        self.prefilters[prefilter] = None
        self.literals += sorted(prefilter.owners.keys() - self.owners.keys())
        for literal, numbers in prefilter.owners.items():
            self.owners.setdefault(literal, []).extend((prefilter, number) for number in numbers)

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


Places = dict[int, Collection[int]]
"""By the number of a pattern, the texts that it may match in."""
_NOWHERE: Places = {}


class Haystack:
    """Some texts, ready to be asked by many patterns whether they can match in them."""

    def __init__(self, texts: Sequence[str], wanted: Wanted) -> None:
        self._wanted = wanted
        self.folded = tuple(map(fold_case, texts))
        self._looked_for = self._told = 0
        self._found: dict[str, list[int]] = {}
        """The wanted literals that the texts hold, each with the numbers of those texts."""
        self._places: dict[Prefilter, Places] = {}

    def places(self, prefilter: Prefilter) -> Places:
        """Where patterns may match, but for those that may match anywhere."""
        self._wanted.add(prefilter)
        if self._told < len(self._wanted.prefilters):
            self._tell()
        return self._places.get(prefilter, _NOWHERE)

    def _tell(self) -> None:
        """Tell the prefilters that are new to this haystack what they need of what is there."""
        self._look()
        if self._told:
            for prefilter in islice(self._wanted.prefilters, self._told, None):
                for literal in self._found.keys() & prefilter.owners.keys():
                    for number in prefilter.owners[literal]:
                        self._put(prefilter, number, self._found[literal])
        else:
            for literal, places in self._found.items():
                for prefilter, number in self._wanted.owners[literal]:
                    self._put(prefilter, number, places)
        self._told = len(self._wanted.prefilters)

    def _put(self, prefilter: Prefilter, number: int, places: Collection[int]) -> None:
        known = self._places.setdefault(prefilter, {})
        known[number] = {*known[number], *places} if number in known else places

    def _look(self) -> None:
        """Look for the literals that were not yet wanted."""
        if self._looked_for == len(self._wanted.literals):
            return
        texts = list(map(_with_single_blanks, self.folded))
        hits = self._wanted.within("\n".join(texts), self._looked_for)
        self._looked_for = len(self._wanted.literals)
        found = self._found
        ends = accumulate(len(text) + 1 for text in texts)
        place, end = -1, -1
        for last, literal in hits:
            while last >= end:
                place, end = place + 1, next(ends)
            places = found.get(literal)
            if places is None:
                found[literal] = [place]
            elif places[-1] != place:
                places.append(place)
