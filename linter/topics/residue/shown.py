"""The metadata that an author writes for readers."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article, Field

SILENT = frozenset(
    {
        *("tags", "tag", "categories", "category", "keywords", "topics", "labels", "aliases"),
        *("status", "state", "id"),
    }
)
"""Keys whose values sort articles or say how far they are: a mark says what it says there."""


def shown(article: Article) -> Iterator[Field]:
    """The values of the front matter that may be read on the page, without those of the headline."""
    headline = article.headline.whole if article.headline else None
    for each in article.metadata:
        if each.origin != "front-matter" or (headline is not None and headline.overlaps(each.span)):
            continue
        if SILENT.isdisjoint(each.name.casefold().split(".")):
            yield each
