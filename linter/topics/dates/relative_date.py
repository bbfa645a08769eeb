""" "Yesterday" and "five years ago" beside a date that is not meant by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.datetimes import date, datetime, time, timedelta
from linter.finding import Related
from linter.languages import speech
from linter.languages.dates import spelling_key
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.dates import DateMention, dates
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.publication import Publication, published
from linter.topics.dates.reading.calendar import in_words, nearest
from linter.topics.dates.reading.forms import Form, compiled, count_of, forms, possible, start_of_count
from linter.topics.dates.reading.model import Reading
from linter.topics.dates.wording import in_year, words_at, year_marks

_WORD_BEFORE = lazy(r"[^\W\d_]+(?=[ \u00a0-]\Z)")
_STAMP = lazy(r"(?<!\d)(\d{4}-\d\d-\d\d)T\d\d:")
_REACH = 70
"""How far from a year "five years ago" may begin or end."""
_MARK = rf"{GAP}*[,(–—]{GAP}*"
"""What sets a date beside the words that say the same."""
_DIGITS = 4
"""Of a year alone."""
_TO_DAY = rf"{_MARK}(?:[^\W\d]{{1,4}}(?:{GAP}+|['’]))?"
"""From such words to a whole date ("eighty years ago, on 8 May 1945")."""
_ENDS = lazy(r"[-'’][^\W\d]{1,6}(?!\w)|\s*(?:[^\W\d]{1,6}\s*)?(?:[,.;:!?)–—»”\"]|$)")
"""What closes the two: otherwise the second begins a clause ("vor 20 Jahren, im Jahr 2019 folgte …")."""
_COUNTED_ON = 16
"""So far before "today" may stand what counts on from it ("weeks from today")."""


class Ago(NamedTuple):
    """Words such as "five years ago" beside a year."""

    block: int
    start: int
    end: int
    text: str
    number: str
    """The part of it that says how many."""
    beside: Anchor


class DayWord(NamedTuple):
    """A word such as "yesterday" right before a date."""

    start: int
    end: int
    days: int
    date: DateMention
    listed: bool
    """It stands in a list of days ("today, tomorrow, 27 January")."""


def years_ago(article: Article) -> Iterator[Ago]:
    """The expressions of years gone by that stand right before or after a year, quotations left out."""
    code = language(article)
    candidates = forms(code, "ago.year")
    for anchor in anchors(article):
        prose = article.blocks[anchor.block].text.prose
        near = prose[max(0, anchor.start - _REACH) : anchor.end + _REACH].lower()
        found = None if anchor.quoted else ago_beside(article, anchor, possible(candidates, near))
        if found is not None:
            yield found


def ago_beside(article: Article, anchor: Anchor, candidates: Iterable[Form]) -> Ago | None:
    """The first of some expressions that stands right before or after a year."""
    prose, code = article.blocks[anchor.block].text.prose, language(article)
    for form in candidates:
        match = _beside(prose, anchor, form.pattern, code)
        if match and not _is_cut(prose, match.start("ago"), code):
            return _ago(prose, match, anchor, code)
    return None


def _is_cut(prose: str, start: int, code: str) -> bool:
    """Whether the number is longer than what is read as one: "five hundred and eleven years ago"."""
    word = _WORD_BEFORE.search(prose, max(0, start - _REACH), start)
    return word is not None and count_of(word[0], code) is not None


def _ago(prose: str, match: re.Match[str], anchor: Anchor, code: str) -> Ago:
    """The expression without the words before its number ("he left" of "he left five years ago")."""
    start, (at, end) = match.start("ago"), match.span("number")
    if at == start:
        at = start_of_count(prose, at, end, code)
        start = at
    return Ago(anchor.block, start, match.end("ago"), prose[start : match.end("ago")], prose[at:end], anchor)


def _beside(prose: str, anchor: Anchor, pattern: str, code: str) -> re.Match[str] | None:
    before, after = _around(pattern, anchor.end - anchor.start > _DIGITS, code)
    found = before.search(prose, max(0, anchor.start - _REACH), anchor.start)
    if found is not None:
        return found if _ENDS.match(prose, _behind_place(prose, anchor.end, code)) else None
    found = after.match(prose, anchor.end)
    return found if found and _ENDS.match(prose, found.end()) else None


@cache
def _around(pattern: str, is_day: bool, code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An expression that ends right before a year or day, and one behind it."""
    again = any_of(speech(code).numbers.again)
    marks = "" if is_day else year_marks(code)
    return (
        compiled(rf"(?P<ago>{pattern}){_TO_DAY if is_day else _to_year(code)}\Z"),
        compiled(rf"\)?{marks}{_MARK}(?:(?:{again}),?{GAP}+)?(?P<ago>{pattern})"),
    )


