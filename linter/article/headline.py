"""Headline and standfirst of any format: found, put first, and freed from stray metadata."""

from __future__ import annotations

from linter.article.draft import Draft
from linter.article.frontmatter import field_text
from linter.article.frontmatter.misspelt import misspelt_keys
from linter.article.lines import may_be_headline
from linter.article.model import (
    HEADING,
    HEADLINE,
    PARAGRAPH,
    STANDFIRST,
    Article,
    Block,
    Field,
    Problem,
    Table,
)
from linter.article.path_date import path_date
from linter.article.stray import is_stray_line, without_stray
from linter.matching.regexes import lazy
from linter.text import Text

_NOT_PROSE = lazy(r"\S+\.\w{2,4}|\S*/\S*|https?:\S+")
_SET_OFF = lazy(r"\s*[|:–—·»-]\s")
_LEAD = 600
"""So much of the body may repeat the summary, which is then no block of its own."""
_PARAGRAPH_BEFORE = 200
"""A longer paragraph above a top heading means that the heading is not the headline."""
_SAME = 0.6
"""A heading repeats the title if one holds the other and is at least this share of it."""


def finish(source: str, path: str, name: str, draft: Draft, aliases: dict[str, tuple[str, ...]]) -> Article:
    """The article of a draft: headline and standfirst first, stray metadata apart, the path's date known."""
    known = metadata_known(path, draft.metadata, draft.problems, aliases)
    article = Article(source, path, name, (), *known, aliases=aliases)
    take_text(article, draft)
    return article


def metadata_known(
    path: str, found: list[Field], problems: list[Problem], aliases: dict[str, tuple[str, ...]]
) -> tuple[tuple[Field, ...], tuple[Problem, ...]]:
    """The metadata of an article, the path's date as well, and what is wrong with it."""
    dated = path_date(path)
    return tuple([*found, dated] if dated else found), (*problems, *misspelt_keys(found, aliases))


def take_text(article: Article, draft: Draft) -> None:
    """Give an article, of which the metadata is known, the text of its draft."""
    source, stray = article.source, list(draft.stray)
    blocks = _without_stray_lines(draft.blocks, source, stray)
    found = _headline(article, blocks, bool(draft.metadata) or draft.untitled, stray)
    front = [block for block in found if block.text.prose.strip()]  # it may have been stray to its end
    article.headline = front[0].text if front else None
    front += _standfirst(article, blocks)
    article.blocks = (*front, *_first_paragraph_cleaned(blocks, source, stray))
    article.stray = tuple(stray)
    article.code = tuple(draft.code)
    article.tables = tuple(sorted(draft.tables, key=_begin)) if draft.tables else ()
    article.is_template = draft.template


def _begin(table: Table) -> int:
    return table.span.start


def _headline(article: Article, blocks: list[Block], has_metadata: bool, stray: list[Field]) -> list[Block]:
    """The headline as a block for the front, if there is any; ``blocks`` is changed to fit."""
    declared = article.field("title")
    title = field_text(article.source, declared) if declared else None
    repeated = next((i for i, block in enumerate(blocks) if title and _repeats(block, title)), None)
    shown = _shown(blocks, has_metadata) if repeated is None else repeated
    if (
        declared is None
        or title is None
        or (declared.origin != "front-matter" and _wins(declared, repeated, blocks, shown))
    ):
        if shown is None:
            return []
        block = blocks.pop(shown)
        return [Block(HEADLINE, without_stray(block.text, article.source, stray, True), block.level)]
    if repeated is not None:
        blocks[repeated] = blocks[repeated]._replace(kind=HEADLINE)
    return [Block(HEADLINE, without_stray(title, article.source, stray, True))]


def _wins(declared: Field, repeated: int | None, blocks: list[Block], shown: int | None) -> bool:
    """Whether the headline on a page wins over the one its head declares.

    It does if both say the same, and over ``<title>``, which is for the browser's tab.
    """
    return repeated is not None or (
        declared.name == "title" and shown is not None and blocks[shown].kind == HEADLINE
    )


def _repeats(block: Block, title: Text) -> bool:
    """Whether a top heading says what the title says, typography and a short addition aside."""
    if block.kind != HEADLINE and (block.kind != HEADING or block.level != 1):
        return False
    one, other = _letters(block.text.prose), _letters(title.prose)
    short, long = sorted((one, other), key=len)
    if not short or short not in long:
        return False
    return len(short) >= _SAME * len(long) or _has_addition(title.prose, block.text.prose)


def _has_addition(title: str, heading: str) -> bool:
    """Whether the title is the heading and a part set off from it, such as the name of the site."""
    heading = heading.strip().casefold()
    title = title.strip().casefold()
    return title.startswith(heading) and _SET_OFF.match(title, len(heading)) is not None


def _letters(prose: str) -> str:
    return "".join(char for char in prose.casefold() if char.isalnum())


def _shown(blocks: list[Block], has_metadata: bool) -> int | None:
    """Index of the block that readers see as the headline: under a text no heading that has equals."""
    for i, block in enumerate(blocks):
        if block.kind == HEADLINE:
            return i
    tops = sum(block.kind == HEADING and block.level == 1 for block in blocks)
    for i, block in enumerate(blocks):
        if block.kind == HEADING and (i == 0 or (block.level == 1 and tops == 1)):
            return i
        if block.kind == PARAGRAPH and len(block.text) > _PARAGRAPH_BEFORE:
            break
    return None if has_metadata else _first_line(blocks)


def _first_line(blocks: list[Block]) -> int | None:
    """A text without metadata and headings may have its headline as a line on top, as plain text has."""
    if len(blocks) < 2 or any(block.kind == HEADING for block in blocks):
        return None
    first, second = blocks[:2]
    kinds = first.kind == second.kind == PARAGRAPH
    return 0 if kinds and len(second.text) > len(first.text) and may_be_headline(first.text.prose) else None


def _standfirst(article: Article, blocks: list[Block]) -> list[Block]:
    """Subtitle and summary from the front matter, unless they only repeat how the body begins."""
    declared = (article.field("subtitle"), article.field("description"))
    fields = [field for field in declared if field is not None and _is_text(field)]
    body = _beginning(blocks) if fields else ""
    texts: list[Text] = []
    for field in fields:
        letters = _letters(field.value)
        if letters not in body and letters != _letters_of(article.headline):
            texts.append(field_text(article.source, field))
            body += letters
    return [Block(STANDFIRST, text) for text in texts]


def _is_text(field: Field) -> bool:
    value = field.value.strip()
    return field.origin == "front-matter" and len(value.split()) > 1 and not _NOT_PROSE.fullmatch(value)


def _beginning(blocks: list[Block]) -> str:
    """The letters of the first blocks."""
    letters = ""
    for block in blocks:
        letters += _letters(block.text.prose)
        if len(letters) > _LEAD:
            break
    return letters


def _letters_of(text: Text | None) -> str:
    return _letters(text.prose) if text else ""


def _without_stray_lines(blocks: list[Block], source: str, stray: list[Field]) -> list[Block]:
    """The blocks after lines at the top that are metadata."""
    first = 0
    while first < len(blocks) and blocks[first].kind == PARAGRAPH:
        if not is_stray_line(blocks[first].text, source, stray):
            break
        first += 1
    return blocks[first:]


def _first_paragraph_cleaned(blocks: list[Block], source: str, stray: list[Field]) -> list[Block]:
    for i, block in enumerate(blocks):
        if block.kind == PARAGRAPH:
            text = without_stray(block.text, source, stray, False)
            return [*blocks[:i], *([block._replace(text=text)] if text else []), *blocks[i + 1 :]]
    return blocks
