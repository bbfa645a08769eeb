"""Dates that share a month or a year: "3 to 5 March 2025", "30 March - 2 April 2025"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.languages.dates import spelling_key
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.dates.reading.grammar import Grammar
from linter.topics.dates.reading.model import WEEKDAY_DAY, WRITTEN, DateMention, Place, Reading
from linter.topics.dates.reading.weekdays import weekday_before

_REACH = 32
"""How far before a date the number that shares its month may stand."""
_MOST = 6
"""A list of days is not followed further."""
_DAY = lazy(r"(?<![\d.,:/#])\d{1,2}(?!\d)")
_APPOSED = lazy(r"(?:,[ \u00a0]|[ \u00a0]\()(?:[^\W\d]{1,5}[ \u00a0]){0,2}")
_PREPOSITION = lazy(r"(?<=[^\W\d])[ \u00a0][^\W\d]{1,2}[ \u00a0]$")
"""All of the text from a range of days to the weekdays that say again when it is."""
_RANGE, _LIST = "to", "and"


def with_joined(prose: str, found: Sequence[DateMention], known: Grammar) -> Iterator[DateMention]:
    """The dates and the days that are joined to them, each with the month and year it shares."""
    chain: list[DateMention] = []
    floor = 0
    for mention in found:
        group = [mention]
        if mention.kind == WRITTEN:
            group = _with_days_after(prose, _with_days_before(prose, mention, known, floor), known)
            group = _weekdays_in_pairs(prose, group, known)
        chain += group
        floor = chain[-1].end
    yield from _years_shared(prose, chain, known)


def _with_days_before(prose: str, mention: DateMention, known: Grammar, floor: int) -> list[DateMention]:
    """A date and the days that stand before it and share its month: "lundi 3 et mardi 4 mars"."""
    chain = [mention]
    while len(chain) <= _MOST and (day := _day_before(prose, chain[0], known, floor)):
        before, join = day
        if join == "," and len(chain) == 1:
            break
        chain[0] = chain[0]._replace(joined=_RANGE if join == _RANGE else _LIST)
        chain.insert(0, before)
    return chain


def _day_before(prose: str, last: DateMention, known: Grammar, floor: int) -> tuple[DateMention, str] | None:
    """The day that ends where another one begins, with what joins them."""
    for number in reversed([*_DAY.finditer(prose, max(floor, last.start - _REACH), last.start)]):
        match = known.before_joined.fullmatch(prose, number.start(), last.start)
        if match is None:
            continue
        join = _RANGE if match["to"] else match["and"]
        said = weekday_before(prose, number.start(), known, floor)
        start = said.start if said else number.start()
        places = {"day": Place(*number.span()), "month": last.places["month"]}
        if said:
            places["weekday"] = Place(said.start, said.end)
        readings = _shared(int(number[0]), last.readings[0])
        text = prose[start : number.end()]
        borrowed = frozenset({"month", "year"})
        weekday = said.weekday if said else None
        day = DateMention(start, number.end(), text, WRITTEN, readings, weekday, places, borrowed)
        return day, join
    return None


def _shared(day: int, of: Reading) -> tuple[Reading, ...]:
    """A day in the month of a later date; in the month before it, too, if its number is higher."""
    same = Reading(of.year, of.month, day)
    if of.day is None or of.month is None or day < of.day:
        return (same,)
    year = None if of.year is None else of.year - (of.month == 1)
    return (Reading(year, of.month - 1 or 12, day), same)


def _with_days_after(prose: str, chain: list[DateMention], known: Grammar) -> list[DateMention]:
    """The dates with the days that follow the last one and share its month: "March 3 and 4"."""
    date = chain[-1]
    if known.signed_after is not None and (match := known.signed_after.match(prose, date.end)):
        return [*chain, _signed_day(match, date)]
    day = date.places.get("day")
    if day is None or day.start < date.places["month"].start:
        return chain
    chain = [*chain]
    while len(chain) <= _MOST and (chain[-1].readings[0].year is None or _year_first(date)):
        match = known.after_joined.match(prose, chain[-1].end)
        if match is None:
            break
        chain.append(_next_day(match, date, known))
    return chain


def _signed_day(match: re.Match[str], date: DateMention) -> DateMention:
    """The last day of a range whose first day has month and year."""
    places = {"day": Place(*match.span("day")), "month": date.places["month"]}
    reading = date.readings[0]._replace(day=int(match["day"]))
    shared = frozenset({"month", "year"})
    text = match[0][match.start("day") - match.start() :]
    return DateMention(
        match.start("day"), match.end(), text, WRITTEN, (reading,), None, places, shared, _RANGE
    )


def _next_day(match: re.Match[str], date: DateMention, known: Grammar) -> DateMention:
    places = {"day": Place(*match.span("day")), "month": date.places["month"]}
    start, weekday = match.start("day"), None
    if match["weekday"]:
        places["weekday"], start = Place(*match.span("weekday")), match.start("weekday")
        weekday = weekday_number(match["weekday"], known)
    shared, year = {"month"}, int(match["year"]) if match["year"] else None
    if year is not None:
        places["year"] = Place(*match.span("year"))
    elif _year_first(date):
        shared, year = {"month", "year"}, date.readings[0].year
    text = match[0][start - match.start() :]
    reading = Reading(year, date.month, int(match["day"]))
    joined = _RANGE if match["to"] else _LIST
    return DateMention(
        start, match.end(), text, WRITTEN, (reading,), weekday, places, frozenset(shared), joined
    )


def _year_first(date: DateMention) -> bool:
    """Whether the year of a date stands before its month, so that days behind it share both."""
    year = date.places.get("year")
    return year is not None and year.start < date.places["month"].start


def weekday_number(text: str, known: Grammar) -> int:
    """The number of a weekday that the grammar matched, from Monday as 0."""
    key = spelling_key(text)
    number = known.dates.weekdays.get(key)
    return known.dates.short_weekdays[key] if number is None else number


def _weekdays_in_pairs(prose: str, group: list[DateMention], known: Grammar) -> list[DateMention]:
    """Gives each of two days its weekday where both weekdays stand first ("Friday and Saturday 3 and 4")."""
    if len(group) == 2 and group[0].weekday is group[1].weekday is None and group[1].joined:
        return _weekdays_behind(prose, group, known)
    if len(group) < 2 or group[0].weekday is None:
        return group
    pair = _other_weekday(prose, group[0], known)
    if pair is None:
        return group
    if len(group) > 2 or group[-1].weekday is not None:
        return [_without_weekday(group[0]), *group[1:]]
    place = group[0].places["weekday"]
    first = group[0]._replace(
        start=pair.start, weekday=pair.weekday, places={**group[0].places, **pair.places}
    )
    second = group[1]._replace(weekday=group[0].weekday, places={**group[1].places, "weekday": place})
    return [first._replace(text=prose[first.start : first.end]), second]


def _weekdays_behind(prose: str, group: list[DateMention], known: Grammar) -> list[DateMention]:
    """The same where they stand behind ("12–14 March 2025, Friday to Sunday", "5 and 6 June, on …")."""
    opened = _APPOSED.match(prose, group[1].end)
    first = known.weekday.match(prose, opened.end()) if opened else None
    last = known.weekday.search(prose, first.end(), first.end() + _REACH) if first else None
    if first is None or last is None:
        return group
    if _joint(prose, first.end(), last.start(), known) != group[1].joined:
        return group
    return [
        mention._replace(
            weekday=weekday_number(match["weekday"], known),
            places={**mention.places, "weekday": Place(*match.span("weekday"))},
        )
        for mention, match in zip(group, (first, last), strict=True)
    ]


def _joint(prose: str, start: int, end: int, known: Grammar) -> str:
    """How all of the text between two days joins them, a preposition left out ("pátek a v sobotu")."""
    join = known.join.fullmatch(prose, start, end)
    if join is None and (led := _PREPOSITION.search(prose, start, end)):
        join = known.join.fullmatch(prose, start, led.start() + 1)
    return "" if join is None or join["and"] == "," else _RANGE if join["to"] else _LIST


def _without_weekday(mention: DateMention) -> DateMention:
    places = {part: place for part, place in mention.places.items() if part != "weekday"}
    return mention._replace(weekday=None, places=places)


def _other_weekday(prose: str, mention: DateMention, known: Grammar) -> DateMention | None:
    """The weekday that is joined to the one before the date, in the shape of a date that has only it."""
    end = mention.places["weekday"].start
    for match in known.weekday.finditer(prose, max(0, end - _REACH), end):
        if known.join.fullmatch(prose, match.end(), end):
            place = Place(match.start(), match.end())
            number = weekday_number(match["weekday"], known)
            return mention._replace(start=place.start, weekday=number, places={"weekday": place})
    return None


def _years_shared(prose: str, chain: list[DateMention], known: Grammar) -> Iterator[DateMention]:
    """Marks what joins neighbouring dates and gives them the year that only one of them says."""
    for i, mention in enumerate(chain):
        before = chain[i - 1] if i else None
        if before is not None and not mention.joined:
            match = known.join.fullmatch(prose, before.end, max(before.end, mention.start))
            if match and match["and"] != ",":
                chain[i] = mention = mention._replace(joined=_RANGE if match["to"] else _LIST)
                chain[i] = mention = _in_month_of(before, mention)
        if before is not None and mention.joined:
            chain[i - 1], chain[i] = _same_year(before, mention)
    yield from chain


def _in_month_of(before: DateMention, mention: DateMention) -> DateMention:
    """Weekday and number that end what a whole date begins are of its month ("lundi 3 mars à mardi 4")."""
    first, day = before.readings[0], mention.day
    if mention.kind != WEEKDAY_DAY or before.kind != WRITTEN or first.day is None or day is None:
        return mention
    if first.month is None or day <= first.day:
        return mention
    reading = Reading(first.year, first.month, day)
    return mention._replace(kind=WRITTEN, readings=(reading,), borrowed=frozenset({"month", "year"}))


def _same_year(first: DateMention, second: DateMention) -> tuple[DateMention, DateMention]:
    a, b = first.readings[0], second.readings[0]
    if first.kind != WRITTEN or second.kind != WRITTEN or (a.year is None) == (b.year is None):
        return first, second
    if a.month is None or b.month is None:
        return first, second
    later = (a.month, a.day or 0) > (b.month, b.day or 0) and second.joined == _RANGE
    if a.year is None and b.year is not None:
        return _in_year(first, b.year - later), second
    assert a.year is not None
    return first, _in_year(second, a.year + later)


def _in_year(mention: DateMention, year: int) -> DateMention:
    readings = tuple(reading._replace(year=year) for reading in mention.readings)
    return mention._replace(readings=readings, borrowed=mention.borrowed | {"year"})
