"""A piece of a Markdown document that is one block, and the ends of its lines."""

from __future__ import annotations

from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

HTML = "html"
ADMONITION = (
    r"[ \t]*(?:\{(?:admonition|attention|caution|danger|dropdown|error|hint|important|note|seealso|tip|topic"
    r"|warning|card|tab-item|margin|sidebar|epigraph)\}|(?:(?:smart|warn|online|offline)(?![\w-])|ad-\w+))"
)
"""Behind the fence of what is no code: MyST (``{note} Title``), Obsidian (``ad-note``), javascript.info."""
_LINE = lazy(r"[^\r\n]+")


class Place(NamedTuple):
    """Where a cell stands: where its table begins, row and column from 0."""

    table: int
    row: int
    column: int


class Region(NamedTuple):
    """A block: its kind (one of the article's, or ``html``), heading level and pieces of lines."""

    kind: str
    spans: tuple[Span, ...]
    level: int = 0
    place: Place | None = None
    """Of the cell of a table."""


def lines_of(source: str, start: int, end: int) -> tuple[Span, ...]:
    """The non-blank lines between two offsets, without blanks at their ends."""
    if "\n" not in source[start:end] and "\r" not in source[start:end]:
        return (stripped(source, start, end),)
    return tuple(stripped(source, *line.span()) for line in _LINE.finditer(source, start, end))


def stripped(source: str, start: int, end: int) -> Span:
    """The span without blanks at its ends."""
    line = source[start:end]
    kept = line.strip()
    start += len(line) - len(line.lstrip())
    return Span(start, start + len(kept))


def heading_content(source: str, start: int, end: int) -> Span:
    """What stands between the opening and the closing ``#`` of a heading."""
    opened = source[start:end].lstrip()
    start = end - len(opened.lstrip("#"))
    content = source[start:end].rstrip()
    open_end = content.rstrip("#")
    if open_end != content and (not open_end or open_end[-1] in " \t"):
        content = open_end
    return stripped(source, start, start + len(content))
