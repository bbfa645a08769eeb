"""A range that ends before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.analyses.dates import DateMention, dates
from linter.analyses.dates.calendar import gregorian
from linter.analyses.dates.names import names
from linter.analyses.dates.years import YearRange, year_ranges
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related
from linter.text import Span

_LATEST = 2100
_CHANGE_BEFORE = 60
"""How far before a range a verb of change ("moved from 2029 to 2021") may stand."""
_MONTH_CROSSED = 20
"""Days of one month whose numbers fall by so much may be of two ("30 to 2 March")."""


class DateRange(Check):
    """Reports ranges of years or dates whose words say that the later one comes first."""

    fields = frozenset({"first", "last"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        ranges = [found for found in year_ranges(article) if found.last.year <= _LATEST]
        pairs = [pair for pair in pairwise(dates(article)) if _is_range(*pair)]
        yield from (_of_years(article, found) for found in ranges if _years_reversed(article, found))
        yield from (_of_dates(*pair) for pair in pairs if _dates_reversed(article, *pair))
        if ranges or pairs:
            yield Count("ranges checked", len(ranges) + len(pairs))


def _years_reversed(article: Article, found: YearRange) -> bool:
    """Whether the range runs backwards, is of our era, and no change from one number to another."""
    if found.first.year <= found.last.year or not gregorian(found.last.year, language(article)):
        return False
    text = article.blocks[found.first.block].text
    if exempt(article, "quotes").hold(text.span(found.first.start, found.first.end).start):
        return False
    known = names(language(article))
    prose = text.prose
    before = prose[max(0, found.start - _CHANGE_BEFORE) : found.start].lower()
    after = prose[found.last.end : found.last.end + 16]
    if known is None or any(re.search(rf"(?<!\w){re.escape(era)}", after) for era in known.list("era")):
        return False
    return not any(re.search(rf"(?<!\w){re.escape(stem)}", before) for stem in known.list("change"))


def _of_years(article: Article, found: YearRange) -> Alarm:
    text = article.blocks[found.first.block].text
    first, last = (text.span(year.start, year.end) for year in (found.first, found.last))
    fields = {"first": str(found.first.year), "last": str(found.last.year)}
    return Alarm(
        Span(first.start, last.end), fields, (Related(first, "the beginning"), Related(last, "the end"))
    )


def _is_range(first: DateMention, last: DateMention) -> bool:
    return last.joined == "to" and first.block == last.block and first.precision == last.precision == "day"


def _dates_reversed(article: Article, first: DateMention, last: DateMention) -> bool:
    if first.quoted or last.quoted or first.unreal or first.ambiguous is last.ambiguous is True:
        return False
    start, end = first.readings[-1], last.readings[0]
    if not (start.exists() and end.exists()) or start.day is None or end.day is None:
        return False
    if "month" in first.borrowed:
        return end.day < start.day < end.day + _MONTH_CROSSED
    written = "year" in first.places and "year" in last.places
    if written and start.year is not None and end.year is not None:
        return (start.year, start.month or 0, start.day) > (end.year, end.month or 0, end.day)
    return start.month == end.month and start.year == end.year and end.day < start.day


def _of_dates(first: DateMention, last: DateMention) -> Alarm:
    span = Span(first.span.start, last.span.end)
    related = (Related(first.span, "the beginning"), Related(last.span, "the end"))
    return Alarm(span, {"first": first.text, "last": last.text}, related)
