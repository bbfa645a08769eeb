"""Many alternatives of one pattern, of which only those are tried that a text can hold.

The matches are those of the regular expression ``first|second|…``: the leftmost, and where
several begin there, the alternative that stands first. But an alternative runs only on texts
that hold one of its needles (:mod:`linter.matching.needles`), so a list of a thousand phrases costs
what the few phrases cost that are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heapreplace
from typing import TYPE_CHECKING

from linter.matching.budget import Clock
from linter.matching.folding import fold
from linter.matching.needles import needles, telling_word
from linter.matching.patterns import compiled
from linter.matching.prefilter import Haystack, Prefilter, Wanted
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

if TYPE_CHECKING:
    import regex


BLANKS = r"[\t\n\f\r ]+"
"""Pattern of the blanks between two words of a phrase; alternations take it as a single space."""
_SPACES = dict.fromkeys(map(ord, "\t\n\f\r"), " ")
_ESCAPED = lazy(r"\\(\W)")
_PLAIN = lazy(rf"(?:[^\\.^$*+?{{}}\[\]|()\s]|{re.escape(BLANKS)}|\\[^\w\s])+")

WANTED = Wanted()
"""The needles of all alternations."""


class Texts(Haystack):
    """Texts that alternations are searched for in."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__(texts, WANTED)
        self.texts = tuple(texts)
        self._plain: dict[tuple[int, bool], str] = {}

    def plain(self, place: int, ignore_case: bool) -> str:
        """A text for literals: every blank is a space, and letters are folded if case is ignored.

        Empty where its offsets would not be those of the text, or where blanks follow each other.
        """
        key = (place, ignore_case)
        if key not in self._plain:
            text = self.texts[place]
            found = (self.folded[place] if ignore_case else text).translate(_SPACES)
            self._plain[key] = found if len(found) == len(text) and "  " not in found else ""
        return self._plain[key]


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
        self._literals = [_literal(each, ignore_case) for each in alternatives]
        self._word = word
        self._ignore_case = ignore_case
        self._prefilter = Prefilter(map(needles_of, alternatives))
        WANTED.add(self._prefilter.literals)

    def search(self, texts: Texts, places: Sequence[int], clock: Clock) -> Iterator[tuple[int, Hit]]:
        """The matches in the texts of these numbers, each with the number of its text.

        In a text they come in order and do not overlap. ``PatternTooSlow`` when no time is left,
        ``regex.error`` for an alternative that is no pattern.
        """
        possible = self.possible(texts, places)
        for place in sorted(possible):
            numbers = possible[place]
            if len(numbers) == 1:
                hits = self._alone(next(iter(numbers)), texts, place, clock)
            else:
                hits = self._merged(numbers, texts, place, clock)
            for hit in hits:
                yield place, hit

    def _alone(self, number: int, texts: Texts, place: int, clock: Clock) -> Iterator[Hit]:
        """The matches of one alternative."""
        if self._literals[number]:
            return self._merged({number}, texts, place, clock)
        pattern = compiled(self._patterns[number], self._ignore_case)
        return (Hit(m.start(), number, m.end()) for m in clock.every(pattern, texts.texts[place]))

    def possible(self, texts: Texts, places: Sequence[int]) -> dict[int, set[int]]:
        """By the number of a text: the numbers of the alternatives that may match in it."""
        return self._prefilter.by_text(texts, places)

    def _merged(self, numbers: set[int], texts: Texts, place: int, clock: Clock) -> Iterator[Hit]:
        text, plain = texts.texts[place], texts.plain(place, self._ignore_case)
        if plain and all(self._literals[number] for number in numbers):
            hits = [hit for number in numbers for hit in self._of_literal(number, plain, text)]
            return _apart(sorted(hits)) if len(numbers) > 1 else _apart(hits)
        return self._in_turn(numbers, text, plain, clock)

    def _of_literal(self, number: int, plain: str, text: str, at: int = 0) -> Iterator[Hit]:
        """The places of a literal from an offset on, those that overlap too."""
        literal = self._literals[number]
        start = plain.find(literal, at)
        while start >= 0:
            end = start + len(literal)
            if not self._word or (_is_boundary(text, start) and _is_boundary(text, end)):
                yield Hit(start, number, end)
            start = plain.find(literal, start + 1)

    def _in_turn(self, numbers: set[int], text: str, plain: str, clock: Clock) -> Iterator[Hit]:
        """The matches where some of the alternatives are patterns: each is asked for its next in turn."""

        def following(number: int, at: int) -> Hit | None:
            literal = self._literals[number]
            if literal and plain:
                return next(self._of_literal(number, plain, text, at), None)
            return self._pattern_from(at, number, text, clock)

        ahead = [hit for number in numbers if (hit := following(number, 0))]
        heapify(ahead)
        at = 0
        while ahead:
            first = ahead[0]
            if first.start >= at:
                yield first
                at = max(first.end, first.start + 1)
            following_one = following(first.number, at)
            if following_one:
                heapreplace(ahead, following_one)
            else:
                heappop(ahead)

    def _pattern_from(self, at: int, number: int, text: str, clock: Clock) -> Hit | None:
        pattern: regex.Pattern[str] = compiled(self._patterns[number], self._ignore_case)
        found = clock.search(pattern, text, at)
        return Hit(found.start(), number, found.end()) if found and at <= len(text) else None


def _apart(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Those of hits in order that do not overlap an earlier one."""
    at = 0
    for hit in hits:
        if hit.start >= at:
            yield hit
            at = max(hit.end, hit.start + 1)


def _literal(pattern: str, ignore_case: bool) -> str:
    """The text that a pattern stands for, as :meth:`Texts.plain` has it; empty if it is more than a text."""
    if not _PLAIN.fullmatch(pattern):
        return ""
    text = _ESCAPED.sub(r"\1", pattern.replace(BLANKS, " "))
    folded = fold(text) if ignore_case else text
    return folded if len(folded) == len(text) else ""


def needles_of(pattern: str) -> frozenset[str]:
    """Folded literals of which each match holds one; of a phrase, its most telling word.

    None where one of them is a single letter: nearly every text has it, and has it often.
    """
    phrase = _literal(pattern, ignore_case=False)
    found = telling_word(phrase) if phrase else needles(pattern)
    return frozenset() if any(len(each) == 1 and each.isalnum() for each in found) else found


def _is_boundary(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return _is_word(before) != _is_word(after)


def _is_word(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char == "_"
    return compiled(r"\w").match(char) is not None
