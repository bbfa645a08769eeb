"""A range of clock times that runs backwards: "from 6:30 p.m. to 5 p.m."."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.digit_blocks import figures
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import messages
from linter.text import Span
from linter.topics.dates.present import OF_CLOCK
from linter.topics.dates.reading.clock_times import DAY, HOUR, NOON, Time, time_of

_HALF = r"[ap]\.?[ \u00a0]?m\b\.?"
"""Before or after noon, in Latin, whatever the language."""
_LONGEST = 16 * HOUR
"""Minutes that a range over midnight may take."""
_MORNING = 9 * HOUR
"""What begins in the afternoon and ends by then lasts over night, however long."""


class ClockRange(Check):
    """Reports ranges of clock times whose end is before their beginning, and that are too long for a night.

    Times up to twelve are judged only with the half of the day: "from 11 to 1" is as common as "from 9 to 5".
    """

    fields = frozenset({"first", "last"})
    needs = ("dates.ranges",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code = language(article)
        pattern, hours = _ranges(code), frozenset(speech(code).dates.opens_hours)
        seen = 0
        for _, block, runs in figures(article):
            prose = block.text.prose
            if not any(OF_CLOCK.match(prose, run.end()) for run in runs):
                continue
            for match in pattern.finditer(prose):
                told = bool(match["unit"]) or (match["opening"] or "").lower() in hours
                first, last = (_one(match, number, told) for number in ("1", "2"))
                if first is None or last is None or (match["mark2"] == "." and not told):
                    continue
                seen += 1
                span = block.text.span(match.start("first"), match.end("last"))
                if _is_reversed(first, last) and not exempt(article, "quotes").hold(span.start):
                    places = [block.text.span(*match.span(group)) for group in ("first", "last")]
                    related = tuple(map(Related, places, messages("the beginning", "the end")))
                    yield Alarm(span, {"first": match["first"], "last": match["last"]}, related)
        if article.format == "subtitles":
            yield from _cues(article.source)
        if seen:
            yield Count("ranges of clock times", seen)


def _cues(source: str) -> Iterator[Alarm]:
    """Subtitles that are to go before they come, which no player shows."""
    from linter.article.subtitles import CUE, seconds

    for cue in CUE.finditer(source):
        if seconds(cue["end"]) < seconds(cue["start"]):
            span = Span(cue.start("start"), cue.end("end"))
            yield Alarm(span, {"first": cue["start"], "last": cue["end"]})


@cache
def _ranges(code: str) -> re.Pattern[str]:
    """Two times that a word or dash joins as a range; "and" does so only behind the word that opens one."""
    dates = speech(code).dates
    units = rf"(?:{GAP}?(?P<unit>{any_of([*dates.clock, 'h'])})(?!\w))?"
    opening = any_of(opening for opening, _ in dates.ranges)
    opened = any_of(closing for _, closing in dates.ranges)
    closing = any_of([*dates.to, "-", "–", "—"])
    first = (
        rf"(?:(?<!\w)(?P<opening>{opening}){GAP})?(?P<first>{_time(1)})(?:{GAP}?(?:{any_of(dates.clock)}))?"
    )
    joint = rf"{GAP}?(?:(?:{closing})|(?(opening)(?:{opened})|(?!))){GAP}?"
    return lazy(rf"(?<![\w.,:/+-]){first}{joint}(?P<last>{_time(2)})(?![\w%]|[.,:]\d){units}", re.IGNORECASE)


def _time(number: int) -> str:
    minutes = rf"(?:(?P<mark{number}>[:.]|{GAP}?h{GAP}?)(?P<minute{number}>[0-5]\d)(?!\d)(?!:\d))?"
    return rf"(?P<hour{number}>[01]?\d|2[0-4])(?!\d){minutes}(?:{GAP}?(?P<half{number}>{_HALF}))?"


def _one(match: re.Match[str], number: str, told: bool) -> Time | None:
    """The time of one end; of a number alone only if words tell that it is an hour."""
    hour, minute, half = (match[name + number] for name in ("hour", "minute", "half"))
    if minute is None and half is None and not told:
        return None
    return time_of(int(hour), int(minute or 0), half or "")


def _is_reversed(first: Time, last: Time) -> bool:
    if first.minutes <= last.minutes or not first.sure:
        return False
    if first.minutes > NOON and last.minutes <= _MORNING:
        return False
    return (last.minutes - first.minutes) % DAY > _LONGEST
