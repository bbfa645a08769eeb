"""Articles in XML of agencies and journals: NITF, NewsML-G2 and JATS.

What their elements mean is said in the terms of HTML, in which they are then read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from linter.article.unpacked.elements import Element, Raw
from linter.article.unpacked.entries import Entry, Pieces
from linter.text import Piece

_GONE = ""
_SHARED = {
    name: name for name in "p ul ol li table tr td th blockquote pre code em strong b i sub sup".split()
} | {
    **dict.fromkeys(("script", "style"), _GONE),
    "h2": "h2",
    "h3": "h3",
    "br": "br",
}
_NITF = _SHARED | {
    **dict.fromkeys("media-metadata media-reference media-producer media-object tagline".split(), _GONE),
    **dict.fromkeys(("body.end", "byline", "distributor"), _GONE),
    "hl2": "h2",
    "bq": "blockquote",
    "media-caption": "figcaption",
    "note": "p",
}
_JATS = _SHARED | {
    **dict.fromkeys(
        "ref-list label object-id alternatives permissions graphic media tex-math".split(), _GONE
    ),
    **dict.fromkeys(("fn", "def", "boxed-text"), "p"),
    "alt-text": _GONE,
    "title": "h2",
    "list-item": "li",
    "disp-quote": "blockquote",
    "italic": "em",
    "underline": "em",
    "bold": "strong",
    "caption": "figcaption",
    "preformat": "pre",
    "monospace": "code",
    "disp-formula": "pre",
    "inline-formula": "code",
}
"""Element -> element of HTML; nothing for what is not read; of what is not named the tags are left out."""


def is_paper(root: Element) -> bool:
    """Whether a document is one of these."""
    return root.local in _READERS


def entries(source: str, root: Element) -> Iterator[Entry]:
    """The articles in a document."""
    yield from _READERS[root.local](source, root)


def _fields(source: str, named: Mapping[str, Element | None]) -> list[tuple[str, Pieces]]:
    return [(name, list(each.pieces(source))) for name, each in named.items() if each is not None]


def _said(name: str, value: str | None, element: Element) -> list[tuple[str, Pieces]]:
    """A value that stands in an attribute, whose place is not kept."""
    at = element.inner.start
    return [(name, [Piece(value, at, at)])] if value else []


def _first(root: Element, *names: str) -> Element | None:
    """The first element of the first of these names that is anywhere in it."""
    found: dict[str, Element] = {}
    for element in root.walk():
        found.setdefault(element.local, element)
    return next((found[name] for name in names if name in found), None)


def _nitf(source: str, root: Element) -> Iterator[Entry]:
    titles = _first(root, "hl1", "hedline", "title")
    date = _first(root, "date.release", "date.issue", "story.date")
    body = _first(root, "body.content", "body")
    fields = _fields(source, {"title": titles, "author": _first(root, "byline")})
    if date is not None:
        fields += _said("date", _date(date.attributes.get("norm", "")), date)
    fields += _said("lang", root.attributes.get("xml:lang"), root)
    if body is not None:
        yield Entry(fields, list(_html(source, [body], _NITF)), "html")


def _date(norm: str) -> str:
    """A date as NITF normalises it, ``20240820T101500Z``, as others write it."""
    digits = norm[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdecimal() else norm


def _newsml(source: str, root: Element) -> Iterator[Entry]:
    items = [each for each in root.walk() if each.local == "newsItem"]
    for item in items:
        content = _first(item, "inlineXML", "inlineData")
        if content is None:
            continue
        named = {"title": _first(item, "headline"), "date": _first(item, "contentCreated", "versionCreated")}
        fields = _fields(source, {**named, "author": _first(item, "by")})
        language = _first(item, "language")
        tag = language.attributes.get("tag") if language is not None else None
        fields += _said(
            "lang", tag or item.attributes.get("xml:lang") or root.attributes.get("xml:lang"), item
        )
        inside = _first(content, "body.content", "body") or content
        has_elements = any(isinstance(each, Element) for each in inside.content)
        body = list(_html(source, [inside], _NITF)) if has_elements else list(content.pieces(source))
        yield Entry(fields, body, "html" if has_elements else "", item.attributes.get("guid", ""))


def _jats(source: str, root: Element) -> Iterator[Entry]:
    for article in (each for each in root.walk() if each.name in ("article", "sub-article", "response")):
        front = article.child("front", "front-stub")
        body = article.child("body")
        if body is None:
            continue
        head = front or article
        fields = _fields(source, {"title": _first(head, "article-title")})
        date = _first(head, "pub-date")
        if date is not None:
            days = [date.child(name) for name in ("year", "month", "day")]
            values = [each.value(source) for each in days if each is not None]
            if len(values) == 3 and all(each.isdecimal() for each in values):
                fields += _said("date", f"{values[0]}-{values[1]:0>2}-{values[2]:0>2}", date)
        fields += _said("lang", article.attributes.get("xml:lang"), article)
        abstract = _first(head, "abstract")
        parts = [each for each in (abstract, body, article.child("back")) if each is not None]
        yield Entry(fields, list(_html(source, parts, _JATS)), "html", article.attributes.get("id", ""))


def _html(source: str, elements: Iterable[Element], names: Mapping[str, str]) -> Iterator[Piece]:
    """The text of elements with tags of HTML around it."""
    todo: list[Element | Raw | Piece] = [*reversed([*elements])]
    while todo:
        each = todo.pop()
        if isinstance(each, Piece):
            yield each
        elif isinstance(each, Raw):
            text = source[each.start : each.end]
            yield Piece(text, each.start, each.end)
        else:
            tag = names.get(each.local)
            if tag == _GONE:
                continue
            if tag is not None:
                start, end = each.inner
                todo.append(Piece(f"</{tag}>", end, end))
                yield Piece(f"<{tag}{_spans(each)}>", start, start)
            todo += reversed(each.content)


def _spans(cell: Element) -> str:
    """How many rows and columns a cell of a table spans."""
    said = ((name, cell.attributes.get(name, "")) for name in ("colspan", "rowspan"))
    return "".join(f' {name}="{value}"' for name, value in said if value.isdecimal())


_READERS = {
    "nitf": _nitf,
    "newsMessage": _newsml,
    "newsItem": _newsml,
    "packageItem": _newsml,
    "itemSet": _newsml,
    "article": _jats,
}
