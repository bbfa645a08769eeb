"""Births, deaths and foundations that an article dates, and whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.languages import speech
from linter.languages.phrases import GAP, word_of
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.dates import DateMention, dates
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.wording import words_at
from linter.topics.facts.mismatch import BORN, DIED, FOUNDED

_GAP_TO_NAME = 40
_REACH = 60
_NEAR = 200
"""A year further from a name is not its own: more than a date, words for what happened and a gap."""
_LIFE = lazy(r"\s?\((?:\*\s?)?(?P<from>\d{4})\s?[-–—]\s?(?:†\s?)?(?P<to>\d{4})?\)")


class Event(NamedTuple):
    """A year of a block and the words right before it that say what happened in it."""

    kind: str
    """``born``, ``died`` or ``founded``."""
    block: int
    start: int
    """Where the words begin."""
    anchor: Anchor
    sentence: tuple[int, int]
    mention: DateMention | None
    """The whole date, if the year is part of one."""


@analysis
def events(article: Article) -> tuple[Event, ...]:
    """The dated births, deaths and foundations of the article, those in quotations left out."""
    return tuple(_events(article))


def _events(article: Article) -> Iterator[Event]:
    spoken = language(article)
    whole = {(mention.block, mention.start): mention for mention in dates(article)}
    patterns = _announcing(spoken)
    for anchor in anchors(article):
        prose = article.blocks[anchor.block].text.prose
        for kind, pattern in patterns if not anchor.quoted else ():
            said = pattern.search(prose, max(0, anchor.start - _REACH), anchor.start)
            if said is not None:
                sentence = sentence_around(prose, anchor.start, anchor.end)
                mention = whole.get((anchor.block, anchor.start))
                yield Event(kind, anchor.block, said.start(), anchor, sentence, mention)


@cache
def _announcing(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """By kind what stands before a year, a birth and a death with a day or place between."""
    lives, founded = speech(code).dates.lives, speech(code).facts.founded
    return (
        *(
            (kind, lazy(rf"{word_of(words)}{GAP}?[^.;:!?\d()]{{0,25}}\Z", re.IGNORECASE))
            for kind, words in ((BORN, lives.born), (DIED, lives.died))
        ),
        (FOUNDED, lazy(rf"{word_of(founded)}{GAP}{{0,2}}\Z", re.IGNORECASE)),
    )


def events_near(article: Article, block: int, start: int, end: int) -> Iterator[Event]:
    """The events of a block whose years stand near enough to a name for :func:`is_of`, in order."""
    found = events(article)
    at = bisect_left(found, (block, start - _NEAR), key=_place)
    while at < len(found) and _place(found[at]) < (block, end + _NEAR):
        yield found[at]
        at += 1


def _place(event: Event) -> tuple[int, int]:
    return event.block, event.anchor.start


def is_of(event: Event, prose: str, start: int, end: int, code: str) -> bool:
    """May the event be that of the name at ``prose[start:end]``: close to it, nobody else's?"""
    first, last = event.sentence
    if not first <= start < last:
        return False
    between = prose[end : event.start] if end <= event.start else prose[event.anchor.end : start]
    if len(between) > _GAP_TO_NAME or re.search(r"\d", between):
        return False
    return not words_at(code, "facts.somebody-else").search(between)


def life_after(article: Article, block: int, end: int) -> Iterator[tuple[str, int, Span]]:
    """``Name (1921-1998)``: the years in brackets after a name, as birth and death."""
    text = article.blocks[block].text
    found = _LIFE.match(text.prose, end)
    if found is not None:
        yield BORN, int(found["from"]), text.span(*found.span("from"))
        if found["to"]:
            yield DIED, int(found["to"]), text.span(*found.span("to"))
