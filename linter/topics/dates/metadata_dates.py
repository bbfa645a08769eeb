"""Dates in the metadata that nobody can read: no such day, too many figures, no such time."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article, Field
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message, messages
from linter.topics.dates.reading.model import Reading

_DATES = ("date", "modified")
"""Metadata that is a date in any format."""
_TEXTS = ("title", "subtitle", "description", "caption")
"""Metadata that is text: dates in it are found as those of the text."""
_IN_FRONT = "front-matter"
_PARTS = r"(?P<year>\d+)(?P<mark>[-./])(?P<month>\d+)(?P=mark)(?P<day>\d+)"
_VALUE = lazy(rf"\s*{_PARTS}(?P<rest>[\sT].*|[A-Za-z]\d\d:\d\d.*)?$", re.DOTALL)
_DAY_FIRST = lazy(r"\s*(?P<first>\d{1,2})(?P<mark>[-./])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?:\s|$)")
_BEGINS = lazy(r"\s*\d+[-./]")
"""What a value in figures, of either form, begins with."""
_TIME = lazy(r"[ T]+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?!\d)")
_LIKELY = lazy(r"(?:19|20)\d\d")
"""The year of a date in any field."""
_AHEAD = lazy(r"2[1-9]\d\d")
"""A year that was mistyped. Its first day is often a sign for "never", as later years are."""
_LONGEST = 5
"""Figures of a number in a date that was meant as one; more are something else."""
_FIGURES = {"year": 4, "month": 2, "day": 2}
_NOT_SO_MANY = messages(
    "a year has no {number} figures",
    "a month has no {number} figures",
    "a day has no {number} figures",
)
_LAST_HOUR, _LAST_MINUTE, _LEAP_SECOND = 24, 59, 60


def wrong_dates(article: Article) -> Iterator[tuple[Field, Reading | None, str]]:
    """The fields that hold no date though they are written as one.

    With the date that the calendar does not have; or with nothing and what is wrong with its writing. Every
    field of front matter is looked at, elsewhere those of publication and change.
    """
    fields = [field for field in article.metadata if field.origin != "path" and _BEGINS.match(field.value)]
    if not fields:
        return
    known = {(found.span, found.name) for name in _DATES for found in article.fields(name)}
    texts = {found.span for name in _TEXTS for found in article.fields(name)}
    for field in fields:
        named = (field.span, field.name) in known or "date" in field.name.casefold()
        if field.span in texts or not (named or field.origin == _IN_FRONT):
            continue
        wrong = _wrong(field.value, named, (field.span, field.name) in known)
        if wrong is not None:
            yield field, *wrong


def _wrong(value: str, named: bool, published: bool) -> tuple[Reading | None, str] | None:
    match = _VALUE.match(value)
    if match is None or len(match["year"]) < 3:
        return _day_first(value) if named else None
    figures = {part: len(match[part]) for part in _FIGURES}
    if max(figures.values()) > _LONGEST or int(match["year"]) == 0:
        return None
    if not named and (match["mark"] != "-" or not _LIKELY.fullmatch(match["year"])):
        return None
    wrong = _wrong_figures(figures)
    if wrong:
        return None, wrong
    if published and _AHEAD.fullmatch(match["year"]) and int(match["month"]) * int(match["day"]) > 1:
        return None, message("no article is of that year")
    reading = Reading(*(int(match[part]) for part in _FIGURES))
    if not reading.exists():
        return (reading, "") if named or _may_be_date(match) else None
    return _wrong_time(match["rest"] or "") if named else None


def _wrong_figures(figures: dict[str, int]) -> str:
    """What is wrong with the number of figures of year, month and day; empty if nothing is."""
    for (part, number), text in zip(figures.items(), _NOT_SO_MANY, strict=True):
        if number > _FIGURES[part]:
            return message(text, number=str(number))
    years = figures["year"]
    return "" if years == _FIGURES["year"] else message(_NOT_SO_MANY[0], number=str(years))


def _may_be_date(match: re.Match[str]) -> bool:
    """Whether figures in any field are written with as many digits as those of a date."""
    return match["mark"] == "-" and len(match["month"]) == len(match["day"]) == _FIGURES["day"]


def _day_first(value: str) -> tuple[Reading, str] | None:
    """A date in figures whose numbers are day and month in neither order."""
    match = _DAY_FIRST.match(value)
    if match is None:
        return None
    year, first, second = (int(match[group]) for group in ("year", "first", "second"))
    readings = [Reading(year, second, first), Reading(year, first, second)]
    return None if not year or any(each.exists() for each in readings) else (readings[0], "")


def _wrong_time(rest: str) -> tuple[None, str] | None:
    if rest and rest[0].isalpha() and rest[0] != "T":
        return None, message("between date and time stands T, not {letter}", letter=rest[0])
    match = _TIME.match(rest)
    if match is None:
        return None
    hour, minute, second = (int(match[group] or 0) for group in ("hour", "minute", "second"))
    if hour > _LAST_HOUR or minute > _LAST_MINUTE or second > _LEAP_SECOND or (hour == _LAST_HOUR and minute):
        return None, message("there is no time {time}", time=match[0].strip(" T"))
    return None
