"""Weekdays that do not fit their dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from linter.analyses.dates.calendar import gregorian, nearest, nearest_day_of_month, years_that_fit
from linter.analyses.dates.context import fits_another_year, of_another_era, says, years_near
from linter.analyses.dates.model import WEEKDAY_DAY, DateMention
from linter.analyses.dates.publication import Publication
from linter.analyses.language import language
from linter.article.model import Article
from linter.records import NamedTuple

YEARS = (1970, 2050)
"""Years that two dates without a year may share."""
_HALF_A_YEAR = 6
HALF_A_MONTH = 15
"""Weekday and number alone mean the nearest such day, if it is not as near as the next one."""
_LAST_BEFORE = 16
"""How far before a date "last" may stand."""
THIS_WEEK = 8
"""So many days around the publication most dates without a year are meant to be."""


class Window(NamedTuple):
    """Days before and after the publication on which a date without a year is taken for this year's."""

    before: int = 45
    after: int = 21

    def holds(self, day: date, published: date) -> bool:
        return -self.before <= (day - published).days <= self.after


class Verdict(NamedTuple):
    """What the calendar says about one weekday."""

    mention: DateMention
    day: date | None = None
    """The date as it is understood; nothing if its year is not known."""
    fits: bool | None = None
    """Nothing if it cannot be said."""
    by: Publication | None = None
    """The publication date that gave the year."""
    against: DateMention | None = None
    """The date of the same article that no year lets stand beside this one."""


def judged(article: Article, mention: DateMention) -> bool:
    """Whether the weekday is a statement of the article and not quoted, doubted or of another era."""
    if mention.weekday is None or mention.quoted or mention.unreal:
        return False
    return not of_another_era(article, mention)


def by_written_year(article: Article, mention: DateMention) -> Verdict:
    """The verdict on a date whose year the text says."""
    spoken = language(article)
    days = [day for reading in mention.readings if (day := reading.on(reading.year or 0))]
    if not days or not all(gregorian(day.year, spoken) for day in days):
        return Verdict(mention)
    return Verdict(mention, days[0], any(day.weekday() == mention.weekday for day in days))


def by_publication(article: Article, mention: DateMention, published: Publication, window: Window) -> Verdict:
    """The verdict on a date without a year that lies near the publication."""
    if mention.kind == WEEKDAY_DAY:
        return _by_number(article, mention, published)
    days = [day for reading in mention.readings if (day := nearest(reading, published.day))]
    near = [day for day in days if window.holds(day, published.day)]
    if not near or len(near) < len(days):
        return _of_another_month(mention, published)
    if any(day.weekday() == mention.weekday for day in near):
        return Verdict(mention, near[0], True, published)
    if fits_another_year(article, mention, near[0].year):
        return Verdict(mention)
    return Verdict(mention, near[0], False, published)


def _of_another_month(mention: DateMention, published: Publication) -> Verdict:
    """The verdict on a date far from the publication: wrong if only its month must be another one.

    "Wednesday 31 August" in an article of 1 August is Wednesday 31 July, if it is of no other year.
    """
    reading, day = mention.readings[0], published.day
    meant = nearest_day_of_month(reading.day or 0, day)
    if meant is None or abs((meant - day).days) > THIS_WEEK or meant.weekday() != mention.weekday:
        return Verdict(mention)
    taken = nearest(reading, day)
    if taken is None or years_that_fit(mention, day.year - 2, day.year + 1):
        return Verdict(mention)
    return Verdict(mention, taken, False, published)


def _by_number(article: Article, mention: DateMention, published: Publication) -> Verdict:
    """The verdict on a weekday with the number of a day: of the month that brings it nearest.

    "Last Friday (11)" is none of the days to come.
    """
    day = nearest_day_of_month(mention.readings[0].day or 0, published.day)
    if day is None:
        return Verdict(mention)
    ahead = (day - published.day).days
    if abs(ahead) > HALF_A_MONTH or (ahead > 1 and says(article, mention, "gone", _LAST_BEFORE, 0)):
        return Verdict(mention)
    return Verdict(mention, day, day.weekday() == mention.weekday, published)


def by_each_other(article: Article, mentions: Sequence[DateMention]) -> list[Verdict]:
    """The verdicts on dates without a year in an article without a publication date.

    Two of them disagree if there is no year in which both fall on their weekdays. Of more than two,
    those are reported that disagree with the most.
    """
    dated = [
        mention for mention in mentions if mention.kind != WEEKDAY_DAY and not years_near(article, mention)
    ]
    clashes: list[list[int]] = [[] for _ in dated]
    for (i, a), (j, b) in combinations(enumerate(dated), 2):
        if not _common_year(a, b):
            clashes[i].append(j)
            clashes[j].append(i)
    return list(_outvoted(dated, clashes))


def _common_year(a: DateMention, b: DateMention) -> bool:
    """Whether both weekdays can be right in one year, or across the turn of a year.

    The date that the text names second may be of the next year if the calendar has it first, and of
    the year before if it lies half a year ahead.
    """
    first, second = years_that_fit(a, *YEARS), years_that_fit(b, *YEARS)
    if first & second:
        return True
    one, other = a.readings[0], b.readings[0]
    months = (other.month or 0) - (one.month or 0)
    if months < 0 and {year + 1 for year in first} & second:
        return True
    return months >= _HALF_A_YEAR and bool({year - 1 for year in first} & second)


def _outvoted(dated: Sequence[DateMention], clashes: Sequence[Sequence[int]]) -> Iterable[Verdict]:
    most = max((len(found) for found in clashes), default=0)
    for i, mention in enumerate(dated):
        if not clashes[i]:
            yield Verdict(mention, fits=True if len(dated) > 1 else None)
        elif len(clashes[i]) == most and all(j < i or len(clashes[j]) < most for j in clashes[i]):
            yield Verdict(mention, fits=False, against=dated[clashes[i][0]])
