"""Years of birth, death and foundation beside a name, against the bible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.analyses.dates import dates
from linter.analyses.dates.anchors import Anchor, anchors
from linter.analyses.dates.grammar import GAP, any_of
from linter.analyses.dates.names import names
from linter.analyses.facts.match import Known
from linter.analyses.facts.mismatch import BORN, DIED, FOUNDED, Mismatch, alone, sentence, words
from linter.analyses.facts.model import Day, Entry, Organisation, Person, Place
from linter.analyses.language import language
from linter.article.model import Article

_GAP_TO_NAME = 40
_REACH = 60
_SOMEBODY_ELSE = re.compile(
    r"\b(?:whose|who|son|daughter|father|mother|wife|husband|brother|sister|parents|child\w*|dont|fils|fille|père|mère"
    r"|femme|mari|frère|sœur|deren|dessen|sohn|tochter|vater|mutter|cuy[oa]|hij[oa]|padre|madre|figli[oa]|filh[oa]|pai"
    r"|mãe)\b",
    re.IGNORECASE,
)
_LIFE = re.compile(r"\s?\((?:\*\s?)?(?P<from>\d{4})\s?[-–—]\s?(?:†\s?)?(?P<to>\d{4})?\)")
_LIKELY = 15
"""Years in brackets further from the birth than this are a term of office."""


def years(article: Article, known: tuple[Known, ...]) -> Iterator[Mismatch]:
    """Dates of birth, death and foundation that are not those of the bible."""
    spoken = language(article)
    for name in known:
        yield from _life(name)
        for kind, stated in _stated(name.entry):
            pattern = _event(spoken, kind)
            if pattern is None or stated is None:
                continue
            for anchor in anchors(article):
                if anchor.block == name.number and _said_of(name, anchor, pattern, known):
                    yield from _compared(article, kind, stated, anchor, name)


def _stated(entry: Entry) -> Iterator[tuple[str, Day | None]]:
    if isinstance(entry, Person):
        yield BORN, entry.born
        yield DIED, entry.died
    if isinstance(entry, Organisation | Place):
        yield FOUNDED, entry.founded


@cache
def _event(spoken: str, kind: str) -> re.Pattern[str] | None:
    """The words that announce a year of this kind, right before it."""
    if kind == FOUNDED:
        listed = words(spoken, "founded")
        return re.compile(rf"{listed.pattern}{GAP}{{0,2}}\Z", re.IGNORECASE) if listed else None
    known = names(spoken)
    if known is None or not known.list(kind):
        return None
    return re.compile(rf"(?<!\w)(?:{any_of(known.list(kind))}){GAP}?[^.;:!?\d()]{{0,25}}\Z", re.IGNORECASE)


def _said_of(name: Known, anchor: Anchor, pattern: re.Pattern[str], others: tuple[Known, ...]) -> bool:
    """Does the year stand behind the words of the event, and these close to the name and to no other?"""
    prose = name.block.text.prose
    start, end = sentence(name)
    if anchor.quoted or not start <= anchor.start < end or not alone(name, others, start, end):
        return False
    event = pattern.search(prose, max(start, anchor.start - _REACH), anchor.start)
    if event is None:
        return False
    between = prose[name.end : event.start()] if name.end <= event.start() else prose[anchor.end : name.start]
    return (
        len(between) <= _GAP_TO_NAME and not re.search(r"\d", between) and not _SOMEBODY_ELSE.search(between)
    )


def _compared(article: Article, kind: str, stated: Day, anchor: Anchor, name: Known) -> Iterator[Mismatch]:
    text = name.block.text
    said = text.prose[anchor.start : anchor.end]
    mention = next(
        (each for each in dates(article) if (each.block, each.start) == (anchor.block, anchor.start)), None
    )
    wrong = anchor.year != stated.year
    if mention is not None and stated.day is not None and mention.day is not None:
        wrong = all(
            (r.year, r.month, r.day) != (stated.year, stated.month, stated.day) for r in mention.readings
        )
    if wrong:
        yield Mismatch(kind, text.span(anchor.start, anchor.end), said, str(stated), name)


def _life(name: Known) -> Iterator[Mismatch]:
    """``Name (1921-1998)``."""
    person = name.entry
    if not isinstance(person, Person) or person.born is None:
        return
    text = name.block.text
    found = _LIFE.match(text.prose, name.end)
    if found is None or abs(int(found["from"]) - person.born.year) > _LIKELY:
        return
    if int(found["from"]) != person.born.year:
        yield Mismatch(BORN, text.span(*found.span("from")), found["from"], str(person.born), name)
    if found["to"] and person.died is not None and int(found["to"]) != person.died.year:
        yield Mismatch(DIED, text.span(*found.span("to")), found["to"], str(person.died), name)
