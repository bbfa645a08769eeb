"""A source gathered from pieces of a text, with the way back to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.namedtuples import NamedTuple
from linter.text import Piece, Text


class Gathered:
    """Gathers a source."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[Piece] = []

    def add(self, pieces: Iterable[Piece]) -> str:
        """Put pieces behind what is there; the characters that they add."""
        added = [piece for piece in pieces if piece.prose]
        self._pieces += added
        text = "".join([piece.prose for piece in added])
        self.length += len(text)
        return text

    def part(self, sign: str) -> None:
        """Characters that stand for nothing, between two parts."""
        end = self._pieces[-1].end if self._pieces else 0
        self.add([Piece(sign, end, end)])

    def text(self) -> Text:
        """The source, and where its characters come from."""
        return Text(self._pieces)


class Change(NamedTuple):
    """Prose that stands for the characters from ``start`` to ``end`` of a text."""

    start: int
    end: int
    prose: str


def changed(text: Text, changes: Iterable[Change]) -> Iterator[Piece]:
    """The pieces of a text after changes, which come in order; one that begins in another is left out."""
    at = 0
    rest = _Rest(text)
    for change in changes:
        if change.start >= at:
            yield from rest.up_to(change.start)
            yield Piece(change.prose, *text.span(change.start, change.end))
            rest.pass_over(change.end)
            at = change.end
    yield from rest.up_to(len(text))


class _Rest:
    """What is left of the pieces of a text; each is looked at once."""

    def __init__(self, text: Text) -> None:
        self._pieces = text.all_pieces()
        self._piece: Piece | None = None
        self._at = 0

    def up_to(self, end: int) -> Iterator[Piece]:
        """The pieces up to an offset."""
        while self._at < end:
            piece = self._piece or next(self._pieces)
            head, self._piece = _cut(piece, end - self._at)
            self._at += len(head.prose)
            yield head

    def pass_over(self, end: int) -> None:
        """Leave out what comes before an offset."""
        for _ in self.up_to(end):
            pass


def _cut(piece: Piece, length: int) -> tuple[Piece, Piece | None]:
    """The beginning of a piece and its rest, if there is one."""
    if len(piece.prose) <= length:
        return piece, None
    head, tail = piece.prose[:length], piece.prose[length:]
    if len(piece.prose) != piece.end - piece.start:
        return piece._replace(prose=head), piece._replace(prose=tail)
    middle = piece.start + length
    return Piece(head, piece.start, middle), Piece(tail, middle, piece.end)
