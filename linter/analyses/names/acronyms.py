"""Acronyms in brackets after what they stand for."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from linter.analyses.names.haystack import Haystack
from linter.analyses.names.languages import PARTICLES
from linter.analyses.names.normalise import fold
from linter.analyses.names.tokens import Token
from linter.records import NamedTuple
from linter.regexes import lazy
from linter.text import Span, Text

_BRACKETED = lazy(r" \(([A-Z]{3,6})\)")
_SMALL = PARTICLES | frozenset(
    "a and for in of on the to und für der et des pour en e per y para voor les aux".split()
)
_STEM = 4
_LONGEST = 20
"""Words of an expansion."""


class Expansion(NamedTuple):
    """What an acronym stands for: the words as written and their span in the source."""

    text: str
    span: Span
    stems: tuple[str, ...]
    """Beginnings of the words that give the letters."""


class AcronymClash(NamedTuple):
    """An acronym with two expansions."""

    acronym: str
    one: Expansion
    other: Expansion


def acronym_clashes(text: Haystack) -> Iterator[AcronymClash]:
    """The first two expansions of each acronym that differ in more than endings."""
    found: dict[str, list[Expansion]] = defaultdict(list)
    for number, block in enumerate(text.blocks):
        if "(" not in block.text.prose:
            continue
        ends = [token.end for token in text.tokens[number]]
        for match in _BRACKETED.finditer(block.text.prose):
            before = bisect_right(ends, match.start())
            words = text.tokens[number][max(0, before - _LONGEST) : before]
            expansion = _expansion(match[1], words, match.start(), block.text)
            if expansion is not None:
                found[match[1]].append(expansion)
    for acronym, expansions in found.items():
        other = next((one for one in expansions if one.stems != expansions[0].stems), None)
        if other is not None:
            yield AcronymClash(acronym, other, expansions[0])


def _expansion(acronym: str, words: tuple[Token, ...], end: int, prose: Text) -> Expansion | None:
    """The words before the bracket whose initials are the acronym, small words skipped."""
    letters = list(fold(acronym))
    taken: list[Token] = []
    for word in reversed(words):
        if not letters or (taken and word.end > taken[-1].start):
            break
        if not taken and word.end != end:
            return None
        folded = fold(word.text)
        if folded.startswith(letters[-1]):
            letters.pop()
            taken.append(word)
        elif folded not in _SMALL:
            return None
    if letters or not taken:
        return None
    taken.reverse()
    return Expansion(
        prose.prose[taken[0].start : end],
        prose.span(taken[0].start, end),
        tuple(fold(word.text)[:_STEM] for word in taken),
    )
