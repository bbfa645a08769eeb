"""What remains of a whole: "of the 60, 40 voted for it and the other 20 against"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import NUMBER, Quantity
from linter.topics.numbers.wording import BLANK, rest, words_of

_FAR = 24
"""Longer than any word before a whole that calls it one."""
_IN_SENTENCE = lazy(r"(?:[^.:!?\n]|\.(?=\w)){0,120}")
_TO_NEXT = lazy(r"(?:[^.!?\n]|\.(?=\w)){0,100}(?:[.!?][ \u00a0])?(?:[^.:;!?\n]|\.(?=\w)){0,40}")
"""Up to the next sentence, in which "of them" goes back to the whole."""


class Rest(NamedTuple):
    """A whole, a part of it and the rest."""

    whole: Quantity
    part: Quantity
    rest: Quantity


@lru_cache(maxsize=16)
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends right before a whole, and what stands right behind a part of one named before."""
    share = words_of(code).share
    whole, of_them = word_of(share.whole), any_of(share.of_them)
    return lazy(rf"{whole} $", re.IGNORECASE), lazy(rf"{BLANK}(?:{of_them})(?!\w)", re.IGNORECASE)


def rests(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Rest]:
    """The wholes of a text of which a part and the rest are told next.

    Forms: "of the W, P … and the other R …", "W boats … . P of them, …, … ; the other R …".
    """
    called, of_them = _patterns(code)
    counts = [item for item in items if item.kind == NUMBER]
    for whole, part, last in zip(counts, counts[1:], counts[2:], strict=False):
        if not (whole.exact and part.exact and last.exact):
            continue
        if not rest(code).holds(prose, last.start, last.end):
            continue
        if called.search(prose, max(0, whole.start - _FAR), whole.start):
            told = _IN_SENTENCE.fullmatch(prose, whole.end, last.start)
        else:
            told = (
                of_them.match(prose, part.end)
                and _TO_NEXT.fullmatch(prose, whole.end, part.start)
                and _IN_SENTENCE.fullmatch(prose, part.end, last.start)
            )
        if told:
            yield Rest(whole, part, last)
