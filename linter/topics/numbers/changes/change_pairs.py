"""Two numbers as what something was and what it became: "from 10 to 15", "15, up from 10"."""

from __future__ import annotations

from linter.analyses.numerals.intervals import STEPS_APART, Interval
from linter.matching.regexes import lazy
from linter.topics.numbers.changes.change_words import ChangeWords
from linter.topics.numbers.constructions import pair_told
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, PERCENT, Quantity
from linter.topics.numbers.reading.units import UNITS

_KINDS = frozenset({NUMBER, MONEY, MEASURE, PERCENT})
UP, DOWN = "up", "down"
LARGEST_RATIO = 20.0
"""Numbers that are further apart are of two things, or of two scales: "from 900 to 1.2 (million)"."""
_SINCE = lazy(r"[ \u00a0][^.;:!?()\d]*(?:,[^.;:!?()\d]*|[ \u00a0]\()")
"""All of the text from a percentage over "more than the year before" to the number of that year."""
_FAR = 60
_REACH = 30
_DEAR = 100
"""From which on prices are told without cents."""
_CENTS = lazy(r"\d[.,]\d{1,2}(?!\d)")
_CLAUSES = lazy(r"[^.;:!?()\d]{1,70}")


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may count the same: same kind and unit, or one is bare; no ranges, no times."""
    kinds = {one.kind, other.kind}
    if not kinds <= _KINDS or one.is_range or other.is_range:
        return False
    same = one.unit == other.unit if len(kinds) == 1 else NUMBER in kinds
    return same and not (is_time(one) or is_time(other)) and min(one.value, other.value) > 0


def is_time(item: Quantity) -> bool:
    """Whether it says how long something lasts."""
    return item.kind == MEASURE and UNITS[item.unit].dimension == "time"


def rounded_alike(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Two numbers of one thing: where zeros at an end may be rounding, the one with fewer says how much.

    "From 800 to 1,000" is no more rounded at its end than at its beginning. Steps that are further apart are
    left as they are: "from 12,480 to 15,000".
    """
    if _are_prices(one, other):
        first, last = (item._replace(interval=Interval(item.value, item.value)) for item in (one, other))
        return first, last
    widths = [item.interval.high - item.interval.low for item in (one, other)]
    steps = [width / item.scale for width, item in zip(widths, (one, other), strict=True)]
    if not (one.exact and other.exact) or one.scale != other.scale or min(steps) <= 1:
        return one, other
    if max(steps) > STEPS_APART * min(steps):
        return one, other
    half = min(widths) / 2
    first, last = (
        item._replace(interval=Interval(item.value - half, item.value + half)) for item in (one, other)
    )
    return first, last


def _are_prices(one: Quantity, other: Quantity) -> bool:
    """Whether one of two small amounts is told to the cent: "from 1.20 euros to 2", "from 3.7 to 4 %"."""
    told = (one, other)
    same = not {MONEY, PERCENT}.isdisjoint(item.kind for item in told) and all(
        item.exact and item.scale == 1 for item in told
    )
    return (
        same and max(item.value for item in told) < _DEAR and any(map(_CENTS.search, (one.text, other.text)))
    )


def before_and_after(
    prose: str, one: Quantity, other: Quantity, words: ChangeWords, place: int = 0
) -> tuple[Quantity, Quantity] | None:
    """Two neighbours in the order of time, if the words between them and behind ``place`` say so."""
    came_from = words.from_before.search(prose, max(place, one.start - _REACH), one.start)
    if came_from and words.to_between.fullmatch(prose, one.end, other.start):
        return one, _reached(prose, other, words)
    if stand_behind(prose, one, other, words) or _comes_next(prose, one, other, words):
        return one, other
    if not came_from and words.back_between.fullmatch(prose, one.end, other.start):
        return other, _reached(prose, one, words)
    return None


def told_pair(
    prose: str, one: Quantity, other: Quantity, phrases: tuple[str, ...]
) -> tuple[Quantity, Quantity] | None:
    """Two neighbours in the order of time, if a construction of the language has them so."""
    first = pair_told(prose, one, other, phrases) if comparable(one, other) else ""
    return None if not first else (one, other) if first == "before" else (other, one)


def _comes_next(prose: str, one: Quantity, other: Quantity, words: ChangeWords) -> bool:
    """ "Instead of 5 they pay 8"; "today it costs 96, from January 120"."""
    before = max(0, one.start - _REACH), one.start
    if words.instead.search(prose, *before):
        return _CLAUSES.fullmatch(prose, one.end, other.start) is not None
    between = words.soon_between.fullmatch(prose, one.end, other.start)
    return between is not None and words.now.search(prose, *before) is not None


def stand_behind(prose: str, one: Quantity, other: Quantity, words: ChangeWords) -> bool:
    """Whether "from" stands behind the first of two neighbours and "to" behind the second."""
    return reached_behind(prose, one, other, words) is not None


def reached_behind(prose: str, one: Quantity, other: Quantity, words: ChangeWords) -> int | None:
    """Where such a "to" ends; nothing if there is none."""
    begun = words.from_behind.fullmatch(prose, _noun(prose, one), other.start)
    to = words.to_behind.match(prose, _noun(prose, other)) if begun else None
    return to.end() if to else None


def _noun(prose: str, item: Quantity) -> int:
    """Where the last word of a quantity begins, which may have an ending of its own; else its end."""
    place = item.end
    while place > item.start and prose[place - 1].isalpha():
        place -= 1
    return place if place > item.start else item.end


def _reached(prose: str, after: Quantity, words: ChangeWords) -> Quantity:
    """What something became, without the hedge that is the word for "to" ("tot", "до")."""
    if after.hedge and words.to_hedge.search(prose, max(0, after.start - _REACH), after.start):
        return after.bare
    return after


def is_from_to(prose: str, one: Quantity, other: Quantity, words: ChangeWords) -> bool:
    """Whether the words around two numbers say that the first became the second."""
    begun = words.from_before.search(prose, max(0, one.start - 30), one.start)
    told = begun is not None and words.to_between.fullmatch(prose, one.end, other.start) is not None
    return told or stand_behind(prose, one, other, words)


def more_than_earlier(prose: str, three: tuple[Quantity, Quantity, Quantity], words: ChangeWords) -> str:
    """The way of "1,320 firms, 20 % more than the year before, when there were 1,200", or nothing."""
    later, stated, earlier = three
    gap, link = prose[later.end : stated.start], prose[stated.end : earlier.start]
    if later.kind == PERCENT or max(len(gap), len(link) / 2) > _FAR or not _SINCE.fullmatch(link):
        return ""
    if words.away.search(gap) or words.turn.search(gap) or not words.earlier.match(link):
        return ""
    ways = ((UP, words.more), (DOWN, words.less))
    return next((way for way, more in ways if more.match(prose, stated.end + 1)), "")
