"""The regular expressions of one language's dates, built from its names and habits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.names import Names, names

GAP = r"[ \t\r\n\u00a0\u202f\u2009]"
GAPS = GAP + "{1,3}"
_UNSPACED = frozenset({"ja", "km", "ko", "lo", "my", "th", "yue", "zh"})
"""Languages that put no blanks between words."""
_EASTERN = frozenset({"ja", "ko", "yue", "zh"})
"""Languages that mark year, month and day by a character each."""
COMMA = "[,،]"
_NO_YEAR = r"(?![\d%‰€$£°]|[.,:]\d|[-–—/]\d\d(?!\d)|[-–—/]\d{4}(?!\d)"
_EAST = (
    rf"(?:(?P<year>\d{{4}}){GAP}?[年년]{GAP}?)?(?P<month>\d{{1,2}}){GAP}?[月월]{GAP}?"
    rf"(?P<day>\d{{1,2}}){GAP}?[日일號号]"
)
NUMERIC = lazy(
    r"(?P<first>\d{1,4})(?P<mark>[./-])[ \u00a0]?(?P<second>\d{1,2})"
    r"(?P=mark)[ \u00a0]?(?P<third>\d{4}|\d{1,2})(?![\w/-]|[.,]\d)"
)
"""A date in figures with a year, in any order."""
SHORT_NUMERIC = lazy(r"(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)?(?![\w/%-]|[.,]\d)")
"""Day and month in figures; a date only beside a weekday."""


class Grammar(NamedTuple):
    """What the recogniser asks of a language."""

    names: Names
    written: tuple[re.Pattern[str], ...]
    """Dates that begin with a number: day first, year first, East Asian."""
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
    join: re.Pattern[str]
    """What joins two whole dates."""


@cache
def grammar(language: str) -> Grammar | None:
    """The grammar of a language; nothing where there is no data about it."""
    known = names(language)
    return build(known) if known else None


def build(known: Names) -> Grammar:
    """Compiles the grammar of a language."""
    join = _join(known)
    weekday = f"(?P<weekday>{any_of([*known.weekdays, *known.short_weekdays])}){_letter_end(known)}"
    lead = _maybe(known.list("lead"), GAPS)
    day = rf"(?P<day>\d{{1,2}})(?!\d){_ordinal(known)}"
    return Grammar(
        names=known,
        written=tuple(_compile(pattern) for pattern in _number_first(known)),
        month_first=_compile(_month_first(known)) if {"mdy", "ymd"} & {*known.orders} else None,
        month_year=_compile(_month(known) + _between(known) + _year(known)),
        weekday=_compile(weekday if known.language in _UNSPACED else rf"(?<!\w){weekday}"),
        glue=_compile(_glue(known)),
        weekday_after=_compile(_weekday_after(known)),
        before_joined=_compile(rf"{day}{GAP}?{join}{GAP}{{0,2}}{lead}"),
        after_joined=_compile(
            rf"{GAP}?{join}{GAP}{{0,2}}(?:{weekday},?{GAPS})?{lead}{day}"
            rf"(?![.,]\d)(?=,?{GAP}*\d{{4}}|{GAP}*(?:[-.,;:)–—]|$))(?:(?:,{GAP}*|{GAPS}){_year(known)})?"
        ),
        join=_compile(rf"(?:{GAP}|,)*{join}{GAP}{{0,2}}{lead}"),
    )


def _compile(pattern: str) -> re.Pattern[str]:
    return lazy(pattern, re.IGNORECASE)


def any_of(spellings: Iterable[str]) -> str:
    """Any of the spellings, the longest first; a blank stands for any gap."""
    ordered = sorted(set(spellings), key=lambda spelling: (-len(spelling), spelling))
    return "|".join(re.escape(spelling).replace(r"\ ", GAPS) for spelling in ordered) or r"(?!)"


def _maybe(spellings: Iterable[str], after: str = "") -> str:
    """Any of the spellings with what comes after it, or nothing at all."""
    return f"(?:(?:{any_of(spellings)}){after})?" if spellings else ""


def _letter_end(known: Names) -> str:
    """No letter may follow a name, where words are divided by blanks."""
    return "" if known.language in _UNSPACED else r"(?![^\W\d_])"


def _ordinal(known: Names) -> str:
    """What may be glued to the number of a day."""
    marks = [*known.list("ordinals"), *known.list("day-marks")]
    return f"(?:{GAP}?(?:{any_of(marks)}))?" if marks else ""


def _month(known: Names) -> str:
    """The name of a month; only a short one takes its dot along."""
    end = _letter_end(known)
    return rf"(?P<month>(?:{any_of(known.months)}){end}|(?:{any_of(known.short_months)})(?:\.|{end}))"


def _of(known: Names) -> str:
    return _maybe(known.list("of"), GAP + "{0,2}")


def _between(known: Names) -> str:
    """What stands between month and year."""
    comma = rf"|{COMMA}{GAP}{{0,3}}|-" if known.words.get("comma-year") else "|-"
    least = 0 if known.language in _UNSPACED else 1
    return rf"(?:{GAP}{{{least},3}}{comma}){_of(known)}"


def _year(known: Names) -> str:
    marks = known.list("year-marks")
    mark = rf"(?:{GAP}?(?:{any_of(marks)})(?!\w))?" if marks else ""
    return rf"(?P<year>\d{{4}}){_NO_YEAR}|{GAP}?(?:{any_of(['h', *known.list('not-year')])})(?!\w)){mark}"


def _number_first(known: Names) -> Iterator[str]:
    gap = rf"{GAP}{{0,3}}" if known.language in _UNSPACED else rf"(?:{GAPS}|(?<=[.)º°])|-){GAP}?"
    day = rf"(?P<day>\d{{1,2}})(?!\d){_ordinal(known)}"
    if {"dmy", "mdy"} & {*known.orders}:
        yield rf"{day}{gap}{_of(known)}{_month(known)}(?:{_between(known)}{_year(known)})?"
    if "ymd" in known.orders:
        yield rf"{_year(known)}{COMMA}?{GAP}{{0,3}}{_month(known)}{GAP}{{0,3}}{day}"
    if "ydm" in known.orders:
        yield rf"(?:{_year(known)}{COMMA}?{GAP}{{0,3}})?{day}{gap}{_of(known)}{_month(known)}"
    if known.language in _EASTERN:
        yield _EAST


def _month_first(known: Names) -> str:
    others = any_of(known.list("not-year"))
    day = rf"(?:the{GAPS})?(?P<day>\d{{1,2}})(?!\d){_ordinal(known)}(?![\d%:]|[.,]\d|{GAP}(?:{others})(?!\w))"
    year = (
        rf"(?:(?:{GAP}?{COMMA}{GAP}{{0,3}}|{GAPS}){_of(known)}{_year(known)})?"
        if "mdy" in known.orders
        else ""
    )
    return rf"{_month(known)}{GAP}{{0,3}}{day}{year}"


def _glue(known: Names) -> str:
    between = rf"(?:{GAPS}(?:{any_of(known.list('between'))}))?" if known.list("between") else ""
    return rf"\.?{between}{GAP}?{COMMA}?{GAP}{{0,3}}[(（]?{_maybe(known.list('lead'), GAP + '{0,2}')}"


def _weekday_after(known: Names) -> str:
    full = f"(?:{any_of(known.weekdays)}){_letter_end(known)}"
    forms = [rf"{GAP}?[(（]{GAP}?(?:{any_of([*known.weekdays, *known.short_weekdays])})\.?{GAP}?[)）]"]
    if known.list("a-weekday"):
        forms.append(rf",?{GAPS}(?:{any_of(known.list('a-weekday'))}){GAPS}{full}")
    if known.words.get("weekday-last"):
        forms.append(rf"\.?{COMMA}?{GAP}{{0,3}}{full}")
    return "|".join(forms)


def _join(known: Names) -> str:
    until = any_of([*known.list("to"), "-", "–", "—", "/"])
    return rf"(?:(?P<to>{until})|(?P<and>{any_of(known.list('and'))}))"
