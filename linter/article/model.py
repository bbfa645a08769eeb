"""The article: what every reader produces and every check looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.matching.budget import Budget
from linter.namedtuples import NamedTuple
from linter.text import Span, Text
from linter.typed import Any

HEADLINE = "headline"
STANDFIRST = "standfirst"
HEADING = "heading"
PARAGRAPH = "paragraph"
QUOTE = "quote"
LIST = "list"
TABLE = "table"
CAPTION = "caption"
CODE = "code"

SCOPES: dict[str, frozenset[str]] = {
    "headline": frozenset({HEADLINE}),
    "standfirst": frozenset({STANDFIRST}),
    "heading": frozenset({HEADING}),
    "paragraph": frozenset({PARAGRAPH}),
    "quote": frozenset({QUOTE}),
    "list": frozenset({LIST}),
    "table": frozenset({TABLE}),
    "caption": frozenset({CAPTION}),
    "code": frozenset({CODE}),
    "prose": frozenset({PARAGRAPH, QUOTE, LIST}),
    "body": frozenset({HEADING, PARAGRAPH, QUOTE, LIST, TABLE, CAPTION}),
    "text": frozenset({HEADLINE, STANDFIRST, HEADING, PARAGRAPH, QUOTE, LIST, TABLE, CAPTION}),
}
"""Scope names that rules may use, and the kinds of block each stands for."""


class Block(NamedTuple):
    """A block of the article in reading order: one headline, paragraph, list item, table cell …"""

    kind: str
    text: Text
    level: int = 0
    """Depth of a heading, from 1; 0 for other kinds."""


class Cell(NamedTuple):
    """A cell of a table that holds something; rows and columns count from 0."""

    row: int
    column: int
    text: Text
    """All that stands in it, also what is no prose: code, formulas."""
    across: int = 1
    """How many columns it spans."""
    down: int = 1
    """How many rows it spans."""
    header: bool = False


class Table(NamedTuple):
    """The cells of a table, row by row; empty ones are left out. Their texts are blocks as well."""

    cells: tuple[Cell, ...]

    @property
    def span(self) -> Span:
        """From the first cell to the last."""
        return Span(self.cells[0].text.whole.start, self.cells[-1].text.whole.end)


class Field(NamedTuple):
    """One metadata value. ``name`` is the key as written, lists appear as one field an item.

    Nested keys are joined by dots (``params.author``). ``value`` is always the raw text:
    an impossible date survives.
    """

    name: str
    value: str
    span: Span
    """The value in the source."""
    key: Span
    """The key in the source; equal to ``span`` where there is none."""
    origin: str = "front-matter"
    """``front-matter``, ``html`` (meta, html, time, title), ``json-ld``, ``text`` or ``path``."""


class Problem(NamedTuple):
    """Something in the file that its reader could not take; the rest was still read."""

    span: Span
    message: str


class Article:
    """An article as its reader understood it.

    Offsets are code points of ``source``. Analyses keep what they computed in ``memo``.
    """

    def __init__(
        self,
        source: str,
        path: str,
        format: str,
        blocks: tuple[Block, ...] = (),
        metadata: tuple[Field, ...] = (),
        problems: tuple[Problem, ...] = (),
        aliases: Mapping[str, tuple[str, ...]] = {},
    ) -> None:
        self.source = source
        self.path = path
        self.format = format
        self.blocks = blocks
        self.metadata = metadata
        self.problems = problems
        self.aliases = aliases
        """Canonical metadata names and the keys that stand for them, most telling first."""
        self.headline: Text | None = None
        """What the reader shows as the headline: metadata title first, else the top heading."""
        self.stray: tuple[Field, ...] = ()
        """Metadata that stands in the text itself, glued to the headline or the first line."""
        self.sources: tuple[Article, ...] = ()
        """What the article is held against: the files it is written from, where they are known."""
        self.neighbours: tuple[Article, ...] = ()
        """The heads of the articles filed beside it, where its own dates disagree."""
        self.code: tuple[Span, ...] = ()
        """Code that is no block: cells and items that are nothing else, scripts, what stands around."""
        self.tables: tuple[Table, ...] = ()
        """The tables of the text, in the order in which they begin."""
        self.is_template = False
        """It is what a generator makes pages from; nothing in it is judged."""
        self.versions: tuple[Article, ...] = ()
        """All language versions, itself among them, the original first; none where they are not compared."""
        self.asked = True
        """Whether its findings are wanted; a version that is only read beside others has none."""
        self.budget = Budget(len(source))
        """The time that is left for this file."""
        self.memo: dict[Any, Any] = {}
        self._by_name: dict[str, list[Field]] = {}
        for field in metadata:
            self._by_name.setdefault(field.name.casefold(), []).append(field)

    def fields(self, name: str) -> Iterator[Field]:
        """The metadata that stands for a canonical name (``title``, ``date``, ``lang`` …), best first.

        What only the path says comes last.
        """
        aliases = self.aliases.get(name, (name,))
        matching = [found for alias in aliases for found in self._by_name.get(alias, ())]
        yield from sorted(matching, key=_is_of_path) if len(matching) > 1 else matching

    def field(self, name: str) -> Field | None:
        """The best metadata for a canonical name, or nothing."""
        return next((found for found in self.fields(name) if found.value.strip()), None)

    def scope(self, *names: str) -> Iterator[Block]:
        """The blocks of the named scopes, in reading order. ``KeyError`` for an unknown scope."""
        kinds = SCOPES[names[0]].union(*(SCOPES[name] for name in names[1:]))
        return (block for block in self.blocks if block.kind in kinds)

    def excerpt(self, span: Span) -> str:
        return self.source[span.start : span.end]


def _is_of_path(field: Field) -> bool:
    return field.origin == "path"
