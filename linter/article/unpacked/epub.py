"""Books and magazines in EPUB 2 and 3: each page of the reading order is an article."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from itertools import accumulate
from urllib.parse import unquote

from linter.article.html.page import read_html
from linter.article.unpacked import Document, Unpacked
from linter.article.unpacked.archive import Archive
from linter.article.unpacked.elements import Element, parse_xml
from linter.messages import message
from linter.text import LineIndex, NotText, Text, decoded

_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html"})
_MOST = 2_000
"""Parts that are read."""


def read_epub(data: bytes) -> Unpacked:
    """The parts of a book. ``NotText`` if it is none, or its text is encrypted."""
    archive = Archive(data)
    package = _package(archive)
    root = parse_xml(decoded(archive.read(package)))
    if b"EncryptedData" in archive.read("META-INF/encryption.xml") and not _is_readable(
        archive, root, package
    ):
        raise NotText(message("is encrypted; save it without a password"))
    names = [name for name in _reading_order(root, posixpath.dirname(package)) if name in archive]
    sources = [decoded(archive.read(name)).rstrip() for name in names]
    text = "".join(f"{source}\n" for source in sources)
    starts = accumulate((len(source) + 1 for source in sources), initial=0)
    pages = list(zip(starts, names, sources, strict=False))
    documents = [_document(text, *page) for page in pages]
    return Unpacked(text, [each for each in documents if each.draft.blocks], _where(pages))


def _package(archive: Archive) -> str:
    """The name of the part that says what the book consists of."""
    if _CONTAINER not in archive:
        raise NotText(message("holds no book (EPUB)"))
    container = parse_xml(decoded(archive.read(_CONTAINER)))
    files = (each for each in container.walk() if each.local == "rootfile")
    path = next((each.attributes.get("full-path", "") for each in files), "")
    if path not in archive:
        raise NotText(message("holds no book (EPUB)"))
    return path


def _is_readable(archive: Archive, root: Element, package: str) -> bool:
    """Whether the first page is text: often fonts alone are encrypted."""
    first = next(_reading_order(root, posixpath.dirname(package)), "")
    return archive.read(first).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")


def _reading_order(root: Element, folder: str) -> Iterator[str]:
    """The pages of a book, without its table of contents."""
    elements = list(root.walk())
    items = {each.attributes.get("id", ""): each.attributes for each in elements if each.local == "item"}
    references = [each.attributes.get("idref", "") for each in elements if each.local == "itemref"]
    for reference in dict.fromkeys(references[:_MOST]):
        item = items.get(reference, {})
        is_contents = "nav" in item.get("properties", "").split()
        if item.get("media-type") in _PAGES and not is_contents:
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _document(text: str, start: int, name: str, source: str) -> Document:
    draft = read_html(source)._replace(template=False)
    home = Text.verbatim(text, start, start + len(source))
    return Document(source, draft, "html", name, home)


def _where(pages: list[tuple[int, str, str]]) -> Callable[[int], str]:
    """Tells an offset as a page of the book and a line in it."""
    lines: dict[str, LineIndex] = {}

    def where(offset: int) -> str:
        start, name, source = next((each for each in reversed(pages) if each[0] <= offset), (0, "", ""))
        index = lines.setdefault(name, LineIndex(source))
        line = str(index.position(offset - start).line)
        return message("{file}, line {line}", file=name, line=line)

    return where
