"""Blocks that have no more than a few words."""

from __future__ import annotations

from collections import Counter

from linter.analyses import analysis
from linter.article.model import Article

_SHORT = 40


@analysis
def short_blocks(article: Article) -> Counter[str]:
    """How often each text stands in a block that may have nothing but a mark."""
    texts = (block.text.prose.strip() for block in article.scope("text"))
    return Counter(text for text in texts if len(text) <= _SHORT)
