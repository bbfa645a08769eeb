"""One moment told by the clocks of two places that lie otherwise: "8 p.m. in London (5 p.m. in New York)"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain, product

from linter.analyses.chunks import folded_words
from linter.analyses.digit_blocks import blocks_with_digits
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, any_of, word_of
from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.messages import either
from linter.namedtuples import NamedTuple
from linter.topics.dates import dates
from linter.topics.dates.reading.clock_times import DAY, HALF_DAY, HOUR, time_of, time_pattern
from linter.topics.dates.wording import longest_word

_SUMMER = 60
"""Minutes that a clock goes ahead in summer."""
_SPRING, _SUMMERY, _LATE, _AUTUMN = (3, 7), (4, 2), (10, 24), (11, 8)
"""Month and day: outside of the first and the last no clock of the north shows summer time, between the
others all do."""
_MARKS = lazy(
    r"\d[ \u00a0]?[(,/–—]?[^\d\n]{1,40}[(,/–—][^\d\n]{0,12}\d|\d[ \u00a0]?[,;/|–—-][^\d\n]{2,20}:[ \u00a0]?\d"
)
"""The cheap question: a number and, behind a mark, another one."""


_PAIR = 2
"""Names of zones, of two clocks that differ."""


class Clock(NamedTuple):
    """A time of day in a zone, at ``prose[start:end]``."""

    start: int
    end: int
    minutes: int
    halved: bool
    """Before or after noon is said, or the hour can be but one of the day."""
    offsets: tuple[int, ...]
    """Minutes by which the zone is ahead of UTC, in winter and, where there is one, in summer."""


class TimeZone(Check):
    """Compares two times that a bracket or a comma joins with how far their zones lie apart.

    Any pairing of winter and summer time counts as right, but for those that the dates beside them rule out.
    """

    fields = frozenset({"first", "second", "computed"})
    needs = ("dates.zones.fixed",)
    triggers = ("dates.zones.fixed", "dates.zones.summer")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code, seen = language(article), 0
        words = _words(code)
        there = words.keys() & folded_words(article)
        if sum(map(words.__getitem__, there)) < _PAIR:
            return
        for place, block in blocks_with_digits(article):
            prose = block.text.prose
            here = filter(fold_case(prose).__contains__, there)
            if sum(map(words.__getitem__, here)) < _PAIR or not _MARKS.search(prose):
                continue
            for found in chain.from_iterable(each.finditer(prose) for each in _pairs(code)):
                season = _season(article, place)
                one, other = (_clock(found, number, code, season) for number in ("1", "2"))
                if one is None or other is None or one.offsets == other.offsets:
                    continue
                seen += 1
                span = block.text.span(other.start, other.end)
                if not _agree(one, other) and not exempt(article, "quotes").hold(span.start):
                    fields = {
                        "first": prose[one.start : one.end],
                        "second": prose[other.start : other.end],
                        "computed": either(_there(one, other)),
                    }
                    first = block.text.span(one.start, one.end)
                    yield Alarm(span, fields, (Related(first, "this"),))
        if seen:
            yield Count("times in two zones", seen)


def _agree(one: Clock, other: Clock) -> bool:
    """Whether some pairing of the offsets makes both one moment; halves of the day only where told."""
    whole = DAY if one.halved and other.halved else HALF_DAY
    return any(
        (one.minutes - a - other.minutes + b) % whole == 0 for a, b in product(one.offsets, other.offsets)
    )


def _there(one: Clock, other: Clock) -> list[str]:
    """What the clocks of the second zone show at the first time, in winter and in summer."""
    last = len(one.offsets) - 1, len(other.offsets) - 1
    pairs = [(one.offsets[min(at, last[0])], other.offsets[min(at, last[1])]) for at in range(max(last) + 1)]
    shown = dict.fromkeys((one.minutes - a + b) % DAY for a, b in pairs)
    return [f"{minutes // HOUR}:{minutes % HOUR:02}" for minutes in shown]


def _season(article: Article, place: int) -> int | None:
    """Whether the dates of a block are all in winter (0) or in summer (1) of the north; nothing if not."""
    readings = [reading for each in dates(article) if each.block == place for reading in each.readings]
    days = {(reading.month, reading.day) for reading in readings if reading.month and reading.day}
    seasons = {
        0 if not _SPRING <= day <= _AUTUMN else 1 if _SUMMERY <= day <= _LATE else None for day in days
    }
    return seasons.pop() if len(seasons) == 1 else None


def _clock(found: re.Match[str], number: str, code: str, season: int | None) -> Clock | None:
    hour, minute = int(found[f"hour{number}"]), int(found[f"minute{number}"] or 0)
    half, unit = found[f"half{number}"] or "", found[f"unit{number}"]
    name = " ".join(found[f"zone{number}"].lower().split())
    offsets = _zones(code).get(name)
    if offsets and len(offsets) > 1 and season is not None:
        offsets = (offsets[season ^ (name in map(str.lower, speech(code).dates.zones.southern))],)
    time = time_of(hour, minute, half)
    if offsets is None or time is None:
        return None
    if not (half or unit or found[f"minute{number}"] or found["led1"]):
        return None
    sure = time.sure or not speech(code).dates.zones.half_days
    places = (found.span(f"time{number}"), found.span(f"zone{number}"))
    start, end = min(places)[0], max(places)[1]
    return Clock(start, end, time.minutes, sure, offsets)


@cache
def _zones(code: str) -> dict[str, tuple[int, ...]]:
    zones = speech(code).dates.zones
    fixed = {name.lower(): (int(minutes),) for name, minutes in zones.fixed.items()}
    summer = {name.lower(): (int(minutes), int(minutes) + _SUMMER) for name, minutes in zones.summer.items()}
    return {**fixed, **summer}


@cache
def _words(code: str) -> Counter[str]:
    """Folded words of which an article has one if it names a zone, and how many zones each may be of."""
    return Counter(map(longest_word, _zones(code)))


@cache
def _pairs(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A time with its zone, a mark, and another one; and each behind its zone: "UTC: 16:00, CET: 17:00"."""
    known = speech(code)
    names = any_of(_zones(code))
    leads = word_of((*known.dates.zones.leads, *known.dates.lives.place_after))
    again = any_of((*known.numbers.again, *known.numbers.and_, *known.numbers.or_))

    def clock(number: int) -> str:
        zone = rf",?{GAP}?(?:{leads}{GAP}?)*(?P<zone{number}>(?<!\w)(?:{names})(?!\w))"
        return rf"(?P<time{number}>{time_pattern(number, code)}){zone}"

    before = any_of(known.numbers.limit.clock)
    mark = rf"{GAP}?[(,/–—]{GAP}?(?:(?:{again}),?{GAP})?(?:(?:{before}){GAP})?"
    led = rf"(?:(?<!\w)(?P<led1>{before}){GAP})?"

    def labelled(number: int) -> str:
        zone = rf"(?P<zone{number}>(?<!\w)(?:{names}))"
        return rf"{zone}{GAP}?:{GAP}?(?P<time{number}>{time_pattern(number, code)})"

    return (
        lazy(rf"{led}{clock(1)}(?:[^\d().;:!?\n]{{0,20}}?){mark}{clock(2)}", re.IGNORECASE),
        lazy(rf"(?P<led1>){labelled(1)}{GAP}?[,;/|–—-]{GAP}?{labelled(2)}", re.IGNORECASE),
    )
