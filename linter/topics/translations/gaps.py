"""Passages of one version that another one has nothing for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.article.model import HEADING, LIST, PARAGRAPH, QUOTE
from linter.namedtuples import NamedTuple
from linter.topics.translations.alignment import Match
from linter.topics.translations.pairs import Pair, once_a_pair
from linter.topics.translations.passages import Passage, passages

_SHORTEST = 50
"""Letters of a passage that is missed; shorter ones are remarks, which translators join to others."""
_WHOLE = 0.9
"""So much of what a version has must have a partner before something is missed in it."""
_FIRM = 1.3
"""Score of the partners before and behind a gap; weaker ones may be those of what seems to be missing."""
_ABSORBED = 0.25
"""So much of a passage may stand in the one before or behind it, which is longer by that."""
_ALIKE = 0.5
"""With so many passages that are the same, and so many more for each of them, a version has both texts."""
_FEW_ALIKE = 2
_TELLING = 200
"""Letters of passages that tell how much longer one language is; else both are taken for as long."""
_NOISE = 0.1
"""By so much of it a passage may be longer than others of its language without having swallowed anything."""
_RUNNING = frozenset({PARAGRAPH, QUOTE, LIST})


_FEWEST = 5
"""Passages that a version far behind lacks."""
_BEHIND = 0.75
"""Less of the other version than this has a partner then."""
SHORT = 0.35
"""A version that has less than this is a summary, or another text."""


class Gap(NamedTuple):
    """Passages in a row without a partner, and what stands before the place where they are missed."""

    missing: tuple[Passage, ...]
    before: Passage
    """The passage of the other version behind which they are missed."""
    in_first: bool
    """Whether they are missed in the first version."""
    number: int
    """Number of the first of them in the version that has them."""


class Standing(NamedTuple):
    """How two versions stand to each other."""

    gaps: tuple[Gap, ...]
    share: tuple[float, float]
    """How much of the text of each has a partner."""
    bilingual: bool
    """Whether one has the text of the other as it stands: what is more in it is the translation."""


@once_a_pair
def standing(pair: Pair) -> Standing:
    """The gaps between two versions that both are about whole."""
    sides = passages(pair.first), passages(pair.other)
    likely = [match for match in pair.matches if match.score > 0]
    shares = tuple(_share(side, {match.sides[i] for match in likely}) for i, side in enumerate(sides))
    bilingual = _is_bilingual(pair, likely)
    found = [gap for i in (() if bilingual else (0, 1)) if shares[1 - i] >= _WHOLE for gap in _gaps(pair, i)]
    return Standing(tuple(found), (shares[0], shares[1]), bilingual)


def _is_bilingual(pair: Pair, matches: Sequence[Match]) -> bool:
    """Whether one version has the other's text as it stands, and its translation behind each passage."""
    long = [both for both in map(pair.passages, matches) if min(each.length for each in both) >= _SHORTEST]
    alike = sum(one.prose.split() == other.prose.split() for one, other in long if one.kind in _RUNNING)
    if alike <= max(_FEW_ALIKE, _ALIKE * len(long)):
        return False
    return any(len(_alone(pair, side)) >= _ALIKE * alike for side in (0, 1))


def _alone(pair: Pair, side: int) -> list[Passage]:
    """The longer passages of running text of a side that have no partner."""
    mine = passages(pair.other if side else pair.first)
    partnered = {match.sides[side] for match in pair.matches if match.score > 0}
    return [each for i, each in enumerate(mine) if i not in partnered and _is_running(each)]


def _share(side: Sequence[Passage], partnered: set[int]) -> float:
    total = sum(each.length for each in side) or 1
    return sum(each.length for i, each in enumerate(side) if i in partnered) / total


def _gaps(pair: Pair, side: int) -> Iterator[Gap]:
    """The gaps of passages that side ``side`` has alone, each between two partners that follow each other."""
    mine = passages(pair.other if side else pair.first)
    theirs = passages(pair.first if side else pair.other)
    lengths = _lengths([(mine[each.sides[side]], theirs[each.sides[1 - side]]) for each in pair.sure])
    end = Match(len(passages(pair.first)), len(passages(pair.other)), _FIRM)
    for one, two in pairwise([*pair.sure, end]):
        alone = mine[one.sides[side] + 1 : two.sides[side]]
        if not alone or not all(match is end or _is_firm(pair, match) for match in (one, two)):
            continue
        missing = tuple(filter(_is_running, alone))
        around = [each.sides for each in (one, two) if each is not end]
        beside = [(mine[each[side]], theirs[each[1 - side]]) for each in around]
        instead = theirs[one.sides[1 - side] + 1 : two.sides[1 - side]]
        if missing and not _stands_there(missing, instead, beside, lengths):
            yield Gap(missing, theirs[one.sides[1 - side]], bool(side), mine.index(missing[0]))


def _stands_there(
    missing: Sequence[Passage],
    instead: Sequence[Passage],
    beside: Sequence[tuple[Passage, Passage]],
    lengths: tuple[int, int],
) -> bool:
    """Whether what seems to be missing may stand in what is there instead, or in the passages beside it.

    ``lengths`` are those of all passages with partners: how long what they have says the same is told by
    those that are not beside.
    """
    ours, others = (all_ - near for all_, near in zip(lengths, _lengths(beside), strict=True))
    ratio = others / ours if ours >= _TELLING else 1.0
    least = _ABSORBED * ratio * sum(each.length for each in missing)
    return sum(each.length for each in instead) > least or any(
        other.length - each.length * ratio > max(least, _NOISE * other.length)
        for each, other in beside
        if other.kind in _RUNNING  # code and headings swallow no text
    )


def _lengths(pairs: Sequence[tuple[Passage, Passage]]) -> tuple[int, int]:
    return sum(each.length for each, _ in pairs), sum(other.length for _, other in pairs)


def _is_firm(pair: Pair, match: Match) -> bool:
    """Whether two passages are partners for sure; the length of a short heading tells little."""
    if match.score >= _FIRM:
        return True
    one, other = pair.passages(match)
    return one.kind == other.kind and one.block.kind == HEADING


def behind(pair: Pair, side: int) -> list[Passage]:
    """The passages of a side that the other lacks, if it lacks many, and has little of its own."""
    _, share, bilingual = standing(pair)
    if bilingual or not (SHORT < share[side] < _BEHIND and share[1 - side] > _WHOLE):
        return []
    alone = _alone(pair, side)
    return alone if len(alone) >= _FEWEST else []


def _is_running(passage: Passage) -> bool:
    return passage.kind in _RUNNING and passage.length >= _SHORTEST
