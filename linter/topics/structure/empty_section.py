"""A heading with nothing under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from linter.article.model import HEADING, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.text import FILLER

_NOTHING = lazy(
    r"(?:\s|[#=-]|\*{3,}+|_{3,}+|\{[:#.][^{}\n]*\}|<!--(?:[^-]|-(?!->))*+-->"
    r"|</?(?:div|section|p|br|header|article|main|span|h[1-6]|a)\b[^<>]*>)*+",
    re.IGNORECASE,
)
"""What may stand between two headings without being content: space, underlines, attributes, plain tags."""


class EmptySection(Check):
    """Reports a heading that is followed by one of its own or a higher level, or by the end of the article.

    The source between the two is looked at, for an image or a shortcode is content and no prose.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"text"})
    variants: ClassVar[frozenset[str]] = frozenset({"end"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for block, following in zip(article.blocks, (*article.blocks[1:], None), strict=False):
            if block.kind != HEADING or not block.text.prose.strip() or FILLER in block.text.prose:
                continue
            if following is not None and (following.kind != HEADING or following.level > block.level):
                continue
            if _is_empty(article, block, following):
                yield _alarm(block, following)


def _is_empty(article: Article, block: Block, following: Block | None) -> bool:
    start = block.text.whole.end
    end = following.text.whole.start if following is not None else len(article.source)
    return start <= end and _NOTHING.fullmatch(article.source, start, end) is not None


def _alarm(block: Block, following: Block | None) -> Alarm:
    fields = {"text": " ".join(block.text.prose.split())}
    if following is None:
        return Alarm(block.text.whole, fields, variant="end")
    return Alarm(block.text.whole, fields, (Related(following.text.whole, "the next heading"),))
