"""Two times of a day and how long it is said to be between them: "from 9 to 11.45, three hours"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from operator import attrgetter

from linter.analyses.digit_blocks import figures
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.analyses.numerals.word_tables import word_table
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, any_of, signs_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.reading.clock_times import DAY, HALF_DAY, HOUR, NOON, time_of, time_pattern
from linter.topics.numbers import quantities_by_block
from linter.topics.numbers.present import halves, tells_length
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.reading.units import CLOCK
from linter.topics.numbers.wording import smalls

_ROOM = 20
"""Minutes that a length in full or half hours may be off."""
_DIGITS_OF_HOUR = 2
_LONGEST = 16 * HOUR
_FAR = 60
"""Characters from the second time to the length."""
_NEAR = 25
"""Characters behind a time in which it may say that it is an end: "at 8.15pm it was over"."""
_BEHIND = lazy(r"(?<=h)[ \u00a0]?([0-5]\d)(?![\d.,:])")
"""The minutes behind "3 h"."""
_APPOSED = lazy(r"(?:[ \u00a0][^\W\d]+\.?){0,2},[ \u00a0]")
"""All of the text from two times to a length that says again how long it is between them."""
_JOINED = lazy(r",?(?:[ \u00a0][^\W\d]+){0,2}[ \u00a0]")
"""All of the text from two times to a length whose verb stands behind it."""
_TO_TIMES = lazy(r"[,:]?[ \u00a0]\(?")
"""All of the text from a length to the times that it lies between."""


class Span(NamedTuple):
    """Two times at ``prose[start:end]`` and the minutes between them, and the length that is told."""

    start: int
    end: int
    minutes: int
    halved: bool
    """The half of the day is known."""
    first: str
    last: str
    told: Told
    once: bool = False
    """The length is of one day, and no multiple."""


class Told(NamedTuple):
    """A length at ``prose[start:end]``."""

    start: int
    end: int
    minutes: float


class ClockSpan(Check):
    """Subtracts two times that a word joins as beginning and end, and compares with the length beside them.

    Left alone: hedged lengths, and such that are a multiple, as the hours of several days are.
    """

    fields = frozenset({"first", "last", "told", "computed"})
    needs = ("dates.clock-lasts",)
    triggers = ("dates.clock-lasts",)

    def signs(self, code: str) -> Mapping[int, frozenset[str]]:
        """The words for hours and minutes, of which a length has one, or those that say that it is one."""
        spoken = speech(code)
        if not spoken.dates.clock_lasts:
            return {}
        lengths = [name for unit in CLOCK for name in spoken.units.names.get(unit, ()) if len(name) > 1]
        return {0: signs_of((*lengths, *spoken.dates.clock_lasts), spoken.dates.unspaced)}

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code, seen = language(article), 0
        stated = quantities_by_block(article)
        for _, block, runs in figures(article):
            prose, items = block.text.prose, stated.get(id(block), ())
            if sum(map(_may_be_hour, runs)) < 2 or not tells_length(prose, items, code):
                continue
            spans = list(_spans(prose, items, code))
            read = {span.told.start for span in spans}
            apart = (span for span in _around(prose, items, code) if span.told.start not in read)
            for span in (*spans, *apart):
                seen += 1
                place = block.text.span(span.told.start, span.told.end)
                if not _fits(span) and not exempt(article, "quotes").hold(place.start):
                    minutes = span.minutes % (DAY if span.halved else HALF_DAY)
                    fields = {
                        "first": span.first,
                        "last": span.last,
                        "told": prose[span.told.start : span.told.end],
                        "computed": f"{minutes // HOUR}:{minutes % HOUR:02}",
                    }
                    related = Related(block.text.span(span.start, span.end), "this")
                    yield Alarm(place, fields, (related,))
        if seen:
            yield Count("lengths beside two times of a day", seen)


def _may_be_hour(run: re.Match[str]) -> bool:
    return run.end() - run.start() <= _DIGITS_OF_HOUR


def _fits(span: Span) -> bool:
    """Whether the length is that from one time to the other, or a multiple of it."""
    whole = DAY if span.halved else HALF_DAY
    minutes, told = span.minutes % whole, span.told.minutes
    several = minutes and not span.once and told >= 2 * minutes and told % minutes == 0
    return bool(several) or abs(told % whole - minutes) <= _ROOM


def _spans(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Span]:
    for found in _pair(code).finditer(prose):
        first, last = _time(found, "1"), _time(found, "2", told=bool(found["lead1"] and not found["minute1"]))
        told = _length(prose, items, found.end(), code) or _length_before(prose, items, found.start(), code)
        if first is None or last is None or told is None or not 0 < told.minutes <= _LONGEST:
            continue
        halves = bool(found["half1"]) + bool(found["half2"])
        halved = halves == 2 or (halves == 0 and max(first, last) >= NOON + HOUR)  # "1:30 - 5 pm"
        yield Span(*found.span(), last - first, halved, found["time1"], found["time2"], told)


def _around(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Span]:
    """ "Began at 6.15pm and lasted two hours; the light was back at 8.15pm", "…, two hours later".

    A sentence has two times and no more, and words that make the second one the end.
    """
    for told in _lengths(prose, items, code):
        start, end = sentence_around(prose, told.start, told.end)
        times = [
            found
            for found in _clock(code).finditer(prose, start, end)
            if (found.end() <= told.start or found.start() >= told.end) and _time(found, "1") is not None
        ]
        if len(times) == 2 and 0 < told.minutes <= _LONGEST and _is_whole(prose, told, times, end, code):
            first, last = ((_time(found, "1") or 0, found) for found in times)
            halved = all(found["half1"] for found in times) or max(first[0], last[0]) >= NOON + HOUR
            span = first[1].start("time1"), last[1].end()
            yield Span(
                *span, last[0] - first[0], halved, first[1]["time1"], last[1]["time1"], told, once=True
            )


def _lengths(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Told]:
    """The lengths of a text in hours or minutes, none of them hedged."""
    for item in items:
        if item.unit in CLOCK and item.exact:
            half = _half(code).match(prose, item.end)
            minutes = item.value * CLOCK[item.unit] + (HOUR / 2 if half else 0)
            yield Told(item.start, half.end() if half else item.end, minutes)
    for found in _glued(code).finditer(prose) if halves(code) else ():
        yield Told(*found.span(), (word_table(code).below.get(found["whole"].lower(), 0) + 0.5) * HOUR)


def _is_whole(prose: str, told: Told, times: list[re.Match[str]], end: int, code: str) -> bool:
    """Whether a length is said to be that from the first time to the second one, which is an end."""
    first, last = times
    if last.end() <= told.start:
        return _later(code).match(prose, told.end) is not None and told.start - last.end() <= _FAR
    if not first.end() <= told.start or last.start() - told.end > _FAR:
        return False
    if told.start - first.end() <= _FAR and _then(code).fullmatch(prose, told.end, last.start()):
        return True
    ends = _ends(code)
    return _lasted(code).fullmatch(prose, first.end(), told.start) is not None and (
        ends.search(prose, told.end, last.end()) is not None
        or ends.search(prose, last.end(), min(end, last.end() + _NEAR)) is not None
    )


@cache
def _clock(code: str) -> re.Pattern[str]:
    """One time of a day, with the word before it that says so."""
    dates, numbers = speech(code).dates, speech(code).numbers
    leads = any_of((*numbers.limit.clock, *dates.opens_hours))
    time = time_pattern(1, code)
    return lazy(rf"(?:(?<!\w)(?P<lead1>{leads}){GAP})?(?P<time1>{time})", re.IGNORECASE)


@cache
def _ends(code: str) -> re.Pattern[str]:
    return lazy(word_of((*speech(code).dates.clock_ends, *speech(code).dates.clock_over)), re.IGNORECASE)


@cache
def _lasted(code: str) -> re.Pattern[str]:
    """All of the text from the first time to the length, which is that of what began then."""
    lasts = word_of((*speech(code).dates.clock_lasts, *speech(code).dates.lasting))
    few = rf"(?:{GAP}[^\W\d][\w'’-]*){{0,5}}?"
    return lazy(rf",?{few},?{GAP}{lasts}{GAP}{smalls(code)}", re.IGNORECASE)


@cache
def _later(code: str) -> re.Pattern[str]:
    """Right behind a length that leads to the time before it: "two hours *later*", "*lang*"."""
    dates = speech(code).dates
    later = (phrase.partition("{number} ")[2].partition(" ")[2] for phrase in dates.years_after)
    than = word_of(speech(code).numbers.multiple.as_)
    later_or_long = word_of((*filter(None, later), *dates.lasting_last))
    return lazy(rf"{GAP}{later_or_long}(?!{GAP}{than})", re.IGNORECASE)


@cache
def _then(code: str) -> re.Pattern[str]:
    """All of the text from a length to the time that it leads to: "three hours later, at 4 p.m."."""
    return lazy(rf"{_later(code).pattern},?{GAP}", re.IGNORECASE)


def _time(found: re.Match[str], number: str, told: bool = False) -> int | None:
    """A time in minutes after midnight, if something tells that it is one: the first of two hours does."""
    hour, minute, half = (found[f"{name}{number}"] for name in ("hour", "minute", "half"))
    if not (told or minute or half or found[f"unit{number}"] or found[f"lead{number}"]):
        return None
    time = time_of(int(hour), int(minute or 0), half or "")
    return time.minutes if time else None


def _length(prose: str, items: tuple[Quantity, ...], place: int, code: str) -> Told | None:
    """The length right behind two times, with the half hour that may follow."""
    if compound := _compound(code).match(prose, place):
        whole = word_table(code).below.get(compound["whole"].lower(), 0)
        return Told(compound.start("whole"), compound.end(), (whole + 0.5) * HOUR)
    index = bisect_left(items, place, key=attrgetter("start"))
    item = items[index] if index < len(items) else None
    named = _named(code).match(prose, place)
    if named and (item is None or item.start >= named.end()):
        return Told(*named.span("said"), speech(code).dates.clock_named[named["said"].lower()])
    if item is None or item.unit not in CLOCK or item.hedge or item.is_range:
        return None
    if item.start - place > _FAR:
        return None
    led = _before_length(code).fullmatch(prose, place, item.start)
    apposed = _APPOSED.fullmatch(prose, place, item.start) and _in_all(code).match(prose, item.end)
    lasts = _JOINED.fullmatch(prose, place, item.start) and _lasts_behind(code).match(prose, item.end)
    if not (led or apposed or lasts):
        return None
    rest = items[index + 1] if index + 1 < len(items) else None
    end, more = _beyond(prose, item, rest, code)
    return Told(item.start, end, item.value * CLOCK[item.unit] + more)


def _beyond(prose: str, item: Quantity, rest: Quantity | None, code: str) -> tuple[int, float]:
    """Where a length ends, and the minutes that come on top of its number."""
    if (
        rest
        and (item.unit, rest.unit) == ("h", "min")
        and _joined(code).fullmatch(prose, item.end, rest.start)
    ):
        return rest.end, rest.value
    if half := _half(code).match(prose, item.end):
        return half.end(), HOUR / 2
    if quarter := _quarter(code).match(prose, item.end):
        return quarter.end(), HOUR / 4
    if behind := _BEHIND.match(prose, item.end):
        return behind.end(), int(behind[1])
    return item.end, 0


def _length_before(prose: str, items: tuple[Quantity, ...], place: int, code: str) -> Told | None:
    """The length right before two times, behind a word that gives it as that of the whole."""
    index = bisect_left(items, place, key=attrgetter("start")) - 1
    item = items[index] if index >= 0 else None
    if item is None or item.unit not in CLOCK or not item.exact:
        return None
    half = _half(code).match(prose, item.end)
    end = half.end() if half else item.end
    if not _TO_TIMES.fullmatch(prose, end, place) or not _takes(code).search(
        prose, max(0, item.start - _FAR), item.start
    ):
        return None
    return Told(item.start, end, item.value * CLOCK[item.unit] + (HOUR / 2 if half else 0))


@cache
def _takes(code: str) -> re.Pattern[str]:
    """Ends right before a length that is one of a whole."""
    dates = speech(code).dates
    return lazy(rf"{word_of((*dates.clock_lasts, *dates.lasting))}{GAP}{smalls(code)}$", re.IGNORECASE)


@cache
def _pair(code: str) -> re.Pattern[str]:
    """Two times, and a word or a dash that makes the second one the end."""
    dates, numbers = speech(code).dates, speech(code).numbers
    opens, closes = (any_of(pair[place] for pair in dates.ranges) for place in (0, 1))
    leads = rf"(?:{any_of((*numbers.limit.clock, *dates.opens_hours))}|{opens}|{closes})"

    def clock(number: int) -> str:
        time = time_pattern(number, code)
        return rf"(?:(?<!\w)(?P<lead{number}>{leads}){GAP})?(?P<time{number}>{time})"

    ends = word_of((*dates.clock_ends, *dates.to, *(pair[1] for pair in dates.ranges)))
    between = rf"(?:{GAP}?[-\u2013\u2014]{GAP}?|[^\d.;:!?\n]{{0,50}}?{ends}[^\d.;:!?\n]{{0,20}}?)"
    over = word_of(dates.clock_ends)
    behind = r"(?P<open>[^\d.;:!?\n]{1,50}?)"
    closed = rf"(?(open)(?:[-'’]?[^\W\d]{{1,4}})?(?:{GAP}[^\W\d][\w'’]*){{0,2}}?{GAP}{over})"
    firsts, lasts = (any_of(pair[place] for pair in dates.ranges_behind) for place in (0, 1))
    joined = rf"(?P<joined>{GAP}?(?:{firsts}){GAP})"
    ended = rf"(?(joined){GAP}?(?:{lasts})(?!\w))"
    return lazy(rf"{clock(1)}(?:{joined}|{between}|{behind}){clock(2)}{closed}{ended}", re.IGNORECASE)


@cache
def _before_length(code: str) -> re.Pattern[str]:
    """All of the text from the second time to its length."""
    lasts = rf"(?<!\w)(?:{any_of(speech(code).dates.clock_lasts)})(?!\w)"
    small = rf"{GAP}?{smalls(code)}"
    few = rf"(?:,?{GAP}?[^\W\d]+){{0,4}}?"
    return lazy(
        rf"{GAP}?[:(;]{GAP}?(?:{lasts}{GAP})?{small}|\.{GAP}(?:[^\W\d]+{GAP}){{0,2}}?{lasts}{GAP}{small}|"
        rf"{few},?{GAP}?{lasts},?(?:{GAP}[^\W\d]+){{0,2}}?(?:{GAP}[\u2013\u2014])?{small}",
        re.IGNORECASE,
    )


@cache
def _in_all(code: str) -> re.Pattern[str]:
    """Right behind a length that is that of the whole."""
    return lazy(rf"{GAP}{word_of(speech(code).numbers.sum.in_all)}", re.IGNORECASE)


@cache
def _lasts_behind(code: str) -> re.Pattern[str]:
    """Right behind a length that its verb follows ("dört saat sürdü")."""
    return lazy(rf"{GAP}{word_of(speech(code).dates.clock_lasts)}", re.IGNORECASE)


@cache
def _half(code: str) -> re.Pattern[str]:
    return lazy(rf"{GAP}(?:{any_of(speech(code).numerals.half)})(?!\w)", re.IGNORECASE)


@cache
def _named(code: str) -> re.Pattern[str]:
    """All of the text from the second time to a length in words, and that."""
    words = word_of(speech(code).dates.clock_named)
    return lazy(rf"(?:{_before_length(code).pattern}){GAP}?(?P<said>{words})", re.IGNORECASE)


@cache
def _quarter(code: str) -> re.Pattern[str]:
    return lazy(rf"{GAP}(?:{any_of(speech(code).dates.clock_quarter)})(?!\w)", re.IGNORECASE)


@cache
def _joined(code: str) -> re.Pattern[str]:
    """All of the text from hours to the minutes that come on top."""
    return lazy(rf",?{GAP}(?:(?:{any_of(speech(code).numbers.and_)}){GAP})?", re.IGNORECASE)


@cache
def _compound(code: str) -> re.Pattern[str]:
    """A length whose half is a part of its word ("zweieinhalb Stunden")."""
    return lazy(rf"(?:{_before_length(code).pattern}){_glued(code).pattern}", re.IGNORECASE)


@cache
def _glued(code: str) -> re.Pattern[str]:
    wholes, hours = any_of(word_table(code).below), any_of(speech(code).units.names.get("h", ()))
    return lazy(rf"(?P<whole>{wholes})(?:{any_of(halves(code))}){GAP}(?:{hours})(?!\w)", re.IGNORECASE)
