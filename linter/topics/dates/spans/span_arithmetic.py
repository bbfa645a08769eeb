"""A range of time and a duration beside it that differ."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.analyses.numerals.hedges import hedge_before
from linter.analyses.numerals.intervals import ABOUT
from linter.analyses.sentences import sentence_around
from linter.article.model import CODE, Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, any_of, word_of
from linter.matching import re
from linter.matching.folding import fold_case
from linter.messages import Message, bare, message, plural
from linter.namedtuples import NamedTuple
from linter.topics.dates import DateMention, dates
from linter.topics.dates.present import weekdays_twice
from linter.topics.dates.reading.date_ranges import weekday_number
from linter.topics.dates.reading.forms import Form, compiled, counted, forms, possible
from linter.topics.dates.reading.grammar import grammar
from linter.topics.dates.reading.years import year_ranges, years
from linter.topics.dates.spans.dates_apart import Apart, dates_apart
from linter.topics.dates.spans.terms import Term, closures, terms

YEARS, DAYS, WEEKS, MONTHS = "year", "day", "week", "month"
_DAYS_OF = {WEEKS: 7.0, MONTHS: 30.4}
_SHORTER = {WEEKS: 3, MONTHS: 20}
"""Days by which a range may be shorter than its weeks or months: from Monday to Friday, from mid-June on …"""
_LONGER = {WEEKS: 1, MONTHS: 20}
"""… and longer."""
_AFTER = 40
"""How far behind a duration its range may begin ("two-day visit to Berlin from Monday …")."""
_BEFORE_NUMBER = 20
"""How far before a number "every" or "within the first" may stand."""
_OPENING = 24
"""How far before a range the word may stand that opens it."""
_WORDS = rf"(?:{GAP}+[^\W\d][\w'’-]*){{1,3}}"
_SET_OFF = compiled(rf"{GAP}*(?:[.;,)–—]|\Z)")
"""Behind a range that a comma, too, stands before: "ten years as mayor, from 1990 to 2000"."""
_DASH, _DASHES = 3, frozenset("-–—")
"""Characters between two years that only a dash joins."""
_WEEKDAYS = 7
_YEAR = 12
"""Months."""
_ROUNDED = 0.25
"""Share of a length by which a round number of years may be off."""
_LONGEST_IN_DAYS = 60
"""Longer ranges of days are said in weeks and months."""


class Range(NamedTuple):
    """From ``start`` to ``end`` of a block's prose, so many days or years long, the first one not counted.

    With weeks and months, too, the length is in days; ``months`` is that from one month to another.
    """

    block: int
    start: int
    end: int
    unit: str
    length: int
    months: int = 0


class Lasting(NamedTuple):
    """A range and the duration at ``prose[start:end]`` that is said of it."""

    range: Range
    start: int
    end: int
    number: int

    def fits(self) -> bool:
        """Whether the number is the length; days may count the first one, too, and others are seldom full."""
        unit, months = self.range.unit, self.range.months
        if months:
            return (
                abs(self.number * _YEAR - months) < _YEAR if unit == YEARS else abs(self.number - months) <= 1
            )
        if unit in _DAYS_OF:
            over = self.range.length - self.number * _DAYS_OF[unit]
            return -_SHORTER[unit] <= over <= _LONGER[unit]
        off = self.number - self.range.length
        return off in (0, 1) if self.range.unit == DAYS else abs(off) <= 1


def lasting(article: Article) -> Iterator[Lasting]:
    """The ranges of the article that a duration in the same unit stands beside."""
    code = language(article)
    for found in ranges(article):
        prose = article.blocks[found.block].text.prose
        match = _before(prose, found, code) or _after(prose, found, code)
        if match is None:
            continue
        start, number = counted(match, code)
        leads = match.start() < found.start
        hedge = hedge_before(prose, start, code)
        if number is None or (hedge and not _is_far_off(hedge, number, found)):
            continue
        after = leads and _is_after(match, code)
        if leads and not after and _is_of_something_else(prose, start, code):
            continue
        goes_on = match.start() < found.end and _goes_on(code).match(prose, found.end)
        if _durations(prose, found, match, code) == 1 and not goes_on:
            yield Lasting(found, start, match.end("said"), number)


def _is_far_off(hedge: str, number: int, found: Range) -> bool:
    """Whether a number of years is farther off than "almost" and "about" allow."""
    off = abs(number - found.length)
    return hedge == ABOUT and found.unit == YEARS and off > 1 and off > _ROUNDED * found.length


def _before(prose: str, found: Range, code: str) -> re.Match[str] | None:
    """ "three years, from …", "three-day festival in Berlin from …", "three years as mayor, from …, …"."""
    low = max(0, found.start - 2 * _AFTER)
    near = _possible(prose[low : found.start], code, found.unit)
    last = rf"(?:{GAP}+{word_of(speech(code).dates.lasted)})?"
    rests = [
        rf"{last}{GAP}*[,(–—]?",
        *([rf"(?P<of>{_WORDS}{GAP}*[,(–—])"] if _is_set_off(prose, found) else []),
    ]
    for rest in rests:
        for form in near:
            behind = rf"[^.;:!?\d]{{0,{_AFTER}}}" if form.hyphened else rest
            pattern = compiled(rf"(?P<said>{form.pattern}){behind}{GAP}*\Z")
            if match := pattern.search(prose, low, found.start):
                return match
    return None


def _is_set_off(prose: str, found: Range) -> bool:
    return _SET_OFF.match(prose, found.end) is not None


def _after(prose: str, found: Range, code: str) -> re.Match[str] | None:
    """ "from … to …, for three years", "…, or three years", "…, three years in all", "… – three years"."""
    for form in _possible(prose[found.end : found.end + 2 * _AFTER], code, found.unit):
        said = f"(?P<said>{form.pattern})"
        for lead, end in _lasting(code):
            if match := compiled(f"{lead}{said}{end}").match(prose, found.end):
                return match
    return None


@cache
def _lasting(code: str) -> tuple[tuple[str, str], ...]:
    """What stands between a range and a duration that is its length, each with what stands behind that."""
    dates, numbers = speech(code).dates, speech(code).numbers
    marks = any_of((*dates.year_marks, *dates.inclusive))
    begun = rf"(?:{GAP}*(?:{marks})(?!\w))?{GAP}*[,،(–—]?{GAP}*"
    again, lasting = any_of(numbers.again), any_of(dates.lasting)
    so = rf"(?:(?:{any_of(numbers.and_)}){GAP}+)?(?:{any_of(numbers.so)}){GAP}+"
    lasts = rf"(?:{lasting}),?{GAP}+(?:(?:{again}){GAP}+)?"
    led = rf"(?:(?:{again}),?{GAP}+|{so})?{lasts}|(?:{again}),?{GAP}+"
    plainly = any_of((*set(numbers.again).difference(numbers.or_), *numbers.sum.making))
    summed = rf"[^.;:!?\d()]{{0,50}}?{GAP}*[,(–—]{GAP}*(?:{plainly}),?{GAP}+(?:(?:{lasting}){GAP}+)?"
    clause = rf"{begun}|[^.;:!?\d()]{{0,70}}?{GAP}*[,(–—]{GAP}*"
    lasting_last = rf"{GAP}+{word_of(dates.lasting_last)}"
    if dates.unspaced:
        few = r"[^.。;；:：!！?？()（）\d]"
        return ((rf"{few}{{0,30}}?(?:{again}|{lasting}){few}{{0,3}}?", ""), (rf"{GAP}*[,、，]?{GAP}*", ""))
    direct = ((rf"{GAP}+", rf"(?={GAP}+[^\W\d])"),) if dates.ranges_behind else ()
    apart = rf"(?:{GAP}*(?:{any_of(dates.year_marks)})(?!\w))?{GAP}*(?:[–—(]|,(?={GAP}[^,.;]*[.;,])){GAP}*"
    return (
        (f"{begun}(?:{led})", ""),
        (summed, ""),
        (begun, f"{GAP}+{word_of(numbers.sum.in_all)}"),
        (f"(?:{clause}|{begun}{so}|[^.,;:!?\\d()]{{0,50}}?{GAP})", lasting_last),
        (apart, rf"(?={GAP}*(?:[.;:,)–—]|\Z))"),
        *direct,
    )


def _possible(text: str, code: str, unit: str) -> list[Form]:
    return possible(forms(code, f"durations.{unit}"), text.lower())


def _is_of_something_else(prose: str, start: int, code: str) -> bool:
    """Whether words before the number say that it is not the length ("every two days", "after two days")."""
    return _no_length(code).search(prose, max(0, start - _BEFORE_NUMBER), start) is not None


def _is_after(match: re.Match[str], code: str) -> bool:
    """ "After ten years of work, from …,": the range that is set off says when these were."""
    text, (start, end) = match.string, match.span("said")
    low = max(0, start - _BEFORE_NUMBER)
    told = (form.pattern for form in forms(code, "after-years"))
    return "of" in match.groupdict() and any(compiled(rf"{each}\Z").search(text, low, end) for each in told)


@cache
def _no_length(code: str) -> re.Pattern[str]:
    """What stands before a number that is no length, or the upper end of a range ("aged 2 to 8")."""
    dates = speech(code).dates
    joining = any_of(["-", "–", *dates.to, *filter(str.isalpha, dates.and_)])
    return compiled(rf"(?:{word_of(dates.every)}|\d{GAP}*(?:{joining})){GAP}*\Z")


@cache
def _goes_on(code: str) -> re.Pattern[str]:
    """Behind a range to which more days belong: "on three days (29/30 August and 1 September)"."""
    words = [phrase for phrase in speech(code).dates.and_ if phrase[0].isalpha()]
    return compiled(rf"{GAP}*{word_of(words)}[^.;()]{{0,16}}\d")


def _durations(prose: str, found: Range, match: re.Match[str], code: str) -> int:
    """How many durations in that unit the sentence has: a second one may be taken from the first.

    A year of the range with the word for years behind it is none ("do 2000 roku").
    """
    around = sentence_around(prose, min(found.start, match.start()), max(found.end, match.end()))
    ends = _durations_between(prose, *around, code, found.unit)
    return sum(not found.start <= end <= found.end for end in ends)


@lru_cache(maxsize=8)
def _durations_between(prose: str, start: int, end: int, code: str, unit: str) -> frozenset[int]:
    """Where their numbers end; a sentence with many ranges is asked about again and again."""
    return frozenset(
        one.end("number")
        for form in _possible(prose[start:end], code, unit)
        for one in compiled(form.pattern).finditer(prose, start, end)
        if counted(one, code)[1]
    )


def ranges(article: Article) -> Iterator[Range]:
    """The ranges of years and of days, those of weekdays only if their block says a number of days."""
    for told in year_ranges(article):
        yield Range(told.first.block, told.start, told.last.end, YEARS, told.last.year - told.first.year)
    yield from _dashed(article)
    for first, last in pairwise(dates(article)):
        length = _days(article, first, last)
        if length is not None:
            start = _opening(article, first)
            yield from (Range(first.block, start, last.end, unit, length) for unit in (DAYS, WEEKS, MONTHS))
        elif months := _months(first, last):
            start, years = _opening(article, first), round(months / _YEAR)
            yield Range(first.block, start, last.end, YEARS, years, months)
            yield Range(first.block, start, last.end, MONTHS, months, months)
    yield from _of_weekdays(article)


def _dashed(article: Article) -> Iterator[Range]:
    """ "1998–2014" with no word that opens it."""
    known = {(each.first.block, each.first.start) for each in year_ranges(article)}
    for first, last in pairwise(years(article)):
        if first.block == last.block and first.year < last.year and last.start - first.end <= _DASH:
            dash = article.blocks[first.block].text.prose[first.end : last.start].strip()
            if dash in _DASHES and (first.block, first.start) not in known:
                yield Range(first.block, first.start, last.end, YEARS, last.year - first.year)


def _is_open(article: Article, first: DateMention, last: DateMention) -> bool:
    """Whether something begins on the first day and ends on the last: "opens on 3 May, closes on 9 May"."""
    prose, code = article.blocks[first.block].text.prose, language(article)
    opens, closes = _opens(code)
    return (
        last.start - first.end <= _AFTER
        and closes.fullmatch(prose, first.end, last.start) is not None
        and opens.search(prose, max(0, first.start - _OPENING), first.start) is not None
    )


@cache
def _opens(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Ends right before the first day of what is open; all of the text from that to its last day."""
    dates, small = speech(code).dates, rf"(?:{GAP}+[^\W\d]{{1,3}})?{GAP}+"
    few = rf"(?:,?{GAP}+[^\W\d]+){{0,2}}?"
    return (
        compiled(rf"{word_of(dates.opens)}{small}\Z"),
        compiled(rf"{few},?{GAP}+{word_of(dates.closes)}{small}"),
    )


