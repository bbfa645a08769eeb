"""The text of a block of markup, gathered from edits and marks over its joined lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from linter.article import entities
from linter.article.addresses import without_addresses
from linter.article.joined_lines import Edit, Lines
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import FILLER, Mark, Span, Text

_NEWLINE = lazy(r"\n")
_LONGEST = 100_000
"""A longer paragraph is data, not prose: its markup stays."""


class Inline:
    """Edits and marks over the lines of one block; offsets are those of ``text``, its joined lines."""

    def __init__(self, source: str, spans: Sequence[Span]) -> None:
        self.lines = Lines(source, spans)
        self.text = self.lines.text
        self.notes: list[Text] = []
        """Footnotes that stand in the block and are read apart."""
        self.captions: list[Text] = []
        """Descriptions of the pictures in it."""
        self._edits: list[Edit] = []
        self._marks: list[Mark] = []
        self._opened: dict[str, tuple[int, int]] = {}

    def read(self, pattern: re.Pattern[str], take: Mapping[str, Take]) -> Text:
        """The text, after each match of the pattern was taken by what its last group is called."""
        if len(self.text) <= _LONGEST:
            for found in pattern.finditer(self.text):
                take[found.lastgroup or ""](self, found)
        return self.finish()

    def vanish(self, start: int, end: int) -> None:
        """Markup that stands for nothing."""
        self._edits.append(Edit(start, end, ""))

    def replace(self, start: int, end: int, prose: str) -> None:
        """Markup that stands for some prose."""
        self._edits.append(Edit(start, end, prose))

    def fill(self, start: int, end: int, kind: str = "", value: str = "") -> None:
        """What is no prose."""
        self._edits.append(Edit(start, end, FILLER * (end - start)))
        if kind:
            self.mark(start, end, kind, value)

    def mark(self, start: int, end: int, kind: str, value: str = "") -> None:
        """What holds over a part of the block."""
        if start < end:
            self._marks.append(Mark(start, end, kind, value))

    def keep(self, found: re.Match[str], group: str, kind: str = "", value: str = "") -> None:
        """Of a match only what stands in a group is prose."""
        start, end = found.span(group)
        self.vanish(found.start(), start)
        self.vanish(end, found.end())
        if kind:
            self.mark(start, end, kind, value)

    def opens(self, sign: str, start: int, end: int) -> None:
        """A sign that begins something if another ends it."""
        self._opened[sign] = (start, end)

    def closes(self, sign: str, start: int, end: int, kind: str = "") -> bool:
        """A sign that ends what another of the kind began; whether there was one."""
        opened = self._opened.pop(sign, None)
        if opened is None:
            return False
        self.vanish(*opened)
        self.vanish(start, end)
        if kind:
            self.mark(opened[1], start, kind)
        return True

    def part(self, start: int, end: int) -> Text:
        """A part of the block as a text of its own, as it stands there."""
        breaks = (Edit(*found.span(), " ") for found in _NEWLINE.finditer(self.text, start, end))
        return self.lines.build(breaks, (), start, end)

    def finish(self) -> Text:
        """The text of the block."""
        breaks = [Edit(*found.span(), " ") for found in _NEWLINE.finditer(self.text)]
        text = self.lines.build([*self._edits, *breaks], self._marks, 0, len(self.text))
        return without_addresses(text)


Take = Callable[[Inline, "re.Match[str]"], None]
"""Notes what a piece of markup means."""


def vanish(inline: Inline, found: re.Match[str]) -> None:
    """A piece that stands for nothing."""
    inline.vanish(*found.span())


def fill(inline: Inline, found: re.Match[str]) -> None:
    """A piece that is no prose."""
    inline.fill(*found.span())


def code(inline: Inline, found: re.Match[str]) -> None:
    """A piece of code."""
    inline.fill(*found.span(), kind="code")


def entity(inline: Inline, found: re.Match[str]) -> None:
    """A character by its name or number, as in HTML."""
    inline.replace(*found.span(), entities.decode(found[0]))
