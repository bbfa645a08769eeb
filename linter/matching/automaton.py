"""Finds many literals in one pass over a text, by the automaton of Aho and Corasick (1975)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ahocorasick import Automaton


def automaton_of(literals: Iterable[tuple[str, Any]]) -> Any:
    """An automaton whose ``iter`` gives for a text the end of each literal in it, with what belongs to it."""
    automaton = Automaton()
    for literal, its_own in literals:
        automaton.add_word(literal, its_own)
    automaton.make_automaton()
    return automaton
