"""Reads articles as tests of readers do."""

from __future__ import annotations

from linter.article.model import Article
from linter.article.read import read_article
from tests.article.exact import assert_article_exact
from tests.cost import Work, assert_linear


def exact(source: str, path: str) -> Article:
    """The article in a source, all of whose places are right."""
    found = read_article(source, path)
    assert_article_exact(found)
    return found


def assert_reading_is_linear(shape: str, path: str) -> None:
    """To read twice as much of one shape takes twice as long."""

    def reading(size: int) -> Work:
        text = shape * (size // len(shape))
        return lambda: read_article(text, path)

    assert_linear(reading, 500, 2_000)
