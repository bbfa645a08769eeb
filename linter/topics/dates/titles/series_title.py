"""The date in the headline of a series that was left from another issue."""

from __future__ import annotations

from linter.analyses.language import language
from linter.article.model import Article
from linter.article.path_date import path_date
from linter.check import Alarm
from linter.datetimes import date
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Text
from linter.topics.dates.publication import published
from linter.topics.dates.reading.recognise import recognise
from linter.topics.dates.reading.slips import is_slip

_SERIES = 5
"""So many articles beside it have the headline with other dates, each as far from that of its name …"""
_FEW = 2
"""… and so many are enough where one of them has the very same."""
_MOST = 0.75
"""So many of all may be wrong themselves."""
_SPREAD = 1
"""Days by which these may be further apart in one than in another."""
_LATE = 7
"""A date so many days from where the series has it is that of another issue; below, a post came late."""
_NUMBER = lazy(r"\d+")


class _Dated(NamedTuple):
    """A headline with one date."""

    rest: str
    """What else it says, numbers left out."""
    text: str
    start: int
    end: int
    day: date
    days: int
    """How many days the date is before or behind that of the file name."""


def date_of_series(article: Article, title: Text) -> Alarm | None:
    """ "Press review of 28 June" in the file of 12 July, beside files with the day of their names."""
    code = language(article)
    mine = _dated(title.prose, article.path, code) if article.neighbours else None
    if mine is None or not mine.days or _is_published(article, mine.day):
        return None
    beside = [
        found
        for neighbour in article.neighbours
        if neighbour.headline and (found := _dated(neighbour.headline.prose, neighbour.path, code))
    ]
    copied = any(found.day == mine.day for found in beside if found.rest == mine.rest)
    usual = _usual(mine, [found for found in beside if found.rest == mine.rest], _FEW if copied else _SERIES)
    other = path_date(article.path)
    if usual is None or other is None:
        return None
    off = abs(mine.days - usual)
    slipped = is_slip(mine.day, date.fromisoformat(other.value))
    if off <= _SPREAD or not (off >= _LATE or copied or slipped):
        return None
    return Alarm(title.span(mine.start, mine.end), {"said": mine.text, "other": other.value}, variant="name")


def _usual(mine: _Dated, others: list[_Dated], least: int) -> int | None:
    """How many days the dates of a series are off, if at least so many agree."""
    days = [each.days for each in others if each.day != mine.day]
    usual = max(days, key=days.count, default=0)
    alike = sum(abs(each - usual) <= _SPREAD for each in days)
    return usual if alike >= max(least, _MOST * len(days)) else None


def _dated(headline: str, path: str, code: str) -> _Dated | None:
    """A headline with one date of a day, in a file with one."""
    named = path_date(path)
    found = recognise(headline, code) if named else []
    if named is None or len(found) != 1 or found[0].precision != "day":
        return None
    try:
        filed = date.fromisoformat(named.value)
    except ValueError:
        return None
    said = found[0]
    day = said.readings[0].on(said.year or filed.year)
    if day is None or said.ambiguous:
        return None
    rest = _NUMBER.sub("", headline[: said.start] + headline[said.end :])
    return _Dated(rest, said.text, said.start, said.end, day, (day - filed).days)


def _is_published(article: Article, day: date) -> bool:
    """Whether the front matter has the day of the headline: then the name of the file is the odd one."""
    first = published(article)
    return first is not None and first.day == day
