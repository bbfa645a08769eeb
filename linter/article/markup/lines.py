"""The lines of a source as readers of markup walk over them."""

from __future__ import annotations

from collections.abc import Sequence

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

    def behind(self, length: int) -> Line:
        """What stands behind so many characters, as a line of its own."""
        rest = self.text[length:]
        kept = rest.lstrip()
        skipped = length + len(rest) - len(kept)
        return (
            Line(self.start + skipped, self.end, self.indent + skipped, kept)
            if kept
            else self._replace(start=self.end, text="")
        )


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
