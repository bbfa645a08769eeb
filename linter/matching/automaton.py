"""Finds many literals in one pass over a text, by the automaton of Aho and Corasick (1975)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ahocorasick import Automaton

from linter.typed import Any


def automaton_of(literals: Iterable[tuple[str, Any]]) -> Any:
    """An automaton whose ``iter`` gives for a text the end of each literal in it, with what belongs to it.

    It looks through the letters with which literals begin in the order in which they came, at nearly every
    character of a text: so those come first with which most begin.
    """
    automaton = Automaton()
    entries = list(literals)
    beginning = Counter(literal[:1] for literal, _ in entries)
    for literal, its_own in sorted(entries, key=lambda entry: -beginning[entry[0][:1]]):
        automaton.add_word(literal, its_own)
    automaton.make_automaton()
    return automaton
