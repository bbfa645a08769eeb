"""A day told by a name and by its date: "the first Tuesday in May, 14 May", "Christmas Day (26 December)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.datetimes import date, timedelta
from linter.languages import speech
from linter.languages.dates import spelling_key
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.topics.dates import dates
from linter.topics.dates.publication import published
from linter.topics.dates.reading.calendar import in_words, nearest, without_year
from linter.topics.dates.reading.model import DateMention, Reading

_REACH = 64
"""Characters before a date in which its name may stand."""
_NEAR = 3
"""Days from a holiday; what lies farther off is the one of another calendar."""
_OBSERVED = 2
"""Days after one of a weekend on which it may be kept."""
_WEEKS_OFF = 2
"""A number farther off is that of another count."""
_FIRST_WEEK = 10
"""Lower numbers may be those of the weeks of a course."""
_TENS = "12345"
_WORKING = range(4, 7)
"""Days from the first one of a week to its last."""
_LEAP = 2000
"""A year that has every day, for a date without one."""


class NamedDay(Check):
    """Compares a date with the name right beside it: a numbered weekday of a month, a holiday, a week."""

    fields = frozenset({"name", "right"})
    variants = frozenset({"week"})
    needs = ("dates.named-days",)

    def signs(self, code: str) -> Mapping[int, frozenset[str]]:
        """Whole phrases: most of their words are frequent alone, as is a week without its number."""
        known = speech(code).dates
        if not known.named_days:
            return {}
        days = [
            day for day in known.weekdays if not any(day[:end] in known.weekdays for end in range(len(day)))
        ]
        weeks = [
            f"{week}{blank}{ten}" for week in known.calendar_weeks for blank in ("", " ") for ten in _TENS
        ]
        phrases = (*known.named_days, *weeks, *(f"{nth} {day}" for nth in known.nth for day in days))
        return {0: frozenset(fold_case(each.replace("'", sign)) for each in phrases for sign in "'’")}

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code, seen = language(article), 0
        before, behind = _before(code), _behind(code)
        mentions = [each for each in dates(article) if not (each.quoted or each.unreal or each.ambiguous)]
        for mention, after in pairwise((*mentions, None)):
            if mention is None or mention.precision != "day" or mention.month is None:
                continue
            prose = article.blocks[mention.block].text.prose
            found = before.search(prose, max(0, mention.start - _REACH), mention.start)
            found = found or behind.match(prose, mention.end)
            if found is not None:
                seen += 1
                yield from _alarms(article, found, mention, after)
        if seen:
            yield Count("dates with a name beside them", seen)


def _alarms(
    article: Article, found: re.Match[str], mention: DateMention, after: DateMention | None
) -> Iterator[Alarm]:
    """The alarm where a date is not that of the name beside it; weeks go up to the date after."""
    text, groups = article.blocks[mention.block].text, found.groupdict()
    span = text.span(min(found.start("name"), mention.start), max(found.end("name"), mention.end))
    if groups.get("week"):
        if right := _other_week(article, int(groups["week"]), mention, after):
            yield Alarm(span, {"name": found["name"], "right": str(right)}, variant="week")
    elif day := _other_day(article, groups, mention, language(article)):
        told = without_year(day.day, day.month) if groups.get("day") else in_words(day)
        yield Alarm(span, {"name": found["name"], "right": told})


def _other_day(
    article: Article, groups: Mapping[str, str | None], mention: DateMention, code: str
) -> date | None:
    """The day that has the name, where it is another one than the date beside it."""
    known, given = speech(code).dates, _on(article, mention)
    if groups.get("day"):
        sure = "year" in mention.places or "(" in (groups["mark"] or "")
        fixed_month, number = map(int, _fixed(code)[_key(groups["day"])].split("-"))
        here = given or mention.readings[0].on(_LEAP)
        fixed = nearest(Reading(None, fixed_month, number), here) if here else None
        if here is None or fixed is None or not sure or mention.joined:
            return None
        late = (here - fixed).days
        kept = given is not None and fixed.weekday() + late >= 7 > fixed.weekday() >= 5
        return fixed if 0 < abs(late) <= _NEAR and not (kept and late <= _OBSERVED) else None
    month = known.months.get(spelling_key(groups["month"])) if groups["month"] else mention.month
    if given is None or month != given.month:
        return None
    weekday = known.weekdays[spelling_key(groups["weekday"] or "")]
    right = _numbered(given, known.nth[_key(groups["nth"])], weekday)
    return right if right != given else None


def _numbered(given: date, nth: int, weekday: int) -> date | None:
    """The first, second … or, counted from its end, last day of that weekday in the month of a date."""
    first = given.replace(day=1)
    days = [first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * i) for i in range(5)]
    days = [day for day in days if day.month == given.month]
    return days[nth - 1 if nth > 0 else nth] if nth <= len(days) else None


def _other_week(article: Article, week: int, first: DateMention, last: DateMention | None) -> int:
    """The number of the week from one date to the other, where it is another one that is near."""
    begin, end = _on(article, first), _on(article, last) if last else None
    if begin is None or end is None or last is None or last.joined != "to" or last.block != first.block:
        return 0
    if begin.weekday() or (end - begin).days not in _WORKING:
        return 0
    right = begin.isocalendar()[1]
    return right if week > _FIRST_WEEK and 0 < abs(right - week) <= _WEEKS_OFF else 0


def _on(article: Article, mention: DateMention) -> date | None:
    """The date, of the year of the article where it has none."""
    reading = mention.readings[0]
    if reading.year is not None:
        return reading.on(reading.year)
    basis = published(article)
    return nearest(reading, basis.day) if basis else None


def _key(text: str | None) -> str:
    return " ".join((text or "").lower().replace("’", "'").split())


@cache
def _fixed(code: str) -> dict[str, str]:
    return {_key(name): day for name, day in speech(code).dates.named_days.items()}


@cache
def _before(code: str) -> re.Pattern[str]:
    """The name of a day or of a week, up to the date behind it."""
    known = speech(code).dates
    of = rf"(?:{any_of((*known.of, *known.nth_of))})"
    month = rf"{GAP}{of}(?:{GAP}?(?P<month>{any_of(known.months)}))?"
    nth = rf"(?P<nth>{any_of(known.nth)}){GAP}(?P<weekday>{any_of(known.weekdays)}){month}"
    week = rf"(?:{any_of(known.calendar_weeks)}){GAP}?(?P<week>\d\d)"
    name = rf"(?P<name>(?P<day>{any_of(known.named_days)})|{nth}|{week})"
    led = any_of((*known.announce, *known.lead, *known.on_day))
    return lazy(
        rf"(?<!\w){name}{GAP}?(?P<mark>,{GAP}|[(–—]{GAP}?|{GAP}\()(?:(?:{led}){GAP})?\Z", re.IGNORECASE
    )


@cache
def _behind(code: str) -> re.Pattern[str]:
    """The name of a holiday in brackets."""
    return lazy(
        rf"{GAP}(?P<mark>\()(?P<name>(?P<day>{any_of(speech(code).dates.named_days)}))\)", re.IGNORECASE
    )
