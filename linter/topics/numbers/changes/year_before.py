"""A change told in two sentences: "Last year 200 dogs came in. This year the number rose by 25 % to 250"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.analyses.sentences import sentence_around
from linter.namedtuples import NamedTuple
from linter.topics.dates.wording import words_at
from linter.topics.numbers.reading.model import MONEY, NUMBER, PERCENT, Quantity

_FARTHEST = 2.0
"""So many times another percentage is one of something else."""


class TwoYears(NamedTuple):
    """The number of the year before, the one of now, and the percentage beside that."""

    before: Quantity
    after: Quantity
    stated: Quantity


def two_years(prose: str, numbers: list[Quantity], code: str) -> Iterator[TwoYears]:
    """The number of a sentence about the year before, and two of the next one, if neither has any other."""
    said = words_at(code, "dates.last-year")
    if not said.search(prose):
        return
    told = _by_sentence(prose, numbers)
    for (span, own), (behind, others) in pairwise(told):
        if len(own) != 1 or len(others) != 2 or not said.search(prose, *span) or behind[0] - span[1] > 1:
            continue
        stated = next((item for item in others if item.kind == PERCENT), None)
        after = next((item for item in others if item.kind in (NUMBER, MONEY)), None)
        if stated is None or after is None or said.search(prose, *behind):
            continue
        before = own[0]
        alike = (before.kind, before.unit) == (after.kind, after.unit) and before.value > 0 < stated.value
        if alike and before.exact and after.exact and _is_likely(before, after, stated):
            yield TwoYears(before, after, stated)


def _is_likely(before: Quantity, after: Quantity, stated: Quantity) -> bool:
    """Whether the change is not far from the percentage, as it would be if they counted two things."""
    change = abs(after.value / before.value - 1) * 100
    return 1 / _FARTHEST <= change / stated.value <= _FARTHEST


def _by_sentence(prose: str, numbers: list[Quantity]) -> list[tuple[tuple[int, int], list[Quantity]]]:
    """The numbers of each sentence that has any."""
    told: list[tuple[tuple[int, int], list[Quantity]]] = []
    for item in numbers:
        span = sentence_around(prose, item.start, item.end)
        if told and told[-1][0] == span:
            told[-1][1].append(item)
        else:
            told.append((span, [item]))
    return told
