"""Jupyter notebooks: the Markdown cells, each read by itself, as Jupyter shows them.

Format: nbformat 4, and 3 with its sheets and headings. Code is not judged, and what it
put out is not read. A raw cell on
top that holds front matter is metadata, as Quarto and Jekyll read it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from linter.article.draft import Draft, joined
from linter.article.frontmatter import read_front_matter
from linter.article.frontmatter.json_tree import Array, JsonError, Node, Object, Scalar, parse_json
from linter.article.frontmatter.scalars import double_quoted
from linter.article.markdown import read_part
from linter.article.prose import code_at
from linter.article.unpacked import Document, Unpacked, whole_number
from linter.article.unpacked.gathered import Gathered
from linter.messages import message
from linter.text import NotText, Piece, Text, decoded

_PARTS = "\n\n"


def read_notebook(data: bytes) -> Unpacked:
    """The one article in a notebook."""
    text = decoded(data)
    source, where = Gathered(), _Places()
    drafts: list[Draft] = []
    for number, cell in enumerate(_cells(text), 1):
        kind = _string(cell, "cell_type")
        start = source.length
        content = source.add(_source(text, cell))
        if kind in ("markdown", "heading"):
            read = read_part(content)
        elif kind == "raw" and number == 1:
            read = _metadata(content)
        else:
            read = _code(content)
        drafts.append(read.moved(start))
        where.add(number, content, start)
        source.part(_PARTS)
    home = source.text()
    where.settle(home)
    return Unpacked(text, [Document(home.prose, joined(drafts), "markdown", home=home)], where)


def _cells(text: str) -> Iterator[Object]:
    try:
        root, _ = parse_json(text, text.startswith("\ufeff"), len(text))
    except JsonError as error:
        raise NotText(message("is no notebook ({why})", why=str(error))) from None
    sheets: list[Node] = [*_objects(root, "worksheets")]
    cells = [cell for sheet in sheets or [root] for cell in _objects(sheet, "cells")]
    if not cells and not (isinstance(root, Object) and isinstance(root.get("cells"), Array)):
        raise NotText(message("is no notebook ({why})", why=message("it has no cells")))
    return iter(cells)


def _objects(node: Node, name: str) -> list[Object]:
    """The objects in an array that is a member of a node."""
    found = node.get(name) if isinstance(node, Object) else None
    return [each for each in found.items if isinstance(each, Object)] if isinstance(found, Array) else []


def _string(node: Object, name: str) -> str:
    found = node.get(name)
    return found.value if isinstance(found, Scalar) else ""


def _source(text: str, cell: Object) -> Iterator[Piece]:
    """What a cell holds: one string, or one for each line."""
    level = whole_number(_string(cell, "level"), 0)
    found = cell.get("source")
    lines = found.items if isinstance(found, Array) else [found]
    strings = [line for line in lines if isinstance(line, Scalar)]
    if level and strings:
        start = strings[0].span.start
        yield Piece("#" * min(level, 6) + " ", start, start)
    for string in strings:
        yield from double_quoted(text, *string.span)


def _code(content: str) -> Draft:
    """A cell that is not read; that there is something is known of it."""
    return Draft(code_at(content, 0, len(content)), [], [])


def _metadata(content: str) -> Draft:
    front = read_front_matter(content)
    return Draft([], front.fields, front.problems) if front.found else Draft([], [], [])


class _Places:
    """Tells an offset of the file as the cell, and the line in it."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, int, int]] = []
        """Offset in the source, number of the cell, number of the line."""
        self._starts: list[int] = []

    def add(self, cell: int, content: str, start: int) -> None:
        """A cell, and where in the source it begins."""
        for number, line in enumerate(content.split("\n"), 1):
            self._lines.append((start, cell, number))
            start += len(line) + 1

    def settle(self, home: Text) -> None:
        """All cells are there; find their lines in the file."""
        length = len(home)
        self._starts = [home.span(min(at, length), min(at, length)).start for at, _, _ in self._lines]

    def __call__(self, offset: int) -> str:
        if not self._lines:
            return ""
        _, cell, line = self._lines[max(0, bisect_right(self._starts, offset) - 1)]
        return message("cell {cell}, line {line}", cell=str(cell), line=str(line))
