"""The calendar: weekdays, the nearest fitting days, and the year that a date without one means."""

from __future__ import annotations

from collections.abc import Iterator

from linter.datetimes import date, timedelta
from linter.languages import speech
from linter.messages import Message, message, messages
from linter.topics.dates.reading.model import DateMention, Reading

MONTHS = messages(
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
WEEKDAYS = messages("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_IN_DATES = messages(
    "{day} January", "{day} February", "{day} March", "{day} April", "{day} May", "{day} June", "{day} July",
    "{day} August", "{day} September", "{day} October", "{day} November", "{day} December", "1st",
)  # fmt: skip
"""Dates as languages write them; that of the first day has another number in some."""
_WITH_YEAR, WITH_WEEKDAY = messages("{date} {year}", "{weekday} {date}")

_GREGORIAN_SINCE = 1753
"""Britain changed to the Gregorian calendar in 1752; later ones say so in the files of their languages."""
_UNTIL = 2299
"""Later years belong to other calendars (Buddhist 2568) or to fiction."""


def gregorian(year: int, code: str) -> bool:
    """Whether a year of a text in that language is surely one of the Gregorian calendar."""
    return (speech(code).dates.gregorian_since or _GREGORIAN_SINCE) <= year <= _UNTIL


def in_words(day: date) -> Message:
    """ "4 March 2025", as messages say it."""
    return message(_WITH_YEAR, date=without_year(day.day, day.month), year=str(day.year))


def without_year(day: int, month: int) -> Message:
    """ "4 March"."""
    number = str(day) if day > 1 else Message("1", _IN_DATES[-1], {})
    return message(_IN_DATES[month - 1], day=number)


def weekday_name(weekday: int) -> Message:
    """ "Monday" for 0."""
    return message(WEEKDAYS[weekday])


def nearest(reading: Reading, to: date) -> date | None:
    """The date of day and month without a year that is nearest to another date."""
    days = [day for year in (to.year - 1, to.year, to.year + 1) if (day := reading.on(year))]
    return min(days, key=lambda day: (abs(day - to), day), default=None)


def nearest_day_of_month(number: int, to: date) -> date | None:
    """The date with that day of the month that is nearest to another date."""
    days = [
        found
        for first in _months_around(to)
        if (found := Reading(first.year, first.month, number).on(first.year))
    ]
    return min(days, key=lambda day: (abs(day - to), day), default=None)


def _months_around(day: date) -> Iterator[date]:
    first = day.replace(day=1)
    yield (first - timedelta(days=1)).replace(day=1)
    yield first
    yield (first + timedelta(days=32)).replace(day=1)


def days_that_fit(day: date, weekday: int) -> list[date]:
    """What the writer may have meant: the nearest day of that weekday, and the same day a month off.

    Half of the slips are in the weekday or the day, one in five is in the month.
    """
    off = (weekday - day.weekday() + 3) % 7 - 3
    found = [day + timedelta(days=off)]
    for first in (*_months_around(day),):
        other = Reading(first.year, first.month, day.day).on(first.year)
        if other and other.month != day.month and other.weekday() == weekday:
            found.append(other)
    return found


def years_that_fit(mention: DateMention, first: int, last: int) -> frozenset[int]:
    """The years of a range in which the date falls on its weekday."""
    return frozenset(
        year
        for year in range(first, last + 1)
        for reading in mention.readings
        if (day := reading.on(year)) and day.weekday() == mention.weekday
    )
