"""A source gathered from pieces of a text, with the way back to it."""

from __future__ import annotations

from collections.abc import Iterable

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
