"""XML as a tree that knows where its text stands in the file.

Read as forgivingly as feeds are written: unknown entities stay as they are, a missing end tag ends with the
element around. No entity is declared or expanded but those of characters, nothing else is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.article import entities
from linter.article.entities import decoded_pieces
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.text import NotText, Piece, Span

_TAG = lazy(r"<(?P<slash>/?)(?P<name>[^\W\d][\w.:-]*)(?P<rest>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_ATTRIBUTE = lazy(r"(?P<name>[\w.:-]+)\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)')")
_DEEPEST = 500
_CDATA = "<![CDATA["


class Raw(NamedTuple):
    """A run of text as it stands in the file: with references, or in a CDATA section without."""

    start: int
    end: int
    is_cdata: bool = False


class Element:
    """An element: its attributes, and the texts and elements inside in order."""

    __slots__ = ("attributes", "content", "inner", "name")

    def __init__(self, name: str, attributes: dict[str, str], start: int) -> None:
        self.name = name
        self.attributes = attributes
        self.content: list[Element | Raw] = []
        self.inner = Span(start, start)
        """What stands between its tags."""

    @property
    def local(self) -> str:
        """Its name without a prefix."""
        return self.name.rpartition(":")[2]

    def children(self, *names: str) -> Iterator[Element]:
        """The elements of these names that stand directly in it."""
        return (each for each in self.content if isinstance(each, Element) and each.name in names)

    def child(self, *names: str) -> Element | None:
        """The first element of the first of these names that is there."""
        found = {each.name: each for each in reversed(self.content) if isinstance(each, Element)}
        return next((found[name] for name in names if name in found), None)

    def walk(self) -> Iterator[Element]:
        """It and all elements in it, in order."""
        todo: list[Element] = [self]
        while todo:
            element = todo.pop()
            yield element
            todo += reversed([each for each in element.content if isinstance(each, Element)])

    def texts(self) -> Iterator[Raw]:
        """All runs of text in it, in order."""
        todo: list[Element | Raw] = [self]
        while todo:
            each = todo.pop()
            if isinstance(each, Raw):
                yield each
            else:
                todo += reversed(each.content)

    def pieces(self, source: str) -> Iterator[Piece]:
        """Its text with references decoded."""
        for raw in self.texts():
            if raw.is_cdata:
                yield Piece(source[raw.start : raw.end], raw.start, raw.end)
            else:
                yield from decoded_pieces(source, raw.start, raw.end)

    def value(self, source: str) -> str:
        """Its text, blanks at both ends left out."""
        return "".join([piece.prose for piece in self.pieces(source)]).strip()


def parse_xml(source: str) -> Element:
    """The root of a document. ``NotText`` if there is none, or it is nested too deeply."""
    top = Element("", {}, 0)
    stack = [top]
    at = 0
    while at < len(source):
        sign = source.find("<", at)
        end = sign if sign >= 0 else len(source)
        if at < end and len(stack) > 1:
            stack[-1].content.append(Raw(at, end))
        if sign < 0:
            break
        at = _markup(source, sign, stack)
    root = next((each for each in top.content if isinstance(each, Element)), None)
    if root is None:
        raise NotText(message("is broken XML ({why})", why=message("it has no elements")))
    return root


def _markup(source: str, at: int, stack: list[Element]) -> int:
    """Take what begins with ``<``; the offset behind it."""
    if source.startswith(_CDATA, at):
        end = source.find("]]>", at)
        end = len(source) if end < 0 else end
        stack[-1].content.append(Raw(at + len(_CDATA), end, is_cdata=True))
        return end + 3
    for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<!", ">")):
        if source.startswith(opening, at):
            end = source.find(closing, at)
            return len(source) if end < 0 else end + len(closing)
    tag = _TAG.match(source, at)
    if tag is None:
        stack[-1].content.append(Raw(at, at + 1))
        return at + 1
    if tag["slash"]:
        _close(tag["name"], at, stack)
    else:
        element = Element(tag["name"], _attributes(tag["rest"]), tag.end())
        stack[-1].content.append(element)
        if not tag["rest"].endswith("/"):
            stack.append(element)
            if len(stack) > _DEEPEST:
                raise NotText(message("is nested too deeply"))
    return tag.end()


def _close(name: str, at: int, stack: list[Element]) -> None:
    """End the innermost open element of a name, and what is open in it."""
    if any(element.name == name for element in stack[1:]):
        while True:
            element = stack.pop()
            element.inner = Span(element.inner.start, at)
            if element.name == name:
                return


def _attributes(rest: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for attribute in _ATTRIBUTE.finditer(rest):
        raw = attribute["double"] if attribute["double"] is not None else attribute["single"]
        found.setdefault(attribute["name"], entities.decode(raw) if "&" in raw else raw)
    return found
