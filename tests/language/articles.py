"""Small articles for the language tests."""

from __future__ import annotations

from linter.article.model import Article
from linter.article.read import read_article


def article(text: str, lang: str = "fr", title: str = "") -> Article:
    """A Markdown article in a language, with a headline if there is a title."""
    headline = f'title: "{title}"\n' if title else ""
    return read_article(f"---\n{headline}lang: {lang}\n---\n\n{text}\n", "a.md")
