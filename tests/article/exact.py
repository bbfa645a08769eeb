"""What must hold for the texts of any article, whatever it was read from."""

from __future__ import annotations

from linter.article.model import Article
from linter.text import FILLER, Text


def assert_exact(text: Text, source: str) -> None:
    """Each character of the prose leads to its own place in the source, in order."""
    last = 0
    for i, char in enumerate(text.prose):
        start, end = text.span(i, i + 1)
        assert last <= start <= end <= len(source)
        assert end > start
        if end - start == 1 and char not in (FILLER, " ", "\n"):
            assert source[start] == char
        last = start
    if text:
        assert text.whole == (text.span(0, 1).start, text.span(len(text) - 1, len(text)).end)
    for mark in text.marks:
        assert 0 <= mark.start < mark.end <= len(text)


def assert_article_exact(article: Article) -> None:
    """All blocks and fields of an article are in their places."""
    for block in article.blocks:
        assert block.text.prose.strip()
        assert_exact(block.text, article.source)
    for field in (*article.metadata, *article.stray):
        for span in (field.span, field.key):
            assert 0 <= span.start <= span.end <= len(article.source)
    for problem in article.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(article.source)


def outline(article: Article) -> list[str]:
    """Kind and prose of each block, as ``kind: prose``."""
    return [f"{block.kind}: {block.text.prose}" for block in article.blocks]
