"""Figures that one version has, and the other one nowhere in any form."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.article.model import Article
from linter.namedtuples import NamedTuple
from linter.topics.translations.differences import everything, excused, is_own, knows_scales, unsaid
from linter.topics.translations.figures import NUMBER, TIME, VERSION, Figure, Value, figures
from linter.topics.translations.pairs import Pair, once_a_pair

_DIGITS = 9
"""Digits in which two numbers are compared that a scale word may make the same."""


class Addition(NamedTuple):
    """A figure in a passage of the other version, by the number of the passage."""

    passage: int
    figure: Figure


class _Said(NamedTuple):
    """What an article says in figures, for looking up."""

    values: frozenset[Value]
    digits: frozenset[str]
    """The digits of all its numbers, without their size."""
    scaled: frozenset[str]
    """Those of the numbers with a scale word, which another language may write in another way."""
    versions: frozenset[str]
    """Its versions, and the series that they are of."""


@once_a_pair
def additions(pair: Pair) -> list[Addition]:
    """The figures of the other version that the first one has nowhere, whatever stands beside them.

    Nothing where the scale words of one of both languages are not known: no number can be ruled out then.
    """
    return list(_additions(pair)) if knows_scales(pair.first) and knows_scales(pair.other) else []


def _additions(pair: Pair) -> Iterator[Addition]:
    mine, said = figures(pair.first), _said(pair.first)
    partners = {match.theirs: match for match in pair.matches}
    for number, passage in enumerate(figures(pair.other)):
        left = [each for each in passage.hard if not _is_small(each) and not _is_said(each, said)]
        match = partners.get(number) if left else None
        if match is not None:
            if is_own(pair, match):
                continue
            beside = mine[match.mine].hard
            left = [
                each
                for each in unsaid(left, pair.first, match.mine)
                if not any(each.kind == other.kind and excused(other, each) for other in beside)
            ]
        yield from (Addition(number, each) for each in left)


@analysis
def _said(article: Article) -> _Said:
    hard = [each for passage in figures(article) for each in passage.hard]
    versions = (_series(each.text) for each in hard if each.kind == VERSION)
    return _Said(
        everything(article),
        frozenset(digits for each in hard for digits in _digits(each)),
        frozenset(digits for each in hard if each.scaled for digits in _digits(each)),
        frozenset().union(*versions),
    )


def _is_small(figure: Figure) -> bool:
    """Whether it is none or one, which languages say in many ways."""
    return figure.kind == NUMBER and all(isinstance(each, float) and each <= 1 for each in figure.values)


def _is_said(figure: Figure, said: _Said) -> bool:
    if figure.kind == TIME or figure.values & said.values:
        return True
    if figure.kind == VERSION:
        return bool(_series(figure.text) & said.versions)
    known = said.digits if figure.scaled else said.scaled
    return not known.isdisjoint(_digits(figure))


def _digits(figure: Figure) -> set[str]:
    return {f"{each:.{_DIGITS}e}".partition("e")[0] for each in figure.values if isinstance(each, float)}


def _series(version: str) -> frozenset[str]:
    """A version and the series that it is of, from two parts on: ``4.16.0``, ``4.16``."""
    parts = version.lower().split(".")
    return frozenset(".".join(parts[:count]) for count in range(2, len(parts) + 1))
