"""What the words around a date say about it."""

from __future__ import annotations

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import Article
from linter.matching.regexes import lazy
from linter.topics.dates import dates, prose_around
from linter.topics.dates.reading.model import DateMention
from linter.topics.dates.wording import words_at

_YEAR = lazy(r"(?<![\d.,/-])(?:1[5-9]|20|21)\d\d(?![\d%]|[.,]\d)")
_ISO = lazy(r"\s*([12]\d{3})-\d\d-\d\d")
_YEARS_AROUND = 300
"""A year so many characters away may be the year of a date that has none."""
_WORDS_BEFORE = 90
"""Words so many characters before a date may say that it is not of the year of publication."""
_ERA_AFTER = 24


def years_near(article: Article, mention: DateMention) -> frozenset[int]:
    """The years named around a date and in the headline."""
    near = prose_around(article, mention, _YEARS_AROUND, _YEARS_AROUND)
    title = article.headline.prose if article.headline else ""
    return frozenset(int(found) for found in _YEAR.findall(f"{near} {title}"))


def fits_another_year(article: Article, mention: DateMention, year: int) -> bool:
    """Whether a date whose weekday is wrong in a year is right in another one that is spoken of near it.

    Words like "a year ago" before the date speak of the years before and after.
    """
    others = years_near(article, mention) - {year}
    others |= (_years_of_events(article) | _years_told_before(article, mention)) - {year}
    if says(article, mention, "last-year", _WORDS_BEFORE, 0):
        others |= {year - 2, year - 1, year + 1}
    return any(
        day.weekday() == mention.weekday
        for other in sorted(others)
        for reading in mention.readings
        if (day := reading.on(other))
    )


def _years_told_before(article: Article, mention: DateMention) -> set[int]:
    """The years of whole dates before one that are near it in the calendar: it may go on with their story."""
    months = {reading.month or 0 for reading in mention.readings}
    told = _months_told(article)
    return {
        year
        for month in {near for month in months for near in (month - 1, month, month + 1)}
        for year, (block, start) in told.get(month, {}).items()
        if block <= mention.block and start < mention.span.start
    }


@analysis
def _months_told(article: Article) -> dict[int, dict[int, tuple[int, int]]]:
    """The months of whole dates, their years, and the first place of each: its block and where it starts."""
    told: dict[int, dict[int, tuple[int, int]]] = {}
    for mention in dates(article):
        for reading in mention.readings:
            if reading.year and reading.month:
                place = mention.block, mention.span.start
                told.setdefault(reading.month, {}).setdefault(reading.year, place)
    return told


@analysis
def _years_of_events(article: Article) -> frozenset[int]:
    """The years of dates in the front matter, of which one may be that of the event."""
    values = (field.value for field in article.metadata if field.origin == "front-matter")
    return frozenset(int(match[1]) for value in values if (match := _ISO.match(value)))


def of_another_era(article: Article, mention: DateMention) -> bool:
    """Whether the date is marked as one before Christ or of another calendar."""
    prose = article.blocks[mention.block].text.prose
    era = words_at(language(article), "dates.era")
    return era.search(prose, mention.end, mention.end + _ERA_AFTER) is not None


def says(article: Article, mention: DateMention, key: str, before: int, after: int) -> bool:
    """Whether one of the language's phrases for a purpose (a key of its dates) stands so near."""
    prose = article.blocks[mention.block].text.prose
    phrases = words_at(language(article), f"dates.{key}")
    return phrases.search(prose, max(0, mention.start - before), mention.end + after) is not None
