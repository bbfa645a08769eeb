"""Lists of an article: their items, without what is nested in them, and the block that introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from linter.analyses import analysis
from linter.article.model import LIST, Article, Block
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_MARKER = lazy(
    r"(?:^|\n)(?P<indent>[ \t>]*)(?:[-*+•–]|(?P<number>\d{1,3})[.)])[ \t]+(?:[*_~`\[(\"“«]|<\w+[^<>]*>)*$"
)
_BLANK_LINE = lazy(r"\n[ \t>]*\n")
_ITEM = lazy(r"<li\b", re.IGNORECASE)
_DEEPER = lazy(r"<(/?)(?:ul|ol)\b", re.IGNORECASE)
_REACH = 400


class Listing(NamedTuple):
    """A list: the block right before it, and the first block of each of its own items."""

    intro: Block | None
    items: tuple[Block, ...]
    blocks: int
    """How many blocks the list has, nested items and further paragraphs included."""
    end: int
    """The number of the block behind it."""


@analysis
def listings(article: Article) -> tuple[Listing, ...]:
    """The lists in reading order; one whose items cannot be told apart is left out.

    So is one with blank lines between some of its items only: that may be two lists.
    """
    found = []
    place = 0
    for is_list, group in groupby(article.blocks, key=lambda block: block.kind == LIST):
        blocks = list(group)
        place += len(blocks)
        if is_list:
            begin = place - len(blocks)
            intro = article.blocks[begin - 1] if begin else None
            items = _own_items(article.source, intro, blocks)
            if items:
                found.append(Listing(intro, tuple(items), len(blocks), place))
    return tuple(found)


def _own_items(source: str, intro: Block | None, blocks: list[Block]) -> list[Block]:
    begin = intro.text.whole.end if intro is not None else 0
    between = list(_between(source, begin, blocks))
    if any(_ITEM.search(text) for text in between):
        depths = list(_html_depths(between))
    else:
        depths = [_indent(text) for text in between]
    least = min((depth for depth in depths if depth is not None), default=-1)
    own = [i for i, depth in enumerate(depths) if depth == least]
    loose = {bool(_BLANK_LINE.search(between[i])) for before, i in pairwise(own) if before == i - 1}
    return [blocks[i] for i in own] if len(loose) < 2 else []


def _between(source: str, begin: int, blocks: list[Block]) -> Iterator[str]:
    """For each block, the source between it and the one before."""
    for block in blocks:
        start = block.text.whole.start
        yield source[max(begin, start - _REACH) : start]
        begin = block.text.whole.end


def _indent(text: str) -> int | None:
    """How far the list marker that ends a piece of source is indented; nothing without a marker."""
    found = _MARKER.search(text)
    return len(found["indent"].expandtabs(4)) if found else None


def _html_depths(between: list[str]) -> Iterator[int | None]:
    depth = 0
    for text in between:
        for tag in _DEEPER.finditer(text):
            depth += -1 if tag[1] else 1
        yield depth if _ITEM.search(text) else None
