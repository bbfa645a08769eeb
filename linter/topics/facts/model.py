"""A story bible: the people, organisations and places that a desk knows, as its YAML files state them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import inf

from linter.datetimes import date, timedelta
from linter.messages import messages
from linter.typed import ClassVar, TypeAlias

Words: TypeAlias = str | tuple[str, ...] | dict[str, str | tuple[str, ...]]
"""One form, several, or either by language; without languages they hold for all."""


class Day:
    """A date known to the day, the month or the year: ``1975-06-01``, ``1975-06``, ``1975``."""

    expected: ClassVar[str] = messages("a date such as 1975-06-01, 1975-06 or 1975")[0]
    __slots__ = ("day", "month", "text", "year")

    def __init__(self, text: str) -> None:
        match = re.fullmatch(r"(\d{3,4})(?:-(\d\d)(?:-(\d\d))?)?", text.strip())
        if match is None:
            raise ValueError(f"no date: {text}")
        self.text = match[0]
        self.year = int(match[1])
        self.month = int(match[2]) if match[2] else None
        self.day = int(match[3]) if match[3] else None
        date(self.year, self.month or 1, self.day or 1)

    def __repr__(self) -> str:
        return f"Day({self.text!r})"

    def __str__(self) -> str:
        return self.text

    @property
    def first(self) -> date:
        """The earliest day that it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that it may be."""
        if self.day is not None:
            return self.first
        month = self.month or 12
        return date(self.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


class Tolerance:
    """How far a figure may be off: ``5%`` of it, or so many units."""

    expected: ClassVar[str] = messages("a tolerance such as 5% or 200")[0]
    __slots__ = ("_share", "_units")

    def __init__(self, text: str) -> None:
        share = text.strip().endswith("%")
        number = float(text.strip().rstrip("% "))
        if not 0 <= number < inf:
            raise ValueError(f"no tolerance: {text}")
        self._share, self._units = (number / 100, 0.0) if share else (0.0, number)

    def around(self, value: float) -> tuple[float, float]:
        """The lowest and the highest number that will do."""
        slack = abs(value) * self._share + self._units
        return value - slack, value + slack


@dataclass(frozen=True, kw_only=True)
class Title:
    """An office or role, and when it was held; an end that is missing is open."""

    title: Words
    from_: Day | None = None
    until: Day | None = None

    def held(self, day: date) -> bool:
        """Was it held on that day, the days of taking and leaving office included?"""
        begun = self.from_ is None or self.from_.first <= day
        return begun and (self.until is None or day <= self.until.last)

    def held_in(self, years: Iterable[int]) -> bool:
        """Was it held at some time of one of the years?"""
        return any(
            (self.from_ is None or self.from_.year <= year)
            and (self.until is None or year <= self.until.year)
            for year in years
        )


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number that belongs to an entry: its staff, its height, its members."""

    what: Words
    """The words beside which the number stands in a text."""
    value: float
    tolerance: Tolerance = field(default_factory=lambda: Tolerance("0"))
    date: Day | None = None
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What all entries have."""

    name: str
    """The form to write where no language has its own."""
    id: str = ""
    """Wikidata id or any other."""
    names: dict[str, str] = field(default_factory=dict)
    """The form to write, by language."""
    aliases: Words = ()
    """Other forms that are right."""
    wrong: Words = ()
    """Forms that are never right."""
    figures: tuple[Figure, ...] = ()
    source: str = ""
    note: str = ""

    def canonical(self, code: str) -> str:
        return self.names.get(code, self.name)


@dataclass(frozen=True, kw_only=True)
class Person(Entry):
    born: Day | None = None
    died: Day | None = None
    titles: tuple[Title, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Organisation(Entry):
    founded: Day | None = None
    dissolved: Day | None = None


@dataclass(frozen=True, kw_only=True)
class Place(Entry):
    founded: Day | None = None
    country: str = ""
    capital: str = ""
    currency: str = ""


@dataclass(frozen=True, kw_only=True)
class BibleFile:
    """The keys of a bible file."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()

    def entries(self) -> Iterator[Entry]:
        yield from self.people
        yield from self.organisations
        yield from self.places


def forms(words: Words, code: str) -> tuple[str, ...]:
    """The forms that hold in a language."""
    if isinstance(words, dict):
        return forms(words.get("", ()), code) + forms(words.get(code, ()), code)
    return (words,) if isinstance(words, str) else tuple(words)
