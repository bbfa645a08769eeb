"""reStructuredText, with what Sphinx, Pelican, Nikola and ABlog add.

A walk over the lines of our own: docutils knows lines of blocks at best and columns of nothing. What is read
follows its specification (docutils 0.22); of directives and roles that are not known nothing is judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.draft import Draft
from linter.article.frontmatter import read_front_matter
from linter.article.markup.lines import Line, lines_from, shown, spans_of
from linter.article.markup.rst_directives import (
    CAPTIONED,
    ENTITLED,
    QUOTED,
    VERSIONED,
    holds_prose,
    options,
)
from linter.article.markup.rst_inline import read_inline
from linter.article.markup.rst_tables import GridCell, ListTable, grid_cells, is_grid, is_simple, simple_cells
from linter.article.model import CAPTION, HEADING, LIST, PARAGRAPH, QUOTE, TABLE, Block, Cell, Field, Table
from linter.article.prose import has_prose
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span

_DEEPEST = 30
"""What is nested more deeply is read as running text."""
_ADORNMENT = lazy(r"([!-/:-@\[-`{-~])\1*")
_SHORT = 4
"""A shorter line of signs is text, unless it is as long as the title."""
_BULLET = lazy(r"[-*+\u2022\u2023\u2043](?:\s+|$)")
_ENUMERATOR = lazy(r"\(?(?:\d{1,4}|#|[a-zA-Z]|[ivxlcdmIVXLCDM]{1,8})[.)](?:\s+|$)")
_FIELD = lazy(r":(?![: ])(?P<name>(?:[^:\\]|\\.|:(?![\s:]))+):(?:\s+|$)")
_OPTION = lazy(r"(?:-\w|--\w[\w-]*|/[A-Z])(?:[ =]\S+)?(?:, (?:-\w|--\w[\w-]*)(?:[ =]\S+)?)*(?:\s{2,}|$)")
_LINE_BLOCK = lazy(r"\|(?:\s+|$)")
_EXPLICIT = lazy(r"\.\.(?:\s+|$)")
_DIRECTIVE = lazy(r"(?:\|[^|]+\|\s+)?(?P<name>\w[\w.+-]*(?::[\w.+-]+)*)\s?::(?:\s+|$)")
_NOTE = lazy(r"\[(?:[#\w.:-]+|\*)\](?:\s+|$)")
_ANONYMOUS = lazy(r"__(?:\s|$)")


def read_rst(source: str) -> Draft:
    """The draft of a reStructuredText source."""
    front = read_front_matter(source)
    reader = _Reader(source)
    blocks = list(reader.body(lines_from(source, front.body), PARAGRAPH, 0))
    return Draft(blocks, [*front.fields, *reader.fields], front.problems, tables=reader.tables)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.fields: list[Field] = []
        self.tables: list[Table] = []
        self._listed: ListTable | None = None
        """A table written as a list, while it is read."""
        self._styles: list[str] = []
        """Adornments of titles; the place of one is the level of its headings, from 0."""
        self._has_text = False

    def body(self, lines: list[Line], kind: str, depth: int) -> Iterator[Block]:
        """The blocks of lines that belong together, paragraphs among them of such a kind."""
        indent = min((line.indent for line in lines if line.text), default=0)
        at = 0
        while at < len(lines):
            line = lines[at]
            if not line.text:
                at += 1
            elif line.indent > indent:
                end = _deeper_end(lines, at, indent)
                inner = QUOTE if kind == PARAGRAPH else kind
                yield from self._inside(lines[at:end], inner, depth)
                at = end
            else:
                found, at = self._element(lines, at, kind, depth)
                yield from found
                self._has_text = self._has_text or any(block.kind != HEADING for block in found)

    def _inside(self, lines: list[Line], kind: str, depth: int) -> Iterator[Block]:
        if depth < _DEEPEST:
            yield from self.body(lines, kind, depth + 1)
        else:
            yield from self._text(kind, lines)

    def _element(self, lines: list[Line], at: int, kind: str, depth: int) -> tuple[list[Block], int]:
        """The blocks of one element of the body, and the line behind it."""
        text = lines[at].text
        title = self._title(lines, at) if depth == 0 else None
        if title is not None:
            return title
        if text.startswith(".. ") or text == ".." or _ANONYMOUS.match(text):
            end = _deeper_end(lines, at + 1, lines[at].indent)
            return list(self._explicit(lines[at:end], kind, depth)), end
        for pattern, read in _ELEMENTS:
            if pattern.match(text):
                found = read(self, lines, at, kind, depth)
                if found is not None:
                    return found
        return self._paragraph(lines, at, kind, depth)

    def _title(self, lines: list[Line], at: int) -> tuple[list[Block], int] | None:
        """A title with its adornment below, or on both sides; a line of signs alone parts two sections."""
        line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else _NO_LINE
        if not _ADORNMENT.fullmatch(line.text):
            if _adorns(below, line):
                return self._heading(below.text[0], line), at + 2
            return None
        last = lines[at + 2] if at + 2 < len(lines) else _NO_LINE
        if below.text and last.text[:1] == line.text[0] and _adorns(last, below):
            return self._heading(line.text[0] * 2, below), at + 3
        return ([], at + 1) if len(line.text) >= _SHORT and not below.text else None

    def _heading(self, style: str, line: Line) -> list[Block]:
        if style not in self._styles:
            self._styles.append(style)
        text = read_inline(self.source, [line.span])
        return [Block(HEADING, text, self._styles.index(style) + 1)] if has_prose(text) else []

    def _bullets(self, lines: list[Line], at: int, kind: str, depth: int) -> Found | None:
        return self._item(lines, at, kind, depth, len(_matched(_BULLET, lines[at])))

    def _enumerated(self, lines: list[Line], at: int, kind: str, depth: int) -> Found | None:
        """An item, unless the next line goes on as a paragraph does."""
        after = lines[at + 1] if at + 1 < len(lines) else _NO_LINE
        if after.text and after.indent <= lines[at].indent and not _ENUMERATOR.match(after.text):
            return None
        return self._item(lines, at, kind, depth, len(_matched(_ENUMERATOR, lines[at])))

    def _item(self, lines: list[Line], at: int, kind: str, depth: int, marker: int) -> Found:
        end = _deeper_end(lines, at + 1, lines[at].indent)
        inner = _hanging(lines[at].behind(marker), lines[at + 1 : end])
        if kind != TABLE or self._listed is None:
            return list(self._inside(inner, TABLE if kind == TABLE else LIST, depth)), end
        with self._listed.item():
            return list(self._inside(inner, TABLE, depth)), end

    def _field(self, lines: list[Line], at: int, kind: str, depth: int) -> Found | None:
        """A field: metadata above the text, else an item."""
        found = _FIELD.match(lines[at].text)
        if found is None:
            return None
        end = _deeper_end(lines, at + 1, lines[at].indent)
        inner = _hanging(lines[at].behind(found.end()), lines[at + 1 : end])
        if depth or self._has_text:
            return list(self._inside(inner, LIST, depth)), end
        spans = spans_of(inner)
        if spans:
            span = Span(spans[0].start, spans[-1].end)
            value = " ".join(self.source[slice(*each)] for each in spans)
            start = lines[at].start + 1
            key = Span(start, start + len(found["name"]))
            self.fields.append(Field(found["name"], value, span, key))
        return [], end

    def _code(self, lines: list[Line], at: int, kind: str, depth: int) -> Found | None:
        """What ends with the next empty line and is no prose: a session, options of a command."""
        end = _block_end(lines, at)
        return shown(self.source, lines[at:end]), end

    def _line_block(self, lines: list[Line], at: int, kind: str, depth: int) -> Found | None:
        end = _block_end(lines, at)
        inner = [line.behind(1) if line.text.startswith("|") else line for line in lines[at:end]]
        return [block for line in inner for block in self._text(kind, [line])], end

    def _table(self, lines: list[Line], at: int, kind: str, depth: int) -> Found | None:
        if is_grid(lines[at]):
            end = _block_end(lines, at)
            cells = grid_cells(self.source, lines[at:end])
        elif is_simple(lines[at]):
            cells, end = simple_cells(lines, at)
        else:
            return None
        if cells is None:
            return shown(self.source, lines[at:end]), end
        return list(self._cells(cells)), end

    def _cells(self, cells: list[GridCell]) -> Iterator[Block]:
        """The blocks in the cells of a table, which is kept."""
        laid_out = []
        for cell in cells:
            text = read_inline(self.source, cell.spans)
            laid_out.append(Cell(cell.row, cell.column, text, cell.across))
            if has_prose(text):
                yield Block(TABLE, text)
        self.tables += [Table(tuple(laid_out))] if laid_out else []

    def _paragraph(self, lines: list[Line], at: int, kind: str, depth: int) -> Found:
        """A paragraph, a term with its definition, or what introduces a literal block."""
        indent = lines[at].indent
        end = at + 1
        while end < len(lines) and lines[end].text and lines[end].indent == indent:
            end += 1
        defines = end == at + 1 and end < len(lines) and lines[end].text and lines[end].indent > indent
        if defines and not lines[at].text.endswith("::"):
            inner_end = _deeper_end(lines, end, indent)
            inner = self._inside(lines[end:inner_end], kind, depth)
            return [*self._text(kind, lines[at:end]), *inner], inner_end
        paragraph = lines[at:end]
        if not paragraph[-1].text.endswith("::"):
            return list(self._text(kind, paragraph)), end
        paragraph[-1] = _without_colon(paragraph[-1])
        literal_end = _literal_end(lines, end, indent)
        return [*self._text(kind, paragraph), *shown(self.source, lines[end:literal_end])], literal_end

    def _explicit(self, lines: list[Line], kind: str, depth: int) -> Iterator[Block]:
        """What begins with two dots: a directive, a note, or a target or comment, which nobody sees."""
        first = lines[0].behind(len(_matched(_EXPLICIT, lines[0])))
        directive = _DIRECTIVE.match(first.text)
        if directive is not None and not first.text.startswith("|"):
            name = directive["name"].lower()
            yield from self._directive(name, _hanging(first.behind(directive.end()), lines[1:]), kind, depth)
            return
        note = _NOTE.match(first.text)
        if note is not None:
            inner = _hanging(first.behind(note.end()), lines[1:])
            yield from self._inside(inner, PARAGRAPH, depth)

    def _directive(self, name: str, lines: list[Line], kind: str, depth: int) -> Iterator[Block]:
        if name == "post" and not self._has_text:
            self._posted(lines[0])
        if not holds_prose(name):
            yield from shown(self.source, lines[1:])
            return
        head, named, content = options(lines)
        for option in named:
            if option.name == "alt":
                yield from self._text(CAPTION, [option.line])
        yield from self._text(CAPTION if name in CAPTIONED else PARAGRAPH, head if name in ENTITLED else [])
        if name not in ENTITLED and name not in ("image", "figure") and ":" not in name:
            skipped = len(head[0].text.split(" ", 1)[0]) if name in VERSIONED and head else 0
            content = [*(line.behind(skipped) for line in head[:1]), *head[1:], *content]
        inner = QUOTE if name in QUOTED else kind
        is_table = name == "list-table"
        found = self._list_table(content, depth) if is_table else list(self._inside(content, inner, depth))
        if name == "figure" and found and found[0].kind == PARAGRAPH:
            found[0] = found[0]._replace(kind=CAPTION)
        yield from found

    def _list_table(self, lines: list[Line], depth: int) -> list[Block]:
        around, self._listed = self._listed, ListTable()
        found = list(self._inside(lines, TABLE, depth))
        self.tables += self._listed.tables()
        self._listed = around
        return found

    def _posted(self, line: Line) -> None:
        """The date of a post of ABlog."""
        if line.text:
            self.fields.append(Field("date", line.text, line.span, line.span))

    def _text(self, kind: str, lines: list[Line]) -> Iterator[Block]:
        return self._spans(kind, spans_of(lines))

    def _spans(self, kind: str, spans: list[Span]) -> Iterator[Block]:
        text = read_inline(self.source, spans) if spans else None
        if text is not None and kind == TABLE and self._listed is not None:
            self._listed.add(text)
        if text is not None and has_prose(text):
            yield Block(kind, text)


Found = tuple[list[Block], int]
"""Blocks, and the line behind them."""
_ELEMENTS = (
    (_LINE_BLOCK, _Reader._line_block),
    (lazy(r"\+[-=+]+\+$|={2,}(?:\s+={2,})+$"), _Reader._table),
    (lazy(r">>>(?:\s|$)"), _Reader._code),
    (_OPTION, _Reader._code),
    (_BULLET, _Reader._bullets),
    (_ENUMERATOR, _Reader._enumerated),
    (_FIELD, _Reader._field),
)
_NO_LINE = Line(0, 0, 0, "")


def _hanging(first: Line, rest: list[Line]) -> list[Line]:
    """Lines of which the first stands behind a marker: it begins no deeper than the others."""
    indent = min((line.indent for line in rest if line.text), default=first.indent)
    return [first._replace(indent=min(first.indent, indent)), *rest]


def _matched(pattern: re.Pattern[str], line: Line) -> str:
    found = pattern.match(line.text)
    return found[0] if found else ""


def _adorns(line: Line, title: Line) -> bool:
    """Whether a line of signs belongs to a title: as long as it, or long enough to be meant."""
    if not line.text or not title.text or line.indent > title.indent or not _ADORNMENT.fullmatch(line.text):
        return False
    return len(line.text) >= min(len(title.text), _SHORT)


def _deeper_end(lines: list[Line], at: int, indent: int) -> int:
    """Where the lines end that are indented more, empty ones between them included."""
    end = at
    while at < len(lines) and (not lines[at].text or lines[at].indent > indent):
        at += 1
        if lines[at - 1].text:
            end = at
    return end


def _block_end(lines: list[Line], at: int) -> int:
    while at < len(lines) and lines[at].text:
        at += 1
    return at


def _literal_end(lines: list[Line], at: int, indent: int) -> int:
    """Where a literal block ends that begins at a line: it is indented, or has a sign before each line."""
    end = _deeper_end(lines, at, indent)
    while end == at and at < len(lines) and not lines[at].text:
        at, end = at + 1, at + 1
    if end == at and at < len(lines) and _ADORNMENT.fullmatch(lines[at].text[:1]):
        sign = lines[at].text[0]
        while end < len(lines) and lines[end].text.startswith(sign):
            end += 1
    return end


def _without_colon(line: Line) -> Line:
    """The last line of a paragraph without the colons that announce a literal block, or with one of them."""
    text = line.text[:-2]
    kept = text.rstrip()
    text = f"{text}:" if kept == text and kept else kept
    return Line(line.start, line.start + len(text), line.indent, text)
