"""What a language version of an article says for itself."""

from __future__ import annotations

from linter.namedtuples import NamedTuple


class Translations(NamedTuple):
    """Phrases around figures that each version has of its own."""

    own_figures: tuple[str, ...] = ()
    """What is measured on a version ("reading time"), or counted by each country (years of school)."""
