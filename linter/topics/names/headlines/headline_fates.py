"""What became of so many persons, by the headline and by the text: "four dead", "four people were hurt"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import PARAGRAPH, STANDFIRST, Article, Block
from linter.check import Alarm
from linter.finding import Related
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.names.headlines.casualties import noun_behind, of_casualties
from linter.topics.numbers import quantities
from linter.topics.numbers.reading.model import NUMBER, Quantity
from linter.topics.numbers.reading.persons import outcomes, perished, person_nouns
from linter.topics.numbers.reading.scan import scan
from linter.topics.numbers.wording import words_of

_CLAUSE = lazy(r"[^.,;:!?()\d\n]{0,60}")
_LEAST = 2
"""One of them may be told of in many ways."""


def fates_apart(article: Article) -> Iterator[Alarm]:
    """An alarm if the text says another thing of the first number of persons, which is the headline's.

    Nowhere does the text then speak of what the headline says, but to deny it.
    """
    if article.headline is None:
        return
    code, prose = language(article), article.headline.prose
    told = [item for item in scan(prose, code, lambda: ".") if _counts(item)]
    told = [item for item in told if of_casualties(item, prose, code)]
    mine = _fates(_behind(prose, told[0]), code) if len(told) == 1 else set()
    first = _first(article, code) if len(mine) == 1 else None
    if first is None or first[1].value != told[0].value:
        return
    block, number = first
    theirs = _fates(_behind(block.text.prose, number), code)
    fate = mine.pop()
    if len(theirs) != 1 or fate in theirs or _speaks_of(article, fate, code):
        return
    here, there = (
        prose[told[0].start : _word_of(prose, told[0], fate, code)],
        block.text.prose[number.start : _word_of(block.text.prose, number, theirs.pop(), code)],
    )
    span = article.headline.span(told[0].start, told[0].start + len(here))
    place = block.text.span(number.start, number.start + len(there))
    fields = {"number": here, "other": there}
    yield Alarm(span, fields, (Related(place, "the text says"),), variant="other")


def _first(article: Article, code: str) -> tuple[Block, Quantity] | None:
    """The first number of persons of the text."""
    nouns = person_nouns(code)
    persons = nouns.any | nouns.sex_and_age
    for block, items in quantities(article):
        for item in items if block.kind in (PARAGRAPH, STANDFIRST) else ():
            noun = noun_behind(block.text.prose, item.end, code) if _counts(item) else None
            if noun is not None and noun[1].lower() in persons:
                return block, item
    return None


def _counts(item: Quantity) -> bool:
    return item.kind == NUMBER and item.exact and item.is_count and item.value >= _LEAST


def _behind(prose: str, number: Quantity) -> str:
    clause = _CLAUSE.match(prose, number.end)
    return clause[0] if clause else ""


def _fates(text: str, code: str) -> set[int]:
    """What a text says became of persons; of victims it says nothing."""
    victims = words_of(code).person.victims
    return {
        row
        for row, said in _rows(code).items()
        if any(found[0].lower() not in victims for found in said.finditer(text))
    }


def _word_of(prose: str, number: Quantity, fate: int, code: str) -> int:
    """Where the word ends that says what became of them."""
    said = _rows(code)[fate].search(prose, number.end)
    return said.end() if said else number.end


def _speaks_of(article: Article, fate: int, code: str) -> bool:
    """Whether a sentence of the text tells of it, and does not deny it."""
    for block in article.scope("standfirst", "paragraph", "quote", "list", "heading"):
        prose = block.text.prose
        if any(not _fates(said[0], code) for said in perished(code).finditer(prose)):
            return True
        for said in _rows(code)[fate].finditer(prose):
            if not _denied(code).search(prose, *sentence_around(prose, *said.span())):
                return True
    return False


@lru_cache(maxsize=16)
def _rows(code: str) -> dict[int, re.Pattern[str]]:
    """That persons are dead, hurt or missing, a pattern of the words for each."""
    persons = person_nouns(code).fate
    return {row: said for row, said in enumerate(outcomes(code)) if any(map(said.fullmatch, persons))}


@lru_cache(maxsize=16)
def _denied(code: str) -> re.Pattern[str]:
    return lazy(word_of(words_of(code).multiple.negated), re.IGNORECASE)