def _days(article: Article, first: DateMention, last: DateMention) -> int | None:
    """How many days lie between two joined dates; nothing if they are not two dates of one range."""
    if first.block != last.block or first.ambiguous or last.ambiguous:
        return None
    if last.joined != "to" and not _is_open(article, first, last):
        return None
    a, b = first.readings[0], last.readings[0]
    if a.month is None:  # "4 to 9 March"
        a = a._replace(month=b.month)
    year = b.year or a.year or 2001
    start = a.on(a.year or year)
    end = b.on(b.year or year)
    if a.day is None or b.day is None or start is None or end is None or end <= start:
        return None
    return (end - start).days


def _months(first: DateMention, last: DateMention) -> int:
    """How many months lie between two that a range joins: "from May 2019 to May 2023"; 0 if they do not."""
    if first.block != last.block or last.joined != "to" or not first.precision == last.precision == "month":
        return 0
    (from_year, from_month, _), (year, month, _) = first.readings[0][:3], last.readings[0][:3]
    if year is None or month is None or from_month is None:
        return 0
    return max(0, _YEAR * (year - (from_year or year)) + month - from_month)


def _opening(article: Article, mention: DateMention) -> int:
    """Where the word begins that opens the range, or the date itself."""
    prose = article.blocks[mention.block].text.prose
    before = _before_range(language(article))
    match = before.search(prose, max(0, mention.start - _OPENING), mention.start)
    return match.start() if match else mention.start


