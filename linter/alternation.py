"""Many alternatives of one pattern, of which only those are tried that a text can hold.

The matches are those of the regular expression ``first|second|…``: the leftmost, and where
several begin there, the alternative that stands first. But an alternative runs only on texts
that hold one of its needles (:mod:`linter.needles`), so a list of a thousand phrases costs
what the few phrases cost that are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from linter.needles import needles
from linter.patterns import Haystack, PatternTooSlow, Wanted, compiled

if TYPE_CHECKING:
    import regex


WANTED = Wanted()
"""The needles of all alternations."""


class Texts(Haystack):
    """Texts that alternations are searched for in."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__(texts, WANTED)
        self.texts = tuple(texts)
        self._places: dict[str, list[int]] = {}

    def places_of(self, needle: str) -> list[int]:
        """The numbers of the texts that hold a needle."""
        found = self._places.get(needle)
        if found is None:
            found = self._places[needle] = [i for i, text in enumerate(self.folded) if needle in text]
        return found


class Hit(NamedTuple):
    """A match, and the number of the alternative that made it."""

    start: int
    number: int
    end: int


class Alternation:
    """Ordered alternatives of a pattern; ``word`` puts each between word boundaries."""

    def __init__(self, alternatives: Sequence[str], ignore_case: bool = False, word: bool = False) -> None:
        template = r"\b(?:%s)\b" if word else "(?:%s)"
        self._patterns = [template.replace("%s", each) for each in alternatives]
        self._ignore_case = ignore_case
        found = [needles(each) for each in alternatives]
        self._always = frozenset(number for number, each in enumerate(found) if not each)
        """Alternatives of which nothing is known: they may match anywhere."""
        self._owners: dict[str, list[int]] = {}
        for number, each in enumerate(found):
            for needle in each:
                self._owners.setdefault(needle, []).append(number)
        WANTED.add(self._owners)

    def search(self, texts: Texts, places: Sequence[int], seconds: float) -> Iterator[tuple[int, Hit]]:
        """The matches in the texts of these numbers, each with the number of its text.

        In a text they come in order and do not overlap. ``PatternTooSlow`` after so many seconds,
        ``regex.error`` for an alternative that is no pattern.
        """
        possible = self.possible(texts, places)
        deadline = perf_counter() + seconds
        for place in sorted(possible):
            for hit in self._merged(possible[place], texts.texts[place], deadline):
                yield place, hit

    def possible(self, texts: Texts, places: Sequence[int]) -> dict[int, set[int]]:
        """By the number of a text: the numbers of the alternatives that may match in it."""
        found = {place: set(self._always) for place in places if self._always}
        there = texts.found & self._owners.keys()
        wanted = frozenset(places) if there else frozenset()
        for needle in there:
            for place in wanted.intersection(texts.places_of(needle)):
                found.setdefault(place, set()).update(self._owners[needle])
        return found

    def _merged(self, numbers: set[int], text: str, deadline: float) -> Iterator[Hit]:
        ahead = [hit for number in numbers if (hit := self._next(number, text, 0, deadline))]
        while ahead:
            first = min(ahead)
            yield first
            at = max(first.end, first.start + 1)
            behind = [hit.number for hit in ahead if hit.start < at]
            ahead = [hit for hit in ahead if hit.start >= at]
            ahead += [hit for number in behind if (hit := self._next(number, text, at, deadline))]

    def _next(self, number: int, text: str, at: int, deadline: float) -> Hit | None:
        pattern: regex.Pattern[str] = compiled(self._patterns[number], self._ignore_case)
        try:
            found = pattern.search(text, at, timeout=max(deadline - perf_counter(), 0.001))
        except TimeoutError:
            raise PatternTooSlow(self._patterns[number]) from None
        return Hit(found.start(), number, found.end()) if found and at <= len(text) else None
