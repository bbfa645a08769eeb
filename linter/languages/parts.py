"""The parts of a language, each a record in a module of its own; the one table of them."""

from __future__ import annotations

from importlib import import_module

from linter.typed import Any

PARTS: dict[str, str] = {
    "dates": "Dates",
    "numerals": "Numerals",
    "units": "Units",
    "numbers": "Numbers",
    "names": "Names",
    "facts": "Facts",
    "sources": "Sources",
    "science": "Science",
    "translations": "Translations",
    "foreign": "Foreign",
    "structure": "Structure",
    "residue": "Residue",
    "tables": "Tables",
}
"""Key of a language file, which is the name of a module too -> the record in it.

Names, so that an article takes only what it asks for.
"""


def record_of(part: str) -> type[Any]:
    """What a part of a language is read as; every field has a default, and it is empty."""
    record: type[Any] = getattr(import_module(f"linter.languages.{part}"), PARTS[part])
    return record
