"""Values that cannot be, whatever the article means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from linter.analyses import analysis
from linter.analyses.chunks import in_any
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import CODE, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.languages import speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import Number, message
from linter.namedtuples import NamedTuple
from linter.topics.dates.reading.model import OLDEST
from linter.topics.numbers import quantities
from linter.topics.numbers.changes.change_words import change_words
from linter.topics.numbers.present import (
    MOST_PERCENT,
    TIMED_OR_PLACED,
    may_be_impossible,
    may_be_parts,
    scored_blocks,
)
from linter.topics.numbers.reading.digits import usual_mark
from linter.topics.numbers.reading.model import MEASURE, NUMBER, PERCENT, Quantity
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.reading.units import COLDEST
from linter.topics.numbers.wording import BLANK, NOUN, SLOTS, Around, around, smalls, words_of

SHARE, CLOCK, HALF, PLACE, COLD, PART, AGE = "share", "clock", "half", "place", "cold", "part", "age"
GOALS, DRAWN, TWICE = "goals", "drawn", "twice"
FALL = ""
"""The plain case, which has no variant of the message."""
_GREATEST_SLIP = 999
_LEAD = 24
_MOST = 3
"""So many times as large a part is another thing."""
_NOUN = lazy(r"[ \u00a0]([^\W\d]+)")
_IN_BRACKETS = lazy(r"[ \u00a0]\(")
_LEAST_AGAIN = 3
"""Two and one may be places behind names that are numbers, too."""
_NEAR = 18
"""So close before a percentage a word of change is about it."""

_QUARTERS = frozenset({0, 15, 30, 45})
"""Minutes at which things begin; those of a match or a film are any."""
_FIRST_TWICE, _LAST_HOUR, _FAR_HOUR = 13, 24, 29
"""From the first one on an hour has no half of the day; up to the last one it is a slip of a digit."""
_HALVED = lazy(
    r"(?<![\d:.,/+-])(?P<hour>\d{2})(?:[:.][0-5]\d)[ \u00a0]?[ap]\.?[ \u00a0]?m\b\.?(?!\w)", re.IGNORECASE
)
"""A time with the half of its day."""
_NO_WHOLE = lazy(r"\.[ \u00a0][^\W\d_]|[-\u2010\u2011]\d")
"""After a number: it is an ordinal ("37 der 10. Division") or goes on ("the 5-7/8 percent shares")."""


class Impossible(NamedTuple):
    """A value that cannot be, at ``prose[start:end]`` of a block."""

    block: Block
    start: int
    end: int
    kind: str
    """``share``, ``clock``, ``half``, ``place``, ``cold``, ``part``, ``age``, ``goals``, ``drawn``,
    ``twice``, or FALL: by more than all of it."""
    value: str
    limit: str
    """What it could be at most, or at least for a temperature."""
    sure: bool = True
    """Whether it cannot be meant otherwise: minutes and seconds of a recording are written like hours."""


class _Words(NamedTuple):
    """Patterns of one language around values that have a greatest one."""

    time: re.Pattern[str]
    """A time of day with the word before it."""
    points: bool
    """A point between numbers is no decimal one: it may stand in a time of day with no word behind it."""
    clock_only: re.Pattern[str]
    """A word before nothing but a time of day."""
    degrees: re.Pattern[str]
    """Degrees of latitude or longitude."""
    of_persons: re.Pattern[str]
    """Right after a percentage: the noun that it is of, as group 1."""
    bounded: re.Pattern[str]
    """Ends right before a percentage that is never over 100."""
    aged: Around
    """At the age of a person."""
    of_the: re.Pattern[str]
    """All of the text between the number of a part and that of all."""
    sequence: re.Pattern[str]
    """Right after a number that counts spells of time."""
    again: re.Pattern[str]
    """Right behind a number that is in brackets before the noun."""
    falls: re.Pattern[str]
    """Ends right before a percentage by which something falls."""
    below_nought: re.Pattern[str]
    """What may fall by more than all of it."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    words = words_of(code)
    limit, person = words.limit, words.person
    time = (
        rf"(?P<lead>{word_of(limit.clock)}) "
        r"(?P<time>(?P<hour>\d{1,2}) ?(?P<mark>[:h.]) ?(?P<minute>\d{2})"
        rf"(?!\d|[:.,'’]\d|\s?%)(?P<unit>\s?(?:{any_of(limit.hour)}|GMT|CET)(?!\w))?)"
    )
    degrees = (
        r"(?<![\d.,])(?P<degrees>\d{1,3})(?P<decimals>[.,]\d+)?\s?°\s?"
        r"(?:(?P<minutes>\d{1,2})(?:[.,]\d+)?\s?['′’]\s?)?(?:\d{1,2}(?:[.,]\d+)?\s?[\"″”]\s?)?"
        rf"(?:(?P<latitude>[NS]|(?i:{any_of(limit.latitude)}))|[EWO]|(?i:{any_of(limit.longitude)}))(?!\w)"
    )
    # "118 procent oprávněných voličů": where nouns have no articles an adjective tells nothing else
    more = word_of((*words.change.more, *words.change.less))
    described = "" if words.listing.single else rf"(?:(?!{more})[^\W\d]+(?={BLANK}{word_of(person.asked)}) )?"
    where = rf"(?:(?=(?:{NOUN}){{1,3}} {word_of(limit.is_)})(?:{NOUN}){{1,3}}?)?"
    falls = rf"{word_of(words.change.down)}(?:{NOUN}){{0,3}}? {word_of(words.change.by)} $"
    return _Words(
        lazy(time, re.IGNORECASE),
        usual_mark(code) != ".",
        lazy(any_of(limit.clock_only), re.IGNORECASE),
        lazy(degrees),
        lazy(rf"{BLANK}(?:{word_of(limit.of_persons)} )?{described}([^\W\d]+)"),
        lazy(rf"{word_of(limit.bounded)}{where}(?: {word_of(limit.is_)})? {smalls(code)}$", re.IGNORECASE),
        around(limit.aged, {**SLOTS, "person": f"(?:{any_of(person.one)})"}),
        lazy(rf"{BLANK}{word_of(limit.of_the)} "),
        lazy(f" {word_of(limit.sequence)}"),
        lazy(rf"\)[ \u00a0](?!{word_of(words.and_)})[^\W\d_]", re.IGNORECASE),
        lazy(falls if limit.below_nought else "(?!)", re.IGNORECASE),
        lazy(word_of(limit.below_nought), re.IGNORECASE),
    )


