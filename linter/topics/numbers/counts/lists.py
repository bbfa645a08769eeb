"""Lists of an article: their items, without what is nested in them, and the block that introduces them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from linter.analyses import analysis
from linter.article.model import HEADING, LIST, Article, Block
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

_MARKER = lazy(
    r"(?:^|\n)(?P<indent>[ \t>]*)(?:[-*+•–]|(?P<number>\d{1,3})[.)])[ \t]+(?:[*_~`\[(\"“«]|<\w+[^<>]*>)*$"
)
_BLANK_LINE = lazy(r"\n[ \t>]*\n")
_ITEM = lazy(r"<li\b", re.IGNORECASE)
_DEEPER = lazy(r"<(/?)(?:ul|ol)\b", re.IGNORECASE)
_REACH = 400
_BULLET = lazy(r"(?:^|\n)(?P<indent>[ \t>]*)(?:[-*+•–]|\d{1,3}[.)])[ \t]+(?:\S|\Z)")


class Listing(NamedTuple):
    """A list: the block right before it, and the first block of each of its own items."""

    intro: Block | None
    items: tuple[Block, ...]
    blocks: int
    """How many blocks the list has, nested items and further paragraphs included."""
    end: int
    """The number of the block behind it."""
    hidden: int = 0
    """How many more items there are that are no prose, as pieces of code are."""

    @property
    def found(self) -> int:
        """How many items the list has of its own."""
        return len(self.items) + self.hidden


@analysis
def listings(article: Article) -> tuple[Listing, ...]:
    """The lists in reading order; one whose items cannot be told apart is left out.

    So is one with blank lines between some of its items only: that may be two lists.
    """
    if LIST not in [block.kind for block in article.blocks]:
        return ()
    found = []
    place = 0
    for is_list, group in groupby(article.blocks, key=lambda block: block.kind == LIST):
        blocks = list(group)
        place += len(blocks)
        if is_list:
            begin = place - len(blocks)
            intro = article.blocks[begin - 1] if begin else None
            behind = _begin_of(article, place)
            items, hidden = _own_items(article.source, intro, blocks, behind)
            if items:
                found.append(Listing(intro, tuple(items), len(blocks), place, hidden))
    return tuple(found)


def unwritten(article: Article, number: int) -> tuple[int, Span]:
    """How many items a list has that follows the block of that number and is all code, and its place."""
    place = Span(article.blocks[number].text.whole.end, _begin_of(article, number + 1))
    indents = [len(bullet["indent"]) for bullet in _BULLET.finditer(article.source, *place)]
    return indents.count(min(indents, default=0)), place


def _begin_of(article: Article, number: int) -> int:
    """Where the block of that number begins, with the sign of a heading, or the end of the source."""
    if number >= len(article.blocks):
        return len(article.source)
    block = article.blocks[number]
    start = block.text.whole.start
    return article.source.rfind("\n", 0, start) + 1 if block.kind == HEADING else start


def _own_items(source: str, intro: Block | None, blocks: list[Block], behind: int) -> tuple[list[Block], int]:
    """The first block of each item, and how many items are no prose."""
    begin = intro.text.whole.end if intro is not None else 0
    between = list(_between(source, begin, blocks))
    html = any(_ITEM.search(text) for text in between)
    depths = list(_html_depths(between)) if html else [_indent(text) for text in between]
    least = min((depth for depth in depths if depth is not None), default=-1)
    own = [i for i, depth in enumerate(depths) if depth == least]
    loose = {bool(_BLANK_LINE.search(between[i])) for before, i in pairwise(own) if before == i - 1}
    if len(loose) > 1 or (html and any(map(_is_hidden, between[1:]))):
        return [], 0
    gaps = [*between, source[blocks[-1].text.whole.end : behind]] if not html else []
    bullets = sum(_indent_of(bullet) == least for gap in gaps for bullet in _BULLET.finditer(gap))
    return [blocks[i] for i in own], max(0, bullets - len(own))


def _is_hidden(between: str) -> bool:
    """Whether an item of HTML stands between two blocks that is none itself."""
    return len(_ITEM.findall(between)) > 1 and not _DEEPER.search(between)


def _indent_of(marker: re.Match[str]) -> int:
    return len(marker["indent"].expandtabs(4))


def _between(source: str, begin: int, blocks: list[Block]) -> Iterator[str]:
    """For each block, the source between it and the one before."""
    for block in blocks:
        start = block.text.whole.start
        yield source[max(begin, start - _REACH) : start]
        begin = block.text.whole.end


def _indent(text: str) -> int | None:
    """How far the list marker that ends a piece of source is indented; nothing without a marker."""
    found = _MARKER.search(text)
    return _indent_of(found) if found else None


def _html_depths(between: list[str]) -> Iterator[int | None]:
    depth = 0
    for text in between:
        for tag in _DEEPER.finditer(text):
            depth += -1 if tag[1] else 1
        yield depth if _ITEM.search(text) else None
