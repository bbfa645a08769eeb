"""Persons counted and told in one breath: "two men, Tom Hill and Sam Roy, were charged"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.language import language
from linter.article.model import Article
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS, FULL_NAME, SMALL
from linter.matching.regexes import lazy
from linter.topics.numbers.counts.enumerations import Announcement
from linter.topics.numbers.counts.small_counts import small_counts
from linter.topics.numbers.reading.formatting import shortened
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.wording import BLANK, NOUN, words_of

_FULL_NAME = lazy(FULL_NAME)
_NOUN = lazy(rf"{BLANK}([^\W\d]\w*),{BLANK}")
_FIRST = lazy(rf"{BLANK}([^\W\d]\w*)")
_FAR = 90
"""Characters from the number of some persons to the colon behind which they are told."""
_CLAUSE = lazy(r"[^.;:!?\n\d]+")
_AGE = lazy(r"\d+")
_STOP = lazy(r"[.!?;:\n](?=\s|\Z)")


def in_names(article: Article) -> Iterator[Announcement]:
    """The numbers of persons whose full names follow, in the middle of a sentence that has no more names."""
    code = language(article)
    for block, item, _ in small_counts(article):
        names = _names_behind(block.text.prose, item.end, code)
        if names and len(names) != item.value:
            place = block.text.span(names[0].start(), names[-1].end())
            yield Announcement(block, item, len(names), place, shortened(names[-1][0]))


def in_ages(article: Article) -> Iterator[Announcement]:
    """ "Three men were charged: Tom Hill, 24, and Sam Roy, 31": a count, a colon, each one with an age."""
    code = language(article)
    for block, item, _ in small_counts(article):
        prose = block.text.prose
        colon = prose.find(":", item.end, item.end + _FAR)
        if colon < 0 or not _CLAUSE.fullmatch(prose, item.end, colon):
            continue
        noun = _FIRST.match(prose, item.end)
        told = _aged(code).match(prose, colon + 1) if noun and noun[1].lower() in _nouns(code) else None
        if told is None:
            continue
        found = len(_AGE.findall(told["all"]))
        if found != item.value and not _goes_on(code).search(told["rest"] or ""):
            place = block.text.span(*told.span("all"))
            yield Announcement(block, item, found, place, shortened(told["last"] or told["youngest"]))


def _names_behind(prose: str, end: int, code: str) -> list[re.Match[str]]:
    """The names of the persons whose number ends there."""
    opened = _NOUN.match(prose, end)
    if opened is None or opened[1].lower() not in _nouns(code):
        return []
    named = _names(code).match(prose, opened.end())
    if named is None:
        return []
    stop = _STOP.search(prose, named.end())
    if _FULL_NAME.search(prose, named.end(), stop.start() if stop else len(prose)):
        return []
    return list(_FULL_NAME.finditer(prose, *named.span()))


@lru_cache(maxsize=16)
def _nouns(code: str) -> frozenset[str]:
    nouns = person_nouns(code)
    return nouns.any | nouns.sex_and_age


@lru_cache(maxsize=16)
def _names(code: str) -> re.Pattern[str]:
    """Names, an "and" before the last, and a comma or a small letter behind them."""
    joining = any_of(words_of(code).and_)
    ends = rf"(?=,|{BLANK}[{SMALL}])"
    return lazy(rf"(?:{FULL_NAME},{BLANK})*{FULL_NAME},?{BLANK}(?:{joining}){BLANK}{FULL_NAME}{ends}")


@lru_cache(maxsize=16)
def _aged(code: str) -> re.Pattern[str]:
    """Several persons, each with an age in figures, to the end of the sentence."""
    words = words_of(code)
    one, joining = any_of(words.sum.one), any_of(words.and_)
    who = rf"(?:(?i:{one})(?:{NOUN}){{1,4}}?|{FULL_NAME})"
    age = rf"(?:,?{BLANK}\(?(?:[^\W\d]{{1,6}}{BLANK}){{0,2}})\d{{1,3}}(?:[ \u00a0-][^\W\d][\w-]*){{0,2}}?\)?"
    name = rf"[{CAPITALS}][\w'’-]*(?:{BLANK}[{CAPITALS}][\w'’-]*\.?){{0,2}}"
    young = rf"(?:[^\W\d]{{1,4}}{BLANK})?\d{{1,3}}-?[^\W\d]{{3,12}}{BLANK}{name}"  # "24-jährige Jörg K."
    joint = rf"(?:,{BLANK}|,?{BLANK}(?:{joining}){BLANK})"
    rest = rf"(?P<rest>(?:,|{BLANK}[^\W\d])[^.!?;:\n\d]*)?"
    each = rf"{who}{age}(?:{joint}(?P<last>{who}){age})+|{young}(?:{joint}(?P<youngest>{young}))+"
    return lazy(rf"{BLANK}(?P<all>{each}){rest}(?=[.!?]|$)", re.MULTILINE)


@lru_cache(maxsize=16)
def _goes_on(code: str) -> re.Pattern[str]:
    """In the rest of the sentence: one more of them, or a name."""
    words = words_of(code)
    return lazy(rf"(?i:{word_of((*words.and_, *words.sum.one))})|{FULL_NAME}")
