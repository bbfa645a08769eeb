"""Finds the dates in a piece of prose.

Every date has a number in it, so only the surroundings of numbers are looked at: first a cheap
question (is there the name of a month, or a mark as in figures), then the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.languages.dates import spelling_key
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.reading.date_ranges import with_joined
from linter.topics.dates.reading.grammar import NUMERIC as NUMERIC_FORM
from linter.topics.dates.reading.grammar import SHORT_NUMERIC, Grammar, grammar
from linter.topics.dates.reading.model import (
    ISO,
    MONTH,
    NUMERIC,
    WEEKDAY_DAY,
    WRITTEN,
    DateMention,
    Place,
    Reading,
)
from linter.topics.dates.reading.numeric_dates import numeric_readings, short_readings
from linter.topics.dates.reading.weekdays import Said, weekday_after, weekday_before

_NUMBER = lazy(r"\d\d*")
_LENGTHS = (1, 2, 4)
"""Digits of a day or month, and of a year …"""
_LENGTHS_WITH_ERAS = (1, 2, 3, 4)
"""… and where years of eras are counted, such as the 113th of the republic in Taiwan."""
_WORD = lazy(r"[^\s\d,;:!?()\[\]«»\"“”„.]+")
_NUMBERED = lazy(r"(?<!\d)(?:0\d\d|\d{3})\d?-\Z")
"""Before figures: they go on a number ("0351-31.02.20")."""
_REACH = 32
"""How far before a number the name of its month may begin."""
_IN_BRACKETS = lazy(r"\d{1,2}[ºo°]?[)）]")
_MOST_DAYS = 31
_STANDS_ALONE = lazy(r"\d{1,2}(?=[.,;)]|$)(?![.,]\d)")


class Core(NamedTuple):
    """A date without what stands around it."""

    start: int
    end: int
    kind: str
    readings: tuple[Reading, ...]
    places: dict[str, Place]


def recognise(prose: str, code: str, numbers: Iterable[re.Match[str]] | None = None) -> list[DateMention]:
    """The dates of a piece of prose in the order of their beginnings.

    Empty for a language whose months nobody told. Offsets count from the beginning of ``prose``.
    ``numbers`` are its runs of digits, where they are known.
    """
    known = grammar(code)
    if not known.dates.months:
        return []
    found: list[DateMention] = []
    done = 0
    lengths = _LENGTHS_WITH_ERAS if known.dates.eras else _LENGTHS
    for number in _NUMBER.finditer(prose) if numbers is None else numbers:
        if number.start() < done or number.end() - number.start() not in lengths:
            continue
        core = _core(prose, number, known, done)
        for mention in _completed(prose, core, known, done) if core else ():
            found.append(mention)
            done = max(done, mention.end)
    if not found:
        return found
    found.sort(key=lambda mention: mention.start)
    return list(with_joined(prose, found, known))


def _core(prose: str, number: re.Match[str], known: Grammar, done: int) -> Core | None:
    """The date that begins with this number or with the month before it."""
    start, end = number.span()
    if not _may_begin(prose, start):
        return None
    if prose[end : end + 1] in ("/", "-", ".") and prose[start - 1 : start] != "/":
        core = _in_figures(prose, start, known)
        if core is not None:
            return core
    for form in known.written:
        match = form.match(prose, start)
        if match is not None and _is_month(match["month"], known):
            return _from_names(match, known)
    return _after_word(prose, number, known, done)


def _may_begin(prose: str, start: int) -> bool:
    """Not in the middle of a word, of a number with a point, of a path."""
    before = prose[start - 1 : start]
    if before.isalnum() or before in ("_", "@", "#", "=", "$", "£", "€"):
        return before.isalpha() and before > "\u0e00"  # scripts without blanks around a number
    return not (before in (".", ",", ":") and prose[start - 2 : start - 1].isdigit())


def _is_month(text: str, known: Grammar) -> bool:
    """A month has the capital that its language gives it, for "may" and "mars" are words, too."""
    return not known.dates.capital or text[0].isupper() or not text[0].islower()


def _from_names(match: re.Match[str], known: Grammar) -> Core:
    groups = match.groupdict()
    places = {part: Place(*match.span(part)) for part, text in groups.items() if text is not None}
    month = match["month"]
    year, day = groups.get("year"), groups.get("day")
    number = _year(year, match, known) if year else None
    reading = Reading(number, month_number(month, known), int(day) if day else None)
    return Core(match.start(), match.end(), WRITTEN if day else MONTH, (reading,), places)


def _year(text: str, match: re.Match[str], known: Grammar) -> int:
    """The year, counted from the first one of an era where its name stands before the date."""
    eras = known.dates.eras.items() if len(text) < max(_LENGTHS) else ()
    first = next((year for era, year in eras if match.string.endswith(era, 0, match.start())), 1)
    return first + int(text) - 1


def month_number(text: str, known: Grammar) -> int:
    """The number of a month that the grammar matched."""
    if text.isdigit():
        return int(text)
    key = spelling_key(text)
    return known.dates.months.get(key) or known.dates.short_months[key]


def _in_figures(prose: str, start: int, known: Grammar) -> Core | None:
    if _NUMBERED.search(prose, max(0, start - 5), start):
        return None
    match = NUMERIC_FORM.match(prose, start)
    if match is None or (match["gap"] and not _set_apart(prose, match, known)) or _counts(match, known):
        return _without_year(prose, start, known)
    readings = numeric_readings(match, known.dates.numeric)
    year_first = len(match["first"]) == 4
    if not readings or (match["mark"] == "." and not _points(prose, start, year_first, known)):
        return None
    places = {part: Place(*match.span(part)) for part in ("first", "second", "third")}
    return Core(*match.span(), ISO if year_first else NUMERIC, readings, places)


def _set_apart(prose: str, match: re.Match[str], known: Grammar) -> bool:
    return match["mark"] == "/" and weekday_before(prose, match.start(), known) is not None


def _counts(match: re.Match[str], known: Grammar) -> bool:
    """Whether two figures behind a blank are of hours, say: "Montag 24.04. 19 Uhr"."""
    apart = match.string[match.start("third") - 1].isspace() and len(match["third"]) < _LENGTHS[-1]
    return apart and known.counted.match(match.string, match.end()) is not None


def _points(prose: str, start: int, year_first: bool, known: Grammar) -> bool:
    """Whether the language puts points in dates, or a weekday shows that this is one and no version."""
    if year_first:
        return known.dates.numeric == "ymd"
    return known.dates.point or weekday_before(prose, start, known) is not None


def _without_year(prose: str, start: int, known: Grammar) -> Core | None:
    """Day and month in figures, a date only beside a weekday."""
    match = SHORT_NUMERIC.match(prose, start)
    if match is None or not (_before_weekday(prose, match, known) or _behind_weekday(prose, match, known)):
        return None
    readings = short_readings(match, "mdy" if known.dates.month_signs else known.dates.numeric)
    places = {part: Place(*match.span(part)) for part in ("first", "second")}
    return Core(*match.span(), NUMERIC, readings, places) if readings else None


def _behind_weekday(prose: str, match: re.Match[str], known: Grammar) -> bool:
    return _closed(prose, match, known) and weekday_before(prose, match.start(), known) is not None


def _before_weekday(prose: str, match: re.Match[str], known: Grammar) -> bool:
    """ "5/20(火)": months are numbers in such a language, and stand first."""
    return bool(known.dates.month_signs) and weekday_after(prose, match.end(), known) is not None


def _closed(prose: str, match: re.Match[str], known: Grammar) -> bool:
    """Whether the figures are no time ("Monday 10.30"), fraction or score.

    Both points, two figures for the month where it stands last, or in brackets.
    """
    if match["mark"] == "/" and known.dates.numeric == "dmy" and len(match["second"]) == 2:
        return True
    if match["mark"] == "/":
        return prose[match.start() - 1 : match.start()] == "(" and prose[match.end() : match.end() + 1] == ")"
    return match[0].endswith(".") and known.dates.point


def _after_word(prose: str, number: re.Match[str], known: Grammar, done: int) -> Core | None:
    """A date whose month stands before the number, or a weekday with the number of a day."""
    start = number.start()
    reach = max(done, start - _REACH)
    if known.names.isdisjoint(map(str.lower, _WORD.findall(prose, reach, start)[-2:])):
        return None
    words = [*_WORD.finditer(prose, reach, start)][-2:]
    for word in reversed(words):
        key = spelling_key(word[0])
        if key in known.dates.months or key in known.dates.short_months:
            return _month_then(prose, word.start(), number, known)
        if key in known.dates.weekdays and word is words[-1]:
            return _weekday_then(prose, number, known)
    return None


def _month_then(prose: str, month: int, number: re.Match[str], known: Grammar) -> Core | None:
    forms = (known.month_first, known.month_year)
    for form in forms:
        match = form.match(prose, month) if form else None
        if match is not None and match.end() >= number.end() and _is_month(match["month"], known):
            return _from_names(match, known)
    return None


def _weekday_then(prose: str, number: re.Match[str], known: Grammar) -> Core | None:
    """ "Tuesday (4)", and where newspapers write so "Tuesday 4"."""
    start, day = number.start(), int(number[0])
    bracket = prose[start - 1 : start] == "("
    form = _IN_BRACKETS if bracket else _STANDS_ALONE
    if not known.dates.day_alone or not form.match(prose, start) or not 1 <= day <= _MOST_DAYS:
        return None
    if not bracket and day in known.dates.unlucky:
        return None
    place = Place(start, number.end())
    end = number.end() + 1 if bracket else number.end()
    return Core(start, end, WEEKDAY_DAY, (Reading(None, None, day),), {"day": place})


def _completed(prose: str, core: Core, known: Grammar, done: int) -> Iterator[DateMention]:
    """The date with its weekday, if it is one."""
    said = weekday_before(prose, core.start, known, done) or weekday_after(prose, core.end, known)
    if not _plausible(prose, core, said, known):
        return
    places = core.places if said is None else {**core.places, "weekday": Place(said.start, said.end)}
    start = min(core.start, said.start) if said else core.start
    end = max(core.end, said.close) if said else core.end
    mention = DateMention(start, end, prose[start:end], core.kind, core.readings, None, places)
    yield mention._replace(weekday=said.weekday) if said else mention


def _plausible(prose: str, core: Core, said: Said | None, known: Grammar) -> bool:
    """Whether what looks like a date is one: short names and strange days need company."""
    if core.kind == WEEKDAY_DAY:
        return said is not None
    if core.kind not in (WRITTEN, MONTH):
        return True
    reading = core.readings[0]
    company = said is not None or reading.year is not None
    month = core.places["month"]
    short = spelling_key(prose[month.start : month.end]) not in known.dates.months
    if short and not (company or known.dates.short_months_alone or prose[month.start].isdigit()):
        return False
    strange = reading.day is not None and not 1 <= reading.day <= 31
    return company or not strange or _announced(prose, core.start, known)


def _announced(prose: str, start: int, known: Grammar) -> bool:
    """Whether an article or preposition of dates stands before it ("le 32 janvier")."""
    words = _WORD.findall(prose, max(0, start - 12), start)
    return bool(words) and words[-1].casefold() in known.announcing
