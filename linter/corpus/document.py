"""A row as one document, and the way back from places in it to the columns they came from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

from linter.article.beside import Part, part_at, parts_beside, read_beside
from linter.article.model import Article
from linter.article.read import read_article
from linter.namedtuples import NamedTuple
from linter.text import Span

TEXT, SOURCE = "text", "source"
"""The columns of the article itself and of what it is held against; others hold what is known beside it."""
BESIDE = ("title", "lead", "date", "lang", "author")
"""The columns whose values an article is read with, in the order in which they stand before its text."""
_WORD = re.compile(r"\S+")


class Place(NamedTuple):
    """A half-open range of code points in the value of a column."""

    column: str
    start: int
    end: int


class Document:
    """The columns of a row, read as one article; places go from it to the columns, and back."""

    def __init__(self, row: Mapping[str, str], path: str, format: str) -> None:
        """``row`` has values by column, of those in ``BESIDE``, ``TEXT`` and ``SOURCE``; others are unknown.

        ``path`` names the article, and tells what a path tells: a date, a language. Nothing is opened.
        """
        self.path = path
        self._format = format
        self._text = row.get(TEXT, "")
        self._source = row.get(SOURCE, "")
        self._given = {name: row[name] for name in BESIDE if row.get(name, "").strip()}

    def article(self, aliases: Mapping[str, tuple[str, ...]] | None = None) -> Article:
        """The article, read anew; ``aliases`` are as for files."""
        article = read_beside(self._text, self.path, self._format, self._given, aliases)
        if self._source.strip():
            article.sources = (read_article(self._source, SOURCE, self._format),)
        return article

    def place(self, span: Span) -> Place:
        """Where a span of the source is; of one that goes beyond the end of a column what lies in it."""
        part = part_at(self._parts, span.start)
        column = part.name or TEXT
        ways = self._ways.get(column)
        length = len(part.lines.source)
        start, end = (min(max(at - part.at, 0), length) for at in span)
        if ways is not None:
            start, end = ways[start], (ways[end - 1] + 1 if end > start else ways[start])
        return Place(column, start, end)

    def excerpt(self, place: Place) -> str:
        """What stands at a place, as the row has it."""
        value = self._text if place.column == TEXT else self._given[place.column]
        return value[place.start : place.end]

    def span(self, place: Place) -> Span:
        """The span of the source that such a place came from. ``KeyError`` if there is no such column."""
        part = {part.name or TEXT: part for part in self._parts}[place.column]
        ways = self._ways.get(place.column)
        start, end = place.start, place.end
        if ways is not None:
            start, end = bisect_left(ways, start), bisect_left(ways, end)
        return Span(part.at + start, part.at + end)

    @cached_property
    def _parts(self) -> list[Part]:
        return parts_beside(self._text, self._given)

    @cached_property
    def _ways(self) -> dict[str, Sequence[int]]:
        """By column what each character of the document was in the value, where that is another number."""
        return {
            part.name: _way(self._given[part.name])
            for part in self._parts[:-1]
            if part.lines.source != self._given[part.name]
        }


def _way(value: str) -> list[int]:
    """For each character of a value on one line its number in the value, and one for the end."""
    return [at for word in _WORD.finditer(value) for at in (*range(*word.span()), word.end())]
