"""HTML tags inside Markdown paragraphs."""

from __future__ import annotations

from linter.article.html.elements import VOID, Context, inside, with_attributes
from linter.article.html.tokens import Tag, attributes
from linter.article.prose import Active
from linter.namedtuples import NamedTuple
from linter.text import Span

_NAME_END = " \t\n\r/>"
_SEARCH_DEPTH = 50
"""How many open tags an end tag is compared with; real paragraphs need a handful."""


class OpenTag(NamedTuple):
    """A start tag: what it means for the text up to its end tag; offsets in the scanned text."""

    name: str
    end: int
    edits: int
    runs: int
    """How many edits and delimiter runs had been noted before it."""
    marks: tuple[Active, ...]
    captions: list[Span]
    stays_open: bool

    @property
    def filled(self) -> bool:
        return ("code", "") in self.marks


def _name(text: str, start: int, end: int) -> str:
    at = start
    while at < end and text[at] not in _NAME_END:
        at += 1
    return text[start:at].lower()


def opened_tag(text: str, start: int, end: int, edits: int, runs: int) -> OpenTag:
    """The start tag at ``text[start:end]``."""
    name = _name(text, start + 1, end)
    context = inside(Context(), name)
    captions: list[Span] = []
    if end - start > len(name) + 3:
        tag = Tag(name, start, end, False, Span(start + 1 + len(name), end - 1))
        found = attributes(text, tag)
        context = with_attributes(context, name, {key: text[slice(*span)] for key, span in found.items()}, "")
        if name == "img":
            captions = [found[key] for key in ("alt", "title") if key in found]
    stays_open = name not in VOID and not text.startswith("/>", end - 2)
    return OpenTag(name, end, edits, runs, context.marks, captions, stays_open)


def closed_tag(text: str, start: int, end: int, opened: list[OpenTag]) -> OpenTag | None:
    """The start tag that the end tag at ``text[start:end]`` closes; it and those after it are taken off."""
    name = _name(text, start + 2, end)
    for i in range(len(opened) - 1, max(-1, len(opened) - 1 - _SEARCH_DEPTH), -1):
        if opened[i].name == name:
            found = opened[i]
            del opened[i:]
            return found
    return None
