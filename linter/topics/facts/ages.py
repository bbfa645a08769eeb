"""Ages beside a name, against the date of birth in the bible and the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.language import language
from linter.article.model import Article
from linter.datetimes import date, timedelta
from linter.languages import speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import either, message
from linter.topics.dates.anchors import years_within
from linter.topics.dates.publication import published
from linter.topics.facts.match import Known
from linter.topics.facts.mismatch import AGE, Mismatch, says, sentence
from linter.topics.facts.model import Day, Person

_PLAUSIBLE = 25
"""A number further from the true age is no age (a score, a minute, a rank)."""
_LEEWAY = timedelta(days=3)
"""Around a birthday both ages are right."""
_BARE = r",\s(?P<number>\d{2,3})(?=[,.;)](?!\d))|\s\((?P<number2>\d{2,3})\)"
_WINDOW = 60


def ages(article: Article, known: tuple[Known, ...]) -> Iterator[Mismatch]:
    """Ages that are not those of the day of publication; none where the article has no such day.

    A sentence that names a year in which the age was right is left alone.
    """
    basis = published(article)
    if basis is None:
        return
    for name in known:
        person = name.entry
        if not isinstance(person, Person) or person.born is None or person.died is not None:
            continue
        said = age_beside(name, language(article))
        if said is None or of_another_time(article, name, said[0], person.born):
            continue
        number, start, end = said
        right = _right_ages(person.born, basis.day)
        if number not in right and min(abs(number - age) for age in right) <= _PLAUSIBLE:
            yield Mismatch(
                AGE, name.block.text.span(start, end), str(number), _in_words(right, person.born), name
            )


def age_beside(name: Known, code: str) -> tuple[int, int, int] | None:
    """The age after or before a name: number and place."""
    prose = name.block.text.prose
    after = _after(code).match(prose, name.end, name.end + _WINDOW)
    found = after or _before(code).search(prose, max(0, name.start - _WINDOW), name.start)
    if found is None:
        return None
    group = next(key for key, text in found.groupdict().items() if text)
    return int(found[group]), found.start(group), found.end(group)


@cache
def _after(code: str) -> re.Pattern[str]:
    """What follows a name and is its age: in words of the language, or bare between commas or in brackets."""
    phrases = enumerate(speech(code).dates.ages.today)
    worded = [word_of([phrase], {"number": rf"(?P<worded{i}>\d{{1,4}})"}) for i, phrase in phrases]
    return lazy("|".join([*(rf"(?:,\s|\s\(|\s){age}" for age in worded), _BARE]), re.IGNORECASE)


@cache
def _before(code: str) -> re.Pattern[str]:
    """An age before a name, with up to three words between ("the 58-year-old mayor")."""
    endings = any_of(speech(code).facts.age_endings)
    return lazy(rf"\b(?P<number>\d{{2,3}})(?:{endings})\s(?:[\w'’-]+\s){{0,3}}\Z")


def of_another_time(article: Article, name: Known, age: int, born: Day | None) -> bool:
    """Does the sentence speak of a birthday, or of a year in which the age was right?

    Where the birth is not known, any other year than that of the publication will do.
    """
    start, end = sentence(name)
    if says(language(article), "birthday", name.block, start, end):
        return True
    basis = published(article)
    years = years_within(article, name.number, start, end)
    if born is None:
        return any(basis is None or year != basis.day.year for year in years)
    return any(year - born.year - 1 <= age <= year - born.year for year in years)


def _right_ages(born: Day, day: date) -> set[int]:
    return {
        _age(born.last, day - _LEEWAY),
        _age(born.first, day - _LEEWAY),
        _age(born.last, day + _LEEWAY),
        _age(born.first, day + _LEEWAY),
    }


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _in_words(right: set[int], born: Day) -> str:
    return message("{age} (born {date})", age=either([str(age) for age in sorted(right)]), date=str(born))