@cache
def _before_range(code: str) -> re.Pattern[str]:
    dates = speech(code).dates
    return compiled(rf"{word_of([*(opening for opening, _ in dates.ranges), *dates.lead])}{GAP}+\Z")


def _of_weekdays(article: Article) -> Iterator[Range]:
    """ "from Monday to Thursday", in blocks that say a number of days."""
    said = weekdays_twice(article)
    if not said:
        return
    code = language(article)
    known, durations = grammar(code), forms(code, f"durations.{DAYS}")
    pattern = _weekday_range(code)
    for number, block in enumerate(article.blocks):
        folded = fold_case(block.text.prose) if block.kind != CODE else ""
        if any(map(folded.__contains__, said)) and possible(durations, block.text.prose.lower()):
            for match in pattern.finditer(block.text.prose):
                first, last = (weekday_number(match[group], known) for group in ("first", "last"))
                length = (last - first) % _WEEKDAYS
                yield Range(number, match.start(), match.end(), DAYS, length)


@cache
def _weekday_range(code: str) -> re.Pattern[str]:
    dates = speech(code).dates
    days = any_of(dates.weekdays)
    openings = any_of(opening for opening, _ in dates.ranges)
    closings = any_of([*(closing for _, closing in dates.ranges), *dates.to])
    return compiled(
        rf"(?<!\w)(?:{openings}){GAP}+(?P<first>{days}){GAP}+(?:{closings}){GAP}+(?P<last>{days})(?![-\w]|{GAP}\d)"
    )


