"""A range of time and a duration beside it that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.analyses.numerals.hedges import hedge_before
from linter.article.model import CODE, Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates import DateMention, dates
from linter.topics.dates.context import sentence_around
from linter.topics.dates.date_ranges import weekday_number
from linter.topics.dates.forms import Form, compiled, count_of, forms, possible, start_of_count
from linter.topics.dates.grammar import GAP, any_of, grammar
from linter.topics.dates.names import names
from linter.topics.dates.years import year_ranges

YEARS, DAYS = "year", "day"
_AFTER = 40
"""How far behind a duration its range may begin ("two-day visit to Berlin from Monday …")."""
_WEEKDAYS = 7
_OF_RANGE = lazy(r"\d\s*(?:[-–]|à|ad?|to|bis|tot|o|ou|or)\Z")
"""Before a number: it is the upper end of a range ("aged 2 to 8")."""


class Range(NamedTuple):
    """From ``start`` to ``end`` of a block's prose, so many days or years long, the first one not counted."""

    block: int
    start: int
    end: int
    unit: str
    length: int


class Lasting(NamedTuple):
    """A range and the duration at ``prose[start:end]`` that is said of it."""

    range: Range
    start: int
    end: int
    number: int

    def fits(self) -> bool:
        """Whether the number is the length; days may count the first one, too, and years are seldom full."""
        off = self.number - self.range.length
        return off in (0, 1) if self.range.unit == DAYS else abs(off) <= 1


def lasting(article: Article) -> Iterator[Lasting]:
    """The ranges of the article that a duration in the same unit stands beside."""
    spoken = language(article)
    for found in ranges(article):
        prose = article.blocks[found.block].text.prose
        match = _before(prose, found, spoken) or _after(prose, found, spoken)
        if match is None:
            continue
        start = start_of_count(prose, *match.span("number"), spoken)
        number = count_of(prose[start : match.end("number")], spoken)
        if number is None or _of_something_else(prose, start, spoken):
            continue
        if _durations(prose, found, match, spoken) == 1 and not _goes_on(prose, found, spoken):
            yield Lasting(found, start, match.end("said"), number)


def _before(prose: str, found: Range, spoken: str) -> re.Match[str] | None:
    """ "three years, from …", "three-day festival in Berlin from …"."""
    low = max(0, found.start - 2 * _AFTER)
    for form in _possible(prose[low : found.start], spoken, found.unit):
        rest = rf"[^.;:!?\d]{{0,{_AFTER}}}" if "-" in form.literal else rf"{GAP}*[,(]?"
        pattern = compiled(rf"(?P<said>{form.pattern}){rest}{GAP}*\Z")
        match = pattern.search(prose, low, found.start)
        if match:
            return match
    return None


def _after(prose: str, found: Range, spoken: str) -> re.Match[str] | None:
    """ "from … to …, for three years"."""
    for form in _possible(prose[found.end : found.end + 2 * _AFTER], spoken, found.unit):
        pattern = compiled(rf"{GAP}*[,(–—]?{GAP}*(?:{_lasting_words(spoken)}){GAP}+(?P<said>{form.pattern})")
        match = pattern.match(prose, found.end)
        if match:
            return match
    return None


def _possible(text: str, spoken: str, unit: str) -> list[Form]:
    return possible(forms(spoken, "durations", unit), text.lower().replace("\u00a0", " "))


@cache
def _lasting_words(spoken: str) -> str:
    known = names(spoken)
    return any_of(known.list("lasting")) if known else r"(?!)"


def _of_something_else(prose: str, start: int, spoken: str) -> bool:
    """Whether words before the number say that it is not the length ("every two days", "after two days")."""
    known = names(spoken)
    before = prose[max(0, start - 20) : start].lower().rstrip()
    if known is None or before.endswith(tuple(known.list("every"))) or hedge_before(prose, start, spoken):
        return known is not None
    return _OF_RANGE.search(before) is not None


def _goes_on(prose: str, found: Range, spoken: str) -> bool:
    """Whether more days follow the range: "on three days (29/30 August and 1 September)"."""
    known = names(spoken)
    words = any_of(word for word in known.list("and") if word.isalpha()) if known else r"(?!)"
    return (
        compiled(rf"{GAP}*(?:{words}|ainsi{GAP}que)(?!\w)[^.;()]{{0,16}}\d").match(prose, found.end)
        is not None
    )


