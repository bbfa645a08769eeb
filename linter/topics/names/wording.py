"""Words for messages."""

from __future__ import annotations

from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``; empty for no words."""
    if not words:
        return ""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
