"""Web and mail addresses in running text: not prose, so filler stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.text import FILLER, Mark, Piece, Span, Text

_STOP = r"\s<>\"()\[\]{}|«»“”„\ufffc\u0e00-\u0eff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef"
"""Scripts without blanks between words end an address too."""

_ADDRESS = re.compile(
    rf"(?:(?:https?|ftp)://|(?<![\w.])www\.)(?:[^{_STOP}]|\([^{_STOP}]*\))*(?:[^{_STOP}.,;:!?'’…*_]|\([^{_STOP}]*\))"
    r"|(?<![A-Za-z0-9_.%+-])[A-Za-z0-9_.%+-]{1,64}@[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63})+"
    rf"|(?<![\w@./-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}[a-z]{{2,12}}/(?:[^{_STOP}]*[^{_STOP}.,;:!?'’…*_])?"
)
"""A URL, a mail address, or a domain with a path; punctuation after it is left out."""

_DOMAIN_END = re.compile(r"\.[a-z]{2,12}/")


def _may_hold_address(prose: str) -> bool:
    """A cheap question to ask first."""
    return "://" in prose or "www." in prose or "@" in prose or _DOMAIN_END.search(prose) is not None


def without_addresses(text: Text) -> Text:
    """The text with filler in place of each address, and a mark on it."""
    prose = text.prose
    if not _may_hold_address(prose):
        return text
    spans = [Span(*found.span()) for found in _ADDRESS.finditer(prose)]
    if not spans:
        return text
    marks = [Mark(*span, "url", prose[span.start : span.end]) for span in spans]
    return Text(_masked(text, spans), sorted((*text.marks, *marks)))


def _masked(text: Text, spans: list[Span]) -> Iterator[Piece]:
    at, i = 0, 0
    for piece in text.pieces():
        until = at + len(piece.prose)
        exact = len(piece.prose) == piece.end - piece.start
        if not exact:
            while i < len(spans) and spans[i].end <= at:
                i += 1
            inside = i < len(spans) and spans[i].start < until
            yield piece._replace(prose=FILLER * len(piece.prose)) if inside else piece
            at = until
            continue
        while at < until:
            while i < len(spans) and spans[i].end <= at:
                i += 1
            inside = i < len(spans) and spans[i].start <= at
            stop = until if i == len(spans) else min(until, spans[i].end if inside else spans[i].start)
            source = piece.end - until + at
            prose = FILLER * (stop - at) if inside else text.prose[at:stop]
            yield Piece(prose, source, source + stop - at)
            at = stop
