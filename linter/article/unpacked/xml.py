"""XML by events, from anybody: no entity is declared, nothing else is read, depth is bounded."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from linter.messages import message
from linter.text import NotText
from linter.typed import Any, Protocol

_DEEPEST = 500


class Handler(Protocol):
    """What takes the events of a document, in order. Names are ``prefix:local``."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A run of text; neighbouring ones may come apart."""


def parse(data: bytes, handler: Handler, prefixes: Mapping[str, str]) -> None:
    """Hand the events of an XML document to a handler.

    ``prefixes`` are those that the handler knows, by namespace; names of other namespaces have ``?`` for one.
    ``NotText`` if the document is broken, declares entities or is nested too deeply.
    """
    events = _Events(handler, prefixes)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = events.start, events.end
    parser.CharacterDataHandler = handler.text
    parser.EntityDeclHandler = _declared
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotText(broken(error)) from None
    except (ValueError, LookupError) as error:  # an encoding that Python does not know
        raise NotText(message("is broken XML ({why})", why=str(error))) from None


class _Events:
    """Passes events on, with short names."""

    def __init__(self, handler: Handler, prefixes: Mapping[str, str]) -> None:
        self._handler = handler
        self._prefixes = prefixes
        self._names: dict[str, str] = {}
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotText(message("is nested too deeply"))
        named = {self._short(each): value for each, value in attributes.items()}
        self._handler.start(self._short(name), named)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._handler.end(self._short(name))

    def _short(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            namespace, blank, local = name.rpartition(" ")
            known = f"{self._prefixes.get(namespace, '?')}:{local}" if blank else local
            self._names[name] = known
        return known


def _declared(*_: Any) -> None:
    raise NotText(message("declares entities of its own, which are not read"))


def broken(error: expat.ExpatError) -> str:
    """What is to be said of XML that is none."""
    why = f"{expat.ErrorString(error.code)}, line {error.lineno}"
    return message("is broken XML ({why})", why=why)
