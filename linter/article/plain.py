"""Plain text: the first line is the headline if it looks like one, blank lines part paragraphs."""

from __future__ import annotations

import re

from linter.article.draft import Draft
from linter.article.frontmatter import read_front_matter
from linter.article.model import HEADING, HEADLINE, PARAGRAPH, Block
from linter.text import Piece, Text

_CHUNK = re.compile(r"[^\S\r\n]*\S[^\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*\S[^\r\n]*)*")
_SOFT_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")


def read_plain(source: str) -> Draft:
    """The draft of a plain text."""
    front = read_front_matter(source)
    texts = [_joined(source, *found.span()) for found in _CHUNK.finditer(source, front.body)]
    texts = [text for text in texts if text.prose.strip()]
    blocks = [Block(PARAGRAPH, text) for text in texts]
    for i, text in enumerate(texts):
        following = len(texts[i + 1]) if i + 1 < len(texts) else 0
        if len(text) <= 160 and following > len(text) and text.prose.rstrip()[-1] not in ".!…:;,":
            blocks[i] = Block(HEADING if i else HEADLINE, text, 2 if i else 1)
    return Draft(blocks, front.fields, front.problems)


def _joined(source: str, start: int, end: int) -> Text:
    pieces, at = [], start
    for gap in _SOFT_BREAK.finditer(source, start, end):
        pieces += [Piece(source[at : gap.start()], at, gap.start()), Piece(" ", *gap.span())]
        at = gap.end()
    return Text([*pieces, Piece(source[at:end], at, end)])
