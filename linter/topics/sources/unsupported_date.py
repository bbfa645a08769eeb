"""A date, year or weekday of the article that none of its sources supports."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from linter.analyses import analysis
from linter.analyses.exempt import Spans
from linter.analyses.language import language, speech
from linter.article.model import CODE, Article, Block
from linter.check import Alarm, Check, Count
from linter.datetimes import date
from linter.finding import Severity
from linter.languages import speech as language_speech
from linter.languages.dates import spelling_key
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.dates import DateMention, dates
from linter.topics.dates.publication import published
from linter.topics.dates.reading.model import Reading
from linter.topics.numbers import quantities
from linter.topics.numbers.reading.model import YEAR
from linter.topics.sources.material import Place, only_foreign
from linter.topics.sources.numbers import source_numbers
from linter.topics.sources.source_places import beside, deviating
from linter.topics.sources.swaps import number_swaps, weekday_swaps
from linter.topics.sources.translated import other_dates, translated

_WORD = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_EDITION = lazy(r"(?<!\w)[^\W\d_a-z][\w'’.-]*[ \u00a0]\Z")
_LONGEST_NAME = 60
_EDITION_AFTER = lazy(r"[ \u00a0][^\W\d_]")
_NAMES, _OPEN = Reading._fields, "open"
_WEEK = 7
"""Days around its publication of which a source may speak by weekday or as yesterday."""


class DateWithoutSource(NamedTuple):
    """A date at ``block.text.prose[start:end]`` that no source supports."""

    block: Block
    start: int
    end: int
    near: Place | None
    """The date of a source that comes nearest."""


class _Weekday(NamedTuple):
    block: Block
    start: int
    end: int
    day: int


class SourceDates:
    """The dates that one source supports."""

    def __init__(self, source: Article) -> None:
        self.source = source
        self.mentions = dates(source)
        stated = published(source)
        self.published = stated.day if stated else None
        self.weekdays = tuple(weekdays(source))
        self.days = {found.day for found in self.weekdays}
        self.days |= {found.weekday for found in self.mentions if found.weekday is not None}
        self.days |= {day.weekday() for found in self.mentions for day in _full(found)}

        self.months = frozenset(_months(source))
        self._said = {known for found in self.mentions for other in found.readings for known in _parts(other)}
        self._of_month: dict[int | None, DateMention] = {}
        for found in self.mentions:
            self._of_month.setdefault(found.month, found)

    def supports(self, mention: DateMention) -> bool:
        """Does the source give the date, or all that a writer needs to work it out?"""
        if mention.day is None and mention.month in self.months:
            return True
        if mention.weekday is not None and self.published is None and mention.weekday in self.days:
            return True
        if any(self._says(one) for one in mention.readings):
            return True
        return self.published is not None and any(_around(one, self.published) for one in mention.readings)

    def _says(self, one: Reading) -> bool:
        """Is there a date that says the same, as far as both speak, and nothing less fine?"""
        finest = [(part,) if name == "day" else (part, None) for name, part in zip(_NAMES, one, strict=True)]
        wanted = product(*((_OPEN,) if each[0] is None else each for each in finest))
        return any(other in self._said for other in wanted)

    def nearest(self, mention: DateMention) -> Place | None:
        """The source's date in the same month, else its only one."""
        found = self._of_month.get(mention.month) if mention.month else None
        found = found or (self.mentions[0] if len(self.mentions) == 1 else None)
        return Place(self.source.path, found.span, found.text) if found else None

    def weekday_place(self) -> Place | None:
        """Where the source names its weekday, if it names only one."""
        if len({found.day for found in self.weekdays}) != 1:
            return None
        block, start, end, _ = self.weekdays[0]
        return Place(self.source.path, block.text.span(start, end), block.text.prose[start:end])


@analysis
def source_dates(article: Article) -> tuple[SourceDates, ...]:
    """The dates of each source of the article."""
    return tuple(SourceDates(source) for source in article.sources)


@analysis
def unsupported_dates(article: Article) -> tuple[DateWithoutSource, ...]:
    """Dates, years and weekdays of the article that no source supports, in this order.

    What the article says of its own publication counts as supported.
    """
    sources = source_dates(article)
    if not sources:
        return ()
    return (*_dates(article, sources), *_years(article), *_weekdays(article, sources))


def _dates(article: Article, sources: tuple[SourceDates, ...]) -> Iterator[DateWithoutSource]:
    own = published(article)
    for mention in dates(article):
        if own is not None and any(_around(one, own.day) for one in mention.readings):
            continue
        if not any(source.supports(mention) for source in sources):
            near = next((place for source in sources if (place := source.nearest(mention))), None)
            yield DateWithoutSource(article.blocks[mention.block], mention.start, mention.end, near)


