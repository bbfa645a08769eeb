"""The words of a text with their places, as names need them."""

from __future__ import annotations

import re
from typing import NamedTuple

from linter.regexes import lazy

_PART = r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad])*"
_WORDS_AND_GAPS = lazy(rf"({_PART}(?:['’ʼ‐‑-]{_PART})*)")
"""Splits a text: every second part is a word. Faster than one match after the other."""
_ELISION = lazy(
    r"(?:[ldjmtscn]|qu|jusqu|lorsqu|dell|all|nell|dall|sull|un|quell)['’ʼ](?=[^\W\d_])", re.IGNORECASE
)
_ELIDING = frozenset("fr it ca oc co".split())
_POSSESSIVE = lazy(r"['’ʼ]s\Z", re.IGNORECASE)
_BREAK = lazy(r"[.:?!…–—\"“”„«»‘(\[|•·\n/\u2028\ufffc]|(?:^|\s)[-'’]|['’]\s")
_ABBREVIATION = lazy(
    r"(?:[^\W\d_]|Mr|Mrs|Ms|Dr|St|Ste|Mme|Mmes|Mlle|MM|Me|Prof|Jr|Sr|Gen|Col|Sen|Rep|Gov|Hr|Fr|Sra?|Sta|Sto|Nr)\Z",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word; its offsets in the prose leave out an elided article and a possessive ending."""

    text: str
    start: int
    end: int
    gap: str
    """What stands between the word before and this one."""
    initial: bool
    """Does it begin a sentence, a title or a quotation, so that its capital means nothing?"""

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def tokens(prose: str, language: str) -> list[Token]:
    """The words of a block of prose; ``l'Iran`` is the word ``Iran`` in languages that elide."""
    found: list[Token] = []
    at, before = 0, ""
    eliding = language in _ELIDING
    parts = _WORDS_AND_GAPS.split(prose)
    for gap, word in zip(parts[::2], parts[1::2], strict=False):
        start = at + len(gap)
        at = start + len(word)
        elided = _ELISION.match(word) if eliding else None
        if elided:
            initial, start = False, start + elided.end()
            gap, word = gap + elided[0], word[elided.end() :]
        else:
            initial = not found or (gap != " " and _breaks(gap, before))
        if word[-1] == "s" and (ending := _POSSESSIVE.search(word)):
            word = word[: ending.start()]
        found.append(Token(word, start, start + len(word), gap, initial))
        before = word
    return found


def _breaks(gap: str, before: str) -> bool:
    if gap.startswith(".") and _ABBREVIATION.match(before):
        gap = gap[1:]
    return _BREAK.search(gap) is not None
