"""Statements of the publication date that disagree."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.datetimes import date
from linter.finding import Related, Severity
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.dates import dates
from linter.topics.dates.publication import Publication, publications
from linter.topics.dates.reading.calendar import in_words
from linter.topics.dates.reading.slips import is_slip

_DATELINE, _PATH, _HEAD = "dateline", "path", "front-matter"
_TIME = lazy(r"[\s*_,–—\\-]{1,12}(?:[^\W\d_]{1,3}\.? ){0,3}\d{1,2}(?:[.,:]\d\d|\s?[^\W\d_]{1,3}\b)")
_MOST_UNLIKE = 0.1
"""Where more than one neighbour in ten has two dates it is a habit."""
_ALL_ALIKE = 6
"""Where none of so many neighbours has two dates, two days are no habit of writing in advance …"""
_ALL_SAME = 10
"""… and where so many have the very same, one day is none of reckoning them in another time zone."""
_YEAR, _SOME = 365, 3
"""Where so many neighbours have dates so many days later, texts are revised."""
_SECONDS = lazy(r"\d\d:\d\d:(?!00(?!\d))\d\d\S*")
_CLOCK = lazy(r"\d\d?:\d\d")


class DatelineParams(NamedTuple):
    days_late: int = 31
    """A dateline so many days before the publication is that of a text which appeared late …"""
    days_early: int = 3
    """… and so many days after it that of the next printed issue."""
    days_stale: int = 4
    """A date so many days before that of the file name is the day of writing, if neighbours have such …"""
    days_old: int = 1000
    """… and one of so many days that of a text which appears once more; between them it was left behind."""


class Dateline(Check):
    """Compares front matter, file name, JSON-LD, page, address and dateline with the most trusted of them.

    The date before a text may be any other one; elsewhere only such differences are judged that come from a
    slip, and a date in the front matter that lies before the one in the file name, if neighbouring articles
    have no such habit; where none of them has two dates, two days are enough, and one where no clock is told.
    """

    Params = DatelineParams
    fields = frozenset({"label", "date", "other", "published"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        stated = publications(article)
        if len(stated) < 2:
            return
        first = stated[0]
        for other in stated[1:]:
            if first.origin == other.origin == _HEAD:
                continue  # the days of the draft and of the publication
            if self._differs(article, first, other):
                yield _alarm(first, other)._replace(severity=_severity(article, first, other))
        yield Count("statements of the publication date compared", len(stated))

    def _differs(self, article: Article, first: Publication, other: Publication) -> bool:
        days: int = (other.day - first.day).days
        if other.origin == _DATELINE:
            return self._is_far(days, article, first, other) and not _is_of_event(article, other)
        if other.origin == _PATH and _is_named_for(article, other.day):
            return False
        if is_slip(first.day, other.day):
            return not (other.origin == _PATH and _is_meant(article, first.day, other.day))
        if (first.origin, other.origin) != (_HEAD, _PATH) or _is_told_again(article, first.day):
            return False
        if days == 1:
            timed = _CLOCK.search(article.excerpt(first.span)) is not None
            known, apart = _neighbours(article, most=0)
            return not timed and known >= _ALL_SAME and not apart
        if not 1 < days < self.params.days_old:
            return False
        known, apart = _neighbours(article)
        if days <= self.params.days_stale:
            return known >= _ALL_ALIKE and not apart
        return apart <= _MOST_UNLIKE * known

    def _is_far(self, days: int, article: Article, first: Publication, other: Publication) -> bool:
        """Whether a dateline is none of that publication; alone on its line it may tell a later day."""
        if days < -self.params.days_late:
            return True
        early = days > self.params.days_early
        return early and (is_slip(first.day, other.day) or not _is_line(article, other))


def _severity(article: Article, first: Publication, other: Publication) -> Severity | None:
    """An info for a single day, and for the moment at which a draft was made, which no neighbour has."""
    if other.origin != _PATH or is_slip(first.day, other.day):
        return None
    if (other.day - first.day).days == 1:
        return Severity.INFO
    made = _SECONDS.search(article.excerpt(first.span))
    if made is None or not article.neighbours:
        return None
    left = any(
        found.day == first.day or made[0] in neighbour.excerpt(found.span)
        for neighbour in article.neighbours
        for found in publications(neighbour)
    )
    return None if left else Severity.INFO


def _is_line(article: Article, dateline: Publication) -> bool:
    """Whether nothing else stands on its line, as above what is announced for a day."""
    start, end = dateline.span
    line = article.source.rfind("\n", 0, start) + 1
    rest = article.source[line:start] + article.source[end:].partition("\n")[0]
    return not any(map(str.isalnum, rest))


def _is_of_event(article: Article, dateline: Publication) -> bool:
    """Whether it is the day of an event: a time stands behind it, or the metadata have it as well."""
    if _TIME.match(article.source, dateline.span.end):
        return True
    told = _bare(article.excerpt(dateline.span))
    return any(told in _bare(field.value) for field in article.metadata)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _is_meant(article: Article, day: date, other: date) -> bool:
    """Whether the text has the day, or a later one was set anew with the text, as some others were."""
    if day < other:
        return _is_in_text(article, day, other)
    both = (days for days in map(_days, article.neighbours) if days.keys() >= {_HEAD, _PATH})
    moved = sum((days[_HEAD] - days[_PATH]).days >= _YEAR for days in both) >= _SOME
    return moved or _is_in_text(article, day, other)


def _is_in_text(article: Article, day: date, other: date) -> bool:
    """Whether the text names the day and not the other one of its year, on which the file was made."""
    told = {(each.month, each.day) for each in dates(article)}
    return day.year == other.year and (day.month, day.day) in told and (other.month, other.day) not in told


def _is_named_for(article: Article, day: date) -> bool:
    """Whether other metadata hold the day of the file name: the text is on an event of that day."""
    form, head = day.isoformat(), (field for field in article.metadata if field.origin == _HEAD)
    return any(
        field.value.startswith(form) and field.value[len(form) :][:1] in ("", "T", " ") for field in head
    )


def _is_told_again(article: Article, day: date) -> bool:
    """Whether other metadata holds the day, too ("ref: post-20240321"): then the file name is the odd one."""
    forms = [f"{day:%Y{mark}%m{mark}%d}" for mark in ("-", "/", "")]
    return any(field.value.find(form) > 0 for field in article.metadata for form in forms)


def _neighbours(article: Article, most: int = 1) -> tuple[int, int]:
    """How many articles beside this one have dates in head and name, and of how many these are apart by
    more days."""
    apart = []
    for neighbour in article.neighbours:
        days = _days(neighbour)
        if days.keys() >= {_HEAD, _PATH}:
            apart.append(abs((days[_HEAD] - days[_PATH]).days) > most)
    return len(apart), sum(apart)


def _days(article: Article) -> dict[str, date]:
    """The first date of each origin."""
    return {found.origin: found.day for found in publications(article)[::-1]}


def _alarm(first: Publication, other: Publication) -> Alarm:
    """Reports the place of the less trusted date, or the other one where it stands in the file name."""
    place, against = (other, first) if other.span != Span(0, 0) else (first, other)
    fields = {
        "label": place.label,
        "date": in_words(place.day),
        "other": against.label,
        "published": in_words(against.day),
    }
    return Alarm(place.span, fields, (Related(against.span, against.label_with_day),))
