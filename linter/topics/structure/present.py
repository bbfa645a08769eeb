"""What blocks an article must have for a check to say anything; without them, that is not even imported."""

from __future__ import annotations

from linter.article.model import HEADING, LIST, Article
from linter.matching.regexes import lazy

_SIGNS = ("* ", "- ", "+ ", "1. ", "1) ")
_MARKED = lazy(r"\n[ \t]*(?:[*+-]|\d{1,3}[.)])[ \t]")


def headings(article: Article) -> bool:
    """A heading."""
    return any(block.kind == HEADING for block in article.blocks)


def items(article: Article) -> bool:
    """Two items of lists."""
    if in_lines(article):
        return len(_MARKED.findall("\n" + article.source.replace("\r", "\n"))) > 1
    return sum(block.kind == LIST for block in article.blocks) > 1


def in_lines(article: Article) -> bool:
    """Whether items are to be read from the lines of the source."""
    return article.format == "markdown" and any(sign in article.source for sign in _SIGNS)


def references(article: Article) -> bool:
    """A link by a label, and an address of one."""
    return article.format == "markdown" and "][" in article.source and "]:" in article.source
