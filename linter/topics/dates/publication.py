"""When the article was published, by everything in it that says so.

A date without a year, "yesterday" and "five years ago" are counted from here, never from today.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import HEADING, HEADLINE, PARAGRAPH, STANDFIRST, Article, Field
from linter.datetimes import date
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.messages import Message, message, messages
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.dates import dates
from linter.topics.dates.reading.calendar import in_words
from linter.topics.dates.reading.model import DateMention
from linter.topics.dates.reading.recognise import recognise
from linter.topics.dates.wording import words_at

FIRST, LAST = 1900, 2199
"""Years between which a publication date is believed."""
_ORIGINS = {"front-matter": 0, "path": 1, "json-ld": 2, "html": 3, "text": 4, "dateline": 5, "address": 6}
"""Where a publication date may come from, the most trusted first."""
_LABELS = messages(
    "publication date in the front matter",
    "date in the file name",
    "publication date in the JSON-LD",
    "publication date of the page",
    "date before the text",
    "dateline",
    "date in the address of the page",
)
"""What they are called, in the same order."""
_ISO = lazy(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = lazy(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d{4,6}Z?)?\s*$")
_IN_ADDRESS = lazy(r"(?<!\d)((?:19|20)\d\d)([/-])(\d{2})\2(\d{2})(?!\d)")
_PLACE = rf"\W*(?:[{CAPITALS}][\w’'-]*(?:[ /]+[\w’'-]+){{0,3}}\s*[,(–—]\s*(?:[A-Z]+\s*[,–—]\s*)?)?"
_FEW_WORDS = 4
_RUNNING = (PARAGRAPH, STANDFIRST)
_STOPPED = lazy(r"\s?[.|·]\s")
"""Behind the date of a line that says that the article was published then, and goes on with the text."""
_AFTER_DATELINE = lazy(r"\s*[).,]*\s*(?:[–—|]|- |-$|$)")


class Publication(NamedTuple):
    """A statement of the publication date, with the place that makes it."""

    day: date
    span: Span
    """In the source; empty at 0 for a date in the file name."""
    origin: str

    @property
    def label(self) -> Message:
        return message(_LABELS[_ORIGINS[self.origin]])

    @property
    def label_with_day(self) -> Message:
        """What it is called, and the date that it gives."""
        return message("{label}, {date}", label=self.label, date=in_words(self.day))


@analysis
def publications(article: Article) -> tuple[Publication, ...]:
    """All statements of the publication date, the most trusted first."""
    stated = [found for field in _date_fields(article) if (found := _of_field(article, field))]
    for field in article.fields("url_date"):
        found = _of_field(article, field)
        stated += [found._replace(origin="address")] if found else []
    stated += _of_addresses(article)
    dateline = dateline_of(article)
    if dateline is not None:
        day = dateline.readings[0].on(dateline.readings[0].year or 0)
        stated += [Publication(day, dateline.span, "dateline")] if day else []
    return tuple(sorted(stated, key=lambda found: _ORIGINS.get(found.origin, len(_ORIGINS))))


def _of_addresses(article: Article) -> Iterator[Publication]:
    """The days in addresses that the front matter gives the page: "/2021/05/12/reading-room"."""
    for name in ("permalink", "url", "slug"):
        for field in article.fields(name):
            found = _IN_ADDRESS.search(field.value)
            day = _checked(int(found[1]), int(found[3]), int(found[4])) if found else None
            if day is not None:
                yield Publication(day, field.span, "address")


@analysis
def published(article: Article) -> Publication | None:
    """The most trusted statement of the publication date, if there is any."""
    found = publications(article)
    return found[0] if found else None


def _date_fields(article: Article) -> Iterator[Field]:
    """The fields that speak of the publication; of the page's ``<time>`` elements only the first does."""
    times = 0
    for field in article.fields("date"):
        times += field.name == "time"
        if field.name != "time" or times == 1:
            yield field
    yield from article.stray


def read_day(value: str, code: str) -> date | None:
    """The day that a metadata value names, in ISO form or in words; nothing if it names none or two."""
    match = _ISO.match(value) or _COMPACT.match(value)
    if match:
        return _checked(int(match[1]), int(match[2]), int(match[3]))
    for each in dict.fromkeys((code, "en")):  # systems write English whatever the article is in
        for mention in recognise(value, each):
            reading = mention.readings[0]
            if reading.year and reading.month and reading.day and not mention.ambiguous:
                return _checked(reading.year, reading.month, reading.day)
    return None


def _checked(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST <= year <= LAST else None
    except ValueError:
        return None


def _of_field(article: Article, field: Field) -> Publication | None:
    day = read_day(field.value, language(article))
    return Publication(day, field.span, field.origin) if day else None


def dateline_of(article: Article) -> DateMention | None:
    """The date at the beginning of the text that says when it was written ("PARIS, 4 March 2025 –")."""
    first = _first_text(article)
    opening = (mention for mention in dates(article) if mention.block == first)
    mention, following = next(opening, None), next(opening, None)
    if mention is None or (following and following.joined and "year" in mention.borrowed):
        return None  # "(22–26 July 2024)" is when something takes place
    return mention if _is_dateline(article, mention) else None


def _first_text(article: Article) -> int:
    """The number of the first block of running text, or of the line below the headline of a plain text."""
    kinds = [block.kind for block in article.blocks]
    if article.format == "text" and kinds[:2] == [HEADLINE, HEADING]:
        return 1
    return next((number for number, kind in enumerate(kinds) if kind in _RUNNING), -1)


def _is_dateline(article: Article, mention: DateMention) -> bool:
    reading = mention.readings[0]
    if mention.ambiguous or not (reading.year and FIRST <= reading.year <= LAST and reading.day):
        return False
    prose = article.blocks[mention.block].text.prose
    code = language(article)
    if words_at(code, "dates.updated").search(prose, 0, mention.start):
        return False
    if mention.joined:
        return False
    if not _AFTER_DATELINE.match(prose, mention.end):
        stopped = _STOPPED.match(prose, mention.end)
        return bool(stopped) and _says_published(prose[: mention.start].strip(), code)
    if _before_dateline(code).fullmatch(prose, 0, mention.start):
        return True
    return _says_published(prose[: mention.start].strip(), code)


@cache
def _before_dateline(code: str) -> re.Pattern[str]:
    """What may stand before the date of a dateline: nothing, or a place, agency or author and a mark."""
    return lazy(rf"{_PLACE}(?:(?:{any_of(speech(code).dates.on_day)}) )?")


def _says_published(before: str, code: str) -> bool:
    """Whether the few words before a date say that the article appeared on it."""
    return len(before.split()) <= _FEW_WORDS and bool(words_at(code, "dates.published").match(before))