def _durations(prose: str, found: Range, match: re.Match[str], spoken: str) -> int:
    """How many durations in that unit the sentence has: a second one may be taken from the first."""
    start, end = sentence_around(prose, min(found.start, match.start()), max(found.end, match.end()))
    starts = {
        one.end("number")
        for form in _possible(prose[start:end], spoken, found.unit)
        for one in compiled(form.pattern).finditer(prose, start, end)
        if count_of(prose[start_of_count(prose, *one.span("number"), spoken) : one.end("number")], spoken)
    }
    return len(starts)


def ranges(article: Article) -> Iterator[Range]:
    """The ranges of years and of days, those of weekdays only if their block says a number of days."""
    for years in year_ranges(article):
        yield Range(years.first.block, years.start, years.last.end, YEARS, years.last.year - years.first.year)
    for first, last in pairwise(dates(article)):
        length = _days(first, last)
        if length is not None:
            yield Range(first.block, _opening(article, first), last.end, DAYS, length)
    yield from _of_weekdays(article)


def _days(first: DateMention, last: DateMention) -> int | None:
    """How many days lie between two joined dates; nothing if they are not two dates of one range."""
    if last.joined != "to" or first.block != last.block or first.ambiguous or last.ambiguous:
        return None
    a, b = first.readings[0], last.readings[0]
    year = b.year or a.year or 2001
    start = a.on(a.year or year)
    end = b.on(b.year or year)
    if a.day is None or b.day is None or start is None or end is None or end <= start:
        return None
    return (end - start).days


def _opening(article: Article, mention: DateMention) -> int:
    """Where the word begins that opens the range, or the date itself."""
    known = names(language(article))
    prose = article.blocks[mention.block].text.prose
    words = [opening for opening, _ in known.ranges] if known else []
    pattern = compiled(rf"(?<!\w)(?:{any_of([*words, *(known.list('lead') if known else [])])}){GAP}+\Z")
    match = pattern.search(prose, max(0, mention.start - 24), mention.start)
    return match.start() if match else mention.start


def _of_weekdays(article: Article) -> Iterator[Range]:
    """ "from Monday to Thursday", in blocks that say a number of days."""
    spoken = language(article)
    known, kept = grammar(spoken), forms(spoken, "durations", DAYS)
    if known is None or not known.names.ranges:
        return
    pattern = _weekday_range(spoken)
    for number, block in enumerate(article.blocks):
        if block.kind != CODE and possible(kept, block.text.prose.lower()):
            for match in pattern.finditer(block.text.prose):
                first, last = (weekday_number(match[group], known) for group in ("first", "last"))
                length = (last - first) % _WEEKDAYS
                yield Range(number, match.start(), match.end(), DAYS, length)


@cache
def _weekday_range(spoken: str) -> re.Pattern[str]:
    known = names(spoken)
    assert known is not None
    days = any_of(known.weekdays)
    openings = any_of(opening for opening, _ in known.ranges)
    closings = any_of([*(closing for _, closing in known.ranges), *known.list("to")])
    return compiled(
        rf"(?<!\w)(?:{openings}){GAP}+(?P<first>{days}){GAP}+(?:{closings}){GAP}+(?P<last>{days})(?![-\w]|{GAP}\d)"
    )


_LONGEST_IN_DAYS = 60
"""Longer ranges of days are said in weeks and months."""


class SpanArithmetic(Check):
    """Counts the years or days of a range and compares them with the number beside it."""

    fields = frozenset({"range", "said", "length"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(lasting(article))
        for one in found:
            if not one.fits() and _is_plain(article, one):
                yield _alarm(article, one)
        if found:
            yield Count("ranges with a duration", len(found))


def _is_plain(article: Article, one: Lasting) -> bool:
    if one.range.length < 1 or (one.range.unit == "day" and one.number > _LONGEST_IN_DAYS):
        return False
    place = article.blocks[one.range.block].text.span(one.start, one.end).start
    return not exempt(article, "quotes").hold(place)


def _alarm(article: Article, one: Lasting) -> Alarm:
    text = article.blocks[one.range.block].text
    span = text.span(one.range.start, one.range.end)
    fields = {
        "range": " ".join(text.prose[one.range.start : one.range.end].split()),
        "said": text.prose[one.start : one.end],
        "length": f"{one.range.length} {one.range.unit}{'s' if one.range.length != 1 else ''}",
    }
    return Alarm(text.span(one.start, one.end), fields, (Related(span, "the range"),))
