"""The blocks of a LaTeX source as they are gathered: one after the other, and what stands apart in one."""

from __future__ import annotations

from linter.article.addresses import without_addresses
from linter.article.model import PARAGRAPH, TABLE, Block
from linter.article.prose import Active, ProseBuilder, has_prose
from linter.article.tables import OpenTables
from linter.namedtuples import NamedTuple

_DEEPEST = 100
"""Braces in braces that are told apart."""


class _Group(NamedTuple):
    """What an open brace began: a block of its own, or a mark."""

    builder: ProseBuilder | None = None
    """The text that goes on behind the block."""
    kind: str = ""
    level: int = 0
    mark: Active | None = None


class Gathered:
    """What was read so far, and the block at hand."""

    def __init__(self, source: str) -> None:
        self.blocks: list[Block] = []
        self.tables = OpenTables()
        self.builder = ProseBuilder()
        self.kind = PARAGRAPH
        self.marks: list[Active] = []
        self._source = source
        self._groups: list[_Group] = []
        self._later: list[Block] = []
        """Notes and captions, which stand in the middle of a paragraph."""
        self._apart = 0
        """How many of the open groups are blocks of their own."""

    def add_source(self, start: int, end: int) -> None:
        """Text as it stands there, blanks collapsed; ``&`` is a sign, so that it holds no reference."""
        self.builder.add_html(self._source, start, end, self.marks)

    def add(self, prose: str, start: int, end: int) -> None:
        """What is printed for a piece of the source."""
        self.builder.add(prose, start, end, self.marks)

    def add_filler(self, start: int, end: int, *marks: Active) -> None:
        """What is printed there is no prose."""
        self.builder.add_filler(start, end, [*self.marks, *marks])

    def flush(self, at: int) -> None:
        """End the paragraph at hand."""
        if self._apart:
            self.builder.add(" ", at - 1, at)
            return
        text = without_addresses(self.builder.text())
        if self.kind == TABLE:
            self.tables.add(text)
        if has_prose(text):
            self.blocks.append(Block(self.kind, text, 0))
        self.builder = ProseBuilder()
        self.blocks += self._later
        self._later.clear()

    def enter(self, mark: Active | None = None) -> None:
        """Enter a brace, in which a mark may be active."""
        self._push(_Group(mark=mark))

    def enter_apart(self, kind: str, level: int, at: int) -> bool:
        """Enter a block of its own, if it is not too deep for one.

        A heading ends the paragraph; a note or a caption stands in the middle of one.
        """
        if len(self._groups) >= _DEEPEST:
            return False
        if level:
            self.flush(at)
            self.kind = PARAGRAPH
        self._push(_Group(self.builder, kind, level))
        self.builder = ProseBuilder()
        return True

    def _push(self, group: _Group) -> None:
        if len(self._groups) < _DEEPEST:
            self._groups.append(group)
            self._apart += group.builder is not None
            self.marks += [group.mark] if group.mark is not None else []

    def leave(self, at: int) -> None:
        """Leave the brace that was opened last."""
        if not self._groups:
            return
        group = self._groups.pop()
        if group.mark is not None:
            self.marks.pop()
        if group.builder is None:
            return
        self._apart -= 1
        text = without_addresses(self.builder.text())
        self.builder = group.builder
        if has_prose(text):
            self._later.append(Block(group.kind, text, group.level))
        if not self.builder:
            self.flush(at)

    def end(self, at: int) -> None:
        """Close what is still open."""
        while self._groups:
            self.leave(at)
        self.flush(at)
