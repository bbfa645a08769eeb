"""A share of the amount named last: "The fund holds 60 million. A third of that, 20 million, …"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.fractions import as_percent, fractions_in
from linter.topics.numbers.reading.model import FRACTION, MEASURE, MONEY, NUMBER, PERCENT, Quantity
from linter.topics.numbers.wording import BLANK, NOUN, smalls, words_of

_BETWEEN = lazy(r"[^.;:!?()\n\d]{0,100}(?:[.;:][ \u00a0\n](?:[^.;:!?()\n\d]{0,40}[ \u00a0])?|,[ \u00a0])")
"""All of the text from the amount to the share: the end of its clause, and the first words of the next."""
_ENDS = lazy(rf"(?:{NOUN}){{0,1}}?[ \u00a0]?[),.;:\u2013\u2014]")
_LEAD = 60
"""Characters before a share in which the word for the amount begins its sentence."""
_LEAST_LARGE = 1000.0


class OfThat(NamedTuple):
    """The part that a share of ``whole`` is said to come to."""

    part: Quantity
    whole: Quantity
    stated: Quantity


def shares_of_that(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[OfThat]:
    """The shares of an amount that are told with a word for it ("of that", "de cette somme")."""
    if not words_of(code).share.of_that or not any(item.kind != PERCENT for item in items):
        return
    for stated in (*fractions_in(prose, code), *(item for item in items if item.kind == PERCENT)):
        behind = _of_that(code).match(prose, stated.end) or _led(prose, stated, code)
        whole = _before(items, stated) if behind else None
        part = _behind(items, behind.end()) if behind else None
        if part is None or whole is None or not _BETWEEN.fullmatch(prose, whole.end, stated.start):
            continue
        part = _in_unit_of(part, whole)
        if part and part.value < whole.value and _ENDS.match(prose, part.end) and stated.value > 0:
            yield OfThat(part, whole, as_percent(stated) if stated.kind == FRACTION else stated)


@lru_cache(maxsize=16)
def _of_that(code: str) -> re.Pattern[str]:
    """All of the text from a share to what it comes to."""
    words = words_of(code)
    again = any_of(words.again)
    said = rf"{BLANK}(?:{any_of(words.share.of_that)})(?!\w)(?:,? (?:{again}),?|,|{BLANK}?[(\u2013\u2014])"
    return lazy(rf"{said}{BLANK}?{smalls(code)}", re.IGNORECASE)


def _led(prose: str, stated: Quantity, code: str) -> re.Match[str] | None:
    """ "Of that, 40 percent, or 32 million, …": the word stands first, and behind the share the part."""
    leads, behind = _leads(code)
    led = leads.search(prose, max(0, stated.start - _LEAD), stated.start)
    return behind.match(prose, stated.end) if led else None


@lru_cache(maxsize=16)
def _leads(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The beginning of a sentence up to a share, and all of the text from that to what it comes to."""
    words = words_of(code)
    again = any_of(words.again)
    return (
        lazy(
            rf"[.;:][ \u00a0\n](?:{any_of(words.share.of_that)}),?{BLANK}(?:[^\W\d]+{BLANK}){{0,2}}$",
            re.IGNORECASE,
        ),
        lazy(
            rf"(?:{NOUN}){{0,2}}?(?:,? (?:{again}),?|{BLANK}?[(\u2013\u2014]){BLANK}?{smalls(code)}",
            re.IGNORECASE,
        ),
    )


def _before(items: tuple[Quantity, ...], stated: Quantity) -> Quantity | None:
    place = bisect_right(items, stated.start, key=attrgetter("end"))
    return items[place - 1] if place else None


def _behind(items: tuple[Quantity, ...], start: int) -> Quantity | None:
    place = bisect_left(items, start, key=attrgetter("start"))
    return items[place] if place < len(items) and items[place].start == start else None


def _in_unit_of(part: Quantity, whole: Quantity) -> Quantity | None:
    """The part in the unit of the whole, which it may leave out; nothing if they are of two kinds."""
    if part.is_range or whole.is_range or whole.kind not in (NUMBER, MONEY, MEASURE):
        return None
    if (part.kind, part.unit) == (whole.kind, whole.unit):
        return part
    bare = part.kind == NUMBER and (part.scale == whole.scale > 1 or part.value >= _LEAST_LARGE)
    return part._replace(kind=whole.kind, unit=whole.unit) if bare else None
