"""How many voted, beside the votes for and against and the abstentions: "27 votes to 19, two abstained"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.wording import BLANK, NOUN, words_of

_LIKELY = 0.8
"""Of fewer than so many of those who voted the number counts something else."""
_NEXT = lazy(r"[^.:!?()\d\n]{1,60}")
"""All of the text between two numbers of a vote."""
_NOUNS = lazy(rf"(?:{NOUN}){{1,3}}")


class Ballot(NamedTuple):
    """Those who voted, and how many of them did so for, against and neither."""

    voters: Quantity
    parts: tuple[Quantity, Quantity, Quantity]

    def fits(self) -> bool:
        """Whether as many voted, or as many took a side; where more were present some did not vote."""
        for_, against, neither = (part.value for part in self.parts)
        voters, took_part = self.voters.value, for_ + against + neither
        return voters >= took_part or voters == for_ + against or voters < _LIKELY * took_part


def ballots(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Ballot]:
    """The votes of a text with the number of those who took part right behind them."""
    neither, sides, for_, against = _words(code)
    for four in zip(items, items[1:], items[2:], items[3:], strict=False):
        one, other, third, voters = four
        if not all(item.is_count for item in four) or not neither.match(prose, third.end):
            continue
        told = sides.fullmatch(prose, one.end, other.start) or (
            for_.match(prose, one.end) and against.match(prose, other.end)
        )
        near = (_NEXT.fullmatch(prose, left.end, right.start) for left, right in pairwise(four))
        if not told or not all(near):
            continue
        noun = _NOUNS.match(prose, voters.end)
        if noun and not _persons(code).isdisjoint(noun[0].lower().split()):
            yield Ballot(voters, (one, other, third))


@lru_cache(maxsize=16)
def _words(code: str) -> tuple[re.Pattern[str], ...]:
    """Right behind the abstentions; all between both sides; right behind each side, where each is named."""
    words = words_of(code)
    stance, sums = words.stance, words.sum
    few = rf"(?:{NOUN}){{0,2}}?{BLANK}"
    sources = (
        rf"{few}{word_of(stance.neither)}",
        rf"(?:{NOUN}){{0,2}}?,?{BLANK}(?:{any_of((*sums.to_votes, *sums.sides))}){BLANK}",
        rf"{few}{word_of(stance.for_)}",
        rf"{few}{word_of(stance.against)}",
    )
    return tuple(lazy(source, re.IGNORECASE) for source in sources)


@lru_cache(maxsize=16)
def _persons(code: str) -> frozenset[str]:
    nouns = person_nouns(code)
    return nouns.any | nouns.asked
