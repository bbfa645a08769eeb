"""Many alternatives of one pattern, of which only those are tried that a text can hold.

The matches are those of the regular expression ``first|second|…``: the leftmost, and where
several begin there, the alternative that stands first. But an alternative runs only on texts
that hold one of its needles (:mod:`linter.needles`), so a list of a thousand phrases costs
what the few phrases cost that are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from linter.needles import needles
from linter.patterns import Haystack, PatternTooSlow, compiled, quad_of

if TYPE_CHECKING:
    import regex

_REFERENCE = re.compile(r"(?<!\\)(?:\\\\)*\\[1-9]|\(\?P=")
_Present = tuple[tuple[str, tuple[int, ...]], ...]
"""Needles that are there, each with the numbers of the alternatives that need it."""


class Hit(NamedTuple):
    """A match, and the number of the alternative that made it."""

    start: int
    number: int
    end: int


class Alternation:
    """Ordered alternatives of a pattern; ``word`` puts each between word boundaries.

    Alternatives that refer to groups of each other are taken as one.
    """

    def __init__(self, alternatives: Sequence[str], ignore_case: bool = False, word: bool = False) -> None:
        if any(_REFERENCE.search(each) for each in alternatives):
            alternatives = ["|".join(alternatives)]
        template = r"\b(?:%s)\b" if word else "(?:%s)"
        self._patterns = [f"(?m:{template.replace('%s', each)})" for each in alternatives]
        self._ignore_case = ignore_case
        always: list[int] = []
        owners: dict[str, list[int]] = {}
        for number, each in enumerate(alternatives):
            found = needles(each)
            if not found:
                always.append(number)
            for needle in found:
                owners.setdefault(needle, []).append(number)
        self._always = frozenset(always)
        """Alternatives of which nothing is known: they may match anywhere."""
        self._owners = {needle: tuple(numbers) for needle, numbers in owners.items()}
        self._quads: dict[int, list[str]] = {}
        self._short: list[str] = []
        for needle in owners:
            quad = quad_of(needle)
            if quad is None:
                self._short.append(needle)
            else:
                self._quads.setdefault(quad, []).append(needle)

    def search(self, haystack: Haystack, places: Sequence[int], seconds: float) -> Iterator[tuple[int, Hit]]:
        """The matches in the texts of these numbers, each with the number of its text.

        In a text they come in order and do not overlap. ``PatternTooSlow`` after so many seconds,
        ``regex.error`` for an alternative that is no pattern.
        """
        present = self._present(haystack)
        if not present and not self._always:
            return
        deadline = perf_counter() + seconds
        for place in places:
            folded = haystack.folded[place]
            possible = set(self._always)
            for needle, numbers in present:
                if needle in folded:
                    possible.update(numbers)
            if possible:
                for hit in self._merged(possible, haystack.texts[place], deadline):
                    yield place, hit

    def _present(self, haystack: Haystack) -> _Present:
        whole = haystack.whole
        found = [needle for needle in self._short if needle in whole]
        for quad in self._quads.keys() & haystack.quads:
            found += [needle for needle in self._quads[quad] if needle in whole]
        return tuple((needle, self._owners[needle]) for needle in found)

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
