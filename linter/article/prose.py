"""Gathers a text from runs of source, with the marks that were active over each run."""

from __future__ import annotations

from collections.abc import Iterable

from linter.article import entities
from linter.article.model import CODE, Block
from linter.matching.regexes import lazy
from linter.text import FILLER, Mark, Piece, Text

_SPECIAL = lazy(rf"[ ]?[\t\n\r\f][ \t\n\r\f]*|[ ]{{2,}}[\t\n\r\f ]*|{entities.LOOSE}")

_NO_PROSE = lazy(f"[{FILLER}\ufeff]+")

Active = tuple[str, str]
"""Kind and value of a mark that holds over what is added."""


class ProseBuilder:
    """Pieces and marks of one block; blanks collapse as a browser does it."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._marks: list[Mark] = []
        self._latest: dict[Active, int] = {}
        self._length = 0
        self.ends_blank = True

    def __bool__(self) -> bool:
        return self._length > 0

    def add(self, prose: str, start: int, end: int, active: Iterable[Active] = ()) -> None:
        """Prose that stands for ``source[start:end]``."""
        if not prose:
            return
        before = self._length
        self._length += len(prose)
        self._pieces.append(Piece(prose, start, end))
        self.ends_blank = prose[-1] in " \n"
        for one in active:
            latest = self._latest.get(one)
            if latest is not None and self._marks[latest].end == before:
                self._marks[latest] = self._marks[latest]._replace(end=self._length)
            else:
                self._latest[one] = len(self._marks)
                self._marks.append(Mark(before, self._length, *one))

    def add_html(self, source: str, start: int, end: int, active: Iterable[Active] = ()) -> None:
        """Text of an HTML source: references decoded, blanks collapsed."""
        for found in _SPECIAL.finditer(source, start, end):
            self._verbatim(source, start, found.start(), active)
            start = found.end()
            token = found[0]
            if token[0] != "&":
                if not self.ends_blank:
                    self.add(" ", *found.span(), active)
                continue
            self.add(entities.decode(token), *found.span(), active)
        self._verbatim(source, start, end, active)

    def _verbatim(self, source: str, start: int, end: int, active: Iterable[Active]) -> None:
        if self.ends_blank and start < end and source[start] == " ":
            start += 1
        self.add(source[start:end], start, end, active)

    def add_filler(self, start: int, end: int, active: Iterable[Active] = ()) -> None:
        """Filler for what is no prose."""
        self.add(FILLER * (end - start), start, end, active)

    def add_break(self, start: int, end: int) -> None:
        """A line break that the author wanted; a blank before it goes."""
        self._trim()
        if self._length:
            self.add("\n", start, end)

    def _trim(self) -> None:
        while self._pieces and self._pieces[-1].prose[-1] in " \n":
            last = self._pieces.pop()
            kept = last.prose.rstrip(" \n")
            self._length -= len(last.prose) - len(kept)
            if kept:
                self._pieces.append(Piece(kept, last.start, last.start + len(kept)))

    def text(self) -> Text:
        """What was added, without blanks at its end."""
        self._trim()
        length = self._length
        marks = (mark._replace(end=min(mark.end, length)) for mark in self._marks if mark.start < length)
        return Text(self._pieces, sorted(marks))


def code_at(source: str, start: int, end: int) -> list[Block]:
    """The block of what is shown as it stands, if there is something to read in it."""
    code = Text.verbatim(source, start, end)
    return [Block(CODE, code)] if has_prose(code) else []


def has_prose(text: Text) -> bool:
    """Whether a text holds anything but filler, blanks and byte order marks."""
    return text.prose[:1].isalnum() or bool(_NO_PROSE.sub("", text.prose).strip())