@analysis
def impossible_values(article: Article) -> tuple[Impossible, ...]:
    """The impossible values of an article; those that are a way of speaking are not told apart here."""
    code = language(article)
    timed = TIMED_OR_PLACED.among(article)
    blocks = (block for block in article.blocks if block.kind != CODE and in_any(timed, block.text))
    values = [value for block in blocks for value in _written(block, _words(code))]
    for block in scored_blocks(article):
        values += _goals(block, code)
    for block, items in quantities(article):
        for item in filter(may_be_impossible, items):
            values += _single(block, item, code)
        for first, second in pairwise(items):
            if may_be_parts(first, second):
                values += _parts(block, first, second, code)
    return tuple(values)


def _written(block: Block, words: _Words) -> Iterator[Impossible]:
    """Times and coordinates, which are no quantities."""
    prose = block.text.prose
    for match in words.time.finditer(prose):
        if limit := _beyond_the_day(match, words):
            sure = words.clock_only.fullmatch(match["lead"])
            told = match["unit"] or sure or match["mark"] != ":" or limit != str(_LAST_HOUR)
            yield Impossible(block, *match.span("time"), CLOCK, match["time"], limit, bool(told))
    for match in _HALVED.finditer(prose):
        if _FIRST_TWICE <= int(match["hour"]) <= _LAST_HOUR:
            yield Impossible(block, *match.span(), HALF, match[0], "12")
    for match in words.degrees.finditer(prose) if "°" in prose else ():
        most = 90 if match["latitude"] else 180
        exact = match["minutes"] or match["decimals"] or most == 90
        if int(match["minutes"] or 0) > 59 or (int(match["degrees"]) > most and exact):
            limit = "59′" if int(match["minutes"] or 0) > 59 else f"{most}°"
            yield Impossible(block, match.start(), match.end(), PLACE, match[0], limit)


