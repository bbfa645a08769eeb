"""A date that the calendar does not have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from linter.analyses.digit_blocks import figures
from linter.analyses.language import language, speech
from linter.article.model import Article
from linter.article.path_name import path_name
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.languages import everywhere
from linter.languages.dates import spelling_key
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.topics.dates import DateMention, dates
from linter.topics.dates.metadata_dates import wrong_dates
from linter.topics.dates.reading.calendar import MONTHS, gregorian
from linter.topics.dates.reading.context import of_another_era, says
from linter.topics.dates.reading.model import ISO, NUMERIC, Reading
from linter.topics.dates.wording import words_at

_MOST_DAYS = 31
_POINTED = lazy(r"(\d(?<![\w.].)\d{3})\.(0\d|1[0-2])\.(29|3[01])(?![\w-]|\.\d)")
_LAST_WORD = lazy(r"[^\W\d_]+(?= $)")
_LEAP_DAY = 29
_SLASH = "/"
_WORDS = lazy(r"[^\W\d_]+\.?(?= $)")
_MONTH_BEFORE = 20
_FAR = lazy(
    r",?[ \u00a0](?:[^\W\d_]{2,3}[ \u00a0])?(20\d{3}|2[1-9]\d\d|[3-9]\d{3})(?=\W{0,3}(?:[.,;:!?)\]]|\n|\Z))"
)
"""Behind a day and a month: a year with a wrong figure, or one too many."""
_NO_THINGS = lazy(r"\W{0,3}(?:[.,;:!?)\]]|\n|\Z)")
"""Behind a year, which might else be the number of what follows."""
_CENTURIES = 2150
"""No plan is made for a day of this year or a later one."""
_PLANNED = 2100
"""Figures that begin with this or more, and have no month behind, begin with no year."""
_LIFETIME = 50
_FOUR_DIGITS = lazy(r"(?<![\w.,])\d{4}(?![\w]|[.,]\d)")
_BUDDHIST = range(2400, 2700)
"""Years of our time, as some calendars count them."""
_LETTER = lazy(r"(?<!\w)[A-Z]\.[ \u00a0]?\Z")
_LED = 5
"""Characters before a number where its letter is looked for."""
_UNEVEN = lazy(r"\d{4}-(?:\d-\d\d|\d\d-\d)")
"""A month with two figures beside a day with one, or the other way round, is none of a date."""
_BESIDE = 10
"""Characters between two dates with no more than a word in between."""
_BEFORE_DOCUMENT = 60
"""How far before a date "the receipt dated" may stand."""


class ImpossibleDate(Check):
    """Reports days that their month has not, in the text and in the metadata.

    A date is left alone where it is quoted, where the text doubts it, or where it is that of a document; and
    then everywhere else in the article, too.
    """

    fields = frozenset({"date", "why"})
    variants = frozenset({"far"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        mentions = dates(article)
        wrong = [mention for mention in mentions if _impossible(article, mention)]
        spoken_of = {mention.readings for mention in wrong if _is_spoken_of(article, mention)}
        spoken_of.update(_told_together(article, wrong))
        for mention in wrong:
            if mention.readings not in spoken_of:
                yield Alarm(mention.span, {"date": mention.text, "why": _why(mention.readings[0])})
        yield from _in_points(article, mentions)
        yield from _far(article, mentions)
        yield from _metadata(article)
        if mentions:
            yield Count("dates checked", len(mentions))


def _impossible(article: Article, mention: DateMention) -> bool:
    if any(reading.exists() for reading in mention.readings) or _is_no_day(article, mention):
        return False
    first = mention.readings[0]
    if mention.kind in (NUMERIC, ISO) and (not _looks_like_date(first) or _is_of_a_rule(article, mention)):
        return False
    if first.year is not None and not gregorian(first.year, language(article)):
        return False
    return not of_another_era(article, mention)


def _told_together(article: Article, wrong: list[DateMention]) -> Iterator[tuple[Reading, ...]]:
    """Dates right beside another one that no calendar has: nobody slips twice ("31 February or 37 May")."""
    for one, two in pairwise(wrong):
        if one.block == two.block and one.readings != two.readings and two.start - one.end < _BESIDE:
            yield from (one.readings, two.readings)
    for mention in wrong:
        if _no_day().match(article.blocks[mention.block].text.prose, mention.end):
            yield mention.readings


@cache
def _no_day() -> re.Pattern[str]:
    """Near a date: the name of a month behind a number of two digits that no day of it has."""
    month = word_of(everywhere("dates.months"))
    return lazy(rf"[^\n]{{1,{_BESIDE}}}\b(?:3[2-9]|[4-9]\d)\.? {month}", re.IGNORECASE)


def _is_no_day(article: Article, mention: DateMention) -> bool:
    """Whether the number is not of the month after it ("92 in June", "March 31-April 2") or is a year
    ("May 22/96") or of a time ("18h00")."""
    prose = article.blocks[mention.block].text.prose
    day = mention.places.get("day")
    if day is None or "month" not in mention.places:
        return False
    letter = prose[day.start - 1 : day.start]
    if letter.lower() != letter.upper():  # a letter of a script that joins no words
        return True
    month = mention.places["month"]
    if words_at(language(article), "dates.no-day-before").search(prose, day.end, month.start):
        return True
    if "month" in mention.borrowed and prose[day.start - 1] == _SLASH:
        return True
    if (mention.day or 0) > _MOST_DAYS and day.start == mention.start:
        ordinal = mention.readings[0].year is not None and prose[day.end : day.end + 1].isalpha()
        return not (ordinal or _is_led(article, prose, day.start)) and bool(prose[: day.start].strip())
    names = speech(article).dates
    first = day.start == mention.start
    before = _WORDS.findall(prose, max(0, day.start - _MONTH_BEFORE), day.start) if first else []
    return any((key := spelling_key(word)) in names.months or key in names.short_months for word in before)


def _looks_like_date(reading: Reading) -> bool:
    """Figures are a date only if day and month can be ones; "2017-59-39" is something else."""
    day, month = reading.day or 0, reading.month or 0
    if (reading.year or 0) >= _PLANNED and month > len(MONTHS):
        return False  # "2124-28-1" is the number of a decree
    low, high = sorted((day, month))
    return 1 <= low <= len(MONTHS) and high <= _MOST_DAYS


def _is_of_a_rule(article: Article, mention: DateMention) -> bool:
    """Whether figures are the number of a paragraph: "Article D. 31-11-11", "1844-15-1"."""
    prose = article.blocks[mention.block].text.prose
    led = _LETTER.search(prose, max(0, mention.start - _LED), mention.start) is not None
    return led or _UNEVEN.fullmatch(mention.text) is not None


def _is_spoken_of(article: Article, mention: DateMention) -> bool:
    return mention.quoted or mention.unreal or says(article, mention, "dated", _BEFORE_DOCUMENT, 0)


def _why(reading: Reading) -> str:
    """What the calendar says instead."""
    year, month, day = reading.year, reading.month or 0, reading.day or 0
    if not 1 <= month <= len(MONTHS):
        return message("there is no month {month}", month=str(month))
    if day < 1:
        return message("days count from 1")
    from calendar import isleap, monthrange

    if month == 2 and day == 29 and year is not None and not isleap(year):
        return message("{year} is no leap year", year=str(year))
    days = monthrange(2000 if year is None else year, month)[1]
    return message("{month} has {number} days", month=message(MONTHS[month - 1]), number=str(days))


def _metadata(article: Article) -> Iterator[Alarm]:
    told = set()
    for field, reading, wrong in wrong_dates(article):
        why = wrong if reading is None else _why(reading)
        if reading is not None or why not in told:  # what is written wrong is so in all fields
            date = field.value.strip()
            meant = date in path_name(article.path)  # whoever names the file so, too, plays with the date
            yield Alarm(field.span, {"date": date, "why": why}, severity=Severity.INFO if meant else None)
        told.add(why)


def _in_points(article: Article, mentions: tuple[DateMention, ...]) -> Iterator[Alarm]:
    """ "The 2019.02.29 incident": figures with points, where the language has none in dates.

    They may be the number of a version, too. Only a leap day that is none is taken for a date, behind a word
    that goes with days.
    """
    if speech(article).dates.numeric == "ymd":
        return
    taken = {(mention.block, mention.start) for mention in mentions}
    for number, block, runs in figures(article):
        prose = block.text.prose
        for match in (_POINTED.match(prose, run.start()) for run in runs if prose.startswith(".", run.end())):
            if match is None:
                continue
            reading = Reading(*map(int, match.groups()))
            if (
                reading.exists()
                or (number, match.start()) in taken
                or not gregorian(int(match[1]), language(article))
            ):
                continue
            if reading.day == _LEAP_DAY and _is_led(article, prose, match.start()):
                yield Alarm(block.text.span(*match.span()), {"date": match[0], "why": _why(reading)})


def _far(article: Article, mentions: tuple[DateMention, ...]) -> Iterator[Alarm]:
    """ "December 23, 3030": a day of a year that nobody plans for, and that the article has once.

    A story of the future speaks of its years again.
    """
    for mention in mentions:
        year = str(mention.year) if mention.year else ""
        prose = article.blocks[mention.block].text.prose
        end = mention.end
        if not year and (found := _FAR.match(prose, end)):
            year, end = found[1], found.end()
        if mention.precision != "day" or mention.kind in (NUMERIC, ISO):  # "9999-12-31" says "never"
            continue
        if not year or int(year) < _CENTURIES or int(year) in _BUDDHIST:
            continue
        ends = _NO_THINGS.match(prose, end) is not None
        alone = article.source.count(year) == 1 and not _has_another(article.source, int(year))
        if ends and alone and not _is_spoken_of(article, mention):
            span = article.blocks[mention.block].text.span(mention.start, end)
            fields = {"date": prose[mention.start : end], "why": year}
            yield Alarm(span, fields, severity=Severity.WARNING, variant="far")


def _has_another(source: str, year: int) -> bool:
    """Whether another year of the same lifetime stands somewhere: in a story of the future."""
    return any(0 < abs(int(found) - year) <= _LIFETIME for found in _FOUR_DIGITS.findall(source))


def _is_led(article: Article, prose: str, start: int) -> bool:
    """Whether the word before a number goes with days ("on", "the", "le")."""
    names = speech(article).dates
    words = _LAST_WORD.findall(prose, max(0, start - _MONTH_BEFORE), start)
    return bool(words) and words[-1].lower() in {*names.announce, *names.lead, *names.on_day, *names.to}
