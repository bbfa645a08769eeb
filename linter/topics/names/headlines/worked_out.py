"""A number of the headline that the text does not state, but that a reader can work out from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article
from linter.matching.regexes import lazy
from linter.topics.dates.publication import published
from linter.topics.names import haystack
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, PERCENT, Quantity

_MOST = 12
"""So many numbers of one kind are added up and compared."""
_YEAR = lazy(r"\b(?:1[5-9]|20)\d\d\b")


def follows(number: Quantity, stated: Sequence[Quantity], article: Article) -> bool:
    """Whether it is a sum, a share or change of two numbers that are stated, an age, or a span of years."""
    if number.unit == "year" and _from_years(number, article):
        return True
    if number.kind == PERCENT:
        values = _values(stated, lambda other: other.kind in (NUMBER, MONEY, MEASURE))
        return any(_as_share(number.interval, one, two) for one, two in combinations(values, 2))
    values = _values(stated, lambda other: (other.kind, other.unit) == (number.kind, number.unit))
    return any(_adds_up(number.interval, pair) for size in (2, 3) for pair in combinations(values, size))


def _values(stated: Sequence[Quantity], wanted: Callable[[Quantity], bool]) -> list[float]:
    """The first few different values of the text's numbers of a kind."""
    found = (abs(other.value) for other in stated if wanted(other))
    return list(dict.fromkeys(found))[:_MOST]


def _as_share(wanted: Interval, one: float, two: float) -> bool:
    small, large = sorted((one, two))
    if not small:
        return False
    shares = (100 * small / large, 100 * (large - small) / large, 100 * (large - small) / small)
    return any(wanted.low <= share <= wanted.high for share in shares)


def _adds_up(wanted: Interval, values: tuple[float, ...]) -> bool:
    return wanted.low <= sum(values) <= wanted.high


def _from_years(number: Quantity, article: Article) -> bool:
    """Is it the time between two years of the text, or a year and the day of publication?"""
    years = {int(found) for found in _YEAR.findall(haystack(article).text)}
    day = published(article)
    if day is not None:
        years.add(day.day.year)
    return any(abs(abs(one - two) - number.value) <= 1 for one, two in combinations(sorted(years), 2))
