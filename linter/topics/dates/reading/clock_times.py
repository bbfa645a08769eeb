"""Times of a day in figures: "6:30 p.m.", "18h30", "8 Uhr"."""

from __future__ import annotations

from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.namedtuples import NamedTuple

HOUR = 60
NOON = HALF_DAY = 12 * HOUR
DAY = 24 * HOUR


class Time(NamedTuple):
    """A time of day in minutes after midnight, and whether nothing but the whole day can be meant by it."""

    minutes: int
    sure: bool


def time_of(hour: int, minute: int, half: str) -> Time | None:
    """A time of day, with "a.m." or "p.m." or nothing; none if the day has no such hour, or its half."""
    minutes = hour * HOUR + minute
    if not half:
        return Time(minutes, minutes >= NOON + HOUR) if hour * HOUR <= DAY else None
    if not 1 <= hour <= NOON // HOUR:
        return None
    return Time(minutes % NOON + (NOON if half[0] in "pP" else 0), True)


def time_pattern(number: int, code: str) -> str:
    """A time in a language; its groups ``hour``, ``minute``, ``half`` and ``unit`` have that number."""
    hours = any_of(("h", *speech(code).numbers.limit.hour))
    return (
        rf"(?P<hour{number}>(?<![\d.:])(?<!\d,)\d{{1,2}})"
        rf"(?:{GAP}?(?:[:.]|h{GAP}?)(?P<minute{number}>[0-5]\d))?(?![\d%])"
        rf"(?:{GAP}?(?:(?P<half{number}>[ap])\.?{GAP}?m\b\.?|(?P<unit{number}>{hours})(?!\w)))?"
    )
