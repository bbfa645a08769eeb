"""JSON with the place of every value, which the standard library does not keep.

Forgives what pages in the wild contain: raw line breaks in strings and commas before a closing
bracket. Numbers and words stay as written.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.frontmatter.repeats import Repeat, contradictions
from linter.article.frontmatter.scalars import double_quoted
from linter.article.model import Field, Problem
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

_TOKEN = lazy(
    r'\s*+(?:"(?P<string>[^"\\]*+(?:\\.[^"\\]*+)*+)"|(?P<bare>[^\s"{}\[\],:]++)|(?P<mark>[{}\[\],:]))',
    re.DOTALL,
)
_DEEPEST = 60


class JsonError(ValueError):
    """Not JSON; ``offset`` is the place in the source."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class Scalar(NamedTuple):
    """A string (decoded, its span inside the quotes), or a number or word as written."""

    value: str
    span: Span


class Member(NamedTuple):
    key: Scalar
    value: Node


class Object(NamedTuple):
    members: list[Member]

    def get(self, name: str) -> Node | None:
        """The value of the first member of that name."""
        return next((member.value for member in self.members if member.key.value == name), None)


class Array(NamedTuple):
    items: list[Node]


Node = Scalar | Object | Array


def parse_json(source: str, start: int, end: int) -> tuple[Node, int]:
    """The first JSON value in ``source[start:end]`` and where it ends. Raises :class:`JsonError`."""
    return _Parser(source, start, end).value(0)


class _Parser:
    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.at = start
        self.end = end

    def value(self, depth: int) -> tuple[Node, int]:
        found = self._next()
        return self._node(found, depth), self.at

    def _next(self) -> re.Match[str]:
        found = _TOKEN.match(self.source, self.at, self.end)
        if found is None:
            raise JsonError("ends too early or has an unclosed string", self.at)
        self.at = found.end()
        return found

    def _node(self, found: re.Match[str], depth: int) -> Node:
        if depth > _DEEPEST:
            raise JsonError("nested too deeply", found.start())
        if found["mark"] == "{":
            return Object(list(self._members(depth)))
        if found["mark"] == "[":
            return Array(list(self._items(depth)))
        if found["mark"]:
            raise JsonError(f"a value is missing before `{found['mark']}`", found.start("mark"))
        return self._scalar(found)

    def _scalar(self, found: re.Match[str]) -> Scalar:
        if found["bare"] is not None:
            return Scalar("" if found["bare"] == "null" else found["bare"], Span(*found.span("bare")))
        span = Span(*found.span("string"))
        raw = found["string"]
        if "\\" in raw or "\n" in raw:
            raw = "".join(piece.prose for piece in double_quoted(self.source, *span))
        return Scalar(raw, span)

    def _members(self, depth: int) -> Iterator[Member]:
        while True:
            found = self._next()
            if found["mark"] == "}":
                return
            if found["mark"] == ",":
                continue
            if found["mark"]:
                raise JsonError("a key is missing", found.start("mark"))
            key = self._scalar(found)
            colon = self._next()
            if colon["mark"] != ":":
                raise JsonError(f"`:` is missing after `{key.value}`", key.span.end)
            yield Member(key, self._node(self._next(), depth + 1))

    def _items(self, depth: int) -> Iterator[Node]:
        while True:
            found = self._next()
            if found["mark"] == "]":
                return
            if found["mark"] != ",":
                yield self._node(found, depth + 1)


def fields_of(node: Object) -> tuple[list[Field], list[Problem]]:
    """An object as metadata: nested keys joined by dots, one field an item, keys that stand twice."""
    fields: list[Field] = []
    repeats: list[Repeat] = []
    _collect(node, "", Span(0, 0), fields, repeats)
    return fields, list(contradictions(repeats, fields))


def _collect(node: Node, name: str, key: Span, fields: list[Field], repeats: list[Repeat]) -> None:
    if isinstance(node, Scalar):
        fields.append(Field(name, node.value, node.span, key))
    elif isinstance(node, Array):
        for item in node.items:
            _collect(item, name, key, fields, repeats)
    else:
        seen: dict[str, Span] = {}
        for member in node.members:
            inner = f"{name}.{member.key.value}" if name else member.key.value
            first = seen.setdefault(member.key.value, member.key.span)
            if first != member.key.span:
                repeats.append(Repeat(inner, first, member.key.span))
            _collect(member.value, inner, member.key.span, fields, repeats)
