"""The regular expressions of one language's dates, built from its names and habits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from linter.languages import speech
from linter.languages.dates import Dates
from linter.languages.phrases import GAP, GAPS, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

COMMA = "[,،]"
_HOUR = "h"
"""The symbol of an hour, in any language: what stands before it is no year."""
_NO_YEAR = r"(?![\d%‰€$£°]|[.,:]\d|[-–—/]\d\d(?!\d)|[-–—/]\d{4}(?!\d)"
NUMERIC = lazy(
    r"(?P<first>\d{1,4})(?P<mark>[./-])[ \u00a0]?(?P<second>\d{1,2})"
    r"(?:(?P=mark)[ \u00a0]?|(?P<gap>(?<=/\d|\d\d)[ \u00a0](?=(?:19|20)\d\d)))"
    r"(?P<third>\d{4}|\d{1,2})(?![\w/-]|[.,]\d)"
)
"""A date in figures with a year, in any order; a year behind a gap ("tis 20/5 2024") only with a weekday."""
SHORT_NUMERIC = lazy(r"(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)?(?![\w/%-]|[.,]\d)")
"""Day and month in figures; a date only beside a weekday."""
_WORD_BEGINS = r"(?<![^\W\u05d0-\u05ea])"
"""In Hebrew "on" and "from" are letters joined to the word."""


class Grammar(NamedTuple):
    """What the recogniser asks of a language."""

    dates: Dates
    names: frozenset[str]
    """Those of months, and of weekdays written out."""
    announcing: frozenset[str]
    """Words before a date that make a date even of an impossible day."""
    written: tuple[re.Pattern[str], ...]
    """Dates that begin with a number: day first, year first, with a sign behind each number."""
    month_first: re.Pattern[str] | None
    month_year: re.Pattern[str]
    weekday: re.Pattern[str]
    glue: re.Pattern[str]
    """What may stand between a weekday and its date."""
    weekday_after: re.Pattern[str]
    before_joined: re.Pattern[str]
    """A number of a day and what joins it to the date that follows."""
    after_joined: re.Pattern[str]
    """The same after a date whose month comes first."""
    signed_after: re.Pattern[str] | None
    """The day with its sign that ends a range behind a date with signs (3月4日から8日)."""
    join: re.Pattern[str]
    """What joins two whole dates."""
    counted: re.Pattern[str]
    """Right behind a number of which it says that it is no year: "24.04. 19 Uhr"."""


@cache
def grammar(code: str) -> Grammar:
    """The grammar of a language, by its ISO 639-1 code."""
    return build(speech(code).dates)


def build(dates: Dates) -> Grammar:
    """Compiles the grammar of a language."""
    join = _join(dates)
    weekday = f"(?P<weekday>{any_of([*dates.weekdays, *dates.short_weekdays])}){_letter_end(dates)}"
    lead = _maybe(dates.lead, GAPS)
    day = rf"(?P<day>\d{{1,2}})(?!\d){_ordinal(dates)}"
    return Grammar(
        dates=dates,
        names=frozenset((*dates.months, *dates.short_months, *dates.weekdays)),
        announcing=frozenset((*dates.announce, *dates.to)),
        written=tuple(_compile(pattern) for pattern in _number_first(dates)),
        month_first=_compile(_month_first(dates)) if {"mdy", "ymd"} & {*dates.orders} else None,
        month_year=_compile(_month(dates) + _between(dates) + _year(dates)),
        weekday=_compile(weekday if dates.unspaced else rf"{_WORD_BEGINS}{weekday}"),
        glue=_compile(_glue(dates)),
        weekday_after=_compile(_weekday_after(dates)),
        before_joined=_compile(rf"{day}(?:,?{GAP})?{join}{GAP}{{0,2}}{lead}"),
        after_joined=_compile(
            rf"{GAP}?{join}{GAP}{{0,2}}(?:{weekday},?{GAPS})?{lead}{day}"
            rf"(?![.,]\d)(?=,?{GAP}*\d{{4}}|{GAP}*(?:[-.,;:)–—]|$))(?:(?:,{GAP}*|{GAPS}){_year(dates)})?"
        ),
        signed_after=_compile(_signed_after(dates)) if dates.day_signs else None,
        join=_compile(rf"(?:{GAP}|,)*{join}{GAP}{{0,2}}{lead}"),
        counted=_compile(rf"{GAP}?(?:{_no_year(dates)})(?!\w)"),
    )


def _compile(pattern: str) -> re.Pattern[str]:
    return lazy(pattern, re.IGNORECASE)


def _maybe(phrases: Iterable[str], after: str = "") -> str:
    """Any of the phrases with what comes after it, or nothing at all."""
    return f"(?:(?:{any_of(phrases)}){after})?" if phrases else ""


def _letter_end(dates: Dates) -> str:
    """No letter may follow a name, where words are divided by blanks."""
    return "" if dates.unspaced else r"(?![^\W\d_])"


def _ordinal(dates: Dates) -> str:
    """What may be glued to the number of a day."""
    marks = {*dates.ordinals, *dates.day_marks}
    letters = {mark for mark in marks if mark[-1].isalpha()}  # "4 th", but not "4 through"
    if dates.day_signs:  # "12월 69세" is a month and an age
        return rf"(?:{GAP}?(?:{any_of(marks)})|(?![^\W\d_]))"
    either = rf"(?:{any_of(letters)}){_letter_end(dates)}|{any_of(marks - letters)}"
    return f"(?:{GAP}?(?:{either}))?" if marks else ""


def _month(dates: Dates) -> str:
    """The name of a month; only a short one takes its dot along."""
    end = _letter_end(dates)
    return rf"(?P<month>(?:{any_of(dates.months)}){end}|(?:{any_of(dates.short_months)})(?:\.|{end}))"


def _of(dates: Dates) -> str:
    return _maybe(dates.of, GAP + "{0,2}")


def _between(dates: Dates) -> str:
    """What stands between month and year."""
    comma = rf"|{COMMA}{GAP}{{0,3}}|-" if dates.comma_year else "|-"
    least = 0 if dates.unspaced else 1
    return rf"(?:{GAP}{{{least},3}}{comma}){_of(dates)}"


def _year(dates: Dates) -> str:
    marks = dates.year_marks
    mark = rf"(?:{GAP}?(?:{any_of(marks)})(?!\w))?" if marks else ""
    return rf"(?P<year>\d{{4}}){_NO_YEAR}|{GAP}?(?:{_no_year(dates)})(?!\w)){mark}"


def _no_year(dates: Dates) -> str:
    return any_of([_HOUR, *dates.not_year])


def _number_first(dates: Dates) -> Iterator[str]:
    gap = rf"{GAP}{{0,3}}" if dates.unspaced else rf"(?:{GAPS}|(?<=[.)º°])|-){GAP}?"
    day = rf"(?P<day>\d{{1,2}})(?!\d){_ordinal(dates)}"
    if {"dmy", "mdy"} & {*dates.orders}:
        yield rf"{day}{gap}{_of(dates)}{_month(dates)}(?:{_between(dates)}{_year(dates)})?"
        yield rf"{day}/{_month(dates)}/{_year(dates)}"
    if "ymd" in dates.orders:
        yield rf"{_year(dates)}{COMMA}?{GAP}{{0,3}}{_month(dates)}{GAP}{{0,3}}{day}"
    if "ydm" in dates.orders:
        yield rf"(?:{_year(dates)}{COMMA}?{GAP}{{0,3}})?{day}{gap}{_of(dates)}{_month(dates)}"
    if dates.month_signs:
        yield _signed(dates)
    if dates.month_signs and dates.eras:
        behind = "|".join(f"(?<={era})" for era in dates.eras)
        yield rf"(?:{behind})(?P<year>\d{{1,3}}){_signs(dates.year_signs)}{_month_day(dates)}"


def _signed(dates: Dates) -> str:
    """Numbers with the sign of year, month and day behind them (2024年3月4日)."""
    return rf"(?:(?P<year>\d{{4}}){_signs(dates.year_signs)})?{_month_day(dates)}"


def _month_day(dates: Dates) -> str:
    month = rf"(?P<month>\d{{1,2}}){_signs(dates.month_signs)}"
    return rf"{month}(?P<day>\d{{1,2}}){GAP}?(?:{any_of(dates.day_signs)})"


def _signs(signs: Iterable[str]) -> str:
    """The sign of a year or month behind its number, and a blank."""
    return rf"{GAP}?(?:{any_of(signs)}){GAP}?"


def _signed_after(dates: Dates) -> str:
    until, signs = any_of([*dates.to, "-", "–", "—"]), any_of(dates.day_signs)
    return rf"{GAP}?(?:{until}){GAP}?(?P<day>\d{{1,2}}){GAP}?(?:{signs})(?!{any_of(dates.day_spans)})"


def _month_first(dates: Dates) -> str:
    others = any_of(dates.not_year)
    day = (
        rf"{_maybe(dates.month_day_lead, GAPS)}(?P<day>\d{{1,2}})(?!\d){_ordinal(dates)}"
        rf"(?![\d%:]|[.,]\d|{GAP}(?:{others})(?!\w))"
    )
    year = (
        rf"(?:(?:{GAP}?{COMMA}{GAP}{{0,3}}|{GAPS}){_of(dates)}{_year(dates)})?"
        if "mdy" in dates.orders
        else ""
    )
    return rf"{_month(dates)}{GAP}{{0,3}}{day}{year}"


def _glue(dates: Dates) -> str:
    between = _maybe([f" {phrase}" for phrase in dates.between])
    return rf"\.?{between}{GAP}?{COMMA}?{GAP}{{0,3}}[(（]?{_maybe(dates.lead, GAP + '{0,2}')}"


def _weekday_after(dates: Dates) -> str:
    full = f"(?:{any_of(dates.weekdays)}){_letter_end(dates)}"
    forms = [rf"\.?{GAP}?[(（]{GAP}?(?:{any_of([*dates.weekdays, *dates.short_weekdays])})\.?{GAP}?[)）]"]
    if dates.a_weekday:
        forms.append(rf",?{GAPS}(?:{any_of(dates.a_weekday)}){GAPS}{full}")
    if not dates.unspaced:
        forms.append(rf",{GAPS}{full}(?=[,.;)](?!{GAPS}\d)|\Z)")
    if dates.unspaced:
        forms.append(rf"[，、]{full}(?=[，、。])")
    if dates.weekday_last:
        forms.append(rf"\.?{COMMA}?{GAP}{{0,3}}{full}")
    if dates.weekday_last and dates.short_weekdays_alone:
        short = any_of(name.title() for name in dates.short_weekdays)
        forms.append(rf"\.?{COMMA}?{GAP}{{0,3}}(?-i:{short})\.?(?![\w-])")
    return "|".join(forms)


def _join(dates: Dates) -> str:
    until = any_of([*dates.to, "-", "–", "—", "/"])
    return rf"(?:(?P<to>{until})|(?P<and>{any_of(dates.and_)}))"
