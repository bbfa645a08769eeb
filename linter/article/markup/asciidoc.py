"""AsciiDoc, with front matter as site generators add it.

Follows the AsciiDoc language as Asciidoctor documents it, as far as prose needs it; there is no parser with
places in Python. Both branches of conditions are read, what is included is not.
"""

from __future__ import annotations

import re

from linter.article.draft import Draft
from linter.article.markup.asciidoc_inline import read_inline
from linter.article.markup.lines import Line, spans_of
from linter.article.markup.walker import Walker, draft_of
from linter.article.model import CAPTION, HEADING, LIST, PARAGRAPH, QUOTE, TABLE, Block, Field
from linter.article.tables import TableBuilder
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

_VERBATIM = lazy(r"-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}.*|~{3,}\w.*|[,:]===+")
_AROUND = lazy(r"={4,}|\*{4,}|_{4,}|--")
_TABLE = lazy(r"[|!]===+")
_UNDERLINE = lazy(r"=+|-+|~+|\^+|\++")
_LEVELS = "=-~^+"
_SECTION = lazy(r"(={1,6}|\#{1,6})\s+(?=\S)")
_BREAK = lazy(r"'{3,}|-{3}|\*{3}|<{3,}|- - -|\* \* \*")
_ATTRIBUTES = lazy(r"\[(?P<style>[\w.#%-]*)[^\n]*\]")
_ENTRY = lazy(r":!?(?P<name>\w[\w-]*)!?:(?:\s+|$)")
_BLOCK_TITLE = lazy(r"\.(?=[^\s.])")
_ITEM = lazy(
    r"(?:\*{1,6}|-|\u2022|\.{1,6}|\d{1,4}\.|[a-zA-Z]\.|[ivxIVX]{1,6}\)|<(?:\d+|\.)>)\s+"
    r"(?:\[[ xX*]\]\s+)?(?=\S)"
)
_TERM = lazy(r"(?P<term>\S(?:[^:\n]|:(?!:))*?)(?::{2,4}|;;)(?:\s+|$)")
_BLOCK_MACRO = lazy(r"(?P<name>[a-zA-Z][\w-]*)::(?P<target>[^\s\[\]]*[^\[\]]*)\[(?P<text>.*)\]")
_ADMONITION = lazy(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+")
_REVISION = lazy(r"(?:v?[\d.]+\w*,\s*)?(?P<date>[^:,]*\d{4}[^:]*?)(?::.*)?")
_AUTHOR = lazy(r"[^\W\d_][\w.' -]*(?:<[^<>]+>)?(?:;.*)?")
_CODE_STYLES = frozenset(
    "source listing literal stem latexmath asciimath pass comment plantuml ditaa graphviz mermaid".split()
)
_CELL = lazy(
    r"(?:(?<!\S)(?:(?P<across>\d+)(?:\.(?P<down>\d+))?\+|\d+(?:\.\d+)?\*|\.(?P<only_down>\d+)\+)?"
    r"[<^>]?(?:\.[<^>])?[a-z]?)?(?<!\\)\|"
)
_COLUMNS = lazy(r"\bcols=(?P<quote>[\"']?)(?P<columns>[^\"'\]]*)(?P=quote)")
_REPEATED = lazy(r"(\d{1,3})\*")
_LONGEST_NUMBER = 6
_MOST_COLUMNS = 300
_ARMOUR = "-----BEGIN PGP "
"""A key or a signature, whose file has the suffix of some AsciiDoc files."""
_PREFIX = lazy(r"(?:page|jbake|awestruct|hp|article)-")
"""Of attributes that are meant for a site generator."""


def read_asciidoc(source: str) -> Draft:
    """The draft of an AsciiDoc source."""
    if source.startswith(_ARMOUR):
        return Draft([], [], [])
    return draft_of(source, _Reader)


class _Reader(Walker):
    """What is delimited may hold anything, so the open delimiters are on a stack."""

    def __init__(self, source: str, lines: list[Line]) -> None:
        super().__init__(source, lines)
        self._style = ""
        """What the attributes before a block call it."""
        self._columns = 0
        """How many columns the attributes before a table give it; none if they do not say."""
        self._around: list[tuple[str, str]] = []
        """Open delimiters, each with the kind of the paragraphs inside."""

    def _is_markup(self, line: Line) -> bool:
        """Take a line that is no text; what may stand in a paragraph comes first."""
        text = line.text
        if self._is_underline(line) or (text.startswith("//") and not text.startswith("///")):
            return True
        return any(pattern.fullmatch(text) and take(self, line) for pattern, take in _WHOLE) or any(
            (found := pattern.match(text)) is not None and take(self, line, found) for pattern, take in _BEGUN
        )

    def _is_underline(self, line: Line) -> bool:
        """A line of signs that is as long as the one line above it makes that a title, outside of blocks."""
        if (
            len(self._paragraph) != 1
            or self._kind != PARAGRAPH
            or self._around
            or not _UNDERLINE.fullmatch(line.text)
        ):
            return False
        title = self._paragraph[0]
        if abs(len(title.text) - len(line.text)) > 1 or len(title.text) < 2:
            return False
        self._paragraph = []
        self._heading(title, _LEVELS.index(line.text[0]) + 1)
        return True

    def _add(self, line: Line) -> None:
        if not self._paragraph:
            self._kind = self._kind_here()
            if line.indent and self._kind == PARAGRAPH and not self._style:
                self._style = "literal"
            label = _ADMONITION.match(line.text)
            line = line.behind(label.end()) if label else line
        self._paragraph.append(line)

    def _kind_here(self) -> str:
        return self._around[-1][1] if self._around else PARAGRAPH

    def _flush(self) -> None:
        lines, style = self._paragraph, self._style
        self._paragraph = []
        if lines:
            self._style = ""
            if style in _CODE_STYLES:
                self._shown(lines if style != "comment" else [])
            else:
                self._text(QUOTE if style in ("quote", "verse") else self._kind, spans_of(lines))

    def _read(self, kind: str, spans: list[Span], level: int) -> list[Block]:
        read = read_inline(self.source, spans)
        notes = (Block(PARAGRAPH, note) for note in read.notes)
        captions = (Block(CAPTION, caption) for caption in read.captions)
        return [Block(kind, read.text, level), *notes, *captions]

    def _heading(self, line: Line, level: int) -> None:
        self._text(HEADING, [line.span], level)
        if level == 1 and len(self.blocks) == 1:
            self._head()

    def _head(self) -> None:
        """The lines below the title: author, revision, attributes."""
        while self._at < len(self.lines) and (line := self.lines[self._at]).text:
            entry = _ENTRY.match(line.text)
            if entry is not None:
                self._at += 1
                self._entry(line, entry)
                continue
            revision = _REVISION.fullmatch(line.text)
            if revision is None and not _AUTHOR.fullmatch(line.text) and not line.text.startswith("//"):
                return
            name, value = ("date", line.part(*revision.span("date"))) if revision else ("author", line)
            if not line.text.startswith("//"):
                self._field(name, value)
            self._at += 1

    def _field(self, name: str, value: Line) -> None:
        if value.text:
            self.fields.append(Field(name, value.text, value.span, value.span))

    def _entry(self, line: Line, found: re.Match[str]) -> bool:
        """An attribute of the document: metadata, if it stands above the text."""
        if self._paragraph:
            return False
        if not any(block.kind != HEADING for block in self.blocks):
            self._field(_PREFIX.sub("", found["name"]), line.behind(found.end()))
        return True

    def _verbatim(self, line: Line) -> bool:
        """A block whose lines are shown as they stand, up to the same delimiter."""
        self._flush()
        closing = line.text[:3] if line.text[0] in "`~" else line.text
        first = self._at
        while self._at < len(self.lines) and self.lines[self._at].text != closing:
            self._at += 1
        if not line.text.startswith("/") and self._style != "comment":
            self._shown(self.lines[first : self._at])
        self._at += 1
        self._style = ""
        return True

    def _delimiter(self, line: Line) -> bool:
        self._flush()
        if any(sign == line.text for sign, _ in self._around):
            while self._around.pop()[0] != line.text:
                pass
        elif self._style in _CODE_STYLES:
            self._verbatim(line)
        else:
            is_quote = line.text[0] == "_" or self._style in ("quote", "verse")
            self._around.append((line.text, QUOTE if is_quote else self._kind_here()))
        self._style = ""
        return True

    def _attributes(self, line: Line) -> bool:
        """What stands in brackets before a block; that of code may follow on the last line of a paragraph."""
        found = _ATTRIBUTES.match(line.text)
        style = re.split(r"[.#%]", found["style"])[0] if found else ""
        if self._paragraph and self._kind != LIST and style not in _CODE_STYLES:
            return False
        self._flush()
        self._style = style or self._style
        columns = _COLUMNS.search(line.text)
        self._columns = _column_count(columns["columns"]) if columns else self._columns
        return True

    def _table(self, line: Line) -> bool:
        self._flush()
        cells: list[_Cell] = []
        width = self._columns
        while self._at < len(self.lines) and self.lines[self._at].text != line.text:
            _cells(self.lines[self._at], cells)
            width = width or sum(cell.across for cell in cells)
            self._at += 1
        self._at += 1
        self._columns = 0
        self._laid_out(cells, width)
        return True

    def _laid_out(self, cells: list[_Cell], width: int) -> None:
        """Cells as a table of so many columns: a row ends with the cell that fills it."""
        table = TableBuilder()
        for cell in cells:
            if table.column >= width or not table.has_rows:
                table.next_row()
            table.next_cell(cell.across, cell.down)
            self._cell(table, cell.spans)
        self._ended(table)

    def _block_macro(self, line: Line) -> bool:
        """A picture has a description; what others bring is not read."""
        found = _BLOCK_MACRO.fullmatch(line.text)
        self._flush()
        if found is not None and found["name"] == "image":
            alt = found["text"].split(",")[0]
            if alt.strip('" ') and "=" not in alt:
                start = line.start + found.start("text")
                self._text(CAPTION, [Span(start, start + len(alt))])
        return True

    def _section(self, line: Line, found: re.Match[str]) -> bool:
        if self._paragraph or line.indent:
            return False
        self._heading(line.behind(found.end()), len(found[1]))
        return True

    def _item(self, line: Line, found: re.Match[str]) -> bool:
        if self._paragraph and self._kind != LIST:
            return False
        self._flush()
        self._style = ""
        self._kind = TABLE if self._kind_here() == TABLE else LIST
        self._paragraph = [line.behind(found.end())]
        return True

    def _term(self, line: Line, found: re.Match[str]) -> bool:
        """A term, and maybe what it means on the same line."""
        if self._paragraph and self._kind != LIST:
            return False
        self._flush()
        self._text(self._kind_here(), [Span(line.start, line.start + found.end("term"))])
        self._kind = LIST
        rest = line.behind(found.end())
        self._paragraph = [rest] if rest.text else []
        return True

    def _block_title(self, line: Line, found: re.Match[str]) -> bool:
        if self._paragraph or line.indent:
            return False
        self._text(CAPTION, [line.behind(1).span])
        return True


class _Cell(NamedTuple):
    """The pieces of lines in a cell of a table, and what it spans."""

    spans: list[Span]
    across: int = 1
    down: int = 1


def _cells(line: Line, cells: list[_Cell]) -> None:
    """Add what a line of a table holds: the end of the last cell, and further ones."""
    at = 0
    for sign in [*_CELL.finditer(line.text), None]:
        end = sign.start() if sign else len(line.text)
        kept = line.part(at, end)
        if kept.text:
            if not cells:
                cells.append(_Cell([]))
            cells[-1].spans.append(kept.span)
        if sign:
            across, down = sign["across"], sign["down"] or sign["only_down"]
            cells.append(_Cell([], _number(across), _number(down)))
            at = sign.end()


def _number(written: str | None) -> int:
    return int(written) if written and len(written) < _LONGEST_NUMBER else 1


def _column_count(columns: str) -> int:
    """How many columns ``1,2*,>3`` declares."""
    found = (_REPEATED.match(each.strip()) for each in columns.split(",")[:_MOST_COLUMNS])
    return sum(min(int(each[1]), _MOST_COLUMNS) if each else 1 for each in found)


_WHOLE = (
    (_VERBATIM, _Reader._verbatim),
    (_AROUND, _Reader._delimiter),
    (_TABLE, _Reader._table),
    (_BREAK, _Reader._silent),
    (_ATTRIBUTES, _Reader._attributes),
    (lazy(r"\+"), _Reader._silent),
    (_BLOCK_MACRO, _Reader._block_macro),
)
_BEGUN = (
    (_SECTION, _Reader._section),
    (_ENTRY, _Reader._entry),
    (_ITEM, _Reader._item),
    (_BLOCK_TITLE, _Reader._block_title),
    (_TERM, _Reader._term),
)
