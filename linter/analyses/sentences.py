"""Where a sentence begins and ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy

_SENTENCE = 1_500
"""Characters to either side: what goes on longer is no sentence, and not read again for each of its dates."""
_STOP = lazy(
    rf"[.!?…](?:(?<![\d.].)|(?<=[ \u00a0(](?:1[5-9]|20)\d\d\.))(?<!\b[^\W\d_].)[\"'»”’)]*\s+"
    rf"(?=[\"'«“‘(¿¡]*[{CAPITALS}])|[。！？]"
)
"""The end of a sentence: behind a number only if that is a year ("am 4. Mai")."""

STOP = lazy(rf"[!?;\n]|\.(?=\s+[{CAPITALS}]|\s*$)")
"""The end of a sentence in which abbreviations and numbers may have dots."""
PAUSE = lazy(r"[.!?;](?:\s|$)|\n")
"""The end of a sentence, or of what a semicolon sets apart in it."""
QUOTED_STOP = lazy(r"[.!?…][”»“\"’]?\s")
"""The end of a sentence, of one that was said too."""
OPENING = lazy(r"(?:^|[.!?…][ \u00a0\n]+)(?:[^\W\d_]+[ \u00a0])?$")
"""All of the text before the first or second word of a sentence."""


def sentence_around(prose: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds ``prose[start:end]`` begins and ends.

    A stop ends one if a capital or an opening mark follows and neither a number ("5. März") nor a
    single letter stands before it.
    """
    starts, ends = _stops(prose)
    before, behind = bisect_right(ends, start), bisect_left(starts, end)
    first = ends[before - 1] if before else 0
    last = ends[behind] if behind < len(ends) else len(prose)
    return max(first, start - _SENTENCE), min(last, end + _SENTENCE)


@lru_cache(maxsize=8)
def _stops(prose: str) -> tuple[list[int], list[int]]:
    """Where the stops of a text begin and end."""
    stops = [match.span() for match in _STOP.finditer(prose)]
    return [start for start, _ in stops], [end for _, end in stops]
