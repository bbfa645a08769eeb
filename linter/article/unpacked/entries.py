"""Files that hold many articles: each entry becomes a document with its metadata on top of its body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from linter.article.draft import Draft
from linter.article.entities import decoded_pieces
from linter.article.html.page import read_html
from linter.article.markdown import read_part
from linter.article.model import PARAGRAPH, STANDFIRST, Block, Field
from linter.article.plain import read_plain
from linter.article.unpacked import Document, Unpacked
from linter.article.unpacked.gathered import Change, Gathered, changed
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.text import Piece, Span, Text

Pieces = Sequence[Piece]
_MARKUP = lazy(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|a|em|strong|b|i|span|blockquote|figure|img|table)\b[^<>]*>|&(?:[a-z]{2,8}|#\d{1,6});"
)
_NOT_NAME = lazy(r"[^\w-]+")
_LONGEST_NAME = 60
_SHOWN_TITLE = 60
_LONGEST_TEASER = 600


class Entry(NamedTuple):
    """An article in a file, its texts with their places."""

    fields: Sequence[tuple[str, Pieces]]
    """Metadata by name."""
    body: Pieces
    format: str = ""
    """Of the body; told by the body if it is not given."""
    name: str = ""
    """What its address or its own name calls it."""
    is_summary: bool = False
    """The body is what a feed calls a description: the whole text, or what leads to it."""


def unpacked_entries(text: str, entries: Iterable[Entry]) -> Unpacked:
    """What a file with such entries holds; there may be none."""
    documents: list[Document] = []
    starts: list[tuple[int, str]] = []
    taken: set[str] = set()
    for number, entry in enumerate(entries, 1):
        document = _document(entry, _name(entry, number, taken))
        if document is not None:
            documents.append(document)
            starts.append((_first(entry), _label(number, document)))
    if len(documents) == 1:
        return Unpacked(text, [documents[0]._replace(name="")])
    return Unpacked(text, documents, _where(starts))


def _first(entry: Entry) -> int:
    """Where an entry begins; its language may be that of the whole file."""
    places = [piece.start for name, pieces in entry.fields if name != "lang" for piece in pieces]
    return min([*places, *(piece.start for piece in entry.body)], default=0)


def _where(starts: list[tuple[int, str]]) -> Callable[[int], str]:
    """Tells the entry that an offset is in."""
    ordered = sorted(starts)

    def where(offset: int) -> str:
        from bisect import bisect_right

        at = bisect_right(ordered, offset, key=lambda start: start[0]) - 1
        return ordered[max(0, at)][1] if ordered else ""

    return where


def _label(number: int, document: Document) -> str:
    title = next((field.value for field in document.draft.metadata if field.name == "title"), "")
    if not title:
        return message("entry {number}", number=str(number))
    shown = title if len(title) <= _SHOWN_TITLE else f"{title[: _SHOWN_TITLE - 1]}…"
    return message("entry {number}: {title}", number=str(number), title=shown)


def _name(entry: Entry, number: int, taken: set[str]) -> str:
    """What stands for an entry: its own name where it has one that no other has."""
    own = _NOT_NAME.sub("-", entry.name.rstrip("/").rpartition("/")[2]).strip("-")[:_LONGEST_NAME]
    name = own if own and own not in taken else str(number)
    taken.add(name)
    return name


def _document(entry: Entry, name: str) -> Document | None:
    source = Gathered()
    fields: list[Field] = []
    for key, pieces in entry.fields:
        start = source.length
        value = source.add(_on_one_line(pieces))
        kept = value.strip()
        start += len(value) - len(value.lstrip())
        source.part("\n")
        if kept:
            span = Span(start, start + len(kept))
            fields.append(Field(key, kept, span, span))
    start = source.length
    body = source.add(entry.body)
    if not body.strip():
        return None
    format = entry.format or ("html" if _MARKUP.search(body) else "text")
    draft = _READERS[format](body).moved(start)
    if entry.is_summary:
        draft = draft._replace(blocks=_as_standfirst(draft.blocks))
    home = source.text()
    draft = draft._replace(metadata=[*fields, *draft.metadata], template=False)
    return Document(home.prose, draft, format, name, home)


def _as_standfirst(blocks: list[Block]) -> list[Block]:
    """One short paragraph leads to a text that stands elsewhere; a headline is held against none."""
    if len(blocks) != 1 or blocks[0].kind != PARAGRAPH or len(blocks[0].text) > _LONGEST_TEASER:
        return blocks
    return [blocks[0]._replace(kind=STANDFIRST)]


_READERS: dict[str, Callable[[str], Draft]] = {
    "html": read_html,
    "markdown": read_part,
    "text": read_plain,
}


def _on_one_line(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """A value without line breaks; references that were written twice (``&amp;#8217;``) are decoded."""
    text = Text(pieces)
    inner = decoded_pieces(text.prose, 0, len(text))
    changes = [
        Change(each.start, each.end, each.prose) for each in inner if len(each.prose) != each.end - each.start
    ]
    for piece in changed(text, changes):
        yield piece._replace(prose=piece.prose.replace("\n", " ").replace("\r", " "))
