"""The texts of an article made ready for the patterns of all rules, each once."""

from __future__ import annotations

from linter.analyses import analysis
from linter.article.model import Article
from linter.patterns import IN_PROSE, IN_SOURCE, Haystack


@analysis
def prose_haystack(article: Article) -> Haystack:
    """The prose of every block, in the order of ``article.blocks``, and the metadata as one more text."""
    metadata = "\n".join(field.value for field in article.metadata)
    return Haystack([*(block.text.prose for block in article.blocks), metadata], IN_PROSE)


@analysis
def source_haystack(article: Article) -> Haystack:
    """The whole file as one text."""
    return Haystack([article.source], IN_SOURCE)
