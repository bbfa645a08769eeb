"""What must stand beside names for a check to say anything; without it, that is not even imported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.digit_blocks import RUN, figures, has_digits
from linter.article.model import CODE, Article, Block
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import FILLER, Mark
from linter.topics.names import mentions

BRACKETED = lazy(r" \(([A-Z](?:[A-Z]{2,5}|[a-z]{2,5}))\)")
"""An acronym behind what it stands for."""
_DIGITS = 3
"""An age has no more."""
_TIES = ("-", " ")
"""Between capitals and their number."""
_LEAD = 40
"""Characters before an age in which the word for it stands."""


def ages(article: Article) -> bool:
    """Two different numbers that may be ages: "Anna Nowak, 41,", "(41)", "the 41-year-old", "aged 41,"."""
    text = mentions(article).text
    return len(set(_ages((block.text.prose for block in text.blocks), text.language))) > 1


def acronyms(article: Article) -> bool:
    """An acronym that is explained twice."""
    found = [each for block in article.blocks for each in BRACKETED.findall(block.text.prose)]
    return len(set(found)) < len(found)


def numbered_headline(article: Article) -> bool:
    """A headline with a number in figures."""
    return article.headline is not None and has_digits(article.headline.prose)


def identifiers(article: Article) -> bool:
    """Figures in the headline or in the text of a link, an address in such a text, or two numbers behind
    capitals ("RFC 2119")."""
    if numbered_headline(article):
        return True
    if any(
        has_digits(block.text.prose[link.start : link.end])
        or link.value.startswith("mailto:")
        or block.text.prose.startswith(FILLER, link.start)
        for block, link in _links(article)
    ):
        return True
    runs = ((block.text.prose, run.start()) for _, block, runs in figures(article) for run in runs)
    return sum(_is_behind_capital(prose, place) for prose, place in runs) > 1


def _links(article: Article) -> Iterator[tuple[Block, Mark]]:
    """The links of the article, each with its block."""
    blocks = (block for block in article.blocks if block.kind != CODE)
    return ((block, link) for block in blocks for link in block.text.marked("link"))


def _is_behind_capital(prose: str, place: int) -> bool:
    before = prose[max(0, place - 2) : place]
    return before[-1:].isupper() or (before[-1:] in _TIES and before[:1].isupper())


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
