"""Files that articles have to be taken out of: documents of word processors, notebooks, books, feeds.

An unpacker makes of the bytes of a file the text that places in it count in, and its documents. A document
is an article with a source of its own and the way from there to that text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from linter.article.draft import Draft
from linter.article.formats import UNPACKERS
from linter.namedtuples import NamedTuple
from linter.text import Span, Text


class Document(NamedTuple):
    """An article that was taken out of a file."""

    source: str
    """What is read of it; the draft speaks in its offsets."""
    draft: Draft
    format: str
    name: str = ""
    """What tells it from the others in the file, and stays when more are added; empty for the only one."""
    home: Text | None = None
    """The source with the way to the text of the file; nothing where both are the same."""

    def place(self, span: Span) -> Span:
        """A span of the source in the text of the file."""
        return span if self.home is None else self.home.span(*span)


def _nowhere(offset: int) -> str:
    return ""


class Unpacked(NamedTuple):
    """What a file holds."""

    text: str
    """What places count in: the decoded file; where that is no text, its paragraphs line by line."""
    documents: Sequence[Document]
    where: Callable[[int], str] = _nowhere
    """Tells an offset of the text as people count it: ``paragraph 12``, ``cell 3, line 2``."""


_DIGITS = 9
"""No level and no count has more; of thousands Python makes no number."""


def whole_number(text: str, otherwise: int) -> int:
    """The number that an attribute says; ``otherwise`` if it says none, or one that nobody means."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else otherwise


def unpack(data: bytes, format: str) -> Unpacked:
    """What a file of such a format holds. ``NotText`` if it cannot be read or must not be."""
    module, function = UNPACKERS[format].split(":")
    unpacker: Callable[[bytes], Unpacked] = getattr(import_module(module), function)
    return unpacker(data)
