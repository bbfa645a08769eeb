"""A date in the front matter, or alone in a line, that is the one of the file name with another year."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import HEADING, LIST, PARAGRAPH, TABLE, Article
from linter.article.path_name import path_name
from linter.check import Alarm, Check, Count
from linter.datetimes import date
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.dates import dates
from linter.topics.dates.publication import read_day
from linter.topics.dates.reading.model import DateMention, Reading

_OF_MONTH = lazy(r"((?:19|20)\d\d)[-_](0[1-9]|1[0-2])(?:[-_](?!\d)|$)")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAYS = 10
"""So many days from that of the file name, a date with the year before is of the same event."""
_WORDS = 6
"""A field of more words is a sentence."""
_ADDRESS = lazy(r"/.*[^\W\d]")
_YEARS = 2
"""More years back lies what the article tells of."""
_LINES = (PARAGRAPH, LIST, HEADING, TABLE)
_LABEL = lazy(r"\W*(?:[^\W\d_]+(?:[ \u00a0'’-]+[^\W\d_]+){0,3}\s*[:|,–—-]\W*)?")
_LINE = 80
"""A longer line is a sentence."""


class _Named(NamedTuple):
    """The day or month that the name of a file begins with."""

    year: int
    month: int
    day: int | None


class FilenameYear(Check):
    """Compares the dates of front matter and labelled lines with the file name's.

    A date that is that of the file name, but for the year, was left from the file that this one was made
    of. Fields that say when the article was published or changed are none of its business.
    """

    fields = frozenset({"year", "other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        named = _named(article)
        if named is None:
            return
        found = next(_in_metadata(article, named), None) or next(_in_lines(article, named), None)
        if found is not None:
            span, year = found
            yield Alarm(span, {"year": str(year), "other": str(named.year)})


@analysis
def _named(article: Article) -> _Named | None:
    of_path = next((field.value for field in article.fields("date") if field.origin == "path"), None)
    if of_path is not None:
        year, month, day = map(int, of_path.split("-"))
        return _Named(year, month, day) if Reading(year, month, day).exists() else None
    match = _OF_MONTH.match(path_name(article.path))
    return _Named(int(match[1]), int(match[2]), None) if match else None


def _in_metadata(article: Article, named: _Named) -> Iterator[tuple[Span, int]]:
    """The fields that begin with such a date."""
    others = {id(field) for name in ("date", "modified") for field in article.fields(name)}
    for field in article.metadata:
        if field.origin != "front-matter" or id(field) in others or len(field.value.split()) > _WORDS:
            continue
        if len(_YEAR.findall(field.value)) != 1 or _ADDRESS.search(field.value):
            continue
        day = read_day(field.value, language(article))
        if day is not None and _is_left(day, named):
            yield field.span, day.year


def _is_left(day: date, named: _Named) -> bool:
    """Whether a day is that of the file name in an earlier year, or nearly so."""
    if not 0 < named.year - day.year <= _YEARS:
        return False
    if named.day is None:
        return day.month == named.month
    days = _days_apart(day, named)
    return days == 0 or (days is not None and days <= _DAYS and named.year - day.year == 1)


def _days_apart(day: date, named: _Named) -> int | None:
    """How far a day of another year is from that of the file name."""
    try:
        moved = day.replace(year=named.year)
        return abs((moved - date(named.year, named.month, named.day or 1)).days)
    except ValueError:  # 29 February
        return None


def _in_lines(article: Article, named: _Named) -> Iterator[tuple[Span, int]]:
    """The short lines with such a date behind a label, if nothing else of the text has its year."""
    around = (named.year - 1, named.year + 1) if named.day is None else (named.year - 1,)
    for year in around:
        if str(year) not in article.source:
            continue
        lines = [mention for mention in dates(article) if mention.year == year and _is_line(article, mention)]
        of_year = {number for number, block in enumerate(article.blocks) if str(year) in block.text.prose}
        if lines and of_year == {mention.block for mention in lines}:
            yield from ((mention.span, year) for mention in lines if _is_near(mention, named))


def _is_line(article: Article, mention: DateMention) -> bool:
    """Whether nothing but a label stands before a date."""
    block = article.blocks[mention.block]
    prose = block.text.prose
    if block.kind not in _LINES or len(prose) > _LINE:
        return False
    return _LABEL.fullmatch(prose, 0, mention.start) is not None


def _is_near(mention: DateMention, named: _Named) -> bool:
    reading = mention.readings[0]
    day = reading.on(reading.year) if reading.year and reading.day else None
    if day is None or mention.ambiguous or mention.weekday not in (None, day.weekday()):
        return False  # a weekday of another day tells by itself that one is wrong
    if named.day is None:
        return day.month == named.month
    apart = _days_apart(day, named)
    return apart is not None and apart <= _DAYS
