"""The lines of a source as readers of markup walk over them."""

from __future__ import annotations

from collections.abc import Sequence

from linter.article.model import Block
from linter.article.prose import code_at
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

_BREAK = lazy(r"\r\n|\r|\n")
_TAB = 8


class Line(NamedTuple):
    """A line without the blanks at its ends; ``indent`` is the column where it begins."""

    start: int
    end: int
    indent: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def part(self, start: int, end: int) -> Line:
        """What stands between two places of the text, as a line of its own."""
        raw = self.text[start:end]
        kept = raw.strip()
        if not kept:
            return Line(self.start + end, self.start + end, self.indent, "")
        start += len(raw) - len(raw.lstrip())
        return Line(self.start + start, self.start + start + len(kept), self.indent + start, kept)

    def behind(self, length: int) -> Line:
        """What stands behind so many characters."""
        return self.part(length, len(self.text))


def lines_from(source: str, start: int) -> list[Line]:
    """The lines from an offset on, empty ones too."""
    found: list[Line] = []
    at = start
    while at <= len(source):
        ending = _BREAK.search(source, at)
        end = ending.start() if ending else len(source)
        found.append(_line(source, at, end))
        if ending is None:
            break
        at = ending.end()
    return found


def _line(source: str, start: int, end: int) -> Line:
    raw = source[start:end]
    text = raw.strip()
    if not text:
        return Line(end, end, 0, "")
    blanks = raw[: len(raw) - len(raw.lstrip())]
    indent = len(blanks.expandtabs(_TAB)) if "\t" in blanks else len(blanks)
    start += len(blanks)
    return Line(start, start + len(text), indent, text)


def spans_of(lines: Sequence[Line]) -> list[Span]:
    """Where the lines stand, without empty ones."""
    return [line.span for line in lines if line.text]


def shown(source: str, lines: Sequence[Line]) -> list[Block]:
    """The block of lines that are shown as they stand, if there is something to read in them."""
    spans = spans_of(lines)
    return code_at(source, spans[0].start, spans[-1].end) if spans else []
