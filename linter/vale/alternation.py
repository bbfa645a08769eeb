"""Many alternatives of one pattern, of which only those are tried that a text can hold.

The matches are those of the regular expression ``first|second|…``: the leftmost, and where
several begin there, the alternative that stands first. But an alternative runs only on texts
that hold one of its needles (:mod:`linter.matching.needles`), so a list of a thousand phrases costs
what the few phrases cost that are there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heapreplace
from itertools import pairwise

from linter.matching import re
from linter.matching.budget import Clock
from linter.matching.cores import core
from linter.matching.folding import fold_case
from linter.matching.needles import needles
from linter.matching.patterns import compiled
from linter.matching.prefilter import Haystack, Prefilter, Wanted
from linter.matching.regexes import CODES, lazy
from linter.namedtuples import NamedTuple
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import regex


BLANKS = r"[\t\n\f\r ]+"
"""Pattern of the blanks between two words of a phrase; alternations take it as a single space."""
_ESCAPED = lazy(r"\\(\W)")
_PLAIN = lazy(rf"(?:[^\\.^$*+?{{}}\[\]|()\s]|{re.escape(BLANKS)}|\\[^\w\s])+")


class Texts(Haystack):
    """Texts that alternations are searched for in."""

    def __init__(self, texts: Sequence[str], wanted: Wanted) -> None:
        super().__init__(texts, wanted)
        self.texts = tuple(texts)
        self._plain: dict[tuple[int, bool], str] = {}

    def plain(self, place: int, ignore_case: bool) -> str:
        """A text for literals: every blank is a space, and letters are folded if case is ignored.

        Empty where its offsets would not be those of the text, or where blanks follow each other.
        """
        key = (place, ignore_case)
        if key not in self._plain:
            text = self.texts[place]
            found = self.folded[place] if ignore_case else text
            for blank in "\t\n\f\r":
                found = found.replace(blank, " ")
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

    def search(self, texts: Texts, places: Sequence[int], clock: Clock) -> Iterator[tuple[int, Hit]]:
        """The matches in the texts of these numbers, each with the number of its text.

        In a text they come in order and do not overlap. ``PatternTooSlow`` when no time is left,
        ``regex.error`` for an alternative that is no pattern.
        """
        found: dict[int, list[Hit]] = {}
        for number, possible in self._possible(texts, places):
            for place, hit in self._alone(number, possible, texts, clock):
                found.setdefault(place, []).append(hit)
        for place in sorted(found):
            for hit in self._merged(found[place], texts, place, clock):
                yield place, hit

    def _alone(
        self, number: int, places: Collection[int], texts: Texts, clock: Clock
    ) -> Iterator[tuple[int, Hit]]:
        """The matches of one alternative; of a literal those that overlap, too."""
        if self._literals[number]:
            plain = {place: texts.plain(place, self._ignore_case) for place in places}
            for place, text in plain.items():
                if text:
                    yield from ((place, hit) for hit in self._of_literal(number, text, texts.texts[place]))
            places = [place for place in places if not plain[place]]
        shorter = core(self._patterns[number]) if places else ""
        if shorter:
            places = [place for place, met in self._met(shorter, places, texts, clock) if met]
        for place, matches in self._met(self._patterns[number], places, texts, clock) if places else ():
            for match in matches:
                yield place, Hit(match.start(), number, match.end())

    def _met(
        self, pattern: str, places: Collection[int], texts: Texts, clock: Clock
    ) -> Iterator[tuple[int, list[regex.Match[str]]]]:
        """The matches of a pattern in each of some texts."""
        of_each = clock.in_each(
            compiled(pattern, self._ignore_case), [texts.texts[place] for place in places]
        )
        return zip(places, of_each, strict=True)

    def may_match(self, texts: Texts) -> bool:
        """Whether one of the alternatives may match in one of the texts."""
        return bool(self._prefilter.always or texts.places(self._prefilter))

    def may_match_in(self, texts: Texts, places: Sequence[int]) -> set[int]:
        """The numbers of the texts that one of the alternatives may match in."""
        return {place for _, possible in self._possible(texts, places) for place in possible}

    def _possible(self, texts: Texts, places: Sequence[int]) -> Iterator[tuple[int, Collection[int]]]:
        """The alternatives that may match, by number, and the numbers of the texts."""
        for number in self._prefilter.always:
            yield number, places
        told = texts.places(self._prefilter)
        wanted = frozenset(places) if told and len(places) < len(texts.texts) else None
        for number, possible in told.items():
            kept = possible if wanted is None else [place for place in possible if place in wanted]
            if kept:
                yield number, kept

    def _merged(self, hits: list[Hit], texts: Texts, place: int, clock: Clock) -> Iterable[Hit]:
        """What the alternatives match in a text, from the matches of each."""
        if len(hits) < 2:
            return hits
        numbers = {hit.number for hit in hits}
        text, plain = texts.texts[place], texts.plain(place, self._ignore_case)
        if len(numbers) == 1 and not self._literals[hits[0].number]:
            return hits
        hits.sort()
        if plain and all(self._literals[number] for number in numbers):
            return _apart(hits)
        if hits[0].end > hits[0].start and all(a.end <= b.start < b.end for a, b in pairwise(hits)):
            return hits
        return self._in_turn(numbers, text, plain, clock)

    def _of_literal(self, number: int, plain: str, text: str, at: int = 0) -> Iterator[Hit]:
        """The places of a literal from an offset on, those that overlap too."""
        literal = self._literals[number]
        length = len(literal)
        start = plain.find(literal, at)
        while start >= 0:
            end = start + length
            if not self._word or (
                _WORDS[text[start - 1] if start else ""] != _WORDS[text[start]]
                and _WORDS[text[end - 1]] != _WORDS[text[end : end + 1]]
            ):
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
    folded = fold_case(text) if ignore_case else text
    return folded if len(folded) == len(text) else ""


def is_literal(pattern: str) -> bool:
    """Whether a pattern matches nothing but a text."""
    return bool(_literal(pattern, ignore_case=False))


def needles_of(pattern: str) -> frozenset[str]:
    """Folded literals of which each match holds one; of a phrase, the phrase.

    None where one of them is a single letter or a blank: nearly every text has it, and has it often.
    """
    phrase = _literal(pattern, ignore_case=False)
    if phrase:
        found = frozenset({fold_case(phrase)})
    else:
        found = frozenset(CODES.derived("needles", pattern, lambda sought: tuple(sorted(needles(sought)))))
    return frozenset() if any(len(each) == 1 and (each.isalnum() or each == " ") for each in found) else found


class _Words(dict[str, bool]):
    """Whether a character is one of words, the end of a text is none."""

    def __missing__(self, char: str) -> bool:
        return compiled(r"\w").match(char) is not None


_WORDS = _Words({"": False, **{char: char.isalnum() or char == "_" for char in map(chr, range(128))}})
