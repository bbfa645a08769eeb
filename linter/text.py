"""Prose with an exact way back to its source, and the line table of a source.

Everything above this layer speaks in code-point offsets of the decoded source file.
A :class:`Text` is prose from which markup has vanished; it knows, for each of its
characters, which source characters it stands for, so nothing is ever found again by
searching for its words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple

FILLER = "\ufffc"
"""Stands in prose for each character that is not prose (code, addresses, template tags).

It is visible on purpose: blanks would make ``( )`` out of ``(`code`)``.
"""


_LINE_BREAK = lazy(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A half-open range of code-point offsets."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Mark(NamedTuple):
    """Markup that vanished from the prose but still means something; offsets in the prose.

    ``kind`` is one of ``emphasis``, ``strong``, ``code``, ``link``, ``url``, ``lang``, ``template``;
    ``value`` holds the link target, the address, the language tag or the template tag.
    """

    start: int
    end: int
    kind: str
    value: str = ""


class Piece(NamedTuple):
    """A run of prose and the source range it comes from.

    If both have the same length the piece maps character by character, else as a whole
    (an entity, a soft line break with its indentation).
    """

    prose: str
    start: int
    end: int


class Text:
    """Immutable prose with its source map."""

    __slots__ = ("_at", "_chunks", "_from", "_to", "marks", "prose")

    def __init__(self, pieces: Iterable[tuple[str, int, int]], marks: Iterable[Mark] = ()) -> None:
        """``pieces`` are like :class:`Piece`; plain tuples are made three times as fast."""
        proses: list[str] = []
        self._at: list[int] = []
        self._from: list[int] = []
        self._to: list[int] = []
        length = 0
        for prose, start, end in pieces:
            if prose:
                proses.append(prose)
                self._at.append(length)
                self._from.append(start)
                self._to.append(end)
                length += len(prose)
        self.prose = "".join(proses)
        self.marks = tuple(marks)
        self._chunks: list[str] | None = None

    @classmethod
    def verbatim(cls, source: str, start: int, end: int) -> Text:
        """The source characters from ``start`` to ``end``, unchanged."""
        text = cls.__new__(cls)
        text.prose = prose = source[start:end]
        text._at, text._from, text._to = ([0], [start], [end]) if prose else ([], [], [])
        text.marks, text._chunks = (), None
        return text

    def moved(self, by: int) -> Text:
        """The same prose in a source before which so many more characters stand."""
        other = Text((), self.marks)
        other.prose, other._at, other._chunks = self.prose, self._at, self._chunks
        other._from, other._to = [at + by for at in self._from], [at + by for at in self._to]
        return other

    def __len__(self) -> int:
        return len(self.prose)

    def __bool__(self) -> bool:
        return bool(self.prose)

    def __repr__(self) -> str:
        return f"Text({self.prose!r})"

    @property
    def chunks(self) -> list[str]:
        """What stands between blanks, in order; it is cut once for all who ask."""
        if self._chunks is None:
            self._chunks = self.prose.split()
        return self._chunks

    def _unit(self, offset: int) -> Span:
        """The source range that the prose character at ``offset`` stands for."""
        i = bisect_right(self._at, offset) - 1
        until = self._at[i + 1] if i + 1 < len(self._at) else len(self.prose)
        start, end = self._from[i], self._to[i]
        if end - start != until - self._at[i]:
            return Span(start, end)
        place = start + offset - self._at[i]
        return Span(place, place + 1)

    def span(self, start: int, end: int) -> Span:
        """The source span of ``prose[start:end]``; an empty range gives an empty span.

        Raises ``IndexError`` for a range outside the prose.
        """
        if not 0 <= start <= end <= len(self.prose):
            raise IndexError(f"{start}:{end} is outside prose of length {len(self.prose)}")
        if not self.prose:
            return Span(0, 0)
        if len(self._at) == 1 and self._to[0] - self._from[0] == len(self.prose):
            return Span(self._from[0] + start, self._from[0] + end)
        if start == end:
            place = self._unit(start).start if start < len(self.prose) else self._unit(start - 1).end
            return Span(place, place)
        return Span(self._unit(start).start, self._unit(end - 1).end)

    @property
    def is_plain(self) -> bool:
        """Whether the prose is one run of source characters, none of them marked."""
        return not self.marks and len(self._at) == 1 and self._to[0] - self._from[0] == len(self.prose)

    @property
    def whole(self) -> Span:
        """The source span of all of the prose."""
        return Span(self._from[0], self._to[-1]) if self.prose else Span(0, 0)

    def overlaps(self, span: Span) -> bool:
        """Whether some of the prose stands in a span of the source."""
        return bool(self.prose) and self._from[0] < span.end and span.start < self._to[-1]

    def all_pieces(self) -> Iterator[Piece]:
        """The pieces that the text was made of."""
        ends = [*self._at[1:], len(self.prose)]
        for at, until, start, end in zip(self._at, ends, self._from, self._to, strict=True):
            yield Piece(self.prose[at:until], start, end)

    def pieces(self, start: int = 0, end: int | None = None) -> Iterator[Piece]:
        """The pieces that make up ``prose[start:end]``, cut where the range cuts them."""
        end = len(self.prose) if end is None else end
        for i, at in enumerate(self._at):
            until = self._at[i + 1] if i + 1 < len(self._at) else len(self.prose)
            a, b = max(at, start), min(until, end)
            if a < b:
                source = self.span(a, b)
                yield Piece(self.prose[a:b], source.start, source.end)

    def cut(self, start: int, end: int) -> Text:
        """``prose[start:end]`` as a text of its own, marks included."""
        marks = [
            mark._replace(start=max(mark.start, start) - start, end=min(mark.end, end) - start)
            for mark in self.marks
            if mark.start < end and start < mark.end
        ]
        return Text(self.pieces(start, end), marks)

    def marked(self, *kinds: str) -> Iterator[Mark]:
        """The marks of the given kinds."""
        return (mark for mark in self.marks if mark.kind in kinds)


class Position(NamedTuple):
    """A place as people count it: line and column from 1."""

    line: int
    column: int


class LineIndex:
    """Lines and columns of a source; the one place where they are computed.

    Lines end at ``\\n``, ``\\r\\n`` or ``\\r``, as editors count them. A byte order mark
    takes no column: the places before and after it are both column 1. An offset outside
    the source counts as its nearest end.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        if "\r" in source:
            self._starts = [0, *(found.end() for found in _LINE_BREAK.finditer(source))]
        else:
            lengths = [len(line) + 1 for line in source.split("\n")]
            self._starts = [0, *accumulate(lengths[:-1])]

    def position(self, offset: int) -> Position:
        """Line and column of an offset, in code points."""
        offset = min(max(offset, 0), len(self.source))
        line = bisect_right(self._starts, offset) - 1
        return Position(line + 1, max(offset - self._line_start(line), 0) + 1)

    def utf8_column(self, offset: int) -> int:
        """Column of an offset counted in UTF-8 bytes."""
        return len(self._before(offset).encode("utf-8", "surrogatepass")) + 1

    def line_span(self, line: int) -> Span:
        """The span of a line (counted from 1), its line break left out."""
        start = self._line_start(line - 1)
        end = self._starts[line] if line < len(self._starts) else len(self.source)
        while end > start and self.source[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    @property
    def line_count(self) -> int:
        return len(self._starts)

    def _before(self, offset: int) -> str:
        """What stands before an offset in its line."""
        line, column = self.position(offset)
        start = self._line_start(line - 1)
        return self.source[start : start + column - 1]

    def _line_start(self, line: int) -> int:
        start = self._starts[line]
        return 1 if start == 0 and self.source.startswith("\ufeff") else start


_UTF_32 = b"\xff\xfe\0\0"
"""Its mark begins like that of UTF-16; nobody writes articles in it."""


class NotText(Exception):
    """The bytes of a file are not text that can be linted; the message says why."""


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, or UTF-16 where a byte order mark says so. ``NotText`` otherwise."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    if data.startswith(_UTF_32) or (encoding == "utf-8" and b"\0" in data[:8192]):
        raise NotText(message("is a binary file, not an article"))
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{data[error.start]:02x} at offset {error.start}, line {line}"
        raise NotText(
            message(
                "is not valid {encoding} ({byte}); save it as UTF-8", encoding=encoding.upper(), byte=byte
            )
        ) from None
