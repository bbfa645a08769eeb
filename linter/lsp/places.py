"""Offsets in a source as positions of the protocol, in the units that the editor asked for, and back."""

from __future__ import annotations

from lsprotocol import types

from linter.text import LineIndex, Span

_UTF_8, _UTF_16 = "utf-8", "utf-16"


class Places:
    """The positions of one source. Lines are those of :class:`LineIndex`, which are those of editors."""

    def __init__(self, source: str, encoding: str) -> None:
        """``encoding`` is what columns are counted in: ``utf-8``, ``utf-16`` or ``utf-32``."""
        self.source = source
        self.lines = LineIndex(source)
        self._encoding = encoding

    def position(self, offset: int) -> types.Position:
        """The position of an offset."""
        line = self.lines.position(offset).line
        before = self.source[self._start(line) : offset]
        return types.Position(line - 1, self._units(before))

    def range(self, span: Span) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; behind the end of its line, or of the source, it is that end."""
        line = position.line + 1
        if line > self.lines.line_count:
            return len(self.source)
        text = self.source[self._start(line) : self.lines.line_span(line).end]
        return self._start(line) + self._characters(text, position.character)

    def span(self, range_: types.Range) -> Span:
        """The span of a range."""
        return Span(self.offset(range_.start), self.offset(range_.end))

    def _start(self, line: int) -> int:
        """Where a line begins; for editors a byte order mark is a character of the first one."""
        return self.lines.line_span(line).start if line > 1 else 0

    def _units(self, text: str) -> int:
        if text.isascii() or self._encoding not in (_UTF_8, _UTF_16):
            return len(text)
        if self._encoding == _UTF_8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2

    def _characters(self, text: str, units: int) -> int:
        """How many characters of a text so many units are; half a character is none."""
        if text.isascii() or self._encoding not in (_UTF_8, _UTF_16):
            return min(units, len(text))
        taken = 0
        for at, character in enumerate(text):
            taken += self._units(character)
            if taken > units:
                return at
        return len(text)
