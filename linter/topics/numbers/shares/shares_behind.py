"""A share with its numbers behind it: "one in four (125 of 500)", "a fifth, 12 of 60,"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.fractions import as_percent, fractions_in
from linter.topics.numbers.reading.model import NUMBER, Quantity
from linter.topics.numbers.shares.share_words import CLOSED, NOUNS, one_in, share_words
from linter.topics.numbers.wording import BLANK, smalls, words_of

_REACH = 60
_CLOSED = lazy(r",|[ \u00a0][\u2013\u2014]")


class Behind(NamedTuple):
    """A part of a whole, and the share that stands before both."""

    part: Quantity
    whole: Quantity
    stated: Quantity


def shares_behind(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Behind]:
    """The shares in words that a part and its whole in brackets or behind a comma say again."""
    words = share_words(code)
    for place, (part, whole) in enumerate(pairwise(items)):
        if not (part.kind == whole.kind == NUMBER and 0 < part.value <= whole.value):
            continue
        if not words.amount.fullmatch(prose, part.end, whole.start):
            continue
        if not (CLOSED.match(prose, whole.end) or _CLOSED.match(prose, whole.end)):
            continue
        stated = _told(prose, items[:place], part, code)
        if stated is not None:
            yield Behind(part, whole, stated)


def _told(prose: str, before: tuple[Quantity, ...], part: Quantity, code: str) -> Quantity | None:
    """What is said right before a bracket or a comma: "a quarter", "every fourth", "one in four"."""
    bracket = _opens(code)
    begin = max(0, part.start - _REACH)
    if bracket.search(prose, begin, part.start) is None:
        return None
    if before and bracket.fullmatch(prose, before[-1].end, part.start):
        return one_in(prose, before[-1], code)
    for fraction in fractions_in(prose[begin : part.start], code):
        if bracket.fullmatch(prose, begin + fraction.end, part.start):
            start, end = begin + fraction.start, begin + fraction.end
            return as_percent(fraction)._replace(start=start, end=end)
    return None


@lru_cache(maxsize=16)
def _opens(code: str) -> re.Pattern[str]:
    """All of the text from a share to its part in brackets or behind a comma."""
    small, again = smalls(code), any_of(words_of(code).again)
    set_off = rf"(?:,|{BLANK}[\u2013\u2014]){BLANK}(?:(?:{again}),?{BLANK})?"
    return lazy(rf"{NOUNS}(?:{BLANK}?\(|{set_off}){small}", re.IGNORECASE)
