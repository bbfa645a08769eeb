"""What the calendar says about a weekday: by the written year, that of the publication, or a date near it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import combinations

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import QUOTE, Article
from linter.datetimes import date, timedelta
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates import dates
from linter.topics.dates.publication import Publication
from linter.topics.dates.reading.calendar import gregorian, nearest, nearest_day_of_month, years_that_fit
from linter.topics.dates.reading.context import fits_another_year, of_another_era, says, years_near
from linter.topics.dates.reading.model import WEEKDAY_DAY, DateMention
from linter.topics.dates.reading.years import YearMention, years
from linter.topics.dates.wording import word_set, words_at

YEARS = (1970, 2050)
"""Years that two dates without a year may share."""
_HALF_A_YEAR = 6
HALF_A_MONTH = 15
"""Weekday and number alone mean the nearest such day, if it is not as near as the next one."""
_LAST_BEFORE = 16
"""How far before a date "last" may stand."""
_HEADER = lazy(r"(?:^|[\n ])[^\W\d_]+[ \u00a0]?: $")
_HEADER_REACH = 24
_HEADER_TIME = lazy(r",? (?:\d{1,2}:\d\d:\d\d|\d{1,2}:\d\d(?: [AaPp]\.?[Mm])?)")
_ANSWERED = lazy(r"(?:^|\n)(?:[^\W\d_]{1,3}\.? )?$")
"""Before the date of a mail that is answered ("On Mon, Apr 12, 2021 at 9:15 AM Otto wrote:")."""
_WROTE = lazy(r",?(?: [^\W\d_]{1,3}){0,2} \d{1,2}[:.]\d\d[^\n:]{1,90}[^\W\d_] ?:(?=\s|\Z)")
THIS_WEEK = 8
"""So many days around the publication most dates without a year are meant to be."""
_COMPARED = 300
"""Dates of a text that are held against each other, which takes the square of their number."""
_NEAR = 300
"""How far behind a date with a year one without a year is of the same year …"""
_FEW = 8
"""No more dates are looked at for one with a year."""
_DAYS_NEAR = 45
"""… if the two lie no farther apart than so many days …"""
_DAYS_OF_SENTENCE = 183
"""… and so many in one sentence, which goes on to a later day of the same year."""
_OPENS = lazy(r"(?:[^\W\d_]+['’ \u00a0]){0,4}$")
"""Before the year of what a sentence is about: "The", "L'édition", "La edición de"."""
_SLIPPED = (1, 6)
"""A weekday that is one day off."""
_BEGINNINGS = tuple(
    f"dates.{key}" for key in ("anniversaries.founded", "lives.born", "since", "dates-from", "begun")
)
"""Words beside the year of something that goes on in others."""
_SOME = 3
"""So many days whose weekdays are all off by the same number are those of another year."""


class Window(NamedTuple):
    """Days before and after the publication on which a date without a year is taken for this year's."""

    before: int = 45
    after: int = 21

    def holds(self, day: date, published: date) -> bool:
        return -self.before <= (day - published).days <= self.after


class Verdict(NamedTuple):
    """What the calendar says about one weekday."""

    mention: DateMention
    day: date | None = None
    """The date as it is understood; nothing if its year is not known."""
    fits: bool | None = None
    """Nothing if it cannot be said."""
    by: Publication | None = None
    """The publication date that gave the year."""
    against: DateMention | None = None
    """The date of the same article that no year lets stand beside this one."""


def judged(article: Article, mention: DateMention) -> bool:
    """Whether the weekday is a statement of the article and not quoted, doubted or of another era.

    A mail that is quoted has its date from a program.
    """
    if mention.weekday is None or mention.unreal or (mention.quoted and not _heads_mail(article, mention)):
        return False
    return not of_another_era(article, mention)


def _heads_mail(article: Article, mention: DateMention) -> bool:
    """ "Date: Mon, 11 Apr 2021 18:27:00 UTC", "On Mon, Apr 12, 2021 at 9:15 Otto wrote:" in a quotation."""
    block = article.blocks[mention.block]
    prose = block.text.prose
    if block.kind != QUOTE:
        return False
    before = max(0, mention.start - _HEADER_REACH), mention.start
    return any(
        head.search(prose, *before) and time.match(prose, mention.end)
        for head, time in ((_HEADER, _HEADER_TIME), (_ANSWERED, _WROTE))
    )


def by_written_year(article: Article, mention: DateMention) -> Verdict:
    """The verdict on a date whose year the text says."""
    code = language(article)
    days = [day for reading in mention.readings if (day := reading.on(reading.year or 0))]
    if not days or not all(gregorian(day.year, code) for day in days):
        return Verdict(mention)
    return Verdict(mention, days[0], any(day.weekday() == mention.weekday for day in days))


