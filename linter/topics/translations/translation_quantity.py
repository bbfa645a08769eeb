"""A value that another language version has in another unit or currency, or with another scale word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

from linter.article.model import Article
from linter.topics.numbers import Quantity, quantities_by_block
from linter.topics.numbers.reading.currencies import DOLLAR
from linter.topics.numbers.reading.model import MEASURE, MONEY
from linter.topics.numbers.reading.units import UNITS
from linter.topics.translations.pairs import Pair
from linter.topics.translations.passages import Passage
from linter.topics.translations.version_check import Disagreement, VersionCheck, disagreement

_KINDS = (MONEY, MEASURE)
_TELLING = 2
"""Digits of a value that nobody chose as a round example."""


class TranslationQuantity(VersionCheck):
    """Reports the same figures with another unit, or with million for billion."""

    def compare(self, pair: Pair) -> Iterator[Disagreement]:
        for match in pair.sure:
            mine, theirs = pair.passages(match)
            one, other = _stated(pair.first, mine), _stated(pair.other, theirs)
            for a, b in _misfits(one, other) if one and other else ():
                yield disagreement(pair, match, a, b)


def _stated(article: Article, passage: Passage) -> Sequence[Quantity]:
    items = quantities_by_block(article).get(id(passage.block), ())
    return [each for each in items if not each.is_range and (each.kind in _KINDS or each.scale > 1)]


def _misfits(one: Sequence[Quantity], other: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Quantities of the same figures that mean something else, and are said once in both passages."""
    for a in one:
        for b in other:
            if not isclose(a.value / a.scale, b.value / b.scale):
                continue
            if (
                (_other_unit(a, b) or _other_scale(a, b))
                and not any(_same(a, each) for each in other)
                and not any(_same(b, each) for each in one)
            ):
                yield a, b
                break


def _same(one: Quantity, other: Quantity) -> bool:
    return isclose(one.value, other.value) and not _other_unit(one, other)


def _other_scale(one: Quantity, other: Quantity) -> bool:
    return one.scale != other.scale and one.scale > 1 and other.scale > 1 and one.kind == other.kind


def _other_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two values of the same size are surely in different currencies, or units of one dimension."""
    if one.unit == other.unit or not one.unit or not other.unit or one.kind != other.kind:
        return False
    if one.digits < _TELLING:  # ten dollars are ten euros elsewhere: an example was moved to another country
        return False
    if one.kind == MONEY:
        return not (DOLLAR in (one.unit, other.unit) and _is_dollar(one.unit) and _is_dollar(other.unit))
    mine, theirs = UNITS.get(one.unit), UNITS.get(other.unit)
    if mine is None or theirs is None or mine.dimension != theirs.dimension:
        return False
    return not any(isclose(a, b, rel_tol=0.1) for a in mine.sizes for b in theirs.sizes)


def _is_dollar(currency: str) -> bool:
    return currency == DOLLAR or currency.endswith("D")
