"""Two dates and how far apart they are said to be: "on 3 May and on 10 May, two weeks later"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.language import language
from linter.analyses.numerals.hedges import hedge_before
from linter.article.model import Article
from linter.languages import speech
from linter.languages.phrases import GAP, any_of, word_of
from linter.matching import re
from linter.namedtuples import NamedTuple
from linter.topics.dates import DateMention, dates
from linter.topics.dates.reading.forms import Form, compiled, counted, forms, possible

DAY, WEEK, MONTH = "day", "week", "month"
_DAYS = {DAY: 1.0, WEEK: 7.0, MONTH: 30.44}
_ROOM = {DAY: 1.0, WEEK: 4.0, MONTH: 20.0}
"""Days by which a length may be off: the first one counted, too, and weeks and months that are not full."""
_SINCE = 300
"""Characters before a date in which one may stand that is counted from …"""
_NEAR = 70
"""… and in which one has to, so that it is not counted from what happened in between."""
_REACH = 60
_STOP = compiled(r"[.;:!?](?=\s)")
_ENDS = rf"(?={GAP}*(?:[.,;:!?)–—]|\Z))"
_YEAR, _ANY_YEAR = 365, 2001
_SHARE = 0.1
"""By so much of it a length in weeks or months may be rounded."""


class Apart(NamedTuple):
    """``prose[start:end]`` says that so many units lie between two dates."""

    first: DateMention
    last: DateMention
    start: int
    end: int
    days: int
    """How far apart they are …"""
    months: int
    """… in months, if the text tells these; else 0."""


def dates_apart(article: Article) -> Iterator[Apart]:
    """The dates that are said to be later than an earlier one of the block, and fit none of these."""
    every = dates(article)
    code = language(article)
    for place, last in enumerate(every):
        if not place or every[place - 1].block != last.block or last.quoted or last.ambiguous:
            continue
        prose = article.blocks[last.block].text.prose
        told = _told(prose, last, code)
        if told is None:
            continue
        since = [each for each in every[max(0, place - 4) : place] if each.block == last.block]
        near = [each for each in since if last.start - each.end <= _SINCE and each.end <= told.start]
        found = [(each, days) for each in near if (days := _days(each, last, told.unit)) is not None]
        if not found or len(found) < len(near) or any(_fits(days, told) for _, days in found):
            continue
        first, days = found[-1]
        between = prose[first.end : min(told.start, last.start)]
        stops = len(_STOP.findall(between)) - (told.start < last.start)
        if len(between) <= _NEAR and stops <= _runs_back(first, last) and not _weekday(code).search(between):
            months = round(days / _DAYS[MONTH]) if told.unit == MONTH else 0
            yield Apart(first, last, told.start, told.end, days, months)


def _runs_back(first: DateMention, last: DateMention) -> bool:
    """Whether the later date is before the earlier one in the year: then another sentence may part them."""
    one, other = first.readings[0], last.readings[0]
    if one.day is None or other.day is None or one.month != other.month:
        return False
    return other.day < one.day and (other.year is None or "year" in last.borrowed)


class _Told(NamedTuple):
    start: int
    end: int
    unit: str
    number: int


def _told(prose: str, last: DateMention, code: str) -> _Told | None:
    """The length right before or behind a date, if nothing hedges it."""
    low = prose[max(0, last.start - _REACH) : last.end + _REACH].lower()
    for unit in _DAYS:
        for form in possible(forms(code, f"later.{unit}"), low):
            before, behind = _beside(form, code)
            match = behind.match(prose, last.end) or before.search(
                prose, max(0, last.start - _REACH), last.start
            )
            start, number = counted(match, code) if match else (0, None)
            if match and number and not hedge_before(prose, start, code):
                return _Told(start, match.end("said"), unit, number)
    return None


@cache
def _beside(form: Form, code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A length that a date follows, and one that follows a date."""
    again, said = any_of(speech(code).numbers.again), rf"(?P<said>{form.pattern})"
    small = rf"(?:[^\W\d]{{1,3}}{GAP}+){{0,2}}"
    return (
        compiled(rf"{said},?{GAP}+{small}\Z"),
        compiled(rf"(?:{GAP}+[^\W\d]+){{0,2}}{GAP}*[,(–—]{GAP}*(?:(?:{again}),?{GAP}+)?{said}{_ENDS}"),
    )


@cache
def _weekday(code: str) -> re.Pattern[str]:
    return compiled(word_of(speech(code).dates.weekdays))


def _days(first: DateMention, last: DateMention, unit: str) -> int | None:
    """How many days lie between two dates of one precision; if no year is told, less than a year."""
    if first.precision != last.precision or first.ambiguous or first.joined or last.joined:
        return None
    one, other = first.readings[0], last.readings[0]
    years = [reading.year for reading in (one, other) if reading.year is not None]
    if first.precision == "year" or (first.precision == MONTH and (len(years) < 2 or unit != MONTH)):
        return None
    year = years[0] if years else _ANY_YEAR
    start, end = one.on(one.year or year), other.on(other.year or year)
    days = (end - start).days if start and end else 0
    days += _YEAR if days < 0 and len(years) < 2 else 0
    return days if days > 0 else None


def _fits(days: int, told: _Told) -> bool:
    off = abs(days - told.number * _DAYS[told.unit])
    return off <= max(_ROOM[told.unit], _SHARE * days if told.unit != DAY else 0)
