"""Things counted, then named between dashes or in brackets: "three towns – Rome, Oslo and Bern –".

Names may stand between commas, too: "three towns, namely Rome, Oslo and Bern, have joined".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.language import language
from linter.analyses.sentences import OPENING
from linter.article.model import Article
from linter.languages import speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy
from linter.topics.numbers.counts.enumerations import Announcement, gives_examples
from linter.topics.numbers.counts.small_counts import BEFORE, small_counts
from linter.topics.numbers.reading.formatting import shortened
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.wording import BLANK, GAP_AFTER, NOUN, words_of

_INITIAL = rf"(?:(?<=[ \u00a0][{CAPITALS}])\.)"
"""The dot behind the letter for a surname that is kept back."""
_NAME = lazy(rf"[{CAPITALS}][\w'’-]*(?: (?:[\w'’-]{{1,3}} ){{0,2}}[{CAPITALS}][\w'’-]*){{0,2}}{_INITIAL}?")
_FEW = 3
"""Of no more names the last two may be one ("Procter and Gamble"), unless they are persons."""
_LONGEST = 6
"""Words of a thing that an article begins."""


def set_off(article: Article) -> Iterator[Announcement]:
    """The numbers before names, or nouns with a singular article, of which one is missing or too many."""
    code = language(article)
    for block, item, items in small_counts(article):
        prose = block.text.prose
        listed = _list(code).match(prose, item.end) or _apposed(prose, item, code)
        if listed is None or gives_examples(prose[max(0, item.start - BEFORE) : listed.end()], code):
            continue
        things = [*listed["first"].split(", "), listed["last"]]
        found = _count(things, listed, item, code)
        inside = any(item.end < other.start < listed.end() for other in items)
        if found and not inside and all(other.value != found for other in items):
            place = block.text.span(listed.start("first"), listed.end("last"))
            yield Announcement(block, item, found, place, shortened(things[-1]))


def _apposed(prose: str, number: Quantity, code: str) -> re.Match[str] | None:
    """Names between commas: behind a number that begins a sentence, or before a second comma.

    "After two defeats, Rome and Oslo …" begins with something else.
    """
    listed = _names(code).match(prose, number.end)
    if listed is None:
        return None
    closed = prose.startswith(",", listed.end())
    before = prose[max(0, number.start - BEFORE) : number.start]
    if OPENING.search(before):
        return listed if closed or not speech(code).names.capital_nouns else None
    return listed if closed and not _when(code).search(before) else None


@lru_cache(maxsize=16)
def _when(code: str) -> re.Pattern[str]:
    return lazy(rf"{word_of(words_of(code).listing.when)} (?:[^\W\d]+ )?$", re.IGNORECASE)


@lru_cache(maxsize=16)
def _names(code: str) -> re.Pattern[str]:
    """All from a number over its plural and a comma to the last of several names, each with its article."""
    words = words_of(code)
    return lazy(
        rf"{_plural(code)},{BLANK}(?:(?:{any_of(words.listing.namely)}):?{BLANK})?"
        rf"{_joined(_named(code).pattern, code)}"
        rf"(?=,|{BLANK}(?!(?:{any_of(words.and_)}){BLANK})[{SMALL}])"
    )


def _plural(code: str) -> str:
    """The source of what is counted, right behind its number."""
    listing = words_of(code).listing
    plural = word_of((*listing.plural, *listing.things))
    return rf"(?P<noun>(?:{NOUN}){{0,2}}?{BLANK}{plural})"


def _joined(item: str, code: str) -> str:
    """The source of several items with commas between them and an "and" before the last one."""
    and_ = any_of(words_of(code).and_)
    return rf"(?P<first>{item}(?:, {item})*)(?P<comma>,)? (?:{and_}) (?P<last>{item})"


def _count(things: list[str], listed: re.Match[str], number: Quantity, code: str) -> int:
    """How many things are listed, if each is one for sure and the number is one off; else 0."""
    words, count = words_of(code), len(things)
    if abs(number.value - count) != 1 or any(map(_inner(code).search, things)):
        return 0
    if all(map(_single(code).match, things)):
        return count if all(len(thing.split()) <= _LONGEST for thing in things) else 0
    nouns = listed["noun"].lower().split()
    persons = not person_nouns(code).any.isdisjoint(nouns)
    apart = persons or (count > _FEW and not lazy(word_of(words.listing.compound)).search(listed["noun"]))
    sure = number.value > count or apart or listed["comma"]
    return count if sure and all(map(_named(code).fullmatch, things)) else 0


@lru_cache(maxsize=16)
def _named(code: str) -> re.Pattern[str]:
    """A name, with or without its article."""
    listing = words_of(code).listing
    return lazy(rf"(?:(?:{any_of((*listing.single, *listing.definite))}){GAP_AFTER})?{_NAME.pattern}")


@lru_cache(maxsize=16)
def _inner(code: str) -> re.Pattern[str]:
    """Inside one thing: it is two, or more ("one on each wheel")."""
    return lazy(word_of((*words_of(code).and_, *words_of(code).each)), re.IGNORECASE)


@lru_cache(maxsize=16)
def _single(code: str) -> re.Pattern[str]:
    """With which one thing begins."""
    return lazy(word_of(words_of(code).listing.single))


@lru_cache(maxsize=16)
def _list(code: str) -> re.Pattern[str]:
    """All from a number over its plural to the end of the things set off behind it."""
    item = rf"(?:[^,;:.!?()\d\n\u2013\u2014\ufffc]|{_INITIAL}){{2,60}}?"
    dash = rf"(?:{BLANK}?[\u2013\u2014]{BLANK}?|{BLANK}-{BLANK})"
    return lazy(
        rf"{_plural(code)}(?:(?P<in>{BLANK}\()|{dash}){_joined(item, code)}"
        rf"(?(in)\)|(?:{dash}|[.!?](?:\s|$)|$))"
    )