class SpanArithmetic(Check):
    """Counts the years or days of a range and compares them with the number beside it."""

    fields = frozenset({"range", "said", "length"})
    needs = ("dates.ranges|dates.ranges-behind", "dates.durations.year", "dates.lasting")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(lasting(article))
        for one in found:
            if not one.fits() and _is_plain(article, one):
                yield _alarm(article, one)
        for told in map(_lasted, terms(article)):
            if told.range.length > told.number:
                yield _alarm(article, told)
        for told in map(_lasted, closures(article)):
            if abs(told.range.length - told.number) > 1:
                yield _alarm(article, told)
        yield from (_apart(article, each) for each in dates_apart(article))
        if found:
            yield Count("ranges with a duration", len(found))


def _lasted(term: Term) -> Lasting:
    first, last = term.first, term.last
    held = Range(first.block, first.start, last.end, YEARS, last.year - first.year)
    return Lasting(held, term.start, term.end, term.years)


def _is_plain(article: Article, one: Lasting) -> bool:
    if one.range.length < 1 or (one.range.unit == DAYS and one.number > _LONGEST_IN_DAYS):
        return False
    place = article.blocks[one.range.block].text.span(one.start, one.end).start
    return not exempt(article, "quotes").hold(place)


def _apart(article: Article, one: Apart) -> Alarm:
    text = article.blocks[one.last.block].text
    fields = {
        "range": f"{one.first.text} – {one.last.text}",
        "said": text.prose[one.start : one.end],
        "length": message("{number} months", number=bare(one.months))
        if one.months > 1
        else _days_of(one.days),
    }
    related = (Related(one.first.span, "the date that is counted from"),)
    return Alarm(text.span(one.start, one.end), fields, related)


def _days_of(number: int) -> Message:
    return plural(number, "{number} day", "{number} days", number=bare(number))


def _alarm(article: Article, one: Lasting) -> Alarm:
    text = article.blocks[one.range.block].text
    span = text.span(one.range.start, one.range.end)
    length = one.range.length
    counted = _days_of(length)
    if one.range.months and one.range.months % _YEAR:
        counted = message("{number} months", number=bare(one.range.months))
    elif one.range.unit == YEARS or one.range.months:
        length = length if one.range.unit == YEARS else length // _YEAR
        counted = plural(length, "{number} year", "{number} years", number=bare(length))
    fields = {
        "range": " ".join(text.prose[one.range.start : one.range.end].split()),
        "said": text.prose[one.start : one.end],
        "length": counted,
    }
    return Alarm(text.span(one.start, one.end), fields, (Related(span, "the range"),))
