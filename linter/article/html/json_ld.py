"""What a page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article import entities
from linter.article.frontmatter.json_tree import Array, JsonError, Node, Object, Scalar, parse_json
from linter.article.model import Field
from linter.matching.regexes import lazy
from linter.text import Span

_TYPE = lazy(r"Article$|Posting$|^Report$|^(?:Review|Recipe|CreativeWork|WebPage)$")
_KEYS = frozenset(
    "headline alternativeHeadline description datePublished dateModified dateCreated inLanguage author"
    " creator keywords articleSection".split()
)
_CONTAINERS = ("@graph", "mainEntity")
_OPENING = lazy(r"(?:\s|<!--|//|/\*|\*/|<!\[CDATA\[)*+(?=[{\[])")


def read_json_ld(source: str, start: int, end: int) -> list[Field]:
    """The fields of the articles that the script ``source[start:end]`` describes; none if it is no JSON."""
    opening = _OPENING.match(source, start, end)
    if opening is None:
        return []
    try:
        node, _ = parse_json(source, opening.end(), end)
    except JsonError:
        return []
    return [field for article in _articles(node) for field in _fields(article)]


def _articles(node: Node | None) -> Iterator[Object]:
    if isinstance(node, Array):
        for item in node.items:
            yield from _articles(item)
    elif isinstance(node, Object):
        if any(_TYPE.search(name) for name in _types(node.get("@type"))):
            yield node
        for container in _CONTAINERS:
            yield from _articles(node.get(container))


def _types(node: Node | None) -> list[str]:
    items = node.items if isinstance(node, Array) else [node]
    return [item.value for item in items if isinstance(item, Scalar)]


def _fields(article: Object) -> Iterator[Field]:
    for member in article.members:
        if member.key.value in _KEYS:
            yield from _values(member.key.value, member.key.span, member.value)


def _values(name: str, key: Span, node: Node | None) -> Iterator[Field]:
    if isinstance(node, Scalar):
        value = entities.decode(node.value) if "&" in node.value else node.value
        yield Field(name, value, node.span, key, "json-ld")
    elif isinstance(node, Array):
        for item in node.items:
            yield from _values(name, key, item)
    elif isinstance(node, Object):
        yield from _values(name, key, node.get("name"))
