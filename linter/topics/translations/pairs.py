"""An article beside another language version of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import wraps

from linter.article.model import Article
from linter.namedtuples import NamedTuple
from linter.topics.translations.alignment import Match, align
from linter.topics.translations.passages import Passage, passages
from linter.typed import TypeVar

Result = TypeVar("Result")

_PARTNERED = 0.65
"""So much of an article has partners in another version of it."""
_FEW_SIGNS = 3
"""Fewer numbers and pieces of code tell nothing."""
_SHARED = 0.4
"""So many of them are the same in both; in translations it is nine of ten."""
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
        told = tuple(matches or ())
        kept = told if _are_versions(passages(first), passages(other), told) else ()
        first.memo[key] = Pair(first, other, kept, matches is not None)
    found: Pair = first.memo[key]
    return found


def once_a_pair(compute: Callable[[Pair], Result]) -> Callable[[Pair], Result]:
    """Keep the result of ``compute`` with the first version of the pair."""

    @wraps(compute)
    def remembered(pair: Pair) -> Result:
        key = (compute, pair.other.path)
        if key not in pair.first.memo:
            pair.first.memo[key] = compute(pair)
        found: Result = pair.first.memo[key]
        return found

    return remembered


def _are_versions(mine: Sequence[Passage], theirs: Sequence[Passage], matches: Sequence[Match]) -> bool:
    """Whether two articles are one in two languages: files of one name in two folders need not be.

    Most of the shorter one has a partner, and partners share the signs that translators leave as they are.
    """
    sure = [(mine[each.mine], theirs[each.theirs]) for each in matches if each.score >= SURE]
    shares = (
        sum(each.length for each in one) / (sum(each.length for each in side) or 1)
        for one, side in ((tuple(a for a, _ in sure), mine), (tuple(b for _, b in sure), theirs))
    )
    if max(shares) < _PARTNERED:
        return False
    signs = [(_signs(a), _signs(b)) for a, b in sure]
    most = sum(min(len(a), len(b)) for a, b in signs)
    return most < _FEW_SIGNS or sum(len(a & b) for a, b in signs) >= _SHARED * most


def _signs(passage: Passage) -> frozenset[str]:
    return passage.numbers | passage.codes


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
