"""A weekday beside a date that falls on another one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from linter.analyses.language import language, speech
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.datetimes import date
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.messages import Message, either, message, messages
from linter.namedtuples import NamedTuple
from linter.topics.dates import dates
from linter.topics.dates.publication import Publication, published
from linter.topics.dates.reading.calendar import (
    WITH_WEEKDAY,
    days_that_fit,
    in_words,
    weekday_name,
    without_year,
)
from linter.topics.dates.reading.grammar import grammar
from linter.topics.dates.reading.model import WEEKDAY_DAY, DateMention
from linter.topics.dates.weekday_verdicts import (
    Verdict,
    Window,
    by_date_before,
    by_each_other,
    by_publication,
    by_written_year,
    by_year_told,
    judged,
    of_another_year,
)
from linter.topics.dates.wording import words_at
from linter.typed import Literal

_LISTED = 24
"""How far before a weekday another one may stand ("Donnerstag, Freitag und Samstag, 20. bis 22. August")."""
_BLANK = lazy("[ \u00a0]")


class WeekdayParams(NamedTuple):
    missing_year: Literal["publication", "skip"] = "publication"
    """Where the year of a date comes from that has none: from the publication date, or from nowhere."""
    days_before: int = 45
    """A date without a year is judged if it lies no more days before the publication than this …"""
    days_after: int = 21
    """… or after it; farther dates are often of another year."""


class Weekday(Check):
    """Compares each weekday with the calendar, where the year is written or sure."""

    Params = WeekdayParams
    fields = frozenset({"date", "actual", "claimed", "fits", "published", "other"})
    variants = frozenset({"by-publication", "by-each-other"})
    needs = ("dates.weekdays",)
    triggers = ("dates.weekdays", "dates.short-weekdays")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        mentions = [mention for mention in dates(article) if mention.weekday is not None]
        if not mentions:
            return
        judgable = [m for m in mentions if judged(article, m)]
        verdicts = list(self._verdicts(article, judgable))
        if of_another_year(verdicts):
            verdicts = [Verdict(each.mention) if each.by else each for each in verdicts]
        verdicts = [_softened(article, each) for each in verdicts]
        for verdict in verdicts:
            if verdict.fits is False:
                yield _alarm(article, verdict)
        yield Count("dates with a weekday seen", len(mentions))
        yield Count("checked", sum(verdict.fits is not None for verdict in verdicts))
        unknown = sum(verdict.fits is None and verdict.mention.year is None for verdict in verdicts)
        if unknown:
            known = published(article) is not None
            yield Count(
                "too far from the publication" if known else "without a year and no publication date", unknown
            )

    def _verdicts(self, article: Article, mentions: Sequence[DateMention]) -> Iterator[Verdict]:
        window = Window(self.params.days_before, self.params.days_after)
        basis = published(article)
        without_year = []
        for mention in mentions:
            if all(reading.year is not None for reading in mention.readings):
                yield by_written_year(article, mention)
            elif self.params.missing_year == "publication" and basis is not None:
                yield self._without_year(article, mention, basis, window)
            elif (verdict := self._by_text(article, mention, basis)).fits is not None:
                yield verdict
            else:
                without_year.append(mention)
        yield from by_each_other(article, without_year)

    @staticmethod
    def _by_text(article: Article, mention: DateMention, basis: Publication | None) -> Verdict:
        verdict = by_date_before(article, mention)
        return by_year_told(article, mention) if verdict.fits is None and basis is None else verdict

    @staticmethod
    def _without_year(article: Article, mention: DateMention, basis: Publication, window: Window) -> Verdict:
        verdict = by_publication(article, mention, basis, window)
        return by_date_before(article, mention) if verdict.fits is None else verdict


def _softened(article: Article, verdict: Verdict) -> Verdict:
    """The verdict, open where the weekday may be that of another day or time."""
    mention, day = verdict.mention, verdict.day
    if verdict.fits is not False or day is None:
        return verdict
    other = (
        _ends_range(article, verdict) or _is_of_the_sentence(article, verdict) or _is_told(article, mention)
    )
    return Verdict(mention) if other else verdict


def _ends_range(article: Article, verdict: Verdict) -> bool:
    """Whether a range begins here and the weekday is that of its end, or one of several before it
    ("bis Freitag (20. bis 26. Juni)")."""
    mention, day = verdict.mention, verdict.day
    every = dates(article)
    place = bisect_left(every, (mention.block, mention.end), key=lambda each: (each.block, each.start))
    after = every[place] if place < len(every) else None
    if day is None or after is None or after.block != mention.block or after.joined != "to":
        return False
    own = after.places.get("weekday")
    if own is not None and own.start > mention.end:
        return False
    last = after.readings[-1].on(day.year)
    prose = article.blocks[mention.block].text.prose
    weekday = grammar(language(article)).weekday
    start = mention.places["weekday"].start
    listed = weekday.search(prose, max(0, start - _LISTED), start) is not None
    days = range((last - day).days + 1) if last else ()
    return last is not None and (
        last.weekday() == mention.weekday
        or (listed and any((day.weekday() + i) % 7 == mention.weekday for i in days))
    )


def _is_of_the_sentence(article: Article, verdict: Verdict) -> bool:
    """ "Am Sonntag den 20. April nennen": the day to come is what is named on the Sunday."""
    mention, day = verdict.mention, verdict.day
    basis = published(article)
    if not speech(article).dates.lead_takes_comma or day is None or basis is None or day <= basis.day:
        return False
    prose = article.blocks[mention.block].text.prose
    blank = _BLANK.match(prose, mention.places["weekday"].end)
    return blank is not None and bool(words_at(language(article), "dates.lead").match(prose, blank.end()))


def _is_told(article: Article, mention: DateMention) -> bool:
    """Whether the article gives the same weekday and number with a month."""
    if mention.kind != WEEKDAY_DAY:
        return False
    same = (mention.weekday, mention.day)
    return any((each.weekday, each.day) == same and each.month is not None for each in dates(article))


def _alarm(article: Article, verdict: Verdict) -> Alarm:
    mention = verdict.mention
    fields: dict[str, str] = {"claimed": weekday_name(mention.weekday or 0)}
    if verdict.day is None:
        return _clash(verdict, fields)
    near = verdict.by.day if verdict.by else verdict.day
    fitting = sorted(days_that_fit(verdict.day, mention.weekday or 0), key=lambda day: abs(day - near))
    fields |= {
        "date": in_words(verdict.day),
        "actual": weekday_name(verdict.day.weekday()),
        "fits": _fitting(fitting, verdict.day),
    }
    same_month = fitting[0].month == verdict.day.month
    suggestion = _with_weekday(article, mention, verdict.day.weekday()) if same_month else None
    related = tuple(_weekday_elsewhere(article, mention))
    if verdict.by is None:
        return Alarm(mention.span, fields, related, suggestion)
    fields["published"] = in_words(verdict.by.day)
    related += (Related(verdict.by.span, verdict.by.label_with_day),)
    return Alarm(mention.span, fields, related, suggestion, variant="by-publication")


def _weekday_elsewhere(article: Article, mention: DateMention) -> Iterator[Related]:
    """The weekday of a date that does not hold it ("Friday and Saturday 23 and 24 October")."""
    place = mention.places["weekday"]
    if not mention.start <= place.start < mention.end:
        yield Related(article.blocks[mention.block].text.span(*place), "its weekday")


def _clash(verdict: Verdict, fields: dict[str, str]) -> Alarm:
    other = verdict.against
    assert other is not None
    weekday = weekday_name(other.weekday or 0)
    fields |= {
        "date": _without_year(verdict.mention),
        "other": message(WITH_WEEKDAY, weekday=weekday, date=_without_year(other)),
    }
    related = (Related(other.span, "the other date"),)
    return Alarm(verdict.mention.span, fields, related, variant="by-each-other")


def _without_year(mention: DateMention) -> Message:
    reading = mention.readings[-1]
    return without_year(reading.day or 1, reading.month or 1)


def _fitting(days: Sequence[date], wrong: date) -> Message:
    """The days that fit, in words: "Monday is the 3rd" or, if one is of another month, "18 October"."""
    weekday = weekday_name(days[0].weekday())
    if all(day.month == wrong.month for day in days):
        ordinals = either([_ordinal(day.day) for day in days])
        return message("{weekday} is {days}", weekday=weekday, days=ordinals)
    named = either([without_year(day.day, day.month) for day in days])
    return message("{weekday} is {dates}", weekday=weekday, dates=named)


def _ordinal(number: int) -> Message:
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    first, other = messages("the 1st", "the {number}th")
    return Message(f"the {number}{ending}", first if number == 1 else other, {"number": str(number)})


def _with_weekday(article: Article, mention: DateMention, weekday: int) -> str | None:
    """The words of the source with the weekday that the date has, in the form of the one it says."""
    place = mention.places["weekday"]
    if not mention.start <= place.start < mention.end:
        return None
    text = article.blocks[mention.block].text
    form = speech(article).dates.weekday_form(text.prose[place.start : place.end], weekday)
    source = text.span(*place)
    before = article.source[mention.span.start : source.start]
    return f"{before}{form}{article.source[source.end : mention.span.end]}" if form else None
