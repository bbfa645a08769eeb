"""A mean behind the numbers that it is of: "30 mm on Monday, 20 on Tuesday, 40 on Friday, 30 on average"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, PERCENT, Quantity
from linter.topics.numbers.wording import BLANK, WORD, smalls, words_of

_LEAST, _MOST = 3, 12
_FAR = 70
_KINDS = frozenset({NUMBER, MONEY, MEASURE, PERCENT})


class Mean(NamedTuple):
    """Numbers of one unit, and what they are said to be on average."""

    parts: tuple[Quantity, ...]
    stated: Quantity

    @property
    def computed(self) -> float:
        return sum(part.value for part in self.parts) / len(self.parts)

    def fits(self) -> bool:
        """Whether the mean is as stated, going by the finest digit that the numbers are told with."""
        widths = (item.written.high - item.written.low for item in (*self.parts, self.stated))
        return abs(self.computed - self.stated.value) <= min(widths) / 2


def means(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Mean]:
    """The means right behind all numbers of a list, three and more with "and" before the last."""
    for place in range(_LEAST, len(items)):
        if not _is_mean(prose, items[place - 1].end, items[place], code):
            continue
        counted = items[place - 1]  # "12, 18 and 24 in three matches"
        parts = _listed(prose, items[:place], code)
        if not parts and counted.is_count and counted.spelled:
            parts = _listed(prose, items[: place - 1], code)
            parts = parts if len(parts) == counted.value else ()
        stated = items[place]._replace(hedge="")
        if parts and _are_alike((*parts, stated)):
            yield Mean(parts, stated)


def _is_mean(prose: str, end: int, stated: Quantity, code: str) -> bool:
    """Whether a word right before or behind a number says that it is one of several on average."""
    if stated.kind not in _KINDS or stated.start - end > _FAR:
        return False
    words = _words(code)
    return bool(
        words.led.fullmatch(prose, end, stated.start)
        or (words.called.match(prose, stated.end) and words.apart.fullmatch(prose, end, stated.start))
    )


def _listed(prose: str, items: tuple[Quantity, ...], code: str) -> tuple[Quantity, ...]:
    """The numbers at the end of some that a list joins, or nothing."""
    words, begin = _words(code), len(items) - 1
    if begin < 1 or not words.joined.fullmatch(prose, items[begin - 1].end, items[begin].start):
        return ()
    begin -= 1
    while begin and words.apart.fullmatch(prose, items[begin - 1].end, items[begin].start):
        begin -= 1
    return items[begin:] if _LEAST <= len(items) - begin <= _MOST else ()


def _are_alike(items: tuple[Quantity, ...]) -> bool:
    """Whether all are exact, of one unit and scale; those without a unit are in that of the others."""
    units = {(item.kind, item.unit) for item in items} - {(NUMBER, "")}
    return len(units) < 2 and len({item.scale for item in items}) == 1 and all(item.exact for item in items)


class _Words(NamedTuple):
    """Patterns of one language around the numbers of a list and their mean."""

    apart: re.Pattern[str]
    """All of the text between two numbers of the list, or from the last one to the mean …"""
    called: re.Pattern[str]
    """… with the word for it right behind that."""
    joined: re.Pattern[str]
    """Between the last two numbers of the list."""
    led: re.Pattern[str]
    """All of the text from the last number to the mean, with the word for it."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    words = words_of(code)
    averaged, few, small = word_of(words.change.averaged), rf"(?:{WORD}){{0,5}}?", rf"{BLANK}{smalls(code)}"
    patterns = {
        "apart": rf"{few}[,(\u2013\u2014](?:{WORD}){{0,3}}?{small}",
        "called": rf"(?:{WORD}){{0,4}}?{BLANK}{averaged}",
        "joined": rf"{few},?{BLANK}(?:{any_of(words.and_)})(?:{WORD}){{0,2}}?{small}",
        "led": rf"{few}[,:;\u2013\u2014(]?(?:{WORD}){{0,3}}?{BLANK}?{averaged}(?:{WORD})?{small}",
    }
    return _Words(**{name: lazy(pattern, re.IGNORECASE) for name, pattern in patterns.items()})
