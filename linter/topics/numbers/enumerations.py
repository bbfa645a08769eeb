"""Things counted off in running text: "three cities: Rome, Oslo and Bern", "First, … Second, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.language import language
from linter.article.model import PARAGRAPH, STANDFIRST, Article, Block
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.numbers import quantities
from linter.topics.numbers.enumerated_words import (
    AND,
    ARE,
    ORDINALS,
    PLURAL,
    SINGULAR,
    SOME,
    THINGS,
)
from linter.topics.numbers.formatting import shortened
from linter.topics.numbers.model import Quantity

FEWEST, MOST = 2, 30

_NOUNS = lazy(r"[ \u00a0](?:[^\W\d][\w'’-]*[ \u00a0]){0,2}?[^\W\d][\w'’-]*[ \u00a0]?:[ \u00a0]")
"""Between a number of persons and their names: "the three winners are"."""
"""What a noun after a number looks like; "France 5 announces:" has none."""
_OF = lazy(
    r"(?:\b(?:of|of the|of its|sur|des|der|von|de los|de las|dei|delle|dos|das|van de)|(?<=\w )[A-ZÀ-Ý]\w+) $"
)
_ALSO = lazy(
    r"\b(?:but also|as well as|mais aussi|ainsi que|sowie|sondern auch|sino también|ma anche|mas também)\b"
)
_NAME = lazy(r"[^\W\d_a-zà-ÿ][\w'’-]+ (?:[\w'’-]+ )?[^\W\d_a-zà-ÿ][\w'’-]+")
_MOST_WORDS = 5

_REACH = 8


class Announcement(NamedTuple):
    """A number, and how many things stand where it announces them."""

    block: Block
    number: Quantity
    found: int
    place: Span
    """Where these things stand, in the source."""
    last: str
    """The beginning of the last of them."""


def in_sentences(article: Article) -> Iterator[Announcement]:
    """ "Three cities: Rome, Oslo and Bern."; only where no reading of the list has so many items."""
    spoken = language(article)
    if spoken not in AND:
        return
    for block, items in quantities(article):
        prose = block.text.prose
        if block.kind not in (PARAGRAPH, STANDFIRST):
            continue
        for item in items:
            if not (item.is_count and FEWEST <= item.value <= MOST):
                continue
            opened = _NOUNS.match(prose, item.end) or _named(spoken).match(prose, item.end)
            if opened is not None and _announces(prose, item, opened, spoken):
                yield from _listed(block, item, items, opened, spoken)


@lru_cache(maxsize=16)
def _named(spoken: str) -> re.Pattern[str]:
    return lazy(rf"(?:[ \u00a0][^\W\d][\w'’-]*){{1,3}}?[ \u00a0](?:{ARE[spoken]})[ \u00a0](?=[^\W\d_a-zà-ÿ])")


def _announces(prose: str, number: Quantity, opened: re.Match[str], spoken: str) -> bool:
    """Whether a number stands before a plural, is not one of many, and what follows are not examples."""
    before = prose[max(0, number.start - 30) : number.start]
    plural = lazy(rf"[ \u00a0](?:[^\W\d]\w*[ \u00a0])?(?:{PLURAL[spoken]})(?!\w)")
    return (
        bool(plural.match(prose, number.end))
        and not _OF.search(before)
        and not SOME.search(before + opened[0])
    )


@lru_cache(maxsize=16)
def _list(word: str) -> re.Pattern[str]:
    item = r"[^,;:.!?()\d\n\ufffc]{2,60}?"
    return lazy(rf"((?:{item}, )*{item})(,)? (?:{word}) ({item})(?=[.!?]\s|[.!?]?$)", re.MULTILINE)


def _listed(
    block: Block, number: Quantity, items: tuple[Quantity, ...], opened: re.Match[str], spoken: str
) -> Iterator[Announcement]:
    prose = block.text.prose
    found = _list(AND[spoken]).match(prose, opened.end())
    if found is None or SOME.search(found[0]) or _ALSO.search(found[0]):
        return
    things = [*found[1].split(", "), found[3]]
    names = all(map(_NAME.fullmatch, things))
    if not names and ":" not in opened[0]:
        return
    abstract = _order(spoken)[0].match(prose, number.end) is not None
    if any(found.start() <= item.start < found.end() for item in items):
        return
    if not _are_single(things, spoken, abstract):
        return
    count = len(things)
    if number.value < count and len({thing[0].isupper() for thing in things}) > 1:  # an apposition
        return
    may_be_fewer = not found[2] and not abstract and not names
    if may_be_fewer and number.value == count - 1:
        count -= 1
    if all(item.value != count for item in items):
        yield Announcement(block, number, count, block.text.span(*found.span()), shortened(things[-1]))


def _are_single(things: list[str], spoken: str, abstract: bool) -> bool:
    """Whether each thing is one: a name, a noun with a singular article, any few words for a reason."""
    inner = lazy(rf"(?<!\w)(?:{AND[spoken]})(?!\w)")
    single = lazy(rf"(?:{SINGULAR[spoken]})(?:(?<=['’])|(?!\w))", re.IGNORECASE)
    return (
        (abstract or all(thing[0].isupper() or single.match(thing) for thing in things))
        and all(len(thing.split()) <= _MOST_WORDS for thing in things)
        and not any(map(inner.search, things))
    )


def in_order(article: Article) -> Iterator[Announcement]:
    """ "For two reasons", then "First, … Second, … Third, …": only where there are more than announced."""
    spoken = language(article)
    if spoken not in ORDINALS:
        return
    announcing, ordinals = _order(spoken)
    for block, items in quantities(article):
        prose = block.text.prose
        for item in items:
            if item.is_count and FEWEST <= item.value < len(ordinals) and announcing.match(prose, item.end):
                yield from _counted(article, block, item, ordinals)


@lru_cache(maxsize=16)
def _order(spoken: str) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    announcing = lazy(rf"(?:[ \u00a0][^\W\d][\w'’-]*){{0,2}}[ \u00a0](?:{THINGS[spoken]})(?!\w)")
    ordinals = (
        lazy(rf"(?:^|[.!?:;–—] ?)(?:{words})(?!\w)", re.IGNORECASE | re.MULTILINE)
        for words in ORDINALS[spoken]
    )
    return announcing, tuple(ordinals)


def _counted(
    article: Article, block: Block, number: Quantity, ordinals: tuple[re.Pattern[str], ...]
) -> Iterator[Announcement]:
    first = next(i for i, each in enumerate(article.blocks) if each is block)
    near = article.blocks[first : first + _REACH]
    place, begin = 0, number.end
    last: tuple[Block, re.Match[str]] | None = None
    count = 0
    for ordinal in ordinals:
        found = _next(near, place, begin, ordinal)
        if found is None:
            break
        place, match = found
        begin = match.end()
        last = near[place], match
        count += 1
    if last is not None and count > number.value:
        where, match = last
        text = where.text.prose[match.start() :].lstrip(" .!?:;–—")
        yield Announcement(block, number, count, where.text.span(*match.span()), shortened(text))


def _next(
    blocks: tuple[Block, ...], place: int, begin: int, ordinal: re.Pattern[str]
) -> tuple[int, re.Match[str]] | None:
    for i in range(place, len(blocks)):
        found = ordinal.search(blocks[i].text.prose, begin if i == place else 0)
        if found is not None:
            return i, found
    return None
