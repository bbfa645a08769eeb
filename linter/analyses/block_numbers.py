"""Which block of the article a block is."""

from __future__ import annotations

from linter.analyses import analysis
from linter.article.model import Article


@analysis
def block_numbers(article: Article) -> dict[int, int]:
    """By the ``id`` of each block its place in ``article.blocks``."""
    return {id(block): number for number, block in enumerate(article.blocks)}
