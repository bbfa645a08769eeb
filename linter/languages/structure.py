"""How a text of a language goes on, and how it ends."""

from __future__ import annotations

from linter.namedtuples import NamedTuple


class Structure(NamedTuple):
    """Words that no text has twice in a row or at its end."""

    never_twice: tuple[str, ...] = ()
    """Words of the grammar that no sentence has twice in a row; not those that may meet ("that that is"),
    but with what they cannot meet before: ``that that the``."""
    often_twice: tuple[str, ...] = ()
    """Words that a sentence may have twice, to stress them or because two clauses meet, alone or with what
    stands beside them: ``very``, ``log* in in``. Every other common word that is doubled was doubled by
    mistake; a language without any doubles so many that only ``never-twice`` is certain."""
    opening_twice: tuple[str, ...] = ()
    """Words that begin what is rightly said twice: ``and`` in "and on and on", ``a`` in "a spade a spade"."""
    closing_twice: tuple[str, ...] = ()
    """Words that may stand between a word and itself: ``to`` in "from place to place to"."""
    named: tuple[str, ...] = ()
    """Articles that stand before names that begin with the same one: ``los`` in "los Los Angeles Rams"."""
    unfinished: tuple[str, ...] = ()
    """Words that want another after them: a text that ends with one was cut."""
    minutes: tuple[str, ...] = ()
    """What the notes of a meeting are called, and how their headline or the name of their file begins."""
    more: tuple[str, ...] = ()
    """What a page writes where a reader has to pay or click for the rest: ``read more``."""
    characters: tuple[str, ...] = ()
    """What a feed counts that it left out: ``chars`` in "[+2841 chars]"."""
    shortened: tuple[str, ...] = ()
    """What is left of a word whose beginning an apostrophe stands for: ``tis``, ``em``."""
