"""Prose as it flows in Vale's blocks: line breaks kept, code masked, one blank around markup."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from linter.text import FILLER, Piece, Text

MASK = "*"
_BLANKS = " \t\n\r\f\v"
_TIGHT = "([{—–"
_NO_BLANK_BEFORE = ".?!,:;)]}—–"
_INLINE = ("emphasis", "strong", "code", "link", "url")


class _Run(NamedTuple):
    """A stretch of prose between two edges of markup."""

    start: int
    end: int
    opened: bool
    """Markup opened before it; else some closed, or the text began."""


def flowing(text: Text, source: str) -> Text:
    """The text with its blanks as the source has them, and Vale's around inline markup."""
    pieces: list[Piece] = []
    last, gap = "", ""
    for run in _runs(text):
        body = list(_unfolded(text, run.start, run.end, source))
        written = "".join(piece.prose for piece in body)
        if not written.strip(_BLANKS):
            gap = written[-1:] or gap
            continue
        lead = written[: len(written) - len(written.lstrip(_BLANKS))]
        blank = _blank(run, lead, written.strip(_BLANKS), last, gap)
        start = body[0].start
        body = _stripped(body)
        if blank and pieces:
            before = start if lead else body[0].start - bool(gap)
            pieces.append(Piece(blank, before, body[0].start))
        pieces += body
        last = pieces[-1].prose[-1]
        gap = written[len(written.rstrip(_BLANKS)) :]
    return Text(pieces)


def _blank(run: _Run, lead: str, body: str, last: str, gap: str) -> str:
    """What separates a run from the text before it."""
    if not run.opened:
        return "" if not lead else "\n" if lead[0] in "\n\r" else " "
    if body[0] in _NO_BLANK_BEFORE or (last in _TIGHT and not gap):
        return ""
    return "" if ord(last or "a") > 127 and last.isspace() else " "


def _runs(text: Text) -> Iterator[_Run]:
    edges = {mark.end: False for mark in text.marked(*_INLINE)}
    edges.update((mark.start, True) for mark in text.marked(*_INLINE))
    edges.update(dict.fromkeys(_breaks(text), True))
    at, opened = 0, False
    for edge in sorted(edges):
        if edge > at:
            yield _Run(at, edge, opened)
        at, opened = edge, edges[edge]
    if at < len(text):
        yield _Run(at, len(text), opened)


def _breaks(text: Text) -> Iterator[int]:
    at = text.prose.find("\n")
    while at >= 0:
        yield at + 1
        at = text.prose.find("\n", at + 1)


def _unfolded(text: Text, start: int, end: int, source: str) -> Iterator[Piece]:
    """The pieces of a range, blanks as they are written and filler as a mask."""
    for piece in text.pieces(start, end):
        if not piece.prose.strip(_BLANKS) and piece.prose:
            written = source[piece.start : piece.end]
            yield (
                Piece("\n", piece.start, piece.end)
                if "\n" in written or "\r" in written
                else Piece(written, piece.start, piece.end)
            )
        elif FILLER in piece.prose:
            yield Piece(piece.prose.replace(FILLER, MASK), piece.start, piece.end)
        else:
            yield piece


def _stripped(pieces: list[Piece]) -> list[Piece]:
    """The pieces without blanks at their two ends."""
    kept = [piece for piece in pieces if piece.prose]
    while kept and not kept[0].prose.strip(_BLANKS):
        kept.pop(0)
    while kept and not kept[-1].prose.strip(_BLANKS):
        kept.pop()
    first = kept[0]
    lead = len(first.prose) - len(first.prose.lstrip(_BLANKS))
    if lead:
        kept[0] = Piece(first.prose[lead:], first.start + lead, first.end)
    last = kept[-1]
    tail = len(last.prose) - len(last.prose.rstrip(_BLANKS))
    if tail:
        kept[-1] = Piece(last.prose[: len(last.prose) - tail], last.start, last.end - tail)
    return kept
