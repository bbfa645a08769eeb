"""HTML pages."""

from __future__ import annotations

import re

from linter.article.draft import Draft
from linter.article.model import HEADING, PARAGRAPH, Block
from linter.text import Piece, Text

_BLOCK = re.compile(r"<(h[1-6]|p|li|blockquote|td|figcaption)\b[^>]*>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def read_html(source: str) -> Draft:
    """The draft of an HTML page."""
    blocks = []
    for found in _BLOCK.finditer(source):
        start, end = found.span(2)
        pieces, at = [], start
        for tag in _TAG.finditer(source, start, end):
            pieces.append(Piece(source[at : tag.start()], at, tag.start()))
            at = tag.end()
        name = found[1].lower()
        level = int(name[1]) if name[0] == "h" else 0
        text = Text([*pieces, Piece(source[at:end], at, end)])
        blocks.append(Block(HEADING if level else PARAGRAPH, text, level))
    return Draft(blocks)
