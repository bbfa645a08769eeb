"""Blocks out of HTML tags and texts: the machine under pages and under HTML inside Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from linter.article import templates
from linter.article.addresses import without_addresses
from linter.article.entities import decoded_pieces
from linter.article.html.elements import (
    BLOCKS,
    HEADER_CELL,
    IMPLIED_ENDS,
    INLINE,
    PARAGRAPH_ENDS,
    ROW,
    TABULAR,
    VOID,
    Context,
    inside,
    with_attributes,
)
from linter.article.html.parts import Parts
from linter.article.html.tokens import Chunk, Tag, attributes
from linter.article.model import CAPTION, CODE, Block, Table
from linter.article.prose import Active, ProseBuilder, has_prose
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span, Text
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.article.tables import OpenTables

_SEARCH_DEPTH = 40
"""How far up an implied end is looked for; real pages need less."""
_LONGEST_NUMBER = 6
_FILE_NAME = lazy(r"\S+\.(?:jpe?g|png|gif|webp|svg|avif)|\S*[\d_]\S*", re.IGNORECASE)


class Placed(NamedTuple):
    """A block and the context it stands in."""

    block: Block
    context: Context


MarkdownReader = Callable[[int, int], tuple[Text, list[Text]]]
"""Reads a range of the source as a Markdown paragraph: its text, and the captions of its pictures."""


class HtmlBlocks:
    """Takes tokens in order and keeps the blocks; open elements survive from one part to the next.

    With ``parts`` the parts of a page are told apart. With ``has_templates``
    filler stands for template tags. With ``markdown`` the content of elements that are declared to hold
    Markdown is read as such.
    """

    def __init__(
        self,
        source: str,
        parts: Parts | None = None,
        has_templates: bool = False,
        markdown: MarkdownReader | None = None,
    ) -> None:
        self.source = source
        self.placed: list[Placed] = []
        self.scripts: list[Span] = []
        """And styles."""
        self.only_code: list[Text] = []
        """Blocks that hold nothing else."""
        self.hidden: list[Span] = []
        """Text that nobody sees."""
        self._parts = parts
        self._template = lazy(templates.INLINE) if has_templates else None
        self._read_markdown = markdown
        self._markdown: Span | None = None
        self._stack: list[tuple[str, Context]] = []
        self._open: dict[str, int] = {}
        self._builder = ProseBuilder()
        self._context = Context()
        self._captions: list[Placed] = []
        self._breaks = 0
        self._tables: OpenTables | None = None

    @property
    def context(self) -> Context:
        """What holds at this point."""
        return self._stack[-1][1] if self._stack else Context()

    def take(self, token: Tag | Chunk) -> None:
        """One token, the next in order."""
        inline = isinstance(token, Chunk) or token.name not in BLOCKS
        if inline and self._read_markdown and self.context.markdown and not self.context.hidden:
            start = self._markdown.start if self._markdown else token.start
            self._markdown = Span(start, token.end)
        elif isinstance(token, Chunk):
            self._text(token)
        elif token.closing:
            self._end(token)
        else:
            self._start(token)

    def tables(self) -> list[Table]:
        """The tables so far, those included that no end tag ends."""
        return self._tables.all() if self._tables is not None else []

    def flush(self) -> None:
        """End the block at hand."""
        if self._markdown and self._read_markdown:
            text, captions = self._read_markdown(*self._markdown)
            self._markdown = None
            blocks = [Block(self.context.kind, text, self.context.level)]
            blocks += [Block(CAPTION, caption) for caption in captions]
            self.placed += [Placed(block, self.context) for block in blocks if has_prose(block.text)]
            self._to_cell(text)
        if self._builder:
            kind, text = self._context.kind, self._builder.text()
            self._builder = ProseBuilder()
            text = text if kind == CODE else without_addresses(text)
            self._to_cell(text)
            if has_prose(text):
                self.placed.append(Placed(Block(kind, text, self._context.level), self._context))
            elif any(text.marked("code")):
                self.only_code.append(text)
        self._breaks = 0
        self.placed += self._captions
        self._captions.clear()

    def _to_cell(self, text: Text) -> None:
        if self._tables is not None:
            self._tables.add(text)

    def _text(self, chunk: Chunk) -> None:
        context = self.context
        if context.hidden or chunk.inside:
            if chunk.inside != "title":
                (self.scripts if chunk.inside else self.hidden).append(Span(chunk.start, chunk.end))
            return
        if not self._builder:
            self._context = context
        start, end = chunk.start, chunk.end
        if context.kind == CODE:
            self._builder.add(self.source[start:end], start, end)
        elif ("code", "") in context.marks:
            self._builder.add_filler(start, end, context.marks)
        else:
            self._prose(start, end, context.marks)
        if self._breaks and self.source[start:end].strip():
            self._breaks = 0

    def _prose(self, start: int, end: int, marks: tuple[Active, ...]) -> None:
        found = self._template.finditer(self.source, start, end) if self._template else ()
        for tag in found:
            self._builder.add_html(self.source, start, tag.start(), marks)
            self._builder.add_filler(*tag.span(), (*marks, ("template", tag[0])))
            start = tag.end()
        self._builder.add_html(self.source, start, end, marks)

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in BLOCKS:
            self.flush()
            if self._open.get("p"):
                self._end_implied(*PARAGRAPH_ENDS)
        if name in IMPLIED_ENDS:
            self._end_implied(*IMPLIED_ENDS[name])
        if name in VOID:
            self._void(tag)
        elif name in BLOCKS or name in INLINE or not self.source.startswith("/>", tag.end - 2):
            self._stack.append((name, self._inside(tag)))
            self._open[name] = self._open.get(name, 0) + 1
            if name in TABULAR:
                self._tabular(tag)

    def _tabular(self, tag: Tag) -> None:
        """A table begins, or a row or a cell of one."""
        if self._tables is None:
            from linter.article.tables import OpenTables

            self._tables = OpenTables()
        if tag.name == "table":
            self._tables.begin()
        elif tag.name == ROW:
            self._tables.next_row()
        else:
            values = attributes(self.source, tag)
            across, down = (_spanned(self.source, values.get(key)) for key in ("colspan", "rowspan"))
            self._tables.next_cell(across, down, tag.name == HEADER_CELL)

    def _inside(self, tag: Tag) -> Context:
        outer = self.context
        if outer.hidden:
            return outer
        context = inside(outer, tag.name)
        values: dict[str, str] = {}
        if tag.rest.end > tag.rest.start:
            values = {name: self.source[slice(*span)] for name, span in attributes(self.source, tag).items()}
            parent = self._stack[-1][0] if self._stack else ""
            context = with_attributes(context, tag.name, values, parent)
        if self._parts and tag.name in BLOCKS and not context.hidden:
            context = context._replace(part=self._parts.enter(outer.part, tag.name, values))
        return context

    def _void(self, tag: Tag) -> None:
        if self.context.hidden:
            return
        if tag.name == "br":
            self._breaks += 1
            if self._breaks > 1:
                self.flush()
            else:
                self._builder.add_break(tag.start, tag.end)
        elif tag.name == "img":
            values = attributes(self.source, tag)
            context = self.context._replace(kind=CAPTION, level=0)
            spans = [values[name] for name in ("alt", "title") if name in values]
            self._captions += [
                Placed(Block(CAPTION, text), context)
                for text in caption_texts(self.source, spans)
                if not (self._template and self._template.search(text.prose))
            ]

    def _end(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self.flush()
        if self._open.get(tag.name):
            while self._pop() != tag.name:
                pass

    def _pop(self) -> str:
        name, _ = self._stack.pop()
        self._open[name] -= 1
        if name in TABULAR and self._tables is not None:
            if name == "table":
                self._tables.end()
            else:
                self._tables.end_cell()
        return name

    def _end_implied(self, ends: frozenset[str], shields: frozenset[str]) -> None:
        for depth, (name, _) in enumerate(reversed(self._stack[-_SEARCH_DEPTH:]), 1):
            if name in ends:
                if name in BLOCKS:
                    self.flush()
                for _ in range(depth):
                    self._pop()
                return
            if name in shields:
                return


def _spanned(source: str, value: Span | None) -> int:
    """The number that an attribute says, if it says one."""
    text = source[slice(*value)].strip() if value else ""
    return int(text) if text.isdecimal() and len(text) < _LONGEST_NUMBER else 1


def caption_texts(source: str, spans: Iterable[Span]) -> list[Text]:
    """Alt text and title of a picture; empty ones, file names and repetitions are left out."""
    texts: list[Text] = []
    for start, end in spans:
        text = Text(decoded_pieces(source, start, end))
        prose = text.prose.strip()
        if prose and not _FILE_NAME.fullmatch(prose) and all(prose != other.prose.strip() for other in texts):
            texts.append(text)
    return texts
