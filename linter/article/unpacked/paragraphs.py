"""The text of a document of a word processor: its paragraphs, line by line."""

from __future__ import annotations

from collections.abc import Iterable

from linter.article.addresses import without_addresses
from linter.article.draft import Draft
from linter.article.lines import may_be_headline
from linter.article.model import CAPTION, CODE, HEADING, HEADLINE, PARAGRAPH, Block, Field, Table
from linter.article.prose import Active, ProseBuilder, has_prose
from linter.article.unpacked import Document, Unpacked
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.text import FILLER, LineIndex, Span


class Kind(NamedTuple):
    """What a paragraph is; without a kind, it is not read."""

    kind: str = PARAGRAPH
    level: int = 0


class _Open:
    """A paragraph that is being read: its line, and the text with places in that line."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.builder = ProseBuilder()

    def note(self, text: str) -> tuple[int, int]:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length


class Paragraphs:
    """Gathers paragraphs; each that is not empty becomes a line of the text, maybe a block too.

    A line break inside of a paragraph is a blank in its line.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.fields: list[Field] = []
        self.tables: list[Table] = []
        self.length = 0
        """Of the text so far."""
        self._lines: list[str] = []
        self._open = [_Open()]

    def begin_inside(self) -> None:
        """What follows, up to :meth:`end_inside`, stands in the paragraph at hand, as a text box does."""
        self._open.append(_Open())

    def end_inside(self) -> None:
        """Go on with the paragraph around."""
        self.end(Kind())
        self._open.pop()

    def add(self, text: str, active: Iterable[Active] = ()) -> None:
        """Text as it stands there; a line break in it was wanted by the author."""
        here = self._open[-1]
        for number, line in enumerate(text.replace("\r", " ").split("\n")):
            if number:
                here.builder.add_break(*here.note(" "))
            if not here.builder:
                blanks = len(line) - len(line.lstrip())
                here.note(line[:blanks])
                line = line[blanks:]
            if line:
                here.builder.add(line, *here.note(line), active)

    def add_filler(self, text: str, active: Iterable[Active] = ()) -> None:
        """What is no prose: code, formulas."""
        here = self._open[-1]
        here.builder.add_filler(*here.note(" ".join(text.splitlines())), active)

    def add_picture(self) -> None:
        """Something that is seen and not read; what it stands in is not empty."""
        self._open[-1].note(FILLER)

    def end(self, kind: Kind) -> Block | None:
        """End the paragraph at hand, which is of such a kind; as a block if it is read and has prose."""
        here = self._open[-1]
        self._open[-1] = _Open()
        text = here.builder.text()
        text = text if kind.kind == CODE else without_addresses(text)
        line = "".join(here.parts)
        if not line.strip():
            return None
        start = self._line(line)
        if not kind.kind or not has_prose(text):
            return None
        block = Block(kind.kind, text.moved(start), kind.level)
        self.blocks.append(block)
        return block

    def caption(self, text: str) -> None:
        """The description of a picture, as a paragraph of its own."""
        if text.strip():
            self.begin_inside()
            self.add(" ".join(text.split()))
            self.end(Kind(CAPTION))
            self._open.pop()

    def field(self, name: str, value: str) -> None:
        """Metadata that stands beside the text; it gets a line behind it."""
        value = " ".join(value.split())
        if value:
            start = self._line(value)
            span = Span(start, start + len(value))
            self.fields.append(Field(name, value, span, span))

    def _line(self, line: str) -> int:
        """Where the line begins that is added."""
        start = self.length
        self._lines.append(line)
        self.length += len(line) + 1
        return start

    def text(self) -> str:
        """All lines."""
        return "".join(f"{line}\n" for line in self._lines)


def finished(out: Paragraphs, properties: Iterable[tuple[str, str]], format: str) -> Unpacked:
    """The one article in a document, of its paragraphs and its properties, by name and value."""
    end = out.length
    blocks = _with_headline(out.blocks)
    has_headline = any(block.kind in (HEADLINE, HEADING) for block in blocks)
    for name, value in properties:
        if name != "title" or not has_headline:  # it often is that of the template
            out.field(name, value)
    text = out.text()
    return Unpacked(
        text, [Document(text, Draft(blocks, out.fields, [], tables=out.tables), format)], _Places(text, end)
    )


def _with_headline(blocks: list[Block]) -> list[Block]:
    """The blocks; without any heading a short line on top is the headline, as in a plain text."""
    if len(blocks) < 2 or any(block.kind in (HEADLINE, HEADING) for block in blocks):
        return blocks
    first, second = blocks[:2]
    is_line = first.kind == second.kind == PARAGRAPH and len(second.text) > len(first.text)
    if is_line and may_be_headline(first.text.prose):
        return [first._replace(kind=HEADLINE, level=1), *blocks[1:]]
    return blocks


class _Places:
    """Tells where an offset is: in which paragraph, counted from 1, or in the properties of the document."""

    def __init__(self, text: str, properties: int) -> None:
        self._lines = LineIndex(text)
        self._properties = properties

    def __call__(self, offset: int) -> str:
        if offset >= self._properties:
            return message("the properties of the document")
        return message("paragraph {number}", number=str(self._lines.position(offset).line))
