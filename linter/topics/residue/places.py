"""Where the patterns of a rule are tried: the texts of its scopes that hold what no match can do without."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence, Set
from functools import cache

from linter.analyses import analysis, kept
from linter.analyses.searchable import folded_prose
from linter.analyses.shown import shown
from linter.article.model import SCOPES, Article, Field
from linter.matching.folding import fold_case
from linter.namedtuples import NamedTuple
from linter.text import Span

SOURCE, OPENING, ENDING, FIELD, FIELDS = "source", "opening", "ending", "field:", "fields"
EDGE = 3
"""Blocks of text that count as the opening or the ending of an article."""


class Place(NamedTuple):
    """A text in which patterns are tried, and the way back to the source."""

    text: str
    span: Callable[[int, int], Span]


def is_scope(scope: str) -> bool:
    return scope in SCOPES or scope in (SOURCE, OPENING, ENDING, FIELDS) or scope.startswith(FIELD)


def places(
    article: Article, scopes: tuple[str, ...], needles: Set[str], further: Sequence[Collection[str]] = ()
) -> list[Place]:
    """The texts of the scopes that hold one of the needles, and one of each further set of literals.

    All are folded, and a needle is of one line. Without needles all texts are meant.
    """
    found: list[Place] = []
    there = _blocks_with(needles, further, article) if needles else None
    if there is None or there:
        for number in _block_numbers(article, scopes):
            if there is None or number in there:
                text = article.blocks[number].text
                found.append(Place(text.prose, text.span))
    if SOURCE in scopes and _has(needles, further, _folded_source(article)):
        found.append(Place(article.source, Span))
    if _asks_for_fields(scopes):
        fields = [each for each in _fields(article, scopes) if _has(needles, further, fold_case(each.value))]
        found += [_field_place(each, article) for each in fields]
    return found


def _has(needles: Set[str], further: Sequence[Collection[str]], folded: str) -> bool:
    """Whether a text has what :func:`places` asks for."""
    return not needles or (any(map(folded.__contains__, needles)) and _has_each(further, folded))


def _has_each(further: Sequence[Collection[str]], folded: str) -> bool:
    return all(any(map(folded.__contains__, literals)) for literals in further)


def _blocks_with(needles: Set[str], further: Sequence[Collection[str]], article: Article) -> set[int]:
    """The places in ``article.blocks`` of the blocks that have one of the needles and of each further set."""
    prose, ends = folded_prose(article)
    found = set[int]()
    if not _has_each(further, prose):  # nowhere, so in no block
        return found
    for needle in needles:
        at = prose.find(needle)
        while at >= 0:
            number = bisect_right(ends, at)
            found.add(number)
            at = prose.find(needle, ends[number])
    if found and further:
        starts = [0, *ends]
        return {number for number in found if _has_each(further, prose[starts[number] : ends[number]])}
    return found


@analysis
def _folded_source(article: Article) -> str:
    return fold_case(article.source)


@cache
def _asks_for_fields(scopes: tuple[str, ...]) -> bool:
    return any(scope.startswith(FIELD) or scope == FIELDS for scope in scopes)


def _fields(article: Article, scopes: tuple[str, ...]) -> Iterator[Field]:
    for scope in scopes:
        if scope == FIELDS:
            yield from shown(article)
        elif scope.startswith(FIELD):
            yield from article.fields(scope[len(FIELD) :])


@kept
def _block_numbers(article: Article, scopes: tuple[str, ...]) -> list[int]:
    """The places in ``article.blocks`` of the blocks that the scopes mean."""
    kinds = frozenset[str]().union(*(SCOPES.get(scope, frozenset()) for scope in scopes))
    numbers = {i for i, block in enumerate(article.blocks) if block.kind in kinds}
    if OPENING in scopes or ENDING in scopes:
        running = [i for i, block in enumerate(article.blocks) if block.kind in SCOPES["body"]]
        numbers.update(running[:EDGE] if OPENING in scopes else ())
        numbers.update(running[-EDGE:] if ENDING in scopes else ())
    return sorted(numbers)


def _field_place(each: Field, article: Article) -> Place:
    """The value of a field; where it is written otherwise than it reads it is reported as a whole."""
    if article.excerpt(each.span) != each.value:
        return Place(each.value, lambda start, end: each.span)
    return Place(each.value, lambda start, end: Span(each.span.start + start, each.span.start + end))
