"""How a language writes numbers."""

from __future__ import annotations

from linter.namedtuples import NamedTuple


class Numerals(NamedTuple):
    """Number words, scales, and the words that loosen a number."""

    about: tuple[str, ...] = ()
    """Before a number: it may be a tenth more or less."""
