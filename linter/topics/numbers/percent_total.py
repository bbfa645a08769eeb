"""Percentages of one whole that are more or less than 100."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, pairwise
from typing import ClassVar

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import word_of
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.formatting import shown
from linter.topics.numbers.model import PERCENT, Quantity
from linter.topics.numbers.wording import rest, words_of

REST, VOTE = "rest", "vote"
_FARTHEST = 15.0
"""Percentages that add up to so much more or less are not all that there are."""
_MOST = 8
_NEAR = 50
"""Of so many percentages before and after a list the whole is looked for."""

_SENTENCE = lazy(r"[.!?;](?:\s|$)|\n")


class PercentList(NamedTuple):
    """Percentages of one sentence that should make up a whole."""

    block: Block
    items: tuple[Quantity, ...]
    kind: str
    """``rest`` where the last is called the rest: exactly all; ``vote``: at most all."""
    around: tuple[Quantity, ...]
    """The other percentages of the block near them."""


@analysis
def percent_lists(article: Article) -> tuple[PercentList, ...]:
    """The percentages that an article lists as parts of one whole."""
    code = language(article)
    return tuple(
        listed
        for block, items in quantities(article)
        if sum(item.kind == PERCENT for item in items) > 1
        for listed in _in_block(block, items, code)
    )


def possible(listed: PercentList) -> bool:
    """Whether the percentages, or for a rest some of them with it, make up a whole as far as rounding goes.

    The whole is 100, or for a rest another percentage of the paragraph, of which they may be parts.
    """
    *others, last = listed.items
    if listed.kind == VOTE:
        return sum(item.interval.low for item in listed.items) <= 100
    if abs(sum(item.value for item in listed.items) - 100) > _FARTHEST:
        return True
    wholes = (Interval(100, 100), *(each.interval for each in listed.around))
    return any(
        _added((*chosen, last)).overlaps(whole)
        for whole in wholes
        for count in range(1, len(others) + 1)
        for chosen in combinations(others, count)
    )


def _added(items: tuple[Quantity, ...]) -> Interval:
    return Interval(sum(item.interval.low for item in items), sum(item.interval.high for item in items))


@lru_cache(maxsize=16)
def _stances(code: str) -> re.Pattern[str]:
    """A word neither for nor against, or against, or for, each in a group: "no opinion" is not "no".

    All three are needed, since "contre" and "no" say much else.
    """
    stance = words_of(code).stance
    lists = (stance.neither, stance.against, stance.for_)
    return lazy("|".join(f"({word_of(phrases)})" for phrases in lists), re.IGNORECASE)


def _in_block(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[PercentList]:
    prose = block.text.prose
    stances, remains = _stances(code), rest(code)
    percentages = [item for item in items if item.kind == PERCENT]
    for first, behind in _sentences(prose, percentages):
        sentence = tuple(percentages[first:behind])
        last = sentence[-1]
        around = (*percentages[max(0, first - _NEAR) : first], *percentages[behind : behind + _NEAR])
        if 1 < len(sentence) <= _MOST and remains.holds(prose, last.start, last.end):
            yield PercentList(block, sentence, REST, around)
        elif _is_vote(prose, sentence, stances):
            yield PercentList(block, sentence, VOTE, around)


def _sentences(prose: str, items: list[Quantity]) -> Iterator[tuple[int, int]]:
    """The percentages of each sentence that has more than one: number of the first, and behind the last."""
    ends = [i for i, (one, other) in enumerate(pairwise(items), 1) if _parted(prose, one, other)]
    return ((first, behind) for first, behind in pairwise([0, *ends, len(items)]) if behind - first > 1)


def _parted(prose: str, one: Quantity, other: Quantity) -> bool:
    return _SENTENCE.search(prose, one.end, other.start) is not None


def _is_vote(prose: str, items: tuple[Quantity, ...], stances: re.Pattern[str]) -> bool:
    """Whether the words after each percentage take another stance: for, against, neither."""
    if len(items) != stances.groups:
        return False
    taken: set[int | None] = set()
    for item, following in zip(items, (*items[1:], None), strict=True):
        end = following.start if following else item.end + 40
        words = _SENTENCE.split(prose[item.end : min(end, item.end + 60)])[0]
        stated = {match.lastindex for match in stances.finditer(words)}
        if len(stated) != 1:
            return False
        taken |= stated
    return len(taken) == stances.groups


class PercentTotal(Check):
    """Adds up percentages where the last is called the rest, or where they are for, against and neither.

    Other lists of percentages are left alone: more than one answer may have been possible, or not all
    are named. Variants: ``vote``.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"sum"})
    needs = ("numbers.rest",)
    variants: ClassVar[frozenset[str]] = frozenset({"vote"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        spoken = language(article)
        for listed in percent_lists(article):
            yield Count("wholes checked")
            if possible(listed):
                continue
            span = listed.block.text.span
            added = sum(item.value for item in listed.items)
            terms = " + ".join(item.text for item in listed.items)
            first, *_, last = listed.items
            related = Related(span(first.start, first.end), "from here on")
            yield Alarm(
                span(last.start, last.end),
                {"sum": f"{terms} = {shown(added, spoken)} %"},
                (related,),
                variant="" if listed.kind == REST else "vote",
            )