def _beyond_the_day(time: re.Match[str], words: _Words) -> str:
    """The greatest value of that part of a time of day which is too great, if one is."""
    hour, minute = int(time["hour"]), int(time["minute"])
    marked = time["mark"] != "."
    clock_only = words.clock_only.fullmatch(time["lead"])
    if minute > 59 and (marked or time["unit"] or clock_only):
        return "59"
    quarter = minute in _QUARTERS or clock_only
    sure = time["unit"] or ((marked or words.points) and hour <= _FAR_HOUR and quarter)
    return str(_LAST_HOUR) if hour > _LAST_HOUR and sure else ""


def _single(block: Block, item: Quantity, code: str) -> Iterator[Impossible]:
    """What is wrong with a quantity whatever stands beside it."""
    if item.kind == PERCENT and item.value > MOST_PERCENT and not item.is_range:
        yield from _percent(block, item, code)
    elif item.kind == MEASURE and item.unit in COLDEST and item.interval.high < COLDEST[item.unit]:
        degrees = str(COLDEST[item.unit]).replace("-", "\u2212")
        limit = message("{degrees} {unit}", degrees=Number(degrees, degrees), unit=item.unit)
        yield Impossible(block, item.start, item.end, COLD, item.text, limit)
    elif item.unit == "year" and OLDEST < item.value <= _GREATEST_SLIP and _of_person(block, item, code):
        yield Impossible(block, item.start, item.end, AGE, item.text, str(OLDEST))


def _percent(block: Block, item: Quantity, code: str) -> Iterator[Impossible]:
    prose = block.text.prose
    before = prose[max(0, item.start - 40) : item.start]
    words, changes, nouns = _words(code), change_words(code), person_nouns(code)
    of = words.of_persons.match(prose, item.end)
    persons = of is not None and of[1].lower() in nouns.any | nouns.asked
    near = "" if item.hedge else before[-_NEAR:]
    changed = changes.up.search(near) or changes.down.search(near)
    ironic = prose[max(0, item.start - 2) : item.start].startswith(("»", "”", '"'))  # «voted» 160 % of the
    if (persons and not changed and not ironic) or words.bounded.search(before):
        end = of.end() if of and persons else item.end
        yield Impossible(block, item.start, end, SHARE, item.text, "100 %")
    elif words.falls.search(before) and not item.hedge and _never_below_nought(prose, item, words):
        yield Impossible(block, item.start, item.end, FALL, item.text, "100 %")


def _never_below_nought(prose: str, item: Quantity, words: _Words) -> bool:
    """Whether the sentence tells of nothing that may become less than nothing, as a profit does."""
    return words.below_nought.search(prose, *sentence_around(prose, item.start, item.end)) is None


def _of_person(block: Block, item: Quantity, code: str) -> bool:
    return _words(code).aged.holds(block.text.prose, item.start, item.end)


def _parts(block: Block, first: Quantity, second: Quantity, code: str) -> Iterator[Impossible]:
    """ "70 of the 60 members", "of the 60 members 70 voted", "thirty (13) days"."""
    prose, words = block.text.prose, _words(code)
    if _is_cardinal(first, code) and _is_again(prose, first, second, words):
        yield Impossible(block, first.start, second.end + 1, TWICE, first.text, second.text)
        return
    if not (first.is_count and second.is_count and min(first.value, second.value) > 1):
        return
    if first.value < second.value:
        if second.value < _MOST * first.value and _is_whole(prose, first, second, code):
            yield Impossible(block, first.start, second.end, PART, second.text, first.text)
        return
    other = words.sequence.match(prose, second.end) or _NO_WHOLE.match(prose, second.end)
    if words.of_the.fullmatch(prose, first.end, second.start) and not other:
        yield Impossible(block, first.start, second.end, PART, first.text, second.text)