def by_publication(article: Article, mention: DateMention, published: Publication, window: Window) -> Verdict:
    """The verdict on a date without a year that lies near the publication."""
    if mention.kind == WEEKDAY_DAY:
        return _by_number(article, mention, published)
    days = [day for reading in mention.readings if (day := nearest(reading, published.day))]
    near = [day for day in days if window.holds(day, published.day)]
    if not near or len(near) < len(days):
        return _of_another_month(article, mention, published)
    if any(day.weekday() == mention.weekday for day in near):
        return Verdict(mention, near[0], True, published)
    if fits_another_year(article, mention, near[0].year):
        return Verdict(mention)
    return Verdict(mention, near[0], False, published)


def _of_another_month(article: Article, mention: DateMention, published: Publication) -> Verdict:
    """The verdict on a date far from the publication: wrong if only its month must be another one.

    "Wednesday 31 August" in an article of 1 August is Wednesday 31 July, if it is of no other year, or if the
    article has that date, too.
    """
    reading, day = mention.readings[0], published.day
    meant = nearest_day_of_month(reading.day or 0, day)
    if meant is None or abs((meant - day).days) > THIS_WEEK or meant.weekday() != mention.weekday:
        return Verdict(mention)
    taken = nearest(reading, day)
    if taken is None or taken.weekday() == mention.weekday:
        return Verdict(mention)
    if not _is_told(article, mention, meant) and years_that_fit(mention, day.year - 2, day.year + 1):
        return Verdict(mention)
    return Verdict(mention, taken, False, published)


def _is_told(article: Article, mention: DateMention, day: date) -> bool:
    """Whether the article gives a day with the same weekday as the mention does."""
    return (mention.weekday, day.month, day.day) in _told(article)


@analysis
def _told(article: Article) -> frozenset[tuple[int | None, int | None, int | None]]:
    """Weekday, month and day of all dates."""
    return frozenset((each.weekday, each.month, each.day) for each in dates(article))


def _by_number(article: Article, mention: DateMention, published: Publication) -> Verdict:
    """The verdict on a weekday with the number of a day: of the month that brings it nearest.

    "Last Friday (11)" is none of the days to come.
    """
    day = nearest_day_of_month(mention.readings[0].day or 0, published.day)
    if day is None:
        return Verdict(mention)
    ahead = (day - published.day).days
    if abs(ahead) > HALF_A_MONTH or (ahead > 1 and says(article, mention, "gone", _LAST_BEFORE, 0)):
        return Verdict(mention)
    if day.weekday() != mention.weekday and _is_of_next_month(mention, published.day):
        return Verdict(mention)
    return Verdict(mention, day, day.weekday() == mention.weekday, published)


def _is_of_next_month(mention: DateMention, day: date) -> bool:
    """Whether the month after that of a day brings a weekday with its number: courses are told early."""
    following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    meant = nearest_day_of_month(mention.readings[0].day or 0, following + timedelta(days=HALF_A_MONTH))
    return meant is not None and meant > day and meant.weekday() == mention.weekday


def by_each_other(article: Article, mentions: Sequence[DateMention]) -> list[Verdict]:
    """The verdicts on dates without a year in an article without a publication date.

    Two of them disagree if there is no year in which both fall on their weekdays. Of more than two,
    those are reported that disagree with the most.
    """
    dated = [
        mention for mention in mentions if mention.kind != WEEKDAY_DAY and not years_near(article, mention)
    ][:_COMPARED]
    fitting = [years_that_fit(mention, *YEARS) for mention in dated]
    clashes: list[list[int]] = [[] for _ in dated]
    for (i, a), (j, b) in combinations(enumerate(dated), 2):
        if not _common_year(a, b, fitting[i], fitting[j]):
            clashes[i].append(j)
            clashes[j].append(i)
    return list(_outvoted(dated, clashes))


def _common_year(a: DateMention, b: DateMention, first: frozenset[int], second: frozenset[int]) -> bool:
    """Whether both weekdays can be right in one year, or across the turn of a year.

    The date that the text names second may be of the next year if the calendar has it first, and of
    the year before if it lies half a year ahead.
    """
    if first & second:
        return True
    one, other = a.readings[0], b.readings[0]
    months = (other.month or 0) - (one.month or 0)
    if months < 0 and {year + 1 for year in first} & second:
        return True
    return months >= _HALF_A_YEAR and bool({year - 1 for year in first} & second)


def _outvoted(dated: Sequence[DateMention], clashes: Sequence[Sequence[int]]) -> Iterable[Verdict]:
    most = max((len(found) for found in clashes), default=0)
    for i, mention in enumerate(dated):
        if not clashes[i]:
            yield Verdict(mention, fits=True if len(dated) > 1 else None)
        elif len(clashes[i]) == most and all(j < i or len(clashes[j]) < most for j in clashes[i]):
            yield Verdict(mention, fits=False, against=dated[clashes[i][0]])


