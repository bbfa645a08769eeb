"""Articles with their sources, without files."""

from __future__ import annotations

from linter.article.model import Article
from linter.article.read import read_article


def against(text: str, *sources: str, lang: str = "en", date: str = "") -> Article:
    """An article of one text, held against sources that are plain text or, with front matter, Markdown."""
    dated = f"date: {date}\n" if date else ""
    article = read_article(f"---\nlang: {lang}\n{dated}---\n\n{text}\n", "a.md")
    article.sources = tuple(
        read_article(source, f"{number}.{'md' if source.startswith('---') else 'txt'}")
        for number, source in enumerate(sources)
    )
    return article