def _years(article: Article) -> Iterator[DateWithoutSource]:
    sources = source_numbers(article)
    own = [found.day.year for each in (article, *article.sources) if (found := published(each))]
    for block, items in quantities(article):
        for item in items if block.kind != CODE else ():
            if (
                item.kind != YEAR
                or item.value < 0
                or item.value in own
                or _edition(block.text.prose, item.start, item.end)
            ):
                continue
            if not any(source.supports(item) for source in sources):
                near = next((place for source in sources if (place := source.nearest(item, ""))), None)
                yield DateWithoutSource(block, item.start, item.end, near)


def _weekdays(article: Article, sources: tuple[SourceDates, ...]) -> Iterator[DateWithoutSource]:
    """Weekdays that stand in no date, where the sources name other ones."""
    dated = {(mention.block, mention.weekday) for mention in dates(article) if mention.weekday is not None}
    blocks = {id(block): number for number, block in enumerate(article.blocks)}
    known = frozenset[int]().union(*(source.days for source in sources))
    if not known:
        return
    short = _shortened(language(article))
    for found in weekdays(article):
        said = spelling_key(found.block.text.prose[found.start : found.end])
        if said not in short and found.day not in known and (blocks[id(found.block)], found.day) not in dated:
            near = next((place for source in sources if (place := source.weekday_place())), None)
            yield DateWithoutSource(found.block, found.start, found.end, near)


def weekdays(article: Article) -> Iterator[_Weekday]:
    """The names of weekdays in an article, in full, in its language."""
    names = speech(article).dates
    for block in article.blocks if names.weekdays else ():
        for word in _WORD.finditer(block.text.prose) if block.kind != CODE else ():
            day = names.weekdays.get(spelling_key(word[0]))
            if day is not None and (word[0][0].isupper() or not names.day_capital):
                yield _Weekday(block, *word.span(), day)


@cache
def _shortened(code: str) -> frozenset[str]:
    """The names of weekdays that are the beginning of longer ones: "quarta" is Wednesday, or the fourth."""
    names = language_speech(code).dates.weekdays
    return frozenset(one for one in names if any(other.startswith((one + "-", one + " ")) for other in names))


def _months(article: Article) -> Iterator[int]:
    """The months that an article names, with or without a day or year."""
    names = speech(article).dates
    for block in article.blocks if names.months else ():
        for word in _WORD.findall(block.text.prose):
            month = names.months.get(spelling_key(word))
            if month is not None and (word[0].isupper() or not names.capital):
                yield month


def _parts(reading: Reading) -> Iterator[tuple[int | str | None, ...]]:
    """A date as those see it that leave some of its parts open."""
    return product(*((part, _OPEN) for part in reading))


def _around(one: Reading, day: date) -> bool:
    """May a reading be a day of the week of a publication, or its month?"""
    said = one.on(one.year or day.year)
    if said is None:
        return False
    if one.day is None:
        return (said.year, said.month) == (day.year, day.month)
    return abs((said - day).days) <= _WEEK


def _full(mention: DateMention) -> Iterator[date]:
    for reading in mention.readings:
        day = reading.on(reading.year) if reading.year and reading.day else None
        if day is not None:
            yield day


def _edition(prose: str, start: int, end: int) -> bool:
    """``Masters 2015``, ``the 2015 Masters``: the year is part of a name."""
    before = _EDITION.search(prose, max(0, start - _LONGEST_NAME), start)
    after = _EDITION_AFTER.match(prose, end)
    return bool(before and len(before[0]) > 3) or bool(after and prose[end + 1].isupper())


class UnsupportedDate(Check):
    """Holds the dates of an article against its sources."""

    fields = frozenset({"date", "other"})
    variants = frozenset({"nearest", "swapped"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.sources:
            return
        pair = translated(article)
        if pair is not None:
            yield from deviating(other_dates(pair), "date", "swapped")
            return
        said: set[Span] = set()
        severity = Severity.WARNING if only_foreign(article) else None
        for found in unsupported_dates(article):
            span = found.block.text.span(found.start, found.end)
            said.add(span)
            date = found.block.text.prose[found.start : found.end]
            variant = "nearest" if found.near else ""
            alarm = Alarm(span, {"date": date}, severity=severity, variant=variant)
            yield beside(alarm, found.near)
        yield from _swapped(article, said)


def _swapped(article: Article, said: set[Span]) -> Iterator[Alarm]:
    years = [swap for swap, item in number_swaps(article) if item.kind in ("year", "date")]
    reported = Spans(list(said))
    for swap in (*weekday_swaps(article), *years):
        span = swap.block.text.span(swap.start, swap.end)
        if not reported.meet(span):
            date = swap.block.text.prose[swap.start : swap.end]
            yield beside(Alarm(span, {"date": date}, variant="swapped"), swap.place)
