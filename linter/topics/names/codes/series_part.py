"""The part of a series that the headline names against the text's: "Part 3", "in this second part"."""

from __future__ import annotations

from functools import cache
from itertools import islice

from linter.analyses.language import language
from linter.article.model import PARAGRAPH, STANDFIRST, Article, Block
from linter.languages import speech
from linter.languages.phrases import GAP, any_of, pattern_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_FIRST_BLOCKS = 4
"""What a text says of itself stands at its beginning."""


class OtherPart(NamedTuple):
    """The part that the headline gives, by its place there, and the one of the text."""

    said: tuple[int, int]
    block: Block
    found: tuple[int, int]


def other_part(article: Article) -> OtherPart | None:
    """The part that the first sentences call this one, if the headline has another and they nowhere that."""
    code = language(article)
    prose = article.headline.prose if article.headline else ""
    told = list(_part(code).finditer(prose))
    if len(told) != 1 or not (phrases := _this_part(code)):
        return None
    running = (block for block in article.blocks if block.kind in (PARAGRAPH, STANDFIRST))
    found = [
        (block, match)
        for block in islice(running, _FIRST_BLOCKS)
        for phrase in phrases
        for match in phrase.finditer(block.text.prose)
    ]
    numbers = {_number(match["nth"], code) for _, match in found}
    if len(numbers) != 1 or numbers == {int(told[0]["number"])}:
        return None
    block, match = found[0]
    return OtherPart(told[0].span(), block, match.span())


@cache
def _part(code: str) -> re.Pattern[str]:
    words = any_of(speech(code).names.releases.parts)
    return lazy(rf"(?<!\w)(?:{words}){GAP}#?(?P<number>[1-9]\d?)(?![\w.,:/-]*\d|{GAP}?[/-])", re.IGNORECASE)


@cache
def _this_part(code: str) -> tuple[re.Pattern[str], ...]:
    nth = rf"(?P<nth>{any_of(speech(code).numbers.listing.nth)}|[1-9]\d?)(?!\w)"
    slots = {"nth": nth, "any": r"[^.;:!?\n]{0,60}?"}
    phrases = speech(code).names.releases.this_part
    return tuple(lazy(rf"(?<!\w){pattern_of(phrase, slots)}(?!\w)", re.IGNORECASE) for phrase in phrases)


def _number(text: str, code: str) -> int:
    return int(text) if text.isdecimal() else speech(code).numbers.listing.nth[text.lower()]
