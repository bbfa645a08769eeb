"""Whether a text is verse: its lines are short, and broken by hand."""

from __future__ import annotations

_SHORT, _FEW = 45, 4
"""Letters of a line of verse, and so many lines at the least."""


def is_verse(prose: str) -> bool:
    """Whether a block is a stanza."""
    lines = prose.count("\n") + 1
    return lines >= _FEW and len(prose) < _SHORT * lines
