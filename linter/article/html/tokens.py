"""HTML cut into tags and text, with offsets.

Follows the tokenizer of the HTML standard as far as text and attributes need it. The standard
library's parser gives no positions of attributes and needs quadratic time for unclosed comments and
tags in the Python versions we support; this one is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

_TAG = lazy(
    r"<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>(?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')|[=\"'])*+)>"
)
_ATTRIBUTE = lazy(
    r"(?P<name>[^\s/>=][^\s/>=]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>\"']?[^\s>]*+)))?"
)
_MARKUP = lazy(r"<(?=[a-zA-Z/!?])")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_TRIES = 30
"""So many tags may lack their end; after that the rest of the file is text."""


class Tag(NamedTuple):
    """A start or end tag; ``rest`` is the span of its attributes."""

    name: str
    start: int
    end: int
    closing: bool
    rest: Span


class Chunk(NamedTuple):
    """A run of text; ``inside`` is the element whose raw text it is, if any (``script``, ``title`` …)."""

    start: int
    end: int
    inside: str = ""


def tokens(source: str, start: int, end: int) -> Iterator[Tag | Chunk]:
    """The tags and texts of ``source[start:end]`` in order; comments and declarations are left out."""
    for item in _markup(source, start, end):
        if start < item.start:
            yield Chunk(start, item.start)
        start = item.end
        if not isinstance(item, Span):
            yield item
    if start < end:
        yield Chunk(start, end)


def _markup(source: str, at: int, end: int) -> Iterator[Tag | Chunk | Span]:
    """Tags, raw texts, and the spans of what is neither tag nor text."""
    tries = _TRIES
    while tries:
        opening = _MARKUP.search(source, at, end)
        if opening is None:
            return
        at = opening.start()
        found = _TAG.match(source, at, end)
        if found is not None:
            tag = Tag(found["name"].lower(), at, found.end(), bool(found["slash"]), Span(*found.span("rest")))
            yield tag
            at = tag.end
            if tag.name in _RAW and not tag.closing:
                at = _raw_end(source, tag, end)
                yield Chunk(tag.end, at, tag.name)
            continue
        after = _after_declaration(source, at, end)
        tries -= after is None
        if after is not None:
            yield Span(at, after)
        at = after or at + 1


def _after_declaration(source: str, place: int, end: int) -> int | None:
    """Where a comment, declaration or instruction at ``place`` ends; nothing if there is none."""
    if source.startswith("<!--", place):
        closing = source.find("-->", place + 2, end)
        return end if closing < 0 else max(closing + 3, place + 5)
    if source[place + 1] in "!?" or (
        source[place + 1] == "/" and not source[place + 2 : place + 3].isalpha()
    ):
        closing = source.find(">", place, end)
        return end if closing < 0 else closing + 1
    return None


def _raw_end(source: str, tag: Tag, end: int) -> int:
    closing = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(source, tag.end, end)
    return closing.start() if closing else end


def attributes(source: str, tag: Tag) -> dict[str, Span]:
    """Name in lower case -> span of the value as written; the first of equal names counts."""
    found: dict[str, Span] = {}
    for match in _ATTRIBUTE.finditer(source, *tag.rest):
        group = match.lastgroup or "name"
        span = Span(match.end(), match.end()) if group == "name" else Span(*match.span(group))
        found.setdefault(match["name"].lower(), span)
    return found
