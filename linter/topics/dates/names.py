"""The names and habits of dates in one language, as ``scripts/build_dates.py`` wrote them."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any

from linter.namedtuples import NamedTuple
from linter.packaged import data_path, read_data

_KIN = {"nb": "no", "nn": "no", "sh": "bs", "tl": "fil"}
"""Codes that stand for a language whose words are kept under another one."""


class Names(NamedTuple):
    """How one language writes dates. Months count from 1, weekdays from Monday as 0."""

    language: str
    months: dict[str, int]
    short_months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    weekday_forms: tuple[tuple[str, ...], ...]
    """The written forms of each weekday; a column holds the same form of all of them."""
    orders: tuple[str, ...]
    """Orders of day, month and year in a written date, the usual one first: ``dmy``, ``mdy`` …"""
    numeric: str
    """Order of a date in figures."""
    capital: bool
    """Months are written with a capital."""
    day_capital: bool
    announcing: frozenset[str]
    """Words before a date that make a date even of an impossible day."""
    words: dict[str, Any]
    """What else the data says, by its key there."""

    def list(self, key: str) -> list[str]:
        """The words of the language for a purpose; none if the data has none."""
        found: list[str] = self.words.get(key, [])
        return found

    @property
    def ranges(self) -> tuple[tuple[str, str], ...]:
        """What opens a range of dates or years, with what stands before its end."""
        return tuple((opening, closing) for opening, closing in self.words.get("ranges", ()))

    def weekday_form(self, said: str, weekday: int) -> str | None:
        """Another weekday in the form and the case of the one that is said; nothing for a short name."""
        for row in self.weekday_forms:
            for column, form in enumerate(row):
                if form.lower() == said.lower():
                    target = self.weekday_forms[weekday]
                    found = target[min(column, len(target) - 1)]
                    return found[0].upper() + found[1:] if said[0].isupper() else found
        return None


def spelling_key(name: str) -> str:
    """What two spellings of a name have in common: small letters, single blanks, no final dot.

    Case folding would take precomposed Greek letters apart, which no longer match a text.
    """
    return " ".join(name.lower().split()).rstrip(".")


@cache
def names(language: str) -> Names | None:
    """The names of a language (ISO 639 code); nothing for a language without data."""
    file = f"{_KIN.get(language, language)}.json"
    if not language.isalpha() or not os.path.isfile(data_path("dates", file)):
        return None
    data = json.loads(read_data("dates", file))
    return Names(
        language=language,
        months=_numbered(data["months"], 1),
        short_months=_numbered(data["short-months"], 1),
        weekdays=_numbered(data["weekdays"], 0),
        short_weekdays=_numbered(data["short-weekdays"], 0),
        weekday_forms=tuple(tuple(row) for row in data["weekdays"]),
        orders=tuple(data["orders"]),
        numeric=data["numeric"],
        capital=data["capital"],
        day_capital=data["day-capital"],
        announcing=frozenset((*data.get("announce", ()), *data.get("to", ()))),
        words=data,
    )


def _numbered(rows: list[list[str]], first: int) -> dict[str, int]:
    return {
        spelling_key(spelling): number for number, row in enumerate(rows, start=first) for spelling in row
    }
