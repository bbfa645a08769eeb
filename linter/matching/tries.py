"""The words of a list that begin like another one: soon looked through for what that is a slip of."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import marisa_trie

_MOST = 150
"""So many words are soon looked through; of more each slip is looked up."""


def begun(trie: marisa_trie.BytesTrie, word: str) -> int:
    """How many letters of a word some word of the trie begins with."""
    ends = range(1, len(word) + 1)
    return bisect_left(ends, True, key=lambda end: next(trie.iterkeys(word[:end]), None) is None)


def beginning(trie: marisa_trie.BytesTrie, start: str) -> frozenset[str] | None:
    """The words of the trie that begin so; ``None`` for too many."""
    found = frozenset(islice(trie.iterkeys(start), _MOST + 1))
    return found if len(found) <= _MOST else None
