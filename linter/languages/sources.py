"""What a language has that an article and its sources may say in two ways."""

from __future__ import annotations

from collections.abc import Mapping

from linter.namedtuples import NamedTuple


class Sources(NamedTuple):
    """Words by which a source supports an article, or is turned round in it."""

    counting: Mapping[str, float] = {}
    """Words that say a number without being one, with the number ("twice": 2)."""
    open_numbers: Mapping[str, tuple[float, ...]] = {}
    """Phrases that leave a number open, with the lowest and the highest that it may be ("hundreds of")."""
    before_counted: tuple[str, ...] = ()
    """Between a number and the noun that it counts ("of the")."""
    opposites: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """Groups whose members exclude each other, each with its forms: ``[[won, wins], [lost, loses]]``.

    Two forms of the same member never exclude each other.
    """
    negations: tuple[str, ...] = ()
    """Beginnings that turn a word into its opposite ("un")."""
    free_words: tuple[str, ...] = ()
    """Single words that may change when speech is fitted into a sentence ("my" for "his", "is" for "was")."""
    before_town: tuple[str, ...] = ()
    """Before a town: the name behind it and a comma is its county or state ("in Dover, Kent")."""
    contraction_heads: tuple[str, ...] = ()
    """Before an apostrophe: the word is no name ("I'm")."""
    contraction_endings: tuple[str, ...] = ()
    """Behind an apostrophe: the word is no name ("don't")."""
