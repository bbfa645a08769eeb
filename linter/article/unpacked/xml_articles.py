"""XML files that hold articles, told by their roots: feeds, exports, articles of agencies and journals."""

from __future__ import annotations

from linter.article.unpacked import Unpacked, feeds, papers
from linter.article.unpacked.elements import parse_xml
from linter.article.unpacked.entries import unpacked_entries
from linter.messages import message
from linter.text import NotText, decoded

_FEEDS = frozenset({"rss", "RDF", "feed"})


def read_xml(data: bytes) -> Unpacked:
    """The articles in an XML file; ``NotText`` if it is of another kind."""
    source = decoded(data)
    root = parse_xml(source)
    if root.local in _FEEDS:
        return unpacked_entries(source, feeds.entries(source, root))
    if papers.is_paper(root):
        return unpacked_entries(source, papers.entries(source, root))
    raise NotText(message("holds no article that is known"))
