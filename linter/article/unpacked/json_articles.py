"""JSON and JSON Lines that hold articles: ninjs, Ghost, JSON Feed, WordPress, schema.org, and records alike.

A record is an article if it has a body under one of the names below; title, date and language are those that
front matter may have.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.aliases import ALIASES
from linter.article.frontmatter.json_tree import Array, JsonError, Node, Object, Scalar, parse_json
from linter.article.frontmatter.scalars import double_quoted
from linter.article.unpacked import Unpacked
from linter.article.unpacked.entries import Entry, Pieces, unpacked_entries
from linter.matching.regexes import lazy
from linter.messages import message
from linter.text import NotText, Piece, decoded

_BODIES = (
    *(
        "body_xhtml",
        "body_html",
        "content_html",
        "html",
        "articleBody",
        "body_text",
        "content_text",
        "markdown",
    ),
    *("body", "content", "text", "maintext", "article", "article_body", "fulltext", "plaintext"),
)
"""Names of the body, the one with most markup first: several may say the same."""
_MARKDOWN = frozenset({"markdown"})
_NAMES = ("slug", "uri", "id", "url", "guid", "_id")
_MORE = {
    "title": ("headline", "name"),
    "date": (
        "versioncreated",
        "firstcreated",
        "date_published",
        "published_at",
        "datePublished",
        "publish_date",
    ),
    "lang": ("language", "inLanguage", "locale"),
}
_HOLDERS = frozenset({"rendered", "value", "text", "html", "plain", "__cdata"})
"""Names of the one string in an object that stands for a text, as WordPress has it."""
_LINE = lazy(r"[^\r\n]*\S[^\r\n]*")
_DEEPEST = 8
"""How deep records are looked for: in Ghost's exports they stand in the fifth level."""


def read_json(data: bytes) -> Unpacked:
    """The articles in a JSON file."""
    source = decoded(data)
    root = _parsed(source, source.startswith("\ufeff"), len(source))
    return _unpacked(source, _records(source, root))


def read_json_lines(data: bytes) -> Unpacked:
    """The articles in a file with a JSON value in each line."""
    source = decoded(data)
    return _unpacked(source, _of_lines(source))


def _unpacked(source: str, entries: Iterator[Entry]) -> Unpacked:
    found = unpacked_entries(source, entries)
    if not found.documents:
        raise NotText(message("holds no article that is known"))
    return found


def _of_lines(source: str) -> Iterator[Entry]:
    for line in _LINE.finditer(source, source.startswith("\ufeff")):
        yield from _records(source, _parsed(source, *line.span()))


def _parsed(source: str, start: int, end: int) -> Node:
    try:
        return parse_json(source, start, end)[0]
    except JsonError as error:
        line = source.count("\n", 0, error.offset) + 1
        raise NotText(message("is no JSON ({why})", why=f"{error}, line {line}")) from None


def _records(source: str, node: Node, depth: int = 0) -> Iterator[Entry]:
    """The records in a value that are articles; what stands in one of them belongs to it."""
    if isinstance(node, Array):
        for item in node.items:
            yield from _records(source, item, depth + 1) if depth < _DEEPEST else ()
    elif isinstance(node, Object):
        entry = _entry(source, node)
        if entry is not None:
            yield entry
        elif depth < _DEEPEST:
            for member in node.members:
                yield from _records(source, member.value, depth + 1)


def _entry(source: str, record: Object) -> Entry | None:
    strings = {name: found for name, value in _members(record) if (found := _string(value)) is not None}
    body = next((name for name in _BODIES if name in strings and " " in strings[name].value.strip()), None)
    if body is None:
        return None
    fields: list[tuple[str, Pieces]] = []
    for name in ("title", "date", "lang", "author", "description"):
        keys = (*ALIASES.get(name, ()), *_MORE.get(name, ()))
        key = next(
            (key for key in keys if key in strings and key != body and strings[key].value.strip()), None
        )
        if key is not None:
            fields.append((name, _pieces(source, strings[key])))
    if not fields:
        return None
    own = next((strings[name].value for name in _NAMES if name in strings), "")
    format = "markdown" if body in _MARKDOWN else ""
    return Entry(fields, _pieces(source, strings[body]), format, own)


def _members(record: Object) -> Iterator[tuple[str, Node]]:
    for member in reversed(record.members):
        yield member.key.value, member.value


def _string(node: Node) -> Scalar | None:
    """A string, or the one that an object holds in its stead."""
    if isinstance(node, Scalar):
        return node
    if isinstance(node, Object):
        held = (value for name, value in _members(node) if name in _HOLDERS)
        return next((value for value in held if isinstance(value, Scalar)), None)
    return None


def _pieces(source: str, scalar: Scalar) -> Pieces:
    if source[slice(*scalar.span)] == scalar.value:
        return [Piece(scalar.value, *scalar.span)]
    return list(double_quoted(source, *scalar.span))