def by_date_before(article: Article, mention: DateMention) -> Verdict:
    """The verdict on a date without a year behind one of the same text that has a year and is near to it.

    "On Monday, 4 March 2024, and on Wednesday, 5 March."
    """
    reading = mention.readings[0]
    if mention.ambiguous or reading.month is None or reading.day is None:
        return Verdict(mention)
    mentioned = _dated_before(article, mention)
    before = mentioned.readings[0].on(mentioned.readings[0].year or 0) if mentioned else None
    day = nearest(reading, before) if before else None
    if mentioned is None or before is None or day is None:
        return Verdict(mention)
    apart = (day - before).days
    later = day.year == before.year and 0 < apart <= _DAYS_OF_SENTENCE
    if abs(apart) > _DAYS_NEAR and not (later and _in_one_sentence(article, mentioned, mention)):
        return Verdict(mention)
    if years_near(article, mention) - {before.year} or not gregorian(day.year, language(article)):
        return Verdict(mention)
    return Verdict(mention, day, day.weekday() == mention.weekday)


def by_year_told(article: Article, mention: DateMention) -> Verdict:
    """The verdict on a date without a year right behind the sentence that tells its year.

    It is the only year of the text, with which its block begins ("In 2024 the council met twelve times. The
    last meeting, on Friday, 4 December, …"), or that of what the sentence is about ("The 2023 festival was a
    success. It opened on Thursday, 22 June."), where the slip has to be one of a day. Left alone where the
    weekday is right in the year before or after.
    """
    code, reading = language(article), mention.readings[0]
    year, sure = _year_before(article, mention, code)
    day = reading.on(year) if reading.month and not mention.ambiguous else None
    if day is None or not gregorian(day.year, code):
        return Verdict(mention)
    off = ((mention.weekday or 0) - day.weekday()) % 7
    beside = [other for near in (day.year - 1, day.year + 1) if (other := reading.on(near))]
    right_beside = any(other.weekday() == mention.weekday for other in beside)
    if off and (right_beside or not (sure or off in _SLIPPED)):
        return Verdict(mention)
    return Verdict(mention, day, not off)


@analysis
def _has_one_year(article: Article) -> bool:
    return len({year.year for year in years(article)}) == 1


def _year_before(article: Article, mention: DateMention, code: str) -> tuple[int, bool]:
    """The year that the sentence before a date tells for it, or 0, and whether the text has no other."""
    prose = article.blocks[mention.block].text.prose
    start, end = sentence_around(prose, mention.start, mention.end)
    every = years(article)
    before = bisect_left(every, (mention.block, start), key=lambda each: (each.block, each.start))
    told = [year for year in every[max(0, before - _FEW) : before] if year.block == mention.block]
    if not told or words_at(code, "dates.relative-years").search(prose, start, end):  # "this year it opens"
        return 0, False
    last, (begin, stop) = told[-1], sentence_around(prose, told[-1].start, told[-1].end)
    if stop + 1 < start or years_near(article, mention) != {last.year}:
        return 0, False
    if not begin and _has_one_year(article) and not words_at(code, *_BEGINNINGS).search(prose, begin, stop):
        return last.year, True
    subjects = [year for year in told if _is_subject(prose, year, start, code)]
    return (last.year if len(subjects) == 1 else 0), False


def _is_subject(prose: str, year: YearMention, start: int, code: str) -> bool:
    """Whether a year is that of what the sentence right before a place is about: "the 2023 fair"."""
    begin, end = sentence_around(prose, year.start, year.end)
    if end != start or _OPENS.fullmatch(prose, begin, year.start) is None:
        return False
    words = prose[begin : year.start].lower().replace("’", "' ").replace("'", "' ").split()
    if not words or not word_set(code, "dates.since", "dates.in-year").isdisjoint(words):
        return False
    return len(words) > 1 or words[0] in word_set(code, "numbers.listing.definite")


def _in_one_sentence(article: Article, one: DateMention, other: DateMention) -> bool:
    _, end = sentence_around(article.blocks[one.block].text.prose, one.start, one.end)
    return other.start < end


def _dated_before(article: Article, mention: DateMention) -> DateMention | None:
    """The last date with its year that the block names before another one."""
    every = dates(article)
    place = bisect_left(every, (mention.block, mention.start), key=lambda each: (each.block, each.start))
    for each in reversed(every[max(0, place - _FEW) : place]):
        if each.block != mention.block or mention.start - each.end > _NEAR:
            break
        reading = each.readings[0]
        if not each.ambiguous and reading.year and reading.day:
            return each
    return None


def of_another_year(verdicts: Sequence[Verdict]) -> bool:
    """Whether the days without a year are all those of one other year than that of the publication.

    A diary of 1492, or the programme of last year's festival.
    """
    by = [verdict for verdict in verdicts if verdict.by is not None and verdict.day is not None]
    days = {verdict.day for verdict in by}
    off = {((v.mention.weekday or 0) - v.day.weekday()) % 7 for v in by if v.day is not None}
    return len(days) >= _SOME and len(off) == 1 and off != {0}
