"""Headline and standfirst: found, put first, and freed from stray metadata."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from linter.article.draft import Draft
from linter.article.frontmatter import field_text
from linter.article.model import HEADING, HEADLINE, PARAGRAPH, STANDFIRST, Article, Block, Field
from linter.text import Span, Text

_STRAY = re.compile(
    r"\s*(?P<key>date|published|pubdate|datetime|timestamp)[ \t]*[:=]?[ \t]+"
    r"(?P<value>\d{4}-\d{2}(?:-\d{2})?(?:[T ]\d{2}:\d{2}\S*)?)(?:\s+|$)",
    re.IGNORECASE,
)
_PATH_DATE = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")


def finish(source: str, path: str, name: str, draft: Draft, aliases: dict[str, tuple[str, ...]]) -> Article:
    """The article of a draft: headline, standfirst, stray metadata and the date in the path."""
    metadata = list(draft.metadata)
    dated = _PATH_DATE.search(PurePosixPath(path.replace("\\", "/")).name)
    if dated:
        metadata.append(Field("date", dated[1], Span(0, 0), Span(0, 0), "path"))
    article = Article(
        source, path, name, (), tuple(metadata), aliases=aliases, problems=tuple(draft.problems)
    )
    stray: list[Field] = []
    blocks = list(draft.blocks)
    front: list[Block] = []
    title = article.field("title")
    if title is not None:
        front.append(Block(HEADLINE, _without_stray(field_text(source, title), stray)))
    else:
        blocks = [b if b.kind != HEADLINE else Block(HEADLINE, _without_stray(b.text, stray)) for b in blocks]
    subtitle = article.field("subtitle") or article.field("description")
    if subtitle is not None:
        front.append(Block(STANDFIRST, field_text(source, subtitle)))
    blocks = _top_heading(blocks, front[0].text if title is not None else None)
    for i, block in enumerate(blocks):
        if block.kind == PARAGRAPH:
            blocks[i] = Block(PARAGRAPH, _without_stray(block.text, stray))
            break
    article.blocks = (*front, *blocks)
    article.headline = next((b.text for b in article.blocks if b.kind == HEADLINE), None)
    article.stray = tuple(stray)
    return article


def _top_heading(blocks: list[Block], title: Text | None) -> list[Block]:
    for i, block in enumerate(blocks):
        if block.kind == HEADLINE:
            return blocks
        if block.kind == HEADING and block.level == 1:
            if title is None or title.prose.split() == block.text.prose.split():
                return [*blocks[:i], Block(HEADLINE, block.text, 1), *blocks[i + 1 :]]
            return blocks
    return blocks


def _without_stray(text: Text, stray: list[Field]) -> Text:
    found = _STRAY.match(text.prose)
    if found is None:
        return text
    key, value = text.span(*found.span("key")), text.span(*found.span("value"))
    stray.append(Field(found["key"].lower(), found["value"], value, key, "text"))
    return text.cut(found.end(), len(text))
