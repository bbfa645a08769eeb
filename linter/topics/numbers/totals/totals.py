"""Amounts and the total behind them: "40 million for roads, 25 for schools, … 80 million in all"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from linter.analyses.sentences import STOP
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, Quantity
from linter.topics.numbers.wording import SLOTS, WORD, smalls, words_of

_LEAST, _MOST = 3, 12
"""Of two amounts one is often of something else; of more than a dozen it is a table."""
_FAR = 90
_LEADS = r"(?: ?[\u2013\u2014])?(?: [^\W\d]{1,2}(?= ))? ?"
"""From a word for a total to the number: a dash in the place of a verb, a preposition."""
_TOLD = lazy(r"(?:[ \u00a0][^\W\d][\w'’-]*){0,4}?(?:,|,? [^\W\d]{1,3}) (?:[^\W\d][\w'’-]*[ \u00a0]){1,3}")
"""All of the text from one count to the next, the name of what is counted before each."""


class Amounts(NamedTuple):
    """A total and the amounts before it, all in its unit."""

    total: Quantity
    parts: tuple[Quantity, ...]


@lru_cache(maxsize=16)
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    """All words between the last amount and a total, the same without a word for it, and one behind it; last,
    behind a number: it is for one of several."""
    words = words_of(code)
    making = any_of((*words.sum.making, *words.sum.maybe))
    again = any_of(words.again)
    clause = rf"(?:{WORD}){{0,6}}?[,:]? (?:[\u2013\u2014(] ?)?"
    return (
        lazy(
            rf"{clause}(?:(?:{again}) )?(?:{making}){_LEADS}{smalls(code)}|{_next(code)}{smalls(code)}",
            re.IGNORECASE,
        ),
        lazy(rf"{clause}(?:(?:{again}) )?{smalls(code)}", re.IGNORECASE),
        lazy(rf"(?:{WORD}){{0,3}} {word_of(words.sum.in_all)}", re.IGNORECASE),
        lazy(rf"(?:{WORD})? {word_of((*words.apiece, *words.change.averaged), SLOTS)}", re.IGNORECASE),
    )


def amounts(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Amounts]:
    """The totals that a word calls so, right behind all amounts of their sentence."""
    led, beside, called, for_one = _patterns(code)
    for place in range(_LEAST, len(items)):
        total, last = items[place], items[place - 1]
        if total.kind not in (MONEY, MEASURE, NUMBER) or total.start - last.end > _FAR:
            continue
        if for_one.match(prose, total.end):
            continue
        named, is_called = led.fullmatch(prose, last.end, total.start), called.match(prose, total.end)
        if not named and not (is_called and beside.fullmatch(prose, last.end, total.start)):
            continue
        parts = _in_sentence(prose, items, place)
        if parts and not is_called and _is_choice(prose, parts, total, code):
            continue
        if parts and (alike := _in_one_unit((*parts, total))):
            yield Amounts(alike[-1], alike[:-1])
        elif named and parts and _are_counts(prose, (*parts, total), code):
            yield Amounts(total, parts)


def _is_choice(prose: str, parts: tuple[Quantity, ...], total: Quantity, code: str) -> bool:
    """Whether "or" alone leads to the last of several amounts, and no "and" to the one before it."""
    joined = prose[parts[-2].end : parts[-1].start].lower().split()
    only_or = _or(code).fullmatch(prose, parts[-1].end, total.start)
    return only_or is not None and not any(word in joined for word in words_of(code).and_)


@lru_cache(maxsize=16)
def _or(code: str) -> re.Pattern[str]:
    """All of the text between the last two of several amounts of which one is meant."""
    return lazy(rf",? (?:{any_of(words_of(code).or_)}) ", re.IGNORECASE)


def _in_sentence(prose: str, items: tuple[Quantity, ...], place: int) -> tuple[Quantity, ...]:
    """The numbers before one, as far as they stand in one sentence; nothing for too few or too many."""
    first = place - 1
    while first and not STOP.search(prose, items[first - 1].end, items[first].start):
        first -= 1
        if place - first > _MOST:
            return ()
    return items[first:place] if place - first >= _LEAST else ()


def _are_counts(prose: str, items: tuple[Quantity, ...], code: str) -> bool:
    """ "Golds were 5, silvers 3, bronzes 8, in all 16": each count behind its name."""
    *parts, last, total = items
    called = _makes(code).fullmatch(prose, last.end, total.start)
    told = (_TOLD.fullmatch(prose, one.end, two.start) for one, two in pairwise((*parts, last)))
    return called is not None and all(item.is_count for item in items) and all(told)


@lru_cache(maxsize=16)
def _makes(code: str) -> re.Pattern[str]:
    """All of the text from the last count to their total."""
    return lazy(rf",? (?:{any_of(words_of(code).sum.making)}){_LEADS}|{_next(code)}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _next(code: str) -> str:
    """The source of all from the last count to a total in the next sentence: "In all they have"."""
    words = words_of(code).sum
    return rf"(?:{WORD}){{0,3}}?\. (?:{any_of((*words.making, *words.in_all))})(?:{WORD}){{0,3}}? "


def _in_one_unit(items: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Amounts of which some leave the unit to the others ("25 million"); nothing for several kinds."""
    units = {(item.kind, item.unit) for item in items if item.kind != NUMBER}
    bare = [item for item in items if item.kind == NUMBER]
    if len(units) != 1 or not all(item.exact for item in items):
        return ()
    scale = next(item.scale for item in items if item.kind != NUMBER)
    if any(item.scale != scale or scale == 1 for item in bare):
        return ()
    kind, unit = units.pop()
    return tuple(item._replace(kind=kind, unit=unit) for item in items)
