"""The one syntax of phrases in language files, and the patterns made of them.

A phrase is written as it stands in a text. A blank is any gap between two words, an apostrophe any
apostrophe; ``*`` at the end of a word is any further letters (``increas*``); ``{slot}`` is a gap
that the caller fills. Case is for the caller to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

GAP = r"[ \t\r\n\u00a0\u202f\u2009]"
"""One blank of any kind."""
GAPS = GAP + "{1,3}"
"""What stands between two words of a phrase: a line break may come with blanks around it."""
NOTHING = r"(?!)"
"""Matches nowhere: the pattern of no phrases at all."""
_PIECE = re.compile(r"\{(?P<slot>\w+)\}|(?P<gap>[ \u00a0]+)|(?P<apostrophe>['’])|(?P<stem>\*)|(?P<letter>.)")


def pattern_of(phrase: str, slots: Mapping[str, str] | None = None) -> str:
    """The source of the pattern of one phrase. ``KeyError`` for a slot that the caller does not fill."""
    return "".join(_pattern(piece, slots or {}) for piece in _PIECE.finditer(phrase))


def _pattern(piece: re.Match[str], slots: Mapping[str, str]) -> str:
    if piece["slot"]:
        return slots[piece["slot"]]
    if piece["gap"]:
        return GAPS
    if piece["apostrophe"]:
        return "['’]"
    return r"\w*" if piece["stem"] else re.escape(piece["letter"])


def any_of(phrases: Iterable[str], slots: Mapping[str, str] | None = None) -> str:
    """The source of a pattern that any of the phrases matches, longer ones first; nothing for no phrase."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(pattern_of(phrase, slots) for phrase in ordered) or NOTHING


def word_of(phrases: Iterable[str], slots: Mapping[str, str] | None = None) -> str:
    """The same as a group between word boundaries, as phrases stand in running text."""
    return rf"(?<!\w)(?:{any_of(phrases, slots)})(?!\w)"
