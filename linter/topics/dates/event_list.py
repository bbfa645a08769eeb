"""Lists whose items begin with dates, in one order, and what announces them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.analyses.language import language
from linter.article.model import CODE, HEADING, LIST, TABLE, Article, Block
from linter.check import Alarm, Check, Count
from linter.datetimes import date
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates import DateMention, dates
from linter.topics.dates.publication import published
from linter.topics.dates.reading.calendar import gregorian, in_words, nearest

_BEGINNING = 1
"""Characters that may stand before the date of an item: a bracket."""
_LEAST = 4
"""Items of a list that shows its order."""
_OTHERS = 3
"""At most one item in so many has last year's date."""
_SHORT = 160
"""Characters of a line that announces a list."""
_MONTHS = 12
_BEHIND_CELL = lazy(r"\w.*\|")
"""Before a cell, on its line: another cell with words."""


class Entry(NamedTuple):
    """An item of a list with the day that it begins with; its year may be that of the publication."""

    mention: DateMention
    day: date


class Listing(NamedTuple):
    """The dated items between two headings or among the headings, and the days that announce them."""

    entries: list[Entry]
    announced: tuple[DateMention, DateMention] | None = None


class EventList(Check):
    """Reports an item whose date is out of the order of its list, or not among the days that announce it.

    Only if another year or month makes it fit.
    """

    fields = frozenset({"date", "meant", "first", "last"})
    variants = frozenset({"outside"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        listings = [each for each in _listings(article) if each.entries]
        for listing in listings:
            alarms = list(_outside(listing)) or list(_out_of_order(listing.entries))
            yield from alarms or _of_last_year(listing.entries)
        if listings:
            yield Count("lists of dates", len(listings))


def _listings(article: Article) -> Iterator[Listing]:
    """The lists with dates of each section, and the headings with dates."""
    dated: dict[int, list[DateMention]] = {}
    for mention in dates(article):
        dated.setdefault(mention.block, []).append(mention)
    headings: list[Entry] = []
    listing = Listing([])
    for number, block in enumerate(article.blocks) if dated else ():
        there = dated.get(number, [])
        if block.kind in (LIST, TABLE):
            if block.kind == TABLE and _BEHIND_CELL.search(article.source, *_line_before(article, block)):
                continue  # the rows may be in the order of what they begin with
            listing.entries.extend(_entry(article, there))
        elif block.kind != CODE:
            yield listing
            listing = Listing([], _announced(block, there))
        if block.kind == HEADING:
            headings.extend(_entry(article, there))
    yield listing
    if _make_list(article, headings):
        yield Listing(headings)


def _line_before(article: Article, block: Block) -> tuple[int, int]:
    """Where the line of a cell begins, and the cell."""
    start = block.text.whole.start
    return article.source.rfind("\n", 0, start) + 1, start


def _make_list(article: Article, headings: list[Entry]) -> bool:
    """Whether most headings of their levels begin with dates: notes have some among others, in any order."""
    levels = {article.blocks[entry.mention.block].level for entry in headings}
    alike = sum(block.kind == HEADING and block.level in levels for block in article.blocks)
    return 2 * len(headings) > alike


def _entry(article: Article, there: list[DateMention]) -> Iterator[Entry]:
    """What a block with these dates says of the day that it begins with."""
    if not there or (mention := there[0]).start > _BEGINNING or mention.ambiguous or mention.unreal:
        return
    reading, basis = mention.readings[0], published(article)
    if reading.day is None or (reading.year is None and basis is None):
        return
    day = reading.on(reading.year) if reading.year else nearest(reading, basis.day) if basis else None
    if day is not None and gregorian(day.year, language(article)):
        yield Entry(mention, day)


def _announced(block: Block, pair: list[DateMention]) -> tuple[DateMention, DateMention] | None:
    """The two days of a short block between which all of a list lie ("Events between 3 and 9 March 2024")."""
    if len(pair) != 2 or not pair[1].joined or len(block.text.prose) > _SHORT:
        return None
    whole = all(each.readings[-1].year and each.readings[-1].day and not each.ambiguous for each in pair)
    return (pair[0], pair[1]) if whole else None


def _outside(listing: Listing) -> Iterator[Alarm]:
    """The items that lie outside of the announced days and inside with another year or month."""
    if listing.announced is None:
        return
    first, last = (each.readings[-1].on(each.readings[-1].year or 0) for each in listing.announced)
    if first is None or last is None or last < first:
        return
    inside = sum(first <= entry.day <= last for entry in listing.entries)
    for entry in listing.entries:
        meant = (
            [] if first <= entry.day <= last else [day for day in _slips(entry.day) if first <= day <= last]
        )
        if meant and inside > 1:
            fields = {
                "date": in_words(entry.day), "meant": in_words(meant[0]),
                "first": in_words(first), "last": in_words(last),
            }  # fmt: skip
            related = tuple(
                Related(each.span, "what the list is announced with") for each in listing.announced
            )
            yield Alarm(entry.mention.span, fields, related, variant="outside")


def _out_of_order(entries: Sequence[Entry]) -> Iterator[Alarm]:
    """The only item that is out of order, where the others show one."""
    if len(entries) < _LEAST:
        return
    days = [entry.day for entry in entries]
    backwards = [date.fromordinal(date.max.toordinal() - day.toordinal()) for day in days]
    if _in_order(days) or _in_order(backwards):
        return
    found = [
        (odd, meant)
        for falling, ordered in ((False, days), (True, backwards))
        for odd in _odd_ones(ordered)
        if len({*days[:odd], *days[odd + 1 :]}) >= _LEAST - 1
        for meant in _meant(entries, odd, falling)
    ]
    if len({odd for odd, _ in found}) == 1:
        yield _alarm(entries, *found[0])


def _of_last_year(entries: Sequence[Entry]) -> Iterator[Alarm]:
    """The items with the year before that of an item above them, if the list is in order with that year.

    Most of the list has to be of the later year.
    """
    odd: list[int] = []
    days: list[date] = []
    top = 0
    for place, entry in enumerate(entries):
        moved = list(_replaced(entry.day, top, entry.day.month)) if entry.day.year == top - 1 else []
        odd += [place] * len(moved)
        days += moved or [entry.day]
        top = max(top, days[-1].year)
    latest = max((entry.day.year for entry in entries), default=0)
    most = 2 * sum(entry.day.year == latest for entry in entries) > len(entries)
    if len(entries) >= _LEAST and most and len(odd) * _OTHERS <= len(entries) and _in_order(days):
        yield from (_alarm(entries, place, days[place]) for place in odd if _says_year(entries[place]))


def _meant(entries: Sequence[Entry], odd: int, falling: bool) -> Iterator[date]:
    """The days in another year or month that would be in order; a year that is guessed is no slip."""
    low, high = _limits([entry.day for entry in entries], odd, falling)
    day = entries[odd].day
    for each in _slips(day):
        if low <= each <= high and (_says_year(entries[odd]) or each.year == day.year):
            yield each


def _says_year(entry: Entry) -> bool:
    """Whether the year stands in the item with its date, and is not that of the article or a range."""
    return entry.mention.year is not None and "year" not in entry.mention.borrowed


def _odd_ones(days: Sequence[date]) -> list[int]:
    """The places of days without one of which the others are in order."""
    falls = [i for i in range(1, len(days)) if days[i] < days[i - 1]]
    if len(falls) != 1:
        return []
    return [i for i in (falls[0] - 1, falls[0]) if _in_order([*days[:i], *days[i + 1 :]])]


def _in_order(days: Sequence[date]) -> bool:
    return all(a <= b for a, b in pairwise(days))


def _limits(days: Sequence[date], odd: int, falling: bool) -> tuple[date, date]:
    before = days[odd - 1] if odd else None
    after = days[odd + 1] if odd + 1 < len(days) else None
    low, high = (after, before) if falling else (before, after)
    return low or date.min, high or date.max


def _slips(day: date) -> Iterator[date]:
    """The same day in the year before and after, in another month."""
    for year in (day.year + 1, day.year - 1):
        yield from _replaced(day, year, day.month)
    for month in range(1, _MONTHS + 1):
        yield from _replaced(day, day.year, month)


def _replaced(day: date, year: int, month: int) -> Iterator[date]:
    try:
        yield day.replace(year=year, month=month)
    except ValueError:
        return


def _alarm(entries: Sequence[Entry], odd: int, meant: date) -> Alarm:
    beside = entries[odd - 1 if odd else 1]
    day = in_words(beside.day)
    fields = {"date": in_words(entries[odd].day), "meant": in_words(meant), "first": day, "last": day}
    return Alarm(entries[odd].mention.span, fields, (Related(beside.mention.span, "the item beside it"),))
