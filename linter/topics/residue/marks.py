"""Marks of unfinished work in a text, and what stands on their two sides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.article.model import Block
from linter.languages import Speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import FILLER

NEAR = 40
"""Characters beside a mark in which what it means is looked for."""
WORD = lazy(r"[^\W_]")
CODE = lazy(r"(?:(?:[#/*;%&=]|--)\s?|[_@$\\`-]|(?<!\.)\.)\Z")
"""Before a mark: a comment in code, a file, a tag, a name."""
GLUED = lazy(r"(?:[-/_.+=]\w|['’]?s\b|['’](?!\w)|[_@$=\\`]|\s?[=<>]|\s[-/]\s?[A-Z]{3,}\b)")
"""After a mark: it is part of a name, a plural, or one of several marks that are spoken of."""
_MONEY = ("€", "£", "¥")
"""Before a mark that stands for a sum; "$" begins a name in code."""
_OPENS = tuple("([{<（【［〔")
_STOPS = (".", "!", "?", "…", "。", "！", "？", ":", "：", "\n", "|", "•", "·")
GOES_ON = lazy(r"\s[^\W\d_]")
ENDS = lazy(r"\s*(?:\Z|[.,;:!?)\]…。、，）])")


class Place(NamedTuple):
    """A mark in the prose of a block, and what stands on its two sides."""

    block: Block
    mark: str
    before: str
    after: str
    start: int
    end: int


def places(block: Block, mark: re.Pattern[str]) -> Iterator[Place]:
    prose = block.text.prose
    for found in mark.finditer(prose):
        start, end = found.span()
        before, after = prose[max(0, start - NEAR) : start], prose[end : end + 2 * NEAR]
        yield Place(block, found[0], before, after, start, end)


def is_alone(place: Place) -> bool:
    """Whether the block has no other word."""
    if len(place.block.text.prose) > NEAR or FILLER in place.block.text.prose:
        return False
    return not WORD.search(place.before) and not WORD.search(place.after)


def is_first(place: Place) -> bool:
    """Whether a line, a sentence or brackets begin with the mark; a sign may come before it."""
    before = place.before.rstrip(" \t\u00a0*_")
    if not before or before.endswith(_OPENS):
        return True
    last = before[-1]
    return (last in _STOPS or (ord(last) > 0x2190 and not last.isalnum())) and last != FILLER


def is_bracketed(place: Place) -> bool:
    return place.before.rstrip().endswith(_OPENS)


def is_strong(place: Place) -> bool:
    """Whether it is set in bold alone."""
    return any((m.start, m.end) == (place.start, place.end) for m in place.block.text.marked("strong"))


def opens_link(place: Place) -> bool:
    """Whether the text of a link begins with it, and its address has it not: "see [TODO: map](map.html)"."""
    links = (m for m in place.block.text.marked("link") if m.start == place.start)
    return any(place.mark.casefold() not in link.value.casefold() for link in links)


def is_set_apart(place: Place) -> bool:
    """Whether it is set in italics alone, as a word that is spoken of."""
    return any((m.start, m.end) == (place.start, place.end) for m in place.block.text.marked("emphasis"))


def wants_value(place: Place, known: Speech) -> bool:
    """Whether the word before the mark wants a number, a date or a name, and the mark is all that follows."""
    if place.before.endswith(_MONEY):
        return True
    if not (ENDS.match(place.after) or GOES_ON.match(place.after)) or _joined(known).match(place.after):
        return False
    if wanting(known).search(place.before):
        return True
    # "to" and "on" also lead to a thing ("moved to TODO."), so that more has to follow a short word
    until = _until(known).search(place.before)
    return bool(until and (len(until[1]) > 2 or GOES_ON.match(place.after)))


@cache
def wanting(known: Speech) -> re.Pattern[str]:
    hedges = known.numerals.before
    words = (*hedges.about, *hedges.at_least, *hedges.at_most, *known.residue.by)
    words += known.residue.placeholders.numbered
    return lazy(rf"(?<!\w)(?:{any_of(words)})\s\Z", re.IGNORECASE)


@cache
def _joined(known: Speech) -> re.Pattern[str]:
    return lazy(rf"\s(?:{any_of(known.dates.and_)})(?!\w)", re.IGNORECASE)


@cache
def _until(known: Speech) -> re.Pattern[str]:
    return lazy(rf"(?<!\w)({any_of((*known.dates.to, *known.residue.on))})\s\Z", re.IGNORECASE)
