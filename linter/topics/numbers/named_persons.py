"""Persons counted and named in one breath: "two men, Tom Hill and Sam Roy, were charged"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.language import language
from linter.article.model import Article
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.letters import FULL_NAME, SMALL
from linter.matching.regexes import lazy
from linter.topics.numbers.enumerations import Announcement
from linter.topics.numbers.formatting import shortened
from linter.topics.numbers.persons import person_nouns
from linter.topics.numbers.small_counts import small_counts
from linter.topics.numbers.wording import BLANK, words_of

_FULL_NAME = lazy(FULL_NAME)
_NOUN = lazy(rf"{BLANK}([^\W\d]\w*),{BLANK}")
_STOP = lazy(r"[.!?;:\n](?=\s|\Z)")


def in_names(article: Article) -> Iterator[Announcement]:
    """The numbers of persons whose full names follow, in the middle of a sentence that has no more names."""
    code = language(article)
    for block, item, _ in small_counts(article):
        names = _names_behind(block.text.prose, item.end, code)
        if names and len(names) != item.value:
            place = block.text.span(names[0].start(), names[-1].end())
            yield Announcement(block, item, len(names), place, shortened(names[-1][0]))


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