def _is_cardinal(item: Quantity, code: str) -> bool:
    """Whether it is written in words, and no "dozen", of which there may be two, a half or a baker's."""
    return item.spelled and item.text.lower() not in _collectives(code)


@lru_cache(maxsize=16)
def _collectives(code: str) -> frozenset[str]:
    return frozenset(map(str.lower, speech(code).numerals.words.collectives))


def _is_again(prose: str, first: Quantity, second: Quantity, words: _Words) -> bool:
    """Whether the second is the first in figures, as contracts have it: alone in brackets before the noun."""
    if first.kind != NUMBER or first.is_range or first.value < _LEAST_AGAIN or not second.is_count:
        return False
    opens = _IN_BRACKETS.fullmatch(prose, first.end, second.start)
    return bool(opens and words.again.match(prose, second.end))


def _goals(block: Block, code: str) -> Iterator[Impossible]:
    """ "Behind by 0-2, they won 3-1"."""
    from linter.topics.numbers.scores.matches import drawn, turned

    for found, then, end in turned(block.text.prose, code):
        yield Impossible(block, *found.span("end"), GOALS, end, then)
    for found in drawn(block.text.prose, code):
        yield Impossible(block, *found.span(), DRAWN, found[0], "")


def _is_whole(prose: str, whole: Quantity, part: Quantity, code: str) -> bool:
    """Whether a sentence begins with "of the" and a number of persons, and goes on with how many voted."""
    led, behind, ends = _of_whole(code)
    noun = _NOUN.match(prose, whole.end)
    nouns = person_nouns(code)
    return (
        noun is not None
        and noun[1].lower() in nouns.any | nouns.asked
        and led.search(prose, max(0, whole.start - _LEAD), whole.start) is not None
        and behind.fullmatch(prose, whole.end, part.start) is not None
        and ends.match(prose, part.end) is not None
    )


@lru_cache(maxsize=16)
def _of_whole(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Ends right before a whole; all of the text from it to a part; behind that."""
    words = words_of(code)
    stances = word_of((*words.stance.for_, *words.stance.against))
    return (
        lazy(rf"(?m:^|[.;:!?] )(?:{any_of(words.share.whole)}) $", re.IGNORECASE),
        lazy(rf"(?:{NOUN}){{2,6}} "),
        lazy(rf"{BLANK}?(?:[.,;!?]|$)|{BLANK}{stances}", re.IGNORECASE),
    )


class ImpossibleValue(Check):
    """Reports shares over 100 %, falls by more than all of it, parts of less than them, times after 24:59,
    coordinates off the globe, cold below absolute zero, ages that nobody has, and scores that no match has.

    An hour of the afternoon has no "p.m.", which is a warning only: everybody knows what is meant. "From
    28:30" is an info: it may be a place in a recording.
    Quotations are left alone: "110 percent of the players" is a way of speaking; so is an age that
    the article comes back to, because then it is about it.
    """

    fields = frozenset({"value", "limit"})
    needs = ("numbers.limit.of-persons|numbers.limit.bounded", "numbers.limit.clock")
    variants = frozenset({SHARE, CLOCK, HALF, PLACE, COLD, PART, AGE, GOALS, DRAWN, TWICE})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for each in impossible_values(article):
            span = each.block.text.span(each.start, each.end)
            if exempt(article, "quotes").hold(span.start) or (
                each.kind == AGE and _repeated(article, each.value)
            ):
                yield Count("impossible values in quotations, or spoken about")
            else:
                fields = {"value": each.value, "limit": each.limit}
                yield Alarm(span, fields, variant=each.kind, severity=_severity(each))


def _severity(value: Impossible) -> Severity | None:
    """Lower than the rule's where nobody would misread it, or where it may be something else."""
    if value.kind in (HALF, GOALS, DRAWN, TWICE):
        return Severity.WARNING
    return None if value.sure else Severity.INFO


def _repeated(article: Article, value: str) -> bool:
    number = value.split()[0].split("-")[0]
    return sum(block.text.prose.count(number) for block in article.blocks) > 1
