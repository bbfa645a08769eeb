"""markdown-it-py's block rules, run one block at a time, with the places of every line kept.

The parser strips containers (``> ``, list indentation) line by line and hands on joined content. Its state
knows the offsets while it does so; :class:`_State` notes them on each token. Line breaks are
normalised to the same length beforehand, so that the parser's offsets are the source's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.rules_block.state_block import StateBlock
from markdown_it.token import Token

from linter.article.lines import reads_as_prose
from linter.article.markdown.extensions import EXTENSIONS
from linter.article.markdown.links import normalised
from linter.article.markdown.region import HTML, Place, Region, heading_content, stripped
from linter.article.model import CODE, HEADING, LIST, PARAGRAPH, QUOTE, TABLE
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span
from linter.typed import Any, Literal

_DEEPEST = 60
_KINDS = {"blockquote_open": QUOTE, "list_item_open": LIST, "definition_open": LIST, "table_open": TABLE}
_TASK = lazy(r"\[[ xX]\][ \t]+")
_CALLOUT = lazy(r"\[![\w-]+\][+-]?[ \t]*")
_NUMBER = lazy(r"(?:\d{1,9}[.)][ \t]+(?:[-+*][ \t]+)?)+$")
_LONGEST_NUMBER = 40
_BAR = lazy(r"\\.|\|")


class _State(StateBlock):
    """Notes on each ``inline`` token the spans of its lines, as the containers around leave them."""

    latest: Sequence[int] = (0, 0)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if self.tokens and self.tokens[-1].map:
            self.latest = self.tokens[-1].map
        token = super().push(ttype, tag, nesting)
        if ttype == "inline":
            first, last = self.latest
            token.meta["spans"] = [self.span(line) for line in range(first, last)]
        return token

    def span(self, line: int) -> Span:
        return stripped(self.src, self.bMarks[line] + self.tShift[line], self.eMarks[line])


@cache
def _markdown(mdx: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    if mdx:
        parser.disable(["code", "html_block"])
    for name, rule, before, ends in EXTENSIONS:
        parser.block.ruler.before(before, name, rule, {"alt": list(ends)})
    return parser


class BlockParser:
    """Parses single blocks of one document on request."""

    def __init__(self, source: str, masked: str, mdx: bool) -> None:
        self.source = source
        text = masked.replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")
        self._markdown = _markdown(mdx)
        self._environment: dict[str, Any] = {}
        self._state = _State(text, self._markdown, self._environment, [])
        self._starts = list(self._state.bMarks)
        self._ends = list(self._state.eMarks)
        self._rules = self._markdown.block.ruler.getRules("")

    def references(self) -> frozenset[str]:
        """The labels of the link definitions met so far."""
        return frozenset(normalised(label) for label in self._environment.get("references", {}))

    def block_at(self, offset: int) -> tuple[list[Region], int]:
        """The regions of the block in whose first line ``offset`` lies, and where the next line begins."""
        state = self._state
        line = bisect_right(self._starts, offset) - 1
        state.tokens.clear()
        state.line = line
        for rule in self._rules:
            if rule(state, line, state.lineMax, False):
                break
        state.line = max(state.line, line + 1)
        return list(self._regions(state.tokens)), self._starts[min(state.line, state.lineMax)]

    def _regions(self, tokens: list[Token]) -> Iterator[Region]:
        reading = _Reading(self.source)
        _note_visible_numbers(tokens)
        for token in tokens:
            if token.type == "inline":
                yield from reading.inline(token)
            elif token.type == "fence" and token.map:
                first = token.map[0] + 1
                yield from self._whole_lines(CODE, first, first + token.content.count("\n"))
            elif token.type == "code_block" and token.map:
                yield from self._indented(*token.map)
            elif token.type == "html_block" and token.map:
                yield from self._whole_lines(HTML, *token.map)
            else:
                reading.container(token)

    def _indented(self, first: int, last: int) -> Iterator[Region]:
        """Indented lines are code, unless they read as prose that somebody indented."""
        lines = [stripped(self.source, self._starts[i], self._ends[i]) for i in range(first, last)]
        if not reads_as_prose(" ".join(self.source[slice(*line)] for line in lines)):
            yield from self._whole_lines(CODE, first, last)
            return
        for filled, group in groupby(lines, lambda line: line.start < line.end):
            if filled:
                yield Region(PARAGRAPH, tuple(group))

    def _whole_lines(self, kind: str, first: int, last: int) -> Iterator[Region]:
        if first < last:
            start, end = self._starts[first], self._ends[last - 1]
            yield Region(kind, (Span(start, start + len(self.source[start:end].rstrip())),))


def _note_visible_numbers(tokens: list[Token]) -> None:
    """Find ordered lists that are none: "31. Dezember …" or "1. FC …" at the beginning of a paragraph.

    The number of a lonely item, and numbers of a list that does not begin with 0 or 1, belong to the text.
    """
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append([])
        elif token.type == "list_item_open":
            lists[-1].append(token)
        elif token.type == "ordered_list_close":
            items = lists.pop()
            if len(items) == 1 or items[0].info not in ("0", "1"):
                for item in items:
                    item.meta["number"] = "lonely" if len(items) == 1 else "visible"
        elif token.type == "bullet_list_close":
            lists.pop()


class _Reading:
    """Knows which containers a token stands in."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._stack: list[str] = []
        self._heading: Token | None = None
        self._row: Span | None = None
        self._cells: Iterator[Span] = iter(())
        self._place = Place(0, -1, -1)
        self._item: Token | None = None
        self._quote_begins = False

    def container(self, token: Token) -> None:
        """Take a token that opens or closes something."""
        if token.type.endswith("_close"):
            self._stack.pop()
            self._heading = None
        elif token.type.endswith("_open"):
            lonely = token.meta.get("number") == "lonely"
            self._stack.append("" if lonely else _KINDS.get(token.type, ""))
            self._heading = token if token.type == "heading_open" else None
            if token.type == "table_open":
                self._row, self._place = None, Place(-1, -1, -1)
            self._item = token if token.type == "list_item_open" else self._item
            self._quote_begins = self._quote_begins or token.type == "blockquote_open"

    def inline(self, token: Token) -> Iterator[Region]:
        """The regions of a paragraph, heading or table cell."""
        spans: list[Span] = token.meta["spans"]
        if self._heading is not None:
            yield self._headed(spans, self._heading)
        elif TABLE in self._stack:
            yield self._cell(spans[0])
        else:
            if self._quote_begins:
                yield from self._callout(spans)
            if self._item is not None and spans:
                spans[0] = self._first_of_item(spans[0], self._item)
            kind = QUOTE if QUOTE in self._stack else LIST if LIST in self._stack else PARAGRAPH
            yield Region(kind, tuple(span for span in spans if span.start < span.end))
        self._item, self._quote_begins = None, False

    def _first_of_item(self, span: Span, item: Token) -> Span:
        if "number" in item.meta:
            before = self.source[max(0, span.start - _LONGEST_NUMBER) : span.start]
            number = _NUMBER.search(before)
            return Span(span.start - len(before) + number.start(), span.end) if number else span
        return _without(_TASK, self.source, span)

    def _headed(self, spans: list[Span], heading: Token) -> Region:
        level = int(heading.tag[1])
        if heading.markup.startswith("#"):
            return Region(HEADING, (heading_content(self.source, *spans[0]),), level)
        return Region(HEADING, tuple(spans[: len(spans) - 1]), level)

    def _callout(self, spans: list[Span]) -> Iterator[Region]:
        """``> [!NOTE] Title``: no quotation; the marker goes, the title is a block of its own."""
        rest = _without(_CALLOUT, self.source, spans[0])
        if rest == spans[0]:
            return
        del spans[0]
        innermost = len(self._stack) - 1 - self._stack[::-1].index(QUOTE)
        self._stack[innermost] = ""
        if rest.start < rest.end:
            yield Region(PARAGRAPH, (rest,))

    def _cell(self, row: Span) -> Region:
        table, number, column = self._place
        if row != self._row:
            self._row = row
            self._cells = iter(cells(self.source, row))
            table = row.start if number < 0 else table
            number, column = number + 1, -1
        self._place = Place(table, number, column + 1)
        return Region(TABLE, (next(self._cells, Span(row.end, row.end)),), place=self._place)


def _without(marker: re.Pattern[str], source: str, span: Span) -> Span:
    found = marker.match(source, *span)
    return Span(found.end(), span.end) if found else span


def cells(source: str, row: Span) -> Iterator[Span]:
    """The cells of a table row."""
    start = row.start + source.startswith("|", row.start)
    for bar in _BAR.finditer(source, start, row.end):
        if bar[0] == "|":
            yield stripped(source, start, bar.start())
            start = bar.end()
    if start < row.end:
        yield stripped(source, start, row.end)
