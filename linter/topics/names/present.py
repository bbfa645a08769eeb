"""What must stand beside names for a check to say anything; without it, that is not even imported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.digit_blocks import RUN, has_digits
from linter.article.model import Article
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.names import mentions

_DIGITS = 3
"""An age has no more."""
_LEAD = 40
"""Characters before an age in which the word for it stands."""


def ages(article: Article) -> bool:
    """Two different numbers that may be ages: "Anna Nowak, 41,", "(41)", "the 41-year-old", "aged 41,"."""
    text = mentions(article).text
    return len(set(_ages((block.text.prose for block in text.blocks), text.language))) > 1


def _ages(proses: Iterator[str], code: str) -> Iterator[int]:
    led, before = _beside(code)
    for prose in proses:
        for run in RUN.finditer(prose) if has_digits(prose) else ():
            start, end = run.span()
            if end - start <= _DIGITS and (
                led.search(prose, max(0, start - _LEAD), start) or before.match(prose, end)
            ):
                yield int(run[0])


@cache
def _beside(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends right before an age, and what stands right behind one before a name."""
    known = speech(code).names.ages
    return (
        lazy(rf"(?:[,(]\s?|(?:{any_of(known.aged)})\s)\Z", re.IGNORECASE),
        lazy(rf"(?:{any_of(known.before)})\s", re.IGNORECASE),
    )
