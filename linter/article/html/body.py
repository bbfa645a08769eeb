"""What of a page is its article: the text, without what a site puts around it and between.

Nothing is dropped that may be the text. A name such as ``share`` is believed only of a whole page, of a part
that holds little; links count only where there are many; and if nothing is left, everything is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator

from linter.article.html.blocks import Placed
from linter.article.html.parts import AROUND, FURNITURE, Parts
from linter.article.model import HEADING, HEADLINE, LIST, PARAGRAPH, QUOTE, TABLE

_RUNNING_TEXT = frozenset({PARAGRAPH, QUOTE, LIST})
_SMALL_REGION = 0.3
"""A region with less text than this share of the largest is a teaser or a comment."""
_SMALL_PART = 0.25
"""If article and main hold less than this share of the text, the page uses them for something else. A part
that is named as furniture and holds more is none: ``read-more`` is the article on some sites."""
_ALL_OF_IT = 0.9
_MANY_LINKS = 8
"""So many blocks that are only links make a site around the article; fewer may be its author's."""
_MENU = 0.6
"""A part of three or more blocks with more than this share of its text in links leads to other texts."""
_MENU_BLOCKS = 3
_BODY = 0.95
"""The smallest part with this share of the long paragraphs is the body. With all of them, one comment
would make the whole page the body."""
_LONG = 80
"""Characters outside of links, from which a paragraph is of some text, and no label or date."""
_LABEL = 8
"""Words up to which a heading is but the name of what is below it."""


def article_on(placed: list[Placed], parts: Parts) -> list[Placed]:
    """What belongs to the article, its headline marked as such."""
    around = _around(placed, parts)
    regions = _regions(placed, parts, around)
    headline = _headline(placed, parts, regions)
    links = {id(one) for one in placed if _is_link(one)}
    has_menus = len(links) >= _MANY_LINKS
    if has_menus:
        around = parts.inside(around | _menus(placed, parts, around))

    def belongs(one: Placed) -> bool:
        part = one.context.part
        return parts.regions[part] in regions and part not in around and not (has_menus and id(one) in links)

    shown = [one is headline or belongs(one) for one in placed]
    if has_menus:
        _end_with_body(placed, shown, _body(placed, shown, parts), headline)
    if parts.whole:
        _drop_labels(placed, shown, headline)
    kept = [
        one._replace(block=one.block._replace(kind=HEADLINE)) if one is headline else one
        for one, is_shown in zip(placed, shown, strict=True)
        if is_shown
    ]
    return kept if _has_text(kept) or not _has_text(placed) else placed


def _has_text(placed: list[Placed]) -> bool:
    return any(one.block.kind in _RUNNING_TEXT and one.block.text for one in placed)


def _around(placed: list[Placed], parts: Parts) -> set[int]:
    """The parts that hold no text of the article, by their elements and names."""
    said = [part for part, role in enumerate(parts.roles) if role == AROUND]
    around = parts.inside(said)
    running = [one for one in placed if one.block.kind in _RUNNING_TEXT]
    others = [one for one in running if one.context.part not in around]
    if running and not others:  # then one of them is around the text, too
        around, others = parts.inside(_small(said, running, parts)), running
    if not parts.whole:
        return around
    named = [part for part, role in enumerate(parts.roles) if role == FURNITURE]
    more = parts.inside(around.union(_small(named, others, parts)))
    return more if any(one.context.part not in more for one in others) else around


def _small(chosen: list[int], running: list[Placed], parts: Parts) -> Iterator[int]:
    """Those of the chosen parts that hold little of the text."""
    lengths = parts.summed((one.context.part, len(one.block.text)) for one in running)
    return (part for part in chosen if lengths[part] < _SMALL_PART * lengths[0])


def _menus(placed: list[Placed], parts: Parts, around: Container[int]) -> set[int]:
    """The parts that hold little beside links, and little of the text."""
    others = [one for one in placed if one.context.part not in around and one.block.kind != HEADING]

    def summed(measure: Callable[[Placed], int]) -> list[int]:
        return parts.summed((one.context.part, measure(one)) for one in others)

    blocks, linked, unlinked = summed(lambda one: 1), summed(_linked), summed(_unlinked)
    return {
        part
        for part, links in enumerate(linked)
        if blocks[part] >= _MENU_BLOCKS
        and links > _MENU * (links + unlinked[part])
        and unlinked[part] < _SMALL_PART * unlinked[0]
    }


def _body(placed: list[Placed], shown: list[bool], parts: Parts) -> set[int]:
    """The smallest part that holds the long paragraphs of what is shown, and all inside it."""
    long = (
        (one.context.part, length)
        for one, is_shown in zip(placed, shown, strict=True)
        if is_shown and one.block.kind in _RUNNING_TEXT and (length := _unlinked(one)) >= _LONG
    )
    lengths = parts.summed(long)
    body = 0
    for part, parent in enumerate(parts.parents):
        if parent == body and lengths[part] >= _BODY * lengths[0]:
            body = part
    return parts.inside([body])


def _end_with_body(
    placed: list[Placed], shown: list[bool], body: Container[int], headline: Placed | None
) -> None:
    """Leave out what stands below the body, and above both it and the headline.

    Between the two is the standfirst.
    """
    inside = [i for i, one in enumerate(placed) if shown[i] and one.context.part in body]
    if not inside:
        return
    start = next((i for i in range(inside[0]) if placed[i] is headline), inside[0] if headline else 0)
    for i in (*range(start), *range(inside[-1] + 1, len(placed))):
        shown[i] = False


def _drop_labels(placed: list[Placed], shown: list[bool], headline: Placed | None) -> None:
    """Leave out the short headings under which everything is left out."""
    below, has_text = 0, False
    for i in range(len(placed) - 1, -1, -1):
        one = placed[i]
        if one.block.kind != HEADING or one is headline:
            below, has_text = below + 1, has_text or shown[i]
            continue
        if below and not has_text and len(one.block.text.prose.split()) <= _LABEL:
            shown[i] = False
        below, has_text = 0, False


def _linked(one: Placed) -> int:
    return sum(mark.end - mark.start for mark in one.block.text.marked("link"))


def _unlinked(one: Placed) -> int:
    return len(one.block.text) - _linked(one)


def _is_link(one: Placed) -> bool:
    """Whether a block is one link and nothing else, as entries of menus and teasers of other texts are."""
    return _linked(one) >= _ALL_OF_IT * len(one.block.text) and one.block.kind != TABLE


def _regions(placed: list[Placed], parts: Parts, around: Container[int]) -> Container[int]:
    """Numbers of the ``article`` and ``main`` elements that hold the text; 0 is what is outside."""
    lengths: Counter[int] = Counter()
    for one in placed:
        if one.context.part not in around and one.block.kind in _RUNNING_TEXT:
            lengths[parts.regions[one.context.part]] += _unlinked(one)
    inside = {region: length for region, length in lengths.items() if region}
    if not inside or sum(inside.values()) < _SMALL_PART * lengths.total():
        return set(parts.regions)
    largest = max(inside.values())
    return {region for region, length in inside.items() if length >= _SMALL_REGION * largest}


def _headline(placed: list[Placed], parts: Parts, regions: Container[int]) -> Placed | None:
    """The heading declared as headline, or the only one of the top level."""
    top = [one for one in placed if one.block.kind == HEADING and one.block.level == 1]
    declared = [one for one in top if one.context.headline]
    if declared:
        return declared[0]
    if len(top) > 1:
        inside = ((parts.regions[one.context.part], one) for one in top)
        top = [one for region, one in inside if region and region in regions]
    return top[0] if len(top) == 1 else None
