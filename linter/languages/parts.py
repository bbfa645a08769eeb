"""The parts of a language, each a record in a module of its own; the one table of them."""

from __future__ import annotations

from typing import Any

from linter.languages.dates import Dates
from linter.languages.facts import Facts
from linter.languages.numbers import Numbers
from linter.languages.numerals import Numerals
from linter.languages.sources import Sources

PARTS: dict[str, type[Any]] = {
    "dates": Dates,
    "numerals": Numerals,
    "numbers": Numbers,
    "facts": Facts,
    "sources": Sources,
}
"""Key of a language file -> the record that it is read as; every field has a default, and it is empty."""
