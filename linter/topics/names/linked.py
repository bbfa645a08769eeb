"""Names whose own link spells them so."""

from __future__ import annotations

from linter.article.model import Article
from linter.text import Span


def is_linked(article: Article, span: Span, name: str) -> bool:
    """Whether a name stands in a link to another site whose address has it too: it is called so there."""
    wanted = name.casefold()
    for block in article.blocks:
        if block.text.whole.start <= span.start < block.text.whole.end:
            for mark in block.text.marked("link"):
                inside = block.text.span(mark.start, mark.end)
                if inside.start <= span.start < inside.end and "://" in mark.value:
                    return wanted in mark.value.casefold()
    return False
