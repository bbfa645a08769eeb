"""An age with what happened then: "died in 2010 at the age of 60", "turned 44 in 2024", "was 17 when".

Each construction is an order of a verb, a year and an age; what fills them is in the language's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from linter.analyses.numerals.number_words import number_words
from linter.languages import speech
from linter.languages.phrases import GAP, any_of, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.reading.forms import compiled
from linter.topics.dates.wording import words_at, year_marks

_AGE = {"number": r"(?:(?<!\d)\d{1,3}|[^\W\d_]+(?:[ '’-][^\W\d_]+){0,2})"}
_YEAR = r"(?<!\d)(?P<year>(?:1[5-9]|20)\d\d)(?!\d)(?:[-'’][^\W\d_]{1,5}(?!\w))?"
_ORDERS = (
    "{verb}{gap}{age}{place}{gap}{year}",
    "{verb}{gap}{year}{gap}{age}",
    "{year}{gap}{verb}{gap}{age}",
    "{year}{gap}{age}{gap}{verb}",
    "{age}{gap}{verb}{gap}{year}",
)


_DIGITS = lazy(r"\d+")
_LEAST = 10
"""A smaller number behind "was" is seldom an age ("was one when")."""


class AgeInYear(NamedTuple):
    """An age at ``prose[start:end]``, and where the year begins that it was reached in."""

    start: int
    end: int
    age: int
    year: int


class Age(NamedTuple):
    """An age at ``prose[start:end]``, with the words that make it one."""

    start: int
    end: int
    years: int


def ages_in_years(prose: str, start: int, end: int, code: str) -> Iterator[AgeInYear]:
    """The ages of a part of a text that are told with their year."""
    for pattern in _constructions(code):
        for found in pattern.finditer(prose, start, end):
            age = _age_of(found, code)
            if age is not None:
                yield AgeInYear(*found.span("age"), age, found.start("year"))


def ages_then(prose: str, start: int, end: int, code: str) -> Iterator[Age]:
    """The ages of a part of a text that somebody "was when"."""
    return _ages(_then(code).finditer(prose, start, end), code)


def ages_bare(prose: str, start: int, end: int, code: str) -> Iterator[Age]:
    """The ages of a part of a text that stand behind "was" and before a mark: "…, born in 1985, was 19."."""
    return _ages(_bare(code).finditer(prose, start, end), code)


def ages_turned(prose: str, start: int, place: int, end: int, code: str) -> Iterator[Age]:
    """The age that somebody turns behind a place in a sentence, the verb there, too, or before the place.

    "In 2024 Ann Lee, born in 1950, turned 74", "2024 wurde Ann Lee, geboren 1950, 74 Jahre alt".
    """
    turned, age = _turned(code)
    behind = turned.finditer(prose, place, end)
    led = words_at(code, "dates.ages.turned").search(prose, start, place)
    yield from _ages(filter(None, (age.match(prose, place, end),)) if led else behind, code)


@cache
def _turned(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    ages, few = speech(code).dates.ages, rf"(?:{GAP}+[^\W\d]+){{0,2}}?"
    told = _age(ages.reached)
    return (
        compiled(rf"{word_of(ages.turned)}{few}{GAP}+{told}"),
        compiled(rf"{year_marks(code)},{GAP}+{told}(?={GAP}*[.,;]|\Z)"),
    )


def _ages(told: Iterable[re.Match[str]], code: str) -> Iterator[Age]:
    for found in told:
        age = _age_of(found, code)
        if age is not None and age >= _LEAST:
            yield Age(*found.span("age"), age)


def _age_of(found: re.Match[str], code: str) -> int | None:
    """The one number in the words of an age, with nothing before it that no phrase has ("among twenty")."""
    if digits := _DIGITS.search(found["age"]):
        return int(digits[0])
    counts = list(number_words(found["age"], code))
    if len(counts) != 1 or counts[0].vague:
        return None
    return counts[0].value if found["age"][: counts[0].start].strip().lower() in _leads(code) else None


@cache
def _leads(code: str) -> frozenset[str]:
    """What the phrases for ages have before the number."""
    ages = speech(code).dates.ages
    phrases = (*ages.today, *ages.at_death, *ages.reached)
    return frozenset(phrase.partition("{number}")[0].strip().lower() for phrase in phrases)


@cache
def _then(code: str) -> re.Pattern[str]:
    ages = speech(code).dates.ages
    told = _age((*ages.today, *ages.reached))
    whose = rf"(?:(?:{any_of((*speech(code).dates.lives.between, *ages.now))}){GAP}+)?"
    return compiled(rf"{word_of(ages.was)}{GAP}+{whose}{told},?{GAP}+{word_of(ages.then)}")


@cache
def _bare(code: str) -> re.Pattern[str]:
    ages = speech(code).dates.ages
    return compiled(rf"{word_of(ages.was)}{GAP}+{_age(ages.reached)}(?={GAP}*[.,;]|\Z)")


@cache
def _constructions(code: str) -> tuple[re.Pattern[str], ...]:
    dates = speech(code).dates
    marks = rf"(?:{GAP}*(?:{any_of(dates.year_marks)})(?!\w))?"
    small = any_of((*dates.in_year, *dates.lives.place_after, *dates.seasons))
    led = rf"(?:(?<!\w)(?:{small}){GAP}+){{0,2}}"
    month = rf"(?:\d{{1,2}}\.?{GAP}+)?(?:{any_of(dates.months)}){GAP}+(?:(?:{any_of(dates.of)}){GAP}+)?"
    part = rf"(?:{GAP}+(?:{any_of(dates.seasons)})(?!\w))?"
    year = rf"{led}(?:{month})?{_YEAR}{marks}{part}"
    kinds = ((dates.lives.died, dates.ages.at_death), (dates.ages.turned, dates.ages.reached))
    told = _age((*dates.ages.today, *dates.ages.reached))
    then, was = word_of(dates.ages.then), word_of(dates.ages.was)
    whose = rf"(?:(?:{any_of((*dates.lives.between, *dates.ages.now))}){GAP}+)?"
    when = (
        rf"{then}(?:{GAP}+[^\W\d]+){{0,6}}?{GAP}+{year}(?:,?{GAP}+[^\W\d]+){{0,8}}?,?{GAP}+{was}{GAP}+{whose}{told}",
        rf"{was}(?:{GAP}+[^\W\d]+){{0,5}}?{GAP}+{year}{GAP}+{told}",
        rf"{year}(?:{GAP}+[^\W\d]+){{0,5}}{GAP}*,{GAP}+(?:{then}{GAP}+)?{whose}{was}{GAP}+{whose}{told}",
        rf"{year}{GAP}*,?{GAP}+{then}{GAP}+{whose}{told}{GAP}+{was}",
        rf"{year},?{GAP}+{whose}{was}{GAP}+{whose}{told}",
        rf"{year},{GAP}+{then}{GAP}+{told}(?={GAP}*[.,;]|\Z)",
        rf"{was}(?:{GAP}+[^\W\d]+)?{GAP}+{told},?{GAP}+{year}",
        rf"{year}(?:{GAP}+[^\W\d]+){{0,3}}?,?{GAP}+(?P<age>{word_of(dates.ages.at_death, _AGE)})",
        rf"(?P<age>{word_of(dates.ages.at_death, _AGE)}),?{GAP}+{year}",
    )
    return tuple(map(compiled, when)) + tuple(
        compiled(
            order.format(
                verb=_verb(verbs, code), gap=rf",?{GAP}+", year=year, age=_age(ages), place=_place(code)
            )
        )
        for verbs, ages in kinds
        for order in _ORDERS
    )


def _age(phrases: tuple[str, ...]) -> str:
    return f"(?P<age>{word_of(phrases, _AGE)})"


def _verb(verbs: tuple[str, ...], code: str) -> str:
    """A verb, the subject behind it, and a place ("starb er in Bonn")."""
    between = any_of(speech(code).dates.lives.between)
    return rf"{word_of(verbs)}(?:{GAP}+(?:{between})(?!\w))?{_place(code)}"


def _place(code: str) -> str:
    """Where it was, or nothing."""
    return rf"(?-i:{GAP}+(?:{any_of(speech(code).dates.lives.place_after)}){GAP}+[{CAPITALS}]\w+)?"
