"""HTML pages: the article on them, without menus, side columns and footers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from linter.article.draft import Draft
from linter.article.frontmatter import read_front_matter
from linter.article.html.blocks import HtmlBlocks, Placed
from linter.article.html.metadata import PageMetadata
from linter.article.html.tokens import tokens
from linter.article.model import CODE, HEADING, HEADLINE, LIST, PARAGRAPH, QUOTE, TABLE
from linter.article.templates import is_template
from linter.text import Span

_RUNNING_TEXT = frozenset({PARAGRAPH, QUOTE, LIST})
_SMALL_REGION = 0.3
"""A region with less text than this share of the largest is a teaser or a comment."""
_SMALL_PART = 0.25
"""If article and main hold less than this share of the text, the page uses them for something else."""
_ALL_OF_IT = 0.9
_MANY_LINKS = 8
"""So many blocks that are only links make a site around the article; fewer may be its author's."""


def read_html(source: str) -> Draft:
    """The draft of an HTML page; one with front matter is a template of a site generator."""
    front = read_front_matter(source)
    machine, metadata = HtmlBlocks(source, page=True, has_templates=front.found), PageMetadata(source)
    for token in tokens(source, front.body, len(source)):
        metadata.take(token)
        machine.take(token)
    machine.flush()
    blocks = [placed.block for placed in _article(machine.placed)]
    code = _code(machine.placed)
    template = not front.found and is_template(source, code)
    return Draft(blocks, front.fields + metadata.fields, front.problems, code=code, template=template)


def _code(placed: list[Placed]) -> list[Span]:
    """What is shown as code, outside of the article as well."""
    texts = [one.block.text for one in placed]
    marked = [text.span(mark.start, mark.end) for text in texts for mark in text.marked("code")]
    return [*marked, *(one.block.text.whole for one in placed if one.block.kind == CODE)]


def _article(placed: list[Placed]) -> list[Placed]:
    """What belongs to the article, its headline marked as such."""
    regions = _regions(placed)
    headline = _headline(placed, regions)
    links = {id(one) for one in placed if _is_link(one)}
    menus = links if len(links) >= _MANY_LINKS else set()
    kept = [
        one._replace(block=one.block._replace(kind=HEADLINE)) if one is headline else one
        for one in placed
        if one is headline
        or (one.context.region in regions and not one.context.boilerplate and id(one) not in menus)
    ]
    return kept if _length(kept) or not _length(placed) else placed


def _is_link(one: Placed) -> bool:
    """Whether a block is one link and nothing else, as entries of menus and teasers of other texts are."""
    text = one.block.text
    linked = sum(mark.end - mark.start for mark in text.marked("link"))
    return linked >= _ALL_OF_IT * len(text) and one.block.kind != TABLE


def _length(placed: list[Placed]) -> int:
    return sum(len(one.block.text) for one in placed if one.block.kind in _RUNNING_TEXT)


def _regions(placed: list[Placed]) -> Container[int]:
    """Numbers of the ``article`` and ``main`` elements that hold the text; 0 is what is outside."""
    lengths: Counter[int] = Counter()
    for one in placed:
        if not one.context.boilerplate and one.block.kind in _RUNNING_TEXT:
            lengths[one.context.region] += len(one.block.text)
    inside = {region: length for region, length in lengths.items() if region}
    if not inside or sum(inside.values()) < _SMALL_PART * lengths.total():
        return {one.context.region for one in placed}
    largest = max(inside.values())
    return {region for region, length in inside.items() if length >= _SMALL_REGION * largest}


def _headline(placed: list[Placed], regions: Container[int]) -> Placed | None:
    """The heading declared as headline, or the only one of the top level."""
    top = [one for one in placed if one.block.kind == HEADING and one.block.level == 1]
    declared = [one for one in top if one.context.headline]
    if declared:
        return declared[0]
    if len(top) > 1:
        top = [one for one in top if one.context.region and one.context.region in regions]
    return top[0] if len(top) == 1 else None
