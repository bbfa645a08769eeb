"""An age with the year that somebody had it in: "died in 2010 at the age of 60", "turned 44 in 2024".

Each construction is an order of a verb, a year and an age; what fills them is in the language's file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.languages import speech
from linter.languages.phrases import GAP, any_of, word_of
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.forms import compiled

_AGE = {"number": r"(?<!\d)\d{1,3}"}
_DIGITS = lazy(r"\d+")
_YEAR = r"(?<!\d)(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_ORDERS = (
    "{verb}{gap}{age}{gap}{year}",
    "{verb}{gap}{year}{gap}{age}",
    "{year}{gap}{verb}{gap}{age}",
    "{year}{gap}{age}{gap}{verb}",
)


class AgeInYear(NamedTuple):
    """An age at ``prose[start:end]``, and where the year begins that it was reached in."""

    start: int
    end: int
    age: int
    year: int


def ages_in_years(prose: str, start: int, end: int, code: str) -> Iterator[AgeInYear]:
    """The ages of a part of a text that are told with their year."""
    for pattern in _constructions(code):
        for found in pattern.finditer(prose, start, end):
            number = _DIGITS.search(found["age"])
            if number is not None:
                yield AgeInYear(*found.span("age"), int(number[0]), found.start("year"))


@cache
def _constructions(code: str) -> tuple[re.Pattern[str], ...]:
    dates = speech(code).dates
    marks = rf"(?:{GAP}*(?:{any_of(dates.year_marks)})(?!\w))?"
    year = rf"(?:(?<!\w)(?:{any_of(dates.in_year)}){GAP}+)?{_YEAR}{marks}"
    kinds = ((dates.lives.died, dates.ages.at_death), (dates.ages.turned, dates.ages.reached))
    return tuple(
        compiled(order.format(verb=_verb(verbs, code), gap=rf",?{GAP}+", year=year, age=_age(ages)))
        for verbs, ages in kinds
        for order in _ORDERS
    )


def _age(phrases: tuple[str, ...]) -> str:
    return f"(?P<age>{word_of(phrases, _AGE)})"


def _verb(verbs: tuple[str, ...], code: str) -> str:
    """A verb, the subject behind it, and a place ("starb er in Bonn")."""
    lives = speech(code).dates.lives
    place = rf"(?-i:{GAP}+(?:{any_of(lives.place_after)}){GAP}+[{CAPITALS}]\w+)?"
    return rf"{word_of(verbs)}(?:{GAP}+(?:{any_of(lives.between)})(?!\w))?{place}"
