"""An article beside another language version of it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.namedtuples import NamedTuple
from linter.topics.translations.alignment import Match, align
from linter.topics.translations.passages import Passage, passages

SURE = 0.8
"""Passages with a lower score may be partners, but nothing is said of what they say."""


class Pair(NamedTuple):
    """The first version of an article and another one."""

    first: Article
    other: Article
    matches: tuple[Match, ...]
    """The passages that belong together: of the first by ``mine``, of the other by ``theirs``."""
    aligned: bool = True
    """Whether it could be told at all which belong together."""

    @property
    def sure(self) -> Iterator[Match]:
        return (match for match in self.matches if match.score >= SURE)

    def passages(self, match: Match) -> tuple[Passage, Passage]:
        return passages(self.first)[match.mine], passages(self.other)[match.theirs]


def pair_of(first: Article, other: Article) -> Pair:
    """The pair, made once."""
    key = (pair_of, other.path)
    if key not in first.memo:
        matches = align(passages(first), passages(other), first.budget.check)
        first.memo[key] = Pair(first, other, tuple(matches or ()), matches is not None)
    found: Pair = first.memo[key]
    return found


def pairs(article: Article) -> Iterator[Pair]:
    """The pairs of the first version with others that an article is in."""
    first, *others = article.versions or (article,)
    for other in others:
        if article in (first, other):
            yield pair_of(first, other)


def further(pair: Pair, number: int) -> Iterator[Passage | None]:
    """What each further version has for a passage of the first one; nothing for one that has no partner."""
    for version in pair.first.versions:
        if version not in (pair.first, pair.other):
            beside = pair_of(pair.first, version)
            match = next((each for each in beside.matches if each.mine == number and each.score > 0), None)
            yield passages(version)[match.theirs] if match else None
