"""Names whose own link spells them so."""

from __future__ import annotations

from bisect import bisect_right

from linter.analyses import analysis
from linter.article.model import Article
from linter.text import Span


def is_linked(article: Article, span: Span, name: str) -> bool:
    """Whether a name stands in a link to another site whose address has it too: it is called so there.

    Or some link leads to a site of that name.
    """
    if name.casefold() in _sites(article):
        return True
    starts, links = _links(article)
    place = bisect_right(starts, span.start) - 1
    if place < 0:
        return False
    end, address = links[place]
    return span.start < end and name.casefold() in address


@analysis
def _sites(article: Article) -> frozenset[str]:
    """The parts of the domains that the article links to."""
    _, links = _links(article)
    hosts = (address.partition("://")[2].partition("/")[0] for _, address in links)
    return frozenset(part for host in hosts for part in host.split("."))


@analysis
def _links(article: Article) -> tuple[list[int], list[tuple[int, str]]]:
    """Where the links to other sites begin and end in the source, with their addresses."""
    found = sorted(
        (*block.text.span(mark.start, mark.end), mark.value.casefold())
        for block in article.blocks
        for mark in block.text.marked("link")
        if "://" in mark.value
    )
    return [start for start, *_ in found], [(end, address) for _, end, address in found]
