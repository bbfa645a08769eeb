"""Markdown, with front matter."""

from __future__ import annotations

import re

from linter.article.draft import Draft
from linter.article.frontmatter import read_front_matter
from linter.article.model import HEADING, PARAGRAPH, QUOTE, Block
from linter.text import FILLER, Mark, Piece, Text

_CHUNK = re.compile(r"[^\S\r\n]*\S[^\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*\S[^\r\n]*)*")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
_INLINE = re.compile(
    r"(?P<soft>[ \t]*(?:\r\n|\r|\n)[ \t]*(?:>[ \t]?)*)|(?P<code>`+[^`]+`+)|(?P<url>https?://[^\s<>)\]]+)"
    r"|(?P<open>!?\[)(?=[^\]\n]*\]\()|(?P<close>\]\([^)\n]*\))|(?P<strong>[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3})"
)


def read_markdown(source: str) -> Draft:
    """The draft of a Markdown source."""
    front = read_front_matter(source)
    blocks = []
    for found in _CHUNK.finditer(source, front.body):
        start, end = found.span()
        heading = _HEADING.match(source, start)
        kind, level = (HEADING, len(heading[1])) if heading else (PARAGRAPH, 0)
        start = heading.end() if heading else start
        if source.startswith(">", start):
            kind, start = QUOTE, start + 1
        text = _inline(source, start, end)
        if text.prose.strip():
            blocks.append(Block(kind, text, level))
    return Draft(blocks, front.fields, front.problems)


def read_mdx(source: str) -> Draft:
    """The draft of an MDX source."""
    return read_markdown(source)


def _inline(source: str, start: int, end: int) -> Text:
    pieces: list[Piece] = []
    marks: list[Mark] = []
    at, length = start, 0
    for found in _INLINE.finditer(source, start, end):
        plain = Piece(source[at : found.start()], at, found.start())
        prose = {"soft": " ", "code": FILLER * len(found[0]), "url": FILLER * len(found[0])}.get(
            found.lastgroup or "", ""
        )
        length += len(plain.prose)
        if prose not in ("", " "):
            marks.append(Mark(length, length + len(prose), found.lastgroup or ""))
        length += len(prose)
        pieces += [plain, Piece(prose, *found.span())]
        at = found.end()
    return Text([*pieces, Piece(source[at:end], at, end)], marks)
