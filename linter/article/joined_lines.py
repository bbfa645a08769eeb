"""The lines of a block joined to one text, edits on it, and the way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from linter.namedtuples import NamedTuple
from linter.text import Mark, Span, Text


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

    def build(self, edits: Iterable[Edit], marks: Sequence[Mark], start: int, end: int) -> Text:
        """The text of ``self.text[start:end]`` after the edits; blanks at both ends are left out."""
        pieces: list[tuple[str, int, int]] = []
        at = start
        for edit in sorted(edits):
            if edit.start >= at:
                pieces += ((self.text[at : edit.start], at, edit.start), (edit.prose, edit.start, edit.end))
                at = edit.end
        if at < end:
            pieces.append((self.text[at:end], at, end))
        text = Text(self._placed(pieces), _moved(marks, pieces))
        prose = text.prose
        if len(prose.strip()) == len(prose):
            return text
        first = len(prose) - len(prose.lstrip())
        return text.cut(first, max(first, len(prose.rstrip())))

    def _placed(self, pieces: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
        """The pieces of the text as pieces of the source; most blocks are one line."""
        if len(self.spans) == 1:
            by = self.spans[0].start
            return [(prose, first + by, last + by) for prose, first, last in pieces]
        place = self.place
        return [(prose, place(first), place(last)) for prose, first, last in pieces]


def _moved(marks: Sequence[Mark], pieces: list[tuple[str, int, int]]) -> list[Mark]:
    """The marks with their places in the prose of the pieces, in order."""
    if not marks:
        return []
    starts = [start for _, start, _ in pieces]
    ends = list(accumulate(len(prose) for prose, _, _ in pieces))

    def moved(offset: int) -> int:
        i = bisect_right(starts, offset) - 1
        return min(ends[i] - len(pieces[i][0]) + offset - starts[i], ends[i]) if i >= 0 else 0

    places = ((moved(start), moved(end), kind, value) for start, end, kind, value in marks)
    return sorted(Mark(*place) for place in places if place[0] < place[1])
