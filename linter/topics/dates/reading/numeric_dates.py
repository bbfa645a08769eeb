"""Dates in figures: which number is the day, which the month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.dates.reading.model import NUMERIC, DateMention, Reading

CENTURIES = (2000, 1900)
"""What a year of two digits may stand for."""
_NUMBER = lazy(r"\d+")
_PARTS = ("first", "second", "third")


def numeric_readings(match: re.Match[str], order: str) -> tuple[Reading, ...]:
    """The readings of a date in figures in a language of that order (``dmy``, ``mdy``, ``ymd``).

    Only what the calendar has, if it has any. English is written in both orders; elsewhere month first
    is read only where day first is impossible. Empty where the numbers are no date at all.
    """
    first, second, third = match["first"], match["second"], match["third"]
    if len(first) == 4:
        return (Reading(int(first), int(second), int(third)),) if len(third) < 3 else ()
    if len(first) > 2 or len(third) == 1:
        return ()
    years = [int(third)] if len(third) == 4 else [century + int(third) for century in CENTURIES]
    day_first = [Reading(year, int(second), int(first)) for year in years]
    month_first = [Reading(year, int(first), int(second)) for year in years]
    wanted = ([*day_first, *month_first],) if order == "mdy" else (day_first, month_first)
    return next((found for readings in wanted if (found := _existing(readings))), tuple(wanted[0]))


def short_readings(match: re.Match[str], order: str) -> tuple[Reading, ...]:
    """The readings of day and month in figures; empty where no order makes a date."""
    first, second = int(match["first"]), int(match["second"])
    day_first, month_first = Reading(None, second, first), Reading(None, first, second)
    return _existing((day_first, month_first) if order == "mdy" else (day_first,))


def _existing(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(dict.fromkeys(reading for reading in readings if reading.exists()))


def order_shown(mentions: Iterable[DateMention]) -> str:
    """The order that the dates of one article prove: ``dmy``, ``mdy`` or, if none or both, nothing.

    A date proves it if one of its numbers can only be a day.
    """
    proofs = {_order(mention, mention.readings[0]) for mention in mentions if _proves(mention)}
    return proofs.pop() if len(proofs) == 1 else ""


def _proves(mention: DateMention) -> bool:
    first = mention.readings[0]
    return mention.kind == NUMERIC and not mention.ambiguous and first.exists() and first.day != first.month


def _order(mention: DateMention, reading: Reading) -> str:
    """Told by the text: the places are those of the prose before it was tidied."""
    numbers, weekday = _NUMBER.findall(mention.text), mention.places.get("weekday")
    behind = weekday is not None and weekday.start < mention.places["first"].start  # "2ª feira, 21/05"
    first = numbers[-sum(part in mention.places for part in _PARTS)] if behind else numbers[0]
    return "dmy" if int(first) == reading.day else "mdy"


def order_of(mention: DateMention) -> str:
    """The order of a date in figures by its first reading: ``dmy`` or ``mdy``."""
    return _order(mention, mention.readings[0])


def in_order(mention: DateMention, order: str) -> DateMention:
    """The mention with only the readings of that order, if it is in figures and has any of them."""
    if mention.kind != NUMERIC or not mention.ambiguous or not order:
        return mention
    kept = tuple(reading for reading in mention.readings if _order(mention, reading) == order)
    return mention._replace(readings=kept) if kept else mention
