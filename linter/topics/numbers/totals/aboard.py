"""How many were on board, and what became of them in the next sentence: more than there were."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.sentences import sentence_around
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.totals.stances import meets_each_another
from linter.topics.numbers.wording import words_of

_CLAUSE = lazy(r"[^.;:!?\d\n]{0,60}")
_LEAD = 40
"""Characters before a number in which its sentence may say that it is of those on board."""
_NEAR = 120
"""Characters from their number to the first of those of whom is told what became of them."""


class Aboard(NamedTuple):
    """All on board, and two groups of them."""

    whole: Quantity
    parts: tuple[Quantity, Quantity]


def aboard(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Aboard]:
    """The numbers of those on board right before two others, of whom each tells another outcome."""
    ends = (0, *(item.end for item in items))
    for last, whole, one, other in zip(ends, items, items[1:], items[2:], strict=False):
        if not (whole.is_count and one.is_count and other.is_count and one.start - whole.end <= _NEAR):
            continue
        start, end = sentence_around(prose, whole.start, whole.end)
        first = last <= start  # "of the 30 on board, 14 …" says it of the number before
        before = prose[max(start, whole.start - _LEAD) : whole.start] if first else ""
        behind = prose[whole.end : min(end, one.start)]
        if not (_on_board(code).search(before) or _on_board(code).search(behind)):
            continue
        between, rest = prose[one.start : other.start], _CLAUSE.match(prose, other.end)
        if len(between) <= _NEAR and rest and meets_each_another([between, rest[0]], code):
            yield Aboard(whole, (one, other))


@lru_cache(maxsize=16)
def _on_board(code: str) -> re.Pattern[str]:
    return lazy(word_of(words_of(code).person.on_board), re.IGNORECASE)
