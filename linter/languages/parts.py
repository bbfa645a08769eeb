"""The parts of a language, each a record in a module of its own; the one table of them."""

from __future__ import annotations

from typing import Any

from linter.languages.dates import Dates
from linter.languages.facts import Facts
from linter.languages.foreign import Foreign
from linter.languages.names import Names
from linter.languages.numbers import Numbers
from linter.languages.numerals import Numerals
from linter.languages.residue import Residue
from linter.languages.science import Science
from linter.languages.sources import Sources
from linter.languages.structure import Structure
from linter.languages.tables import Tables
from linter.languages.translations import Translations
from linter.languages.units import Units

PARTS: dict[str, type[Any]] = {
    "dates": Dates,
    "numerals": Numerals,
    "units": Units,
    "numbers": Numbers,
    "names": Names,
    "facts": Facts,
    "sources": Sources,
    "science": Science,
    "translations": Translations,
    "foreign": Foreign,
    "structure": Structure,
    "residue": Residue,
    "tables": Tables,
}
"""Key of a language file -> the record that it is read as; every field has a default, and it is empty."""
