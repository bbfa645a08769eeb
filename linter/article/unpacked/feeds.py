"""Feeds and exports of blogs: RSS 1.0 and 2.0, Atom 1.0, and what WordPress exports (WXR).

The language of a whole feed is often that of its programme, so that only that of an entry counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.unpacked.elements import Element
from linter.article.unpacked.entries import Entry, Pieces
from linter.article.unpacked.gathered import Change, changed
from linter.matching.regexes import lazy
from linter.text import Piece, Text

_POSTS = frozenset({"post", "page"})
"""What WordPress exports beside these is pictures, menus and versions."""
_PARAGRAPHS = lazy(r"<(?:p|div|!-- wp:)")
_BLANK = lazy(r"(?:\r?\n[ \t]*){2,}")
_SHORTCODE = lazy(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|wp_caption|youtube|(?:vc|et_pb|fusion)_\w+)\b[^\[\]]*\]"
)


def entries(source: str, root: Element) -> Iterator[Entry]:
    """The entries of a feed."""
    if root.local == "feed":
        yield from (_atom(source, entry) for entry in root.children("entry", "atom:entry"))
        return
    for holder in (*root.children("channel"), root):
        yield from (_item(source, item) for item in holder.children("item") if _is_post(source, item))


def _is_post(source: str, item: Element) -> bool:
    kind = item.child("wp:post_type")
    return kind is None or kind.value(source) in _POSTS


def _item(source: str, item: Element) -> Entry:
    named = {
        "title": item.child("title"),
        "date": item.child("wp:post_date", "pubDate", "dc:date"),
        "author": item.child("dc:creator", "author"),
        "lang": item.child("dc:language"),
    }
    content, teaser = item.child("content:encoded", "content"), item.child("description", "excerpt:encoded")
    body = _pieces(source, content)
    is_summary = not any(piece.prose.strip() for piece in body)
    if is_summary:
        body = _pieces(source, teaser)
    if item.child("wp:post_type") is not None:
        body = _as_shown(body)
    address = item.child("wp:post_name", "link", "guid")
    return Entry(
        [(name, _pieces(source, each)) for name, each in named.items() if each is not None],
        body,
        "html",
        address.value(source) if address is not None else "",
        is_summary,
    )


def _atom(source: str, entry: Element) -> Entry:
    prefix = entry.name.removesuffix("entry")
    title = entry.child(f"{prefix}title")
    date = entry.child(f"{prefix}published", f"{prefix}updated")
    author = entry.child(f"{prefix}author")
    content = entry.child(f"{prefix}content", f"{prefix}summary")
    named = [("title", title), ("date", date), ("author", author.child(f"{prefix}name") if author else None)]
    fields: list[tuple[str, Pieces]] = [
        (name, _pieces(source, each)) for name, each in named if each is not None
    ]
    spoken = entry.attributes.get("xml:lang", "")
    at = entry.inner.start
    if spoken:
        fields.append(("lang", [Piece(spoken, at, at)]))
    is_inline = content is not None and content.attributes.get("type") == "xhtml"
    address = next((each.attributes.get("href", "") for each in entry.children(f"{prefix}link")), "")
    body: Pieces = _pieces(source, content)
    if is_inline and content is not None:
        start, end = content.inner
        body = [Piece(source[start:end], start, end)]
    is_summary = content is not None and content.name.endswith("summary")
    return Entry(fields, body, "html", address, is_summary)


def _pieces(source: str, element: Element | None) -> Pieces:
    return list(element.pieces(source)) if element is not None else []


def _as_shown(body: Pieces) -> Pieces:
    """A post as WordPress shows it: its codes gone, and a paragraph at each empty line if it marks none."""
    text = Text(body)
    prose = text.prose
    changes = [Change(*found.span(), "") for found in _SHORTCODE.finditer(prose)]
    if not _PARAGRAPHS.search(prose):
        changes += [Change(*found.span(), "\n\n<p>") for found in _BLANK.finditer(prose)]
    return list(changed(text, sorted(changes)))
