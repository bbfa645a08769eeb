"""The weekday of a headline, where the text says another one again and again, and that one never."""

from __future__ import annotations

from functools import cache

from linter.analyses.language import language
from linter.article.model import CODE, HEADLINE, Article
from linter.check import Alarm
from linter.datetimes import date
from linter.finding import Related
from linter.languages import phrases_at, speech
from linter.languages.dates import spelling_key
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Text
from linter.topics.dates import dates
from linter.topics.dates.publication import published

_AGAIN = 2
"""So often the text says the other day."""


def other_weekday(article: Article, title: Text) -> Alarm | None:
    """ "Last ferry leaves on Friday" above a text in which all is on Thursday."""
    code = language(article)
    pattern = _weekdays(code)
    said = list(pattern.finditer(title.prose))
    if len(said) != 1 or _is_name(title.prose, said[0]):
        return None
    own = _number(said[0], code)
    told = [
        (block, found, _number(found, code))
        for block in article.blocks
        if block.kind not in (HEADLINE, CODE)
        for found in pattern.finditer(block.text.prose)
    ]
    if len(told) < _AGAIN or len({number for *_, number in told}) != 1 or told[0][2] == own:
        return None
    if own in _days_of_text(article) or _says_relative(article, code):
        return None
    block, found, _ = told[0]
    fields = {"said": said[0][0], "other": found[0]}
    related = (Related(block.text.span(*found.span()), "the text says"),)
    return Alarm(title.span(*said[0].span()), fields, related, variant="text")


def _number(found: re.Match[str], code: str) -> int:
    number: int = speech(code).dates.weekdays[spelling_key(found[0])]
    return number


def _is_name(prose: str, found: re.Match[str]) -> bool:
    """Whether it is part of a name ("Black Friday", "Friday Night Club") or of all such days ("Fridays")."""
    before, behind = prose[: found.start()].split(), prose[found.end() :].split()
    return bool(
        (before and before[-1][:1].isupper() and len(before) > 1) or (behind and behind[0][:1].isupper())
    )


def _days_of_text(article: Article) -> set[int]:
    """The weekdays of the dates that the article has, and of its publication."""
    basis = published(article)
    year = basis.day.year if basis else 0
    days: list[date | None] = [basis.day if basis else None]
    days += [each.readings[0].on(each.year or year) for each in dates(article) if each.precision == "day"]
    return {day.weekday() for day in days if day is not None}


def _says_relative(article: Article, code: str) -> bool:
    """Whether it says "tomorrow" or the like, which may be the day of the headline."""
    words = _relative(code)
    return any(words.search(block.text.prose) for block in article.blocks if block.kind != CODE)


@cache
def _weekdays(code: str) -> re.Pattern[str]:
    return lazy(rf"(?<![\w-])(?:{any_of(speech(code).dates.weekdays) or '(?!)'})(?![\w-])", re.IGNORECASE)


@cache
def _relative(code: str) -> re.Pattern[str]:
    phrases = (*speech(code).dates.relative, *phrases_at(code, "dates.last-year"))
    return lazy(word_of(phrases), re.IGNORECASE)
