"""The blocks of a Markdown document, each with the exact pieces of lines that hold its content.

Paragraphs, ``#`` headings, fenced code, comments and lists of single lines that can be nothing else are taken
by a scan of our own: most articles hold nothing more, and need no parser. All else (other lists, quotations,
tables, HTML, setext headings, link definitions) is parsed by markdown-it-py from where it begins; inline
parsing is never asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.article.markdown.region import ADMONITION, HTML, Region, heading_content, lines_of, stripped
from linter.article.model import CODE, HEADING, LIST, PARAGRAPH
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.article.markdown.parser import BlockParser

_NEVER_PLAIN = r"\s#>\-+*0-9`~<=_|:\[!?$"
"""No other character can begin a line that interrupts a paragraph or is anything but one."""
_INLINE_MARKUP = (
    r"\*{1,3}(?=[^\s*\[])|_{1,3}(?=[^\s_])|`{1,2}(?=[^`\r\n])|~{1,2}(?=[^\s~])|\[[^\[\]\\\r\n]*\](?!:)|!(?=\[)"
    r"|\d(?!\d{0,8}[.)](?:\s|\Z))|\$(?!\$)|:(?=\w)|\?(?!\?)"
)
"""Nor can one of these characters, if it is followed so: emphasis, a link, a number …"""
_TEXT = rf"(?:[^{_NEVER_PLAIN}]|{_INLINE_MARKUP})[^\r\n]*+"
_PLAIN_LINE = rf"[ ]{{0,3}}{_TEXT}"
_BREAK = r"(?>\r\n|\r|\n)"
_ITEM = rf"[-*+][ ](?!\[[ xX]\][ \t]){_TEXT}"
_ITEMS = lazy(
    rf"{_ITEM}(?:{_BREAK}(?:[ ]{{2}}|[ ]{{4}})?{_ITEM})*+"
    rf"(?={_BREAK}(?:[ \t]*+{_BREAK})++(?![ \t])|(?:{_BREAK}[ \t]*+)*+\Z)"
)
"""Items of one line each, nested or not; what is indented below would belong to the last of them."""
_MARKER = lazy(r"[ ]*[-*+][ ]")
_PARAGRAPH = lazy(rf"{_PLAIN_LINE}(?:{_BREAK}{_PLAIN_LINE})*+(?={_BREAK}[ \t]*+(?:[\r\n]|\Z)|\Z)")
_HEADING = lazy(r"[ ]{0,3}(#{1,6})(?=[ \t\r\n]|\Z)[^\r\n]*")
_FENCE = lazy(
    rf"[ ]{{0,3}}(?P<signs>`{{3,}}+(?=[^`|\r\n]*[\r\n])|~{{3,}}+(?=[^|\r\n]*[\r\n]))"
    rf"(?!{ADMONITION})[^\r\n]*+{_BREAK}"
)
"""A bar could make the line the head of a table."""
_COMMENT = lazy(r"[ ]{0,3}<!--(?=[^|\r\n]*[\r\n])")
_BLANK = lazy(rf"(?:[ \t]*+{_BREAK})*+(?:[ \t]*+\Z)?")
_LINE = lazy(r"[^\r\n]+")


def regions(source: str, masked: str, start: int, mdx: bool) -> tuple[list[Region], frozenset[str]]:
    """The blocks from ``start`` on, and the labels of link definitions, normalised.

    ``masked`` is the source with blanks over what is no Markdown; offsets are the same.
    """
    scan = _Blocks(source, masked, start, mdx)
    return list(scan.read()), scan.references()


class _Blocks:
    def __init__(self, source: str, masked: str, start: int, mdx: bool) -> None:
        self.source = source
        self.masked = masked
        self.start = start
        self.mdx = mdx
        self._parser: BlockParser | None = None

    def references(self) -> frozenset[str]:
        return self._parser.references() if self._parser else frozenset()

    def read(self) -> Iterator[Region]:
        masked, at = self.masked, self.start
        while True:
            blank = _BLANK.match(masked, at)
            at = blank.end() if blank else at
            if at >= len(masked):
                return
            paragraph = _PARAGRAPH.match(masked, at)
            if paragraph is not None:
                yield Region(PARAGRAPH, lines_of(masked, *paragraph.span()))
                at = paragraph.end()
                continue
            items = _ITEMS.match(masked, at)
            if items is not None:
                yield from (Region(LIST, (item,)) for item in _items(masked, *items.span()))
                at = items.end()
                continue
            heading = _HEADING.match(masked, at)
            if heading is not None:
                content = heading_content(masked, at, heading.end())
                yield Region(HEADING, (content,), len(heading[1]))
                at = heading.end()
                continue
            found, at = self._code(at) or self._comment(at) or self._parsed(at)
            yield from found

    def _code(self, at: int) -> tuple[list[Region], int] | None:
        """The code between two fences; nothing where none begins, or it is not closed."""
        opening = _FENCE.match(self.masked, at)
        closing = _closing(opening["signs"]).search(self.masked, opening.end() - 1) if opening else None
        if opening is None or closing is None:
            return None
        return self._lines(CODE, opening.end(), closing.start()), closing.end()

    def _comment(self, at: int) -> tuple[list[Region], int] | None:
        """The lines of a comment; nothing where none begins, or it is not closed."""
        opening = None if self.mdx else _COMMENT.match(self.masked, at)
        closing = self.masked.find("-->", opening.end() - len("--")) if opening else -1
        if closing < 0:
            return None
        last = _LINE.match(self.masked, closing)
        end = last.end() if last else closing
        return self._lines(HTML, at, end), end

    def _lines(self, kind: str, start: int, end: int) -> list[Region]:
        if start > end:
            return []
        return [Region(kind, (Span(start, start + len(self.source[start:end].rstrip())),))]

    def _parsed(self, at: int) -> tuple[list[Region], int]:
        if self._parser is None:
            from linter.article.markdown.parser import BlockParser

            self._parser = BlockParser(self.source, self.masked, self.mdx)
        return self._parser.block_at(at)


@lru_cache(maxsize=64)
def _closing(signs: str) -> re.Pattern[str]:
    """The line that closes a fence, and the break before it."""
    return lazy(rf"[\r\n][ ]{{0,3}}{signs}{signs[0]}*+[ \t]*+(?=[\r\n]|\Z)")


def _items(source: str, start: int, end: int) -> Iterator[Span]:
    """The contents of the list items that stand on a line each."""
    for line in _LINE.finditer(source, start, end):
        marker = _MARKER.match(source, line.start())
        yield stripped(source, marker.end() if marker else line.start(), line.end())
