"""The metadata that an author writes for readers."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.article.frontmatter import field_text
from linter.article.model import PARAGRAPH, Article, Block, Field

SILENT = frozenset(
    {
        *("tags", "tag", "categories", "category", "keywords", "topics", "labels", "aliases"),
        *("status", "state", "id", "comments"),
    }
)
"""Keys whose values sort articles or say how far they are, where a mark says what it says; or that hold what
readers wrote."""


def shown(article: Article) -> Iterator[Field]:
    """The values of the front matter that may be read on the page, without those of the headline."""
    headline = article.headline.whole if article.headline else None
    for each in article.metadata:
        if each.origin != "front-matter" or (headline is not None and headline.overlaps(each.span)):
            continue
        if SILENT.isdisjoint(each.name.casefold().split(".")):
            yield each


@analysis
def shown_lines(article: Article) -> tuple[Block, ...]:
    """Those of several words that are no block of the article: captions, places, dates in words."""
    front = [block.text.whole for block in article.scope("standfirst")]
    return tuple(
        Block(PARAGRAPH, field_text(article.source, each))
        for each in shown(article)
        if " " in each.value.strip() and not any(each.span.overlaps(span) for span in front)
    )
