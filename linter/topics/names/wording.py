"""Words for messages."""

from __future__ import annotations

from collections.abc import Sequence

from linter.messages import message


def listed(words: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``; empty for no words."""
    if not words:
        return ""
    if len(words) == 1:
        return words[0]
    return message("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])
