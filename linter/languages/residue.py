"""How a language writes what belongs into the metadata of an article."""

from __future__ import annotations

from linter.namedtuples import NamedTuple


class Residue(NamedTuple):
    """Words of by-lines and of lines with the date, written as at the beginning of a line."""

    by: tuple[str, ...] = ()
    """Begins a by-line: ``By`` in "By Anna Keller"."""
    published: tuple[str, ...] = ()
    """Begins the line with the date of publication: ``Published``."""
    on: tuple[str, ...] = ()
    """Stands between that and the date: ``on`` in "Published on 12/03/2024"."""
