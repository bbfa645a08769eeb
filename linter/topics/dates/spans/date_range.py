"""A range that ends before it begins."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from linter.analyses.exempt import exempt
from linter.analyses.language import language, speech
from linter.article.model import Article, Field
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.text import Span
from linter.topics.dates import DateMention, dates
from linter.topics.dates.lives.lifetimes import Lifetime, early_deaths, lifetimes
from linter.topics.dates.lives.openings import Opening, openings
from linter.topics.dates.metadata_range import reversed_fields
from linter.topics.dates.reading.calendar import gregorian
from linter.topics.dates.reading.years import YearRange, year_ranges
from linter.topics.dates.wording import words_at

_LATEST = 2100
_CHANGE_BEFORE = 60
"""How far before a range a verb of change ("moved from 2029 to 2021") may stand."""
_ERA_AFTER = 16
"""How far behind a year "BC" may begin."""
_REACH = 24
_SHORT_WORD = 3
"""Letters of an "and" and of a pronoun."""
_REACH_OF_END = 60
"""Characters between the day on which something opens and the one on which it closes."""
_BREAK = lazy(r"[.!?;](?:\s|$)")
_FEW_BEFORE = lazy(r"(?:[-'’][^\W\d]{1,6})?(?:\s[^\W\d]+){0,3}\s")
_SMALL_GAP = lazy(r"[\s,]*")
_WORD = lazy(r"(?P<inside>[^\W_][^.!?:;\n]* )?(?P<word>[^\W\d_])[\w'’.-]+ $")
_TIED = lazy(r"\w[-\u2010\u2011]$")
_FRACTION = lazy(r"\d/\d")
_VOTES = lazy(r"\d{1,3}[ \u00a0]")
"""Before "in": "ruled 4-3 in April" has no days of the month."""
_MONTH_CROSSED = 20
"""Days of one month whose numbers fall by so much may be of two ("30 to 2 March")."""
_ASIDE = lazy(r"\s+[-–—](?!\s)")
"""A dash that opens an aside ("2 juin -le 1er juin étant férié-")."""
_LEAST_LIFE = 3
"""Two years in brackets of which the second is a little less are those of an age group ("(2009-2008)")."""
_CLOCK = lazy(r"[:.h]\d\d(?!\d)")
_YEAR_LONG = 1
"""A range of a year ends the day before it began."""


class DateRange(Check):
    """Reports ranges of years or dates whose words say that the later one comes first.

    So are lifetimes, and what "opened in 1998 and closed in 1989".
    """

    fields = frozenset({"first", "last"})
    variants = frozenset({"life"})
    needs = ("dates.months",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        ranges = [found for found in year_ranges(article) if found.last.year <= _LATEST]
        pairs = [pair for pair in pairwise(dates(article)) if _is_range(article, *pair)]
        yield from (_of_years(article, found) for found in ranges if _years_reversed(article, found))
        yield from (_of_dates(*pair) for pair in pairs if _dates_reversed(article, *pair))
        yield from (_of_dates(*pair) for pair in pairwise(dates(article)) if _closed_before(article, *pair))
        lives = dict.fromkeys((*lifetimes(article), *early_deaths(article)))
        yield from (_of_life(article, life) for life in lives if _life_reversed(article, life))
        yield from (_of_fields(*pair) for pair in reversed_fields(article))
        begun = list(openings(article))
        yield from (_of_opening(article, each) for each in begun)
        if ranges or pairs or lives or begun:
            yield Count("ranges checked", len(ranges) + len(pairs) + len(lives) + len(begun))


def _years_reversed(article: Article, found: YearRange) -> bool:
    """Whether the range runs backwards, is of our era, and no change from one number to another."""
    if found.first.year <= found.last.year or not gregorian(found.last.year, language(article)):
        return False
    if found.opening == "(" and found.first.year - found.last.year < _LEAST_LIFE:
        return False
    text = article.blocks[found.first.block].text
    if exempt(article, "quotes").hold(text.span(found.first.start, found.first.end).start):
        return False
    prose = text.prose
    if _has(article, "era", prose, found.last.end, found.last.end + _ERA_AFTER):
        return False
    before = found.start - _CHANGE_BEFORE
    return found.opening == "(" or not _has(article, "change", prose, before, found.start)


def _has(article: Article, key: str, prose: str, start: int, end: int) -> bool:
    """Whether phrases of the language for a purpose stand in a piece of prose."""
    return words_at(language(article), f"dates.{key}").search(prose, max(0, start), end) is not None


def _life_reversed(article: Article, life: Lifetime) -> bool:
    birth, death = life
    if death.year >= birth.year or not gregorian(death.year, language(article)):
        return False
    prose = article.blocks[life.block].text.prose
    return not any(_has(article, "era", prose, each.end, each.end + _ERA_AFTER) for each in life)


def _of_years(article: Article, found: YearRange) -> Alarm:
    text = article.blocks[found.first.block].text
    first, last = (text.span(year.start, year.end) for year in (found.first, found.last))
    fields = {"first": str(found.first.year), "last": str(found.last.year)}
    return Alarm(
        Span(first.start, last.end), fields, (Related(first, "the beginning"), Related(last, "the end"))
    )


def _of_life(article: Article, life: Lifetime) -> Alarm:
    text = article.blocks[life.block].text
    birth, death = (text.span(each.start, each.end) for each in life)
    fields = {"first": str(life.birth.year), "last": str(life.death.year)}
    related = (Related(birth, "the birth"), Related(death, "the death"))
    return Alarm(Span(birth.start, death.end), fields, related, variant="life")


def _of_opening(article: Article, opening: Opening) -> Alarm:
    text = article.blocks[opening.began.block].text
    first, last = (text.span(each.start, each.end) for each in opening)
    fields = {"first": str(opening.began.year), "last": str(opening.ended.year)}
    related = (Related(first, "the beginning"), Related(last, "the end"))
    return Alarm(Span(first.start, last.end), fields, related)


def _of_fields(first: Field, last: Field) -> Alarm:
    related = (Related(first.span, "the beginning"), Related(last.span, "the end"))
    return Alarm(last.span, {"first": first.value.strip(), "last": last.value.strip()}, related)


def _is_range(article: Article, first: DateMention, last: DateMention) -> bool:
    """Whether two days are joined as a range, a bare number only by words that open and close one."""
    if last.joined != "to" or first.block != last.block or not first.precision == last.precision == "day":
        return False
    prose = article.blocks[first.block].text.prose
    if _ASIDE.match(prose, first.end):
        return False
    by_word = any(letter.isalpha() for letter in prose[first.end : last.start])
    if not by_word or "month" not in first.borrowed:
        return True
    before = prose[max(0, first.start - _REACH) : first.start].lower().split()
    return bool(before) and before[-1] in {opening.split()[-1] for opening, _ in speech(article).dates.ranges}


def _dates_reversed(article: Article, first: DateMention, last: DateMention) -> bool:
    if first.quoted or last.quoted or first.unreal or first.ambiguous is last.ambiguous is True:
        return False
    if _is_no_range(article, first, last):
        return False
    start, end = first.readings[-1], last.readings[0]
    if not (start.exists() and end.exists()) or start.day is None or end.day is None:
        return False
    if start.month is None:  # a weekday and its number are of this month or of the one before
        return False
    if "month" in first.borrowed | last.borrowed:
        return end.day < start.day < end.day + _MONTH_CROSSED
    written = "year" not in first.borrowed | last.borrowed
    if written and start.year is not None and end.year is not None:
        return (start.year, start.month or 0, start.day) > (end.year, end.month or 0, end.day)
    crosses = "year" in first.borrowed and start.year != end.year
    if crosses and start.month - (end.month or 0) == 1:  # who goes on to the next March says both years
        return True
    # "14 June to 2 June 2024" is hardly a year long; "15 June to 14 June 2024" is.
    least = _YEAR_LONG if crosses else 0
    return start.month == end.month and end.day + least < start.day


def _closed_before(article: Article, first: DateMention, last: DateMention) -> bool:
    """ "Opens on 20 May 2024 and closes on 5 May": the days between which something is open."""
    if first.block != last.block or first.quoted or last.quoted or first.ambiguous or last.ambiguous:
        return False
    prose = article.blocks[first.block].text.prose
    between = prose[first.end : last.start]
    if len(between) > _REACH_OF_END or _BREAK.search(between):
        return False
    start, end = first.readings[0], last.readings[0]
    if start.day is None or end.day is None or not (start.month and end.month):
        return False
    same = start.month == end.month and (start.year == end.year or end.year is None)
    told = start.year and end.year and "year" not in first.borrowed | last.borrowed
    if not (same and end.day < start.day) and not (told and end[:3] < start[:3]):
        return False
    code, before = language(article), prose[max(0, first.start - _REACH) : first.start]
    if _ends_with(code, "dates.opens", before) and _closes_too(code, between):
        return True
    behind = prose[last.end : last.end + _REACH_OF_END] if speech(article).dates.ranges_behind else ""
    return _begins_with(code, "dates.opens", between) and _begins_with(code, "dates.closes", behind)


def _begins_with(code: str, path: str, prose: str) -> bool:
    """Whether one of the phrases begins a piece of prose, behind the ending of a date and few words."""
    found = words_at(code, path).search(prose)
    return found is not None and _FEW_BEFORE.fullmatch(prose, 0, found.start()) is not None


def _closes_too(code: str, between: str) -> bool:
    """Whether all between two days is that the same thing closes: no noun of another one is named."""
    found = deque(words_at(code, "dates.closes").finditer(between), 1)
    if not found or _SMALL_GAP.fullmatch(between, found[0].end()) is None:
        return False
    return all(len(word.strip(",;")) <= _SHORT_WORD for word in between[: found[0].start()].split())


def _ends_with(code: str, path: str, prose: str) -> bool:
    """Whether one of the phrases ends a piece of prose."""
    found = deque(words_at(code, path).finditer(prose), 1)
    return bool(found) and _SMALL_GAP.fullmatch(prose, found[0].end()) is not None


def _is_no_range(article: Article, first: DateMention, last: DateMention) -> bool:
    """Whether the first number is that of something else ("Covid-19 until …", "Meeting 5 - 4 August"), the
    second a fraction, or the date was moved ("vom 23. auf den 21. Dezember")."""
    prose = article.blocks[first.block].text.prose
    before = prose[max(0, first.start - _REACH) : first.start]
    preceding = _WORD.search(before)
    dashed = prose[first.end : last.start].strip(" \u00a0") in "-\u2013\u2014" and prose[first.end].isspace()
    name = preceding if preceding and preceding["word"].isupper() and first.weekday is None else None
    named = name is not None and (name["inside"] or dashed)
    moved = _has(article, "moved-to", prose, first.end, last.start)
    votes = _VOTES.match(prose, last.start)
    counted = votes and words_at(language(article), "dates.no-day-before").match(prose, votes.end())
    changed = _has(article, "change", prose, first.start - _CHANGE_BEFORE, first.start)
    return bool(
        named
        or _TIED.search(before)
        or moved
        or changed
        or counted
        or _FRACTION.match(prose, last.start)
        or _CLOCK.match(prose, last.end)
    )


def _of_dates(first: DateMention, last: DateMention) -> Alarm:
    span = Span(first.span.start, last.span.end)
    related = (Related(first.span, "the beginning"), Related(last.span, "the end"))
    return Alarm(span, {"first": first.text, "last": last.text}, related)
