"""What an article says that another article may say otherwise: names, ages, years, as plain data."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.analyses.digit_blocks import blocks_with_digits
from linter.analyses.language import cased, language
from linter.article.model import Article
from linter.check import Record
from linter.topics.dates.publication import published
from linter.topics.facts.ages import age_beside, of_another_time
from linter.topics.facts.events import events_near, is_of, life_after
from linter.topics.facts.match import Known
from linter.topics.facts.mismatch import BORN, DIED
from linter.topics.facts.model import Person
from linter.topics.names import mentions
from linter.topics.names.mentions import Mentions, Named
from linter.topics.names.normalise import fold
from linter.topics.names.vocabulary import roles

NAME = "name:"
"""Kind of a record of a name, followed by the code of the article's language."""


@analysis
def records(article: Article) -> tuple[Record, ...]:
    """The full names of the article, each once, with the births, deaths and ages that it gives them.

    A record of a name has no years; one of a birth or death has those that what is said of it allows.
    """
    if not cased(article):
        return ()
    named = mentions(article)
    numbers = {id(block): number for number, block in blocks_with_digits(article)}
    kind, seen = NAME + language(article), set[str]()
    found = []
    for each in named.full_names:
        if named.goes_on(each.last) or _goes_back(each, named):
            continue
        block, start, end = named.text.blocks[each.last.block], each.first.start, each.last.token.end
        written = " ".join(each.full.split())
        if written not in seen:
            seen.add(written)
            found.append(Record(kind, fold(written), written, 0, 0, block.text.span(start, end)))
        number = numbers.get(id(block))
        if number is not None:
            name = Known(number, block, start, end, Person(name=each.full), True)
            found += _statements(article, name, fold(written))
    return tuple(found)


def _goes_back(each: Named, named: Mentions) -> bool:
    """Does a capitalised word stand before, so that the name begins earlier (New York City)?"""
    words, at = named.text.tokens[each.last.block].texts, each.position
    if at == 0 or each.first.initial or each.first.gap not in (" ", "\u00a0"):
        return False
    return words[at - 1][0].isupper() and fold(words[at - 1]) not in roles()


def _statements(article: Article, name: Known, key: str) -> Iterator[Record]:
    """The births and deaths that a block with figures tells of somebody, whose folded name is the key."""
    prose, text = name.block.text.prose, name.block.text
    for kind, year, span in life_after(article, name.number, name.end):
        yield Record(kind, key, str(year), year, year, span)
    spoken = language(article)
    for event in events_near(article, name.number, name.start, name.end):
        if event.kind in (BORN, DIED) and is_of(event, prose, name.start, name.end, spoken):
            start, end = event.anchor.start, event.anchor.end
            year = event.anchor.year
            yield Record(event.kind, key, prose[start:end], year, year, text.span(start, end))
    basis = published(article)
    age = age_beside(name, language(article)) if basis else None
    if basis and age and not of_another_time(article, name, age[0], None):
        number, start, end = age
        year = basis.day.year - number
        yield Record(BORN, key, f"{number} ({basis.day})", year - 1, year, text.span(start, end))