def _behind_place(prose: str, place: int, code: str) -> int:
    """Where the name of a place ends that stands behind a year ("2004 in Athens"); else the place itself."""
    found = _place(code).match(prose, place)
    return found.end() if found else place


@cache
def _place(code: str) -> re.Pattern[str]:
    leads = any_of(speech(code).dates.lives.place_after)
    return lazy(rf"{GAP}(?:{leads}){GAP}[{CAPITALS}][\w'’-]+")


@cache
def _to_year(code: str) -> str:
    """All that may stand between words for a year and the year, as the source of a pattern."""
    return rf"(?:{_MARK}(?:{in_year(code)})?|{GAP}(?:{in_year(code)}))"


def year_meant(ago: Ago, code: str, base: date) -> tuple[int, int] | None:
    """The year that the expression counts back to from the base, and by how much it may be off.

    Numbers that are not known as words are left to dateparser, which is given the base: it would
    count from today otherwise.
    """
    number = count_of(ago.number, code)
    if number is not None:
        rounded = number >= 10 and number % 5 == 0
        return base.year - number, max(1, number // 10) if rounded else 1
    found = _parsed(ago.text, code, base)
    return (found.year, 1) if found else None


def _parsed(text: str, code: str, base: date) -> date | None:
    """What dateparser makes of an expression in a language, counted from the base."""
    from dateparser.date import DateDataParser

    settings = {"RELATIVE_BASE": datetime.combine(base, time(12)), "PREFER_DATES_FROM": "past"}
    try:
        parser = DateDataParser(languages=[code], settings=settings)
    except ValueError:  # a language that dateparser does not know
        return None
    found = parser.get_date_data(text).date_obj
    return found.date() if found and found.date() < base else None


def day_words(article: Article) -> Iterator[DayWord]:
    """The words for the days around the publication that stand right before a date, none in quotations."""
    code = language(article)
    days = {spelling_key(word): number for word, number in speech(code).dates.relative.items()}
    for mention in dates(article):
        if mention.precision != "day" or mention.quoted or mention.month is None:
            continue
        prose = article.blocks[mention.block].text.prose
        match = _before(code).search(prose, max(0, mention.start - _REACH), mention.start)
        if match and not _counted_on(prose, match.start("word"), code):
            number = days[spelling_key(match["word"].replace("’", "'"))]
            yield DayWord(*match.span("word"), number, mention, bool(match["list"]))


def _counted_on(prose: str, start: int, code: str) -> bool:
    """Whether another day is counted from the one that the word at ``start`` means ("a week from today")."""
    counting = words_at(code, "dates.counted-on").finditer(prose, max(0, start - _COUNTED_ON), start)
    return any(not prose[match.end() : start].strip() for match in counting)


@cache
def _before(code: str) -> re.Pattern[str]:
    dates = speech(code).dates
    lead = f"(?:(?:{any_of([*dates.lead, *dates.announce])}){GAP}+)?"
    word = any_of(dates.relative)
    listed = rf"(?:{word}){GAP}*(?:,|{any_of(dates.and_)}){GAP}*"
    pattern = rf"(?<!\w)(?P<list>{listed})?(?P<word>{word})(?:{GAP}*[,(]{GAP}*|{GAP}+){lead}\Z"
    return lazy(pattern, 0 if dates.relative_cased else re.IGNORECASE)


def year_words(article: Article) -> Iterator[YearWord]:
    """The words for the years around the publication that stand right before a year, none in quotations."""
    code = language(article)
    years = {spelling_key(word): number for word, number in speech(code).dates.relative_years.items()}
    for anchor in anchors(article) if years else ():
        prose = article.blocks[anchor.block].text.prose
        match = _before_year(code).search(prose, max(0, anchor.start - _REACH), anchor.start)
        if match and not anchor.quoted and _ENDS.match(prose, anchor.end):
            number = years[spelling_key(match["word"].replace("’", "'"))]
            yield YearWord(*match.span("word"), number, anchor)


@cache
def _before_year(code: str) -> re.Pattern[str]:
    word = any_of(speech(code).dates.relative_years)
    return lazy(rf"(?<!\w)(?P<word>{word}){_to_year(code)}\Z", re.IGNORECASE)


def days_off(word: DayWord, base: date) -> int | None:
    """By how many days the date lies after the day that the word means; nothing if the calendar lacks it."""
    days = [day for reading in word.date.readings if (day := _day(reading, base))]
    return min(((day - base).days - word.days for day in days), key=abs, default=None)


def _day(reading: Reading, base: date) -> date | None:
    return nearest(reading, base) if reading.year is None else reading.on(reading.year)


class YearWord(NamedTuple):
    """A phrase such as "last year" right before a year."""

    start: int
    end: int
    years: int
    beside: Anchor


class RelativeDateParams(NamedTuple):
    days_late: int = 3
    """A text may appear so many days after it was written …"""
    days_early: int = 1
    """… or before, where it is later in the day; more is a slip."""
    days_beyond: int = 60
    """More days than this come from another clock: a quotation, a reprint."""
    years_beyond: int = 2
    """The same of years: an older text keeps its words when it is filed anew."""


class RelativeDate(Check):
    """Counts such words from the publication date and compares them with the date beside them."""

    Params = RelativeDateParams
    fields = frozenset({"words", "meant", "date", "published"})
    needs = ("dates.ago.year",)
    triggers = ("dates.relative", "dates.relative-years", "dates.ago.year")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        basis = published(article)
        words, years, ages = list(day_words(article)), list(year_words(article)), list(years_ago(article))
        if words or years or ages:
            yield Count("relative times beside a date", len(words) + len(years) + len(ages))
        if basis is None or not (words or years or ages) or _is_said(article):
            return
        yield from self._days(article, words, basis)
        yield from self._years(article, years, basis)
        yield from _ages(article, ages, basis)

    def _days(self, article: Article, words: list[DayWord], basis: Publication) -> Iterator[Alarm]:
        for word in words:
            off = days_off(word, basis.day)
            if word.listed or _is_stamped(article, word.date):
                continue
            if off is not None and self._is_slip(off):
                text = article.blocks[word.date.block].text
                meant = in_words(basis.day + timedelta(days=word.days))
                span = text.span(word.start, word.date.end)
                yield _alarm(basis, span, text.prose[word.start : word.end], meant, word.date.text)

    def _years(self, article: Article, words: list[YearWord], basis: Publication) -> Iterator[Alarm]:
        for word in words:
            meant = basis.day.year + word.years
            off = word.beside.year - meant
            late = off == -1 and basis.day.month == 1  # written in December
            if off and abs(off) <= self.params.years_beyond and not late:
                text = article.blocks[word.beside.block].text
                span, said = text.span(word.start, word.beside.end), text.prose[word.start : word.end]
                yield _alarm(basis, span, said, str(meant), str(word.beside.year))

    def _is_slip(self, off: int) -> bool:
        """Whether so many days between date and word are neither the delay of printing nor another clock."""
        usual = -self.params.days_late <= off <= self.params.days_early
        return not usual and abs(off) <= self.params.days_beyond


def _is_said(article: Article) -> bool:
    """Whether it is a talk that was written down, which counts from the day on which it was held."""
    from linter.analyses.transcript import is_talk

    return is_talk(article)


def _is_stamped(article: Article, mention: DateMention) -> bool:
    """Whether the text has the day as a stamp, too: that of a reader's comment exported with it."""
    days = (reading.on(reading.year) for reading in mention.readings if reading.year)
    return any(day.isoformat() in _stamps(article) for day in days if day)


@analysis
def _stamps(article: Article) -> frozenset[str]:
    """The days of the times in the text, as programs write them."""
    return frozenset(day for block in article.scope("body") for day in _STAMP.findall(block.text.prose))


def _ages(article: Article, found: list[Ago], basis: Publication) -> Iterator[Alarm]:
    for ago in found:
        meant = year_meant(ago, language(article), basis.day)
        text = article.blocks[ago.block].text
        if text.span(ago.beside.start, ago.beside.end).overlaps(basis.span):
            continue  # "4 March 2025 – Six years ago, …"
        if meant is not None and abs(meant[0] - ago.beside.year) > meant[1]:
            span = text.span(min(ago.start, ago.beside.start), max(ago.end, ago.beside.end))
            yield _alarm(basis, span, ago.text, str(meant[0]), str(ago.beside.year))


def _alarm(basis: Publication, span: Span, words: str, meant: str, said: str) -> Alarm:
    fields = {"words": words, "meant": meant, "date": said, "published": in_words(basis.day)}
    return Alarm(span, fields, (Related(basis.span, basis.label_with_day),))
