"""Walks over the lines of a source and gathers to paragraphs what is no markup of its own."""

from __future__ import annotations

from linter.article.draft import Draft
from linter.article.frontmatter import read_front_matter
from linter.article.markup.lines import Line, lines_from, shown, spans_of
from linter.article.model import PARAGRAPH, TABLE, Block, Field, Table
from linter.article.prose import has_prose
from linter.article.tables import TableBuilder
from linter.text import Span


class Walker:
    """What readers of markup share whose paragraphs end with an empty line; each says what its markup is."""

    def __init__(self, source: str, lines: list[Line]) -> None:
        self.source = source
        self.lines = lines
        self.blocks: list[Block] = []
        self.fields: list[Field] = []
        self.tables: list[Table] = []
        self._at = 0
        """The number of the next line."""
        self._paragraph: list[Line] = []
        """The lines of the paragraph at hand."""
        self._kind = PARAGRAPH
        """Of the paragraph at hand."""

    def read(self) -> None:
        """Read all lines."""
        while self._at < len(self.lines):
            line = self.lines[self._at]
            self._at += 1
            if not line.text:
                self._flush()
            elif not self._is_markup(line):
                self._add(line)
        self._flush()

    def _is_markup(self, line: Line) -> bool:
        """Take a line, and those that belong to it, if it is no text."""
        raise NotImplementedError

    def _kind_here(self) -> str:
        """What a paragraph is that begins here."""
        raise NotImplementedError

    def _read(self, kind: str, spans: list[Span], level: int) -> list[Block]:
        """The block whose text stands at such spans, and what stands in it for itself, such as notes."""
        raise NotImplementedError

    def _silent(self, *found: object) -> bool:
        """Take what is not read; a paragraph ends with it."""
        self._flush()
        return True

    def _add(self, line: Line) -> None:
        if not self._paragraph:
            self._kind = self._kind_here()
        self._paragraph.append(line)

    def _flush(self) -> None:
        lines, self._paragraph = self._paragraph, []
        self._text(self._kind, spans_of(lines))

    def _text(self, kind: str, spans: list[Span], level: int = 0) -> None:
        if spans:
            self.blocks += [block for block in self._read(kind, spans, level) if has_prose(block.text)]

    def _cell(self, table: TableBuilder, spans: list[Span]) -> None:
        """What stands in the cell at hand, as a block too if it is prose."""
        found = self._read(TABLE, spans, 0) if spans else []
        for block in found:
            if block.kind == TABLE:
                table.add(block.text)
        self.blocks += [block for block in found if has_prose(block.text)]

    def _ended(self, table: TableBuilder) -> None:
        """A table ends."""
        self.tables += [each for each in (table.table(),) if each is not None]

    def _shown(self, lines: list[Line]) -> None:
        self.blocks += shown(self.source, lines)


def draft_of(source: str, reader: type[Walker]) -> Draft:
    """The draft of a source, front matter and all."""
    front = read_front_matter(source)
    walker = reader(source, lines_from(source, front.body))
    walker.read()
    return Draft(walker.blocks, [*front.fields, *walker.fields], front.problems, tables=walker.tables)
