"""One acronym with two meanings."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.namedtuples import NamedTuple
from linter.text import Span, Text
from linter.topics.names import mentions
from linter.topics.names.haystack import Haystack
from linter.topics.names.normalise import fold
from linter.topics.names.present import BRACKETED, acronyms
from linter.topics.names.tokens import Token
from linter.topics.names.vocabulary import small_words

_PART = 3
"""Letters of a compound before its second part ("Umwelthilfe" gives a U and an H)."""
_STEM = 4
"""So many letters at the beginning of its words tell two expansions apart: endings change."""
_LONGEST = 20
"""Words of an expansion."""


class Expansion(NamedTuple):
    """What an acronym stands for: the words as written and their span in the source."""

    text: str
    span: Span
    stems: tuple[str, ...]
    """Beginnings of the words that give the letters."""


class ExpansionPair(NamedTuple):
    """An acronym with two expansions."""

    acronym: str
    one: Expansion
    other: Expansion


def acronym_clashes(text: Haystack) -> Iterator[ExpansionPair]:
    """The first two expansions of each acronym that differ in more than endings."""
    expansions_of: dict[str, list[Expansion]] = defaultdict(list)
    compounds = speech(text.language).names.capital_nouns
    for number, block in enumerate(text.blocks):
        if "(" not in block.text.prose:
            continue
        ends = [token.end for token in text.tokens[number]]
        for match in BRACKETED.finditer(block.text.prose):
            before = bisect_right(ends, match.start())
            words = text.tokens[number][max(0, before - _LONGEST) : before]
            expansion = _expansion(match[1], words, match.start(), block.text, compounds)
            if expansion is not None:
                expansions_of[match[1]].append(expansion)
    for acronym, expansions in expansions_of.items():
        other = next((one for one in expansions if not _alike(one.stems, expansions[0].stems)), None)
        if other is not None:
            yield ExpansionPair(acronym, other, expansions[0])


def _expansion(
    acronym: str, words: tuple[Token, ...], end: int, prose: Text, compounds: bool
) -> Expansion | None:
    """The words before the bracket whose initials are the acronym, small words skipped."""
    letters = list(fold(acronym))
    taken: list[Token] = []
    for word in reversed(words):
        if not letters or (taken and word.end > taken[-1].start):
            break
        if not taken and word.end != end:
            return None
        folded = fold(word.text)
        number = _letters_of(folded, letters, compounds)
        if number:
            del letters[-number:]
            taken.append(word)
        elif folded not in small_words():
            return None
    if letters or not taken:
        return None
    taken.reverse()
    return Expansion(
        prose.prose[taken[0].start : end],
        prose.span(taken[0].start, end),
        tuple(part[:_STEM] for word in taken for part in fold(word.text).split("-")),
    )


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two expansions have the same words, the last one in whatever number: "single-page apps"."""
    return one[:-1] == other[:-1] and (one[-1].startswith(other[-1]) or other[-1].startswith(one[-1]))


def _letters_of(word: str, letters: list[str], compounds: bool) -> int:
    """How many letters at the end of an acronym a word stands for."""
    parts = [part[0] for part in word.split("-") if part]
    if len(parts) > 1 and letters[-len(parts) :] == parts:  # "server-side"
        return len(parts)
    if word.startswith(letters[-1]):
        return 1
    joined = compounds and word[:1] == "".join(letters[-2:-1]) and letters[-1] in word[_PART:]
    return 2 if joined else 0


class AcronymClash(Check):
    """Reports the second meaning of an acronym."""

    needs = ("names.in-acronyms",)
    fields = frozenset({"acronym", "meaning", "other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not acronyms(article):
            return
        for clash in acronym_clashes(mentions(article).text):
            yield Alarm(
                span=clash.one.span,
                fields={"acronym": clash.acronym, "meaning": clash.one.text, "other": clash.other.text},
                related=(Related(clash.other.span, "it stands for this here"),),
            )
