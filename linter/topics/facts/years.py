"""Years of birth, death and foundation beside a name, against the bible."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.language import language
from linter.article.model import Article
from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.facts.events import Event, events_near, is_of, life_after
from linter.topics.facts.match import Known
from linter.topics.facts.mismatch import BORN, DIED, FOUNDED, Company, Mismatch
from linter.topics.facts.model import Day, Entry, Organisation, Person, Place

_NOUN_REACH = 80
_LIKELY = 15
"""Years in brackets further from the birth than this are a term of office."""


def years(article: Article, known: tuple[Known, ...]) -> Iterator[Mismatch]:
    """Dates of birth, death and foundation that are not those of the bible."""
    company, spoken = Company(known), language(article)
    for name in known:
        stated = dict(_stated(name.entry))
        yield from _in_brackets(article, name, stated)
        for event in events_near(article, name.number, name.start, name.end):
            day = stated.get(event.kind)
            if day is not None and _is_of(event, name, company, spoken):
                yield from _compared(event, day, name)


def _is_of(event: Event, name: Known, company: Company, code: str) -> bool:
    prose = name.block.text.prose
    reach = max(0, name.start - _NOUN_REACH)
    if event.kind == FOUNDED and _of_a_noun(code).search(prose, reach, name.start):
        return False
    return is_of(event, prose, name.start, name.end, code) and company.is_alone(name, *event.sentence)


@cache
def _of_a_noun(code: str) -> re.Pattern[str]:
    """Before a name: "the local group (of) …", which is what was founded."""
    of = any_of(speech(code).facts.of_name)
    return lazy(rf"\b[^\W\d_A-Z][^\W\d_]{{3,}}{GAP}(?:(?:{of})(?:{GAP}|(?<=['’])))?\Z")


def _stated(entry: Entry) -> Iterator[tuple[str, Day | None]]:
    if isinstance(entry, Person):
        yield BORN, entry.born
        yield DIED, entry.died
    if isinstance(entry, Organisation | Place):
        yield FOUNDED, entry.founded


def _compared(event: Event, stated: Day, name: Known) -> Iterator[Mismatch]:
    anchor, mention = event.anchor, event.mention
    wrong = anchor.year != stated.year
    if mention is not None and stated.day is not None and mention.day is not None:
        wrong = (stated.year, stated.month, stated.day) not in mention.readings
    if wrong:
        text = name.block.text
        said = text.prose[anchor.start : anchor.end]
        yield Mismatch(event.kind, text.span(anchor.start, anchor.end), said, str(stated), name)


def _in_brackets(article: Article, name: Known, stated: dict[str, Day | None]) -> Iterator[Mismatch]:
    born = stated.get(BORN)
    for kind, year, span in life_after(article, name.number, name.end) if born else ():
        day = stated.get(kind)
        if kind == BORN and born is not None and abs(year - born.year) > _LIKELY:
            return
        if day is not None and year != day.year:
            yield Mismatch(kind, span, str(year), str(day), name)
