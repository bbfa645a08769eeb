"""How a text of a language goes on, and how it ends."""

from __future__ import annotations

from linter.namedtuples import NamedTuple


class Structure(NamedTuple):
    """Words that no text has twice in a row or at its end."""

    never_twice: tuple[str, ...] = ()
    """Words that no sentence has twice in a row; not those that may meet ("that that is")."""
    unfinished: tuple[str, ...] = ()
    """Words that want another after them: a text that ends with one was cut."""
    more: tuple[str, ...] = ()
    """What a page writes where a reader has to pay or click for the rest: ``read more``."""
    characters: tuple[str, ...] = ()
    """What a feed counts that it left out: ``chars`` in "[+2841 chars]"."""
    shortened: tuple[str, ...] = ()
    """What is left of a word whose beginning an apostrophe stands for: ``tis``, ``em``."""
