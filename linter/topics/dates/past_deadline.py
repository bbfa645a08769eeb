"""A last day to act, or the day of an event to come, that was over when the article appeared."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.datetimes import date, timedelta
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates import DateMention, dates
from linter.topics.dates.publication import Publication, published
from linter.topics.dates.reading.calendar import in_words, nearest

_REACH = 60
"""How far before a date its phrase may begin."""
_WHERE = r"(?:\s[^.;:!?\n]{0,40}?)?"
"""Between "will take place" and the day: "in the library next Monday, on"."""
_YEAR = 365
_SLOTS = {"thing": rf"(?:[^\W\d_][\w'’-]*{GAP}){{1,3}}[^\W\d_][\w'’-]*"}
"""What is to be sent, in two to four words."""


class PastDeadlineParams(NamedTuple):
    days_late: int = 1
    """An article may appear so many days after it was written."""
    days: int = 30
    """A deadline without a year that is farther back is that of another year."""


class PastDeadline(Check):
    """Compares deadlines and the days of events to come with the publication date.

    An event is judged only if its year is written and the next one would fit: others are told afterwards.
    """

    Params = PastDeadlineParams
    fields = frozenset({"date", "published"})
    variants = frozenset({"event"})
    needs = ("dates.deadline",)
    triggers = ("dates.deadline", "dates.takes-place")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code = language(article)
        seen = 0
        for mention in dates(article):
            if mention.precision != "day" or mention.quoted or mention.ambiguous or mention.unreal:
                continue
            if _is_of_any_year(article, mention, code):
                continue
            variant = _announced(article, mention, code)
            basis = published(article) if variant is not None else None
            if variant is None or basis is None:
                continue
            seen += 1
            day = self._over(mention, basis.day, variant)
            if day is None or (variant == _DEADLINE and basis.day in _written(article)):
                continue  # the day of publication is written: it is the day of the event itself
            if mention.readings[0].year is None and _goes_on(article, basis.day):
                continue
            yield _alarm(mention, day, basis, variant)
        if seen:
            yield Count("deadlines and events to come", seen)

    def _over(self, mention: DateMention, basis: date, variant: str) -> date | None:
        """The day of a mention if it was over on another one."""
        reading = mention.readings[0]
        day = reading.on(reading.year) if reading.year else nearest(reading, basis)
        if day is None or (basis - day).days <= self.params.days_late:
            return None
        near = (basis - day).days <= self.params.days
        if variant == _EVENT or not near:
            left = reading.year is not None and basis <= day + timedelta(days=_YEAR + 1)
            return day if left else None
        return day


_DEADLINE, _EVENT = "", "event"


def _announced(article: Article, mention: DateMention, code: str) -> str | None:
    """The variant of the message by the words before a date; nothing if they announce nothing."""
    prose = article.blocks[mention.block].text.prose
    start = max(0, mention.start - _REACH)
    return next(
        (variant for announced, variant in _before(code) if announced.search(prose, start, mention.start)),
        None,
    )


def _is_of_any_year(article: Article, mention: DateMention, code: str) -> bool:
    """Whether a day without a number of its year says in words of which one it is: "of the award year"."""
    prose = article.blocks[mention.block].text.prose
    return mention.readings[0].year is None and _of(code).match(prose, mention.end) is not None


@cache
def _of(code: str) -> re.Pattern[str]:
    return lazy(rf"{GAP}{word_of(speech(code).facts.of_name)}", re.IGNORECASE)


@analysis
def _written(article: Article) -> frozenset[date | None]:
    """The days that the text has with their years."""
    readings = (reading for mention in dates(article) for reading in mention.readings)
    return frozenset(reading.on(reading.year) for reading in readings if reading.year)


def _goes_on(article: Article, basis: date) -> bool:
    """Whether days are told that came long after the publication: laws and guides are kept up to date."""
    return any(day is not None and (day - basis).days > _YEAR for day in _written(article))


@cache
def _before(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What ends right before a date that it announces, with the variant of the message."""
    known = speech(code).dates
    lead = f"(?:(?:{any_of(known.lead)}){GAP})?" if known.lead else ""
    kinds = ((known.deadline, "", _DEADLINE), (known.takes_place, _WHERE, _EVENT))
    return tuple(
        (lazy(rf"{word_of(phrases, _SLOTS)}{between}{GAP}?{lead}\Z", re.IGNORECASE), variant)
        for phrases, between, variant in kinds
    )


def _alarm(mention: DateMention, day: date, basis: Publication, variant: str) -> Alarm:
    fields = {"date": in_words(day), "published": in_words(basis.day)}
    related = (Related(basis.span, basis.label_with_day),)
    return Alarm(mention.span, fields, related, variant=variant)
