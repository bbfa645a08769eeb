"""The lines of a block joined to one text, edits on it, and the way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from linter.namedtuples import NamedTuple
from linter.text import Mark, Piece, Span, Text


class Edit(NamedTuple):
    """``prose`` stands for the characters from ``start`` to ``end`` of the joined text."""

    start: int
    end: int
    prose: str


class Lines:
    """Lines of a source joined by ``\\n``: containers' prefixes (``> ``) are between them."""

    def __init__(self, source: str, spans: Sequence[Span]) -> None:
        self.source = source
        self.spans = spans
        self.text = "\n".join([source[start:end] for start, end in spans])
        self._starts = [0]
        for start, end in spans[:-1]:
            self._starts.append(self._starts[-1] + end - start + 1)

    def place(self, offset: int) -> int:
        """The source offset of an offset of the text."""
        i = bisect_right(self._starts, offset) - 1
        return self.spans[i].start + offset - self._starts[i]

    def build(self, edits: Iterable[Edit], marks: Iterable[Mark], start: int, end: int) -> Text:
        """The text of ``self.text[start:end]`` after the edits; blanks at both ends are left out."""
        prose = _Prose(self)
        for edit in sorted(edits):
            if edit.start >= start and edit.start >= prose.at:
                prose.verbatim(max(start, prose.at), edit.start)
                prose.add(edit.prose, edit.start, edit.end)
        prose.verbatim(max(start, prose.at), end)
        return prose.finish(marks)


class _Prose:
    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.at = 0
        self._pieces: list[Piece] = []
        self._from: list[int] = []
        self._to: list[int] = []
        self._length = 0

    def verbatim(self, start: int, end: int) -> None:
        if start < end:
            self.add(self.lines.text[start:end], start, end)

    def add(self, prose: str, start: int, end: int) -> None:
        self.at = end
        self._from.append(start)
        self._to.append(self._length)
        if prose:
            place = self.lines.place
            self._pieces.append(Piece(prose, place(start), place(end)))
            self._length += len(prose)

    def finish(self, marks: Iterable[Mark]) -> Text:
        prose = "".join([piece.prose for piece in self._pieces])
        start = len(prose) - len(prose.lstrip())
        end = max(start, len(prose.rstrip()))
        moved = (mark._replace(start=self._moved(mark.start), end=self._moved(mark.end)) for mark in marks)
        kept = sorted(mark for mark in moved if mark.start < mark.end)
        text = Text(self._pieces, kept)
        return text if end - start == len(prose) else text.cut(start, end)

    def _moved(self, offset: int) -> int:
        """The prose offset of an offset of the joined text."""
        i = bisect_right(self._from, offset) - 1
        if i < 0:
            return 0
        until = self._to[i + 1] if i + 1 < len(self._to) else self._length
        return min(self._to[i] + offset - self._from[i], until)
