"""The places of an article that name a year: bare years and dates that have one."""

from __future__ import annotations

from bisect import bisect_left

from linter.analyses import analysis, kept
from linter.analyses.exempt import exempt
from linter.article.model import Article
from linter.datetimes import date
from linter.namedtuples import NamedTuple
from linter.topics.dates import dates
from linter.topics.dates.reading.years import years

_FEW = 2
"""A sentence with more years than one and these is about more than one thing."""


class Anchor(NamedTuple):
    """A year at ``prose[start:end]`` of a block, alone or as part of a date."""

    block: int
    start: int
    end: int
    year: int
    quoted: bool


@analysis
def anchors(article: Article) -> tuple[Anchor, ...]:
    """What names a year, in reading order; a date counts as one place."""
    dated = [
        Anchor(mention.block, mention.start, mention.end, mention.year, mention.quoted)
        for mention in dates(article)
        if mention.year is not None and "year" in mention.places
    ]
    taken = {(mention.block, place.start) for mention in dates(article) for place in mention.places.values()}
    bare = [
        Anchor(year.block, year.start, year.end, year.year, _quoted(article, year.block, year.start))
        for year in years(article)
        if (year.block, year.start) not in taken
    ]
    return tuple(sorted([*dated, *bare]))


@kept
def years_within(article: Article, block: int, start: int, end: int) -> frozenset[int]:
    """The years named between two offsets of a block."""
    every = anchors(article)
    first = bisect_left(every, (block, start))
    return frozenset(anchor.year for anchor in every[first : bisect_left(every, (block, end), first)])


def alone(article: Article, anchor: Anchor, start: int, end: int) -> bool:
    """Whether an anchor is the only one between two offsets of its block."""
    return not beside(article, anchor, start, end)


def beside(article: Article, anchor: Anchor, start: int, end: int) -> tuple[Anchor, ...]:
    """The other anchors between two offsets of its block, of which no more than some are looked at."""
    every = anchors(article)
    place = bisect_left(every, anchor)
    near = every[max(place - _FEW, 0) : place] + every[place + 1 : place + 1 + _FEW]
    return tuple(each for each in near if each.block == anchor.block and start <= each.start < end)


def day_of(article: Article, anchor: Anchor) -> date | None:
    """The day that an anchor names, if it is one."""
    for mention in dates(article):
        if mention.block == anchor.block and mention.start <= anchor.start < mention.end:
            return mention.readings[0].on(anchor.year) if mention.day and mention.month else None
    return None


def _quoted(article: Article, block: int, start: int) -> bool:
    place = article.blocks[block].text.span(start, start + 1).start
    return exempt(article, "quotes").hold(place)
