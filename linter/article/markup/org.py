"""Org mode's documents: headings, lists, blocks and tables, keywords on top as metadata.

Follows the Org syntax as its manual describes it (Org 9.7). Code, results, drawers, comments
and subtrees that are not exported are not read.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.article.draft import Draft
from linter.article.markup.inline import Inline, Take, code, fill, vanish
from linter.article.markup.lines import Line, spans_of
from linter.article.markup.walker import Walker, draft_of
from linter.article.model import CAPTION, HEADING, LIST, PARAGRAPH, QUOTE, Block, Field
from linter.article.tables import TableBuilder
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span, Text

_HEADING = lazy(r"(\*+)\s+(?=\S)")
_STATE = lazy(r"(?:TODO|DONE|NEXT|WAITING|HOLD|CANCELLED|CANCELED|STARTED|SOMEDAY)\s+")
_TAGS = lazy(r"\s+:[\w@#%:]+:$")
_UNSEEN, _NOT_EXPORTED = "COMMENT", ":noexport:"
"""A heading that begins or is tagged so is not exported, with all that stands under it."""
_KEYWORD = lazy(r"#\+(?P<name>[\w-]+)(?:\[[^\]]*\])?:\s*")
_BEGIN = lazy(r"#\+begin_(?P<name>\w+).*", re.IGNORECASE)
_END = lazy(r"#\+end_\w+\s*", re.IGNORECASE)
_DRAWER = lazy(r":[\w-]+:$")
_PLANNING = lazy(r"(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):.*")
_ITEM = lazy(r"(?:[-+]|\*(?=\s)|(?:\d{1,4}|[a-zA-Z])[.)])(?:\s+(?:\[@\d+\]\s+)?(?:\[[ xX-]\]\s+)?|$)")
_TERM = lazy(r"(?P<term>\S.*?)\s+::(?:\s+|$)")
_NOTE = lazy(r"\[fn:[\w-]+\]\s*")
_PROSE = frozenset(
    "quote verse center abstract note warning tip info important caution aside notes sidebar".split()
)
_FIELDS = frozenset(
    "title subtitle date author language description keywords tags category slug filetags summary"
    " lastmod".split()
)
_NAMES = {"language": "lang", "filetags": "tags"}
_TOKEN = lazy(
    r"(?P<link>\[\[(?P<target>(?:[^\[\]\\]|\\.)++)\](?:\[(?P<in_link>(?:[^\[\]]|\[[^\[\]]*\])++)\])?\])"
    r"|(?P<inline_note>\[fn:[\w-]*:(?P<in_note>[^\[\]]++)\])|(?P<note>[ ]?\[fn:[\w-]+\])"
    r"|(?P<cite>\[cite[^\[\]:]*:[^\[\]]++\])"
    r"|(?P<code>(?<![\w~=])(?:~(?![\s~])[^~\n]++~|=(?![\s=])[^=\n]++=)(?![\w~=]))"
    r"|(?P<macro>\{\{\{[^{}\n]++\}\}\}|@@[^@\n]++@@|(?:src|call)_\w{1,40}(?:\[[^\[\]\n]*\])?[({][^(){}\n]*[)}])"
    r"|(?P<maths>\\\([^\n]{1,500}?\\\)|\\\[[^\n]{1,500}?\\\]|\$(?=[^\s$\d])[^$\n]{0,200}[^\s$]\$(?!\w))"
    r"|(?P<time>[<\[](?P<in_time>\d{4}-\d\d-\d\d[^<>\[\]\n]*)[>\]])|(?P<target_>(?<!<)<<++[^<>\n]++>+>)"
    r"|(?P<line_break>\\\\(?=\n|\Z))|(?P<entity>\\(?:[a-zA-Z]++(?:\{\})?|-))"
    r"|(?P<sign>[*/_+])"
)
_KINDS = {"*": "strong", "/": "emphasis", "_": "emphasis", "+": ""}
_ENTITIES = {
    "nbsp": "\xa0",
    "ndash": "–",
    "mdash": "—",
    "dots": "…",
    "rarr": "→",
    "larr": "←",
    "deg": "°",
    "-": "",
}
_LONGEST_DRAWER = 200


def read_org(source: str) -> Draft:
    """The draft of an Org document."""
    return draft_of(source, _Reader)


def read_inline(source: str, spans: Sequence[Span]) -> tuple[Text, list[Text]]:
    """The text of a paragraph, and the footnotes that stand in it."""
    inline = Inline(source, spans)
    return inline.read(_TOKEN, _TAKE), inline.notes


class _Reader(Walker):
    def __init__(self, source: str, lines: list[Line]) -> None:
        super().__init__(source, lines)
        self._around: list[str] = []
        """The kinds of paragraphs in the open blocks."""

    def _is_markup(self, line: Line) -> bool:
        return any(
            (found := pattern.match(line.text)) is not None and take(self, line, found)
            for pattern, take in _TAKEN
        )

    def _kind_here(self) -> str:
        return self._around[-1] if self._around else PARAGRAPH

    def _read(self, kind: str, spans: list[Span], level: int) -> list[Block]:
        text, notes = read_inline(self.source, spans)
        return [Block(kind, text, level), *(Block(PARAGRAPH, note) for note in notes)]

    def _heading(self, line: Line, found: re.Match[str]) -> bool:
        if line.indent:
            return False
        self._flush()
        stars = found[1]
        rest = line.behind(len(stars))
        state = _STATE.match(rest.text)
        rest = rest.behind(state.end()) if state else rest
        if rest.text.startswith("[#") and rest.text[3:4] == "]":
            rest = rest.behind(4)
        tags = _TAGS.search(rest.text)
        if rest.text.startswith(_UNSEEN) or (tags and _NOT_EXPORTED in tags[0]):
            self._skip(len(stars))
            return True
        end = rest.start + tags.start() if tags else rest.end
        self._text(HEADING, [Span(rest.start, end)] if end > rest.start else [], len(stars))
        return True

    def _skip(self, level: int) -> None:
        """Leave out what stands under a heading that is not exported."""
        while self._at < len(self.lines):
            line = self.lines[self._at]
            found = None if line.indent else _HEADING.match(line.text)
            if found and len(found[1]) <= level:
                break
            self._at += 1

    def _keyword(self, line: Line, found: re.Match[str]) -> bool:
        """Metadata of the document; other keywords say how it is exported."""
        self._flush()
        name, rest = found["name"].lower(), line.behind(found.end())
        if name == "caption" and rest.text:
            self._text(CAPTION, [rest.span])
        elif name in _FIELDS and rest.text:
            key = Span(line.start + 2, line.start + 2 + len(name))
            self.fields.append(Field(_NAMES.get(name, name), _unwrapped(rest.text), _span(rest), key))
        return True

    def _begin(self, line: Line, found: re.Match[str]) -> bool:
        """A block: text for readers, or what is shown as it stands, or left out."""
        self._flush()
        name = found["name"].lower()
        if name in _PROSE:
            self._around.append(QUOTE if name in ("quote", "verse") else PARAGRAPH)
            return True
        ending = f"#+end_{name}"
        first = self._at
        while self._at < len(self.lines) and self.lines[self._at].text.lower() != ending:
            self._at += 1
        if name != "comment":
            self._shown(self.lines[first : self._at])
        self._at += 1
        return True

    def _formula(self, line: Line, found: re.Match[str]) -> bool:
        """An environment of LaTeX; one without an end is text."""
        ending = f"\\end{{{found['name']}}}"
        for at in range(self._at - 1, min(self._at + _LONGEST_DRAWER, len(self.lines))):
            if self.lines[at].text.endswith(ending):
                self._flush()
                self._shown(self.lines[self._at - 1 : at + 1])
                self._at = at + 1
                return True
        return False

    def _end(self, line: Line, found: re.Match[str]) -> bool:
        self._flush()
        if self._around:
            self._around.pop()
        return True

    def _drawer(self, line: Line, found: re.Match[str]) -> bool:
        """What stands in a drawer is not seen; one without an end is text."""
        for at in range(self._at, min(self._at + _LONGEST_DRAWER, len(self.lines))):
            if self.lines[at].text.upper() == ":END:":
                self._flush()
                self._at = at + 1
                return True
        return False

    def _fixed(self, line: Line, found: re.Match[str]) -> bool:
        self._flush()
        self._shown([line.behind(1)])
        return True

    def _row(self, line: Line, found: re.Match[str]) -> bool:
        """A table, row by row and cell by cell."""
        self._flush()
        table = TableBuilder()
        self._cells(table, line)
        while self._at < len(self.lines) and self.lines[self._at].text.startswith("|"):
            self._cells(table, self.lines[self._at])
            self._at += 1
        self._ended(table)
        return True

    def _cells(self, table: TableBuilder, line: Line) -> None:
        if line.text[1:2] == "-":
            return
        table.next_row()
        at = 1
        for cell in line.text[1:].removesuffix("|").split("|"):
            kept = line.part(at, at + len(cell))
            at += len(cell) + 1
            table.next_cell()
            self._cell(table, spans_of([kept]))

    def _item(self, line: Line, found: re.Match[str]) -> bool:
        if self._paragraph and self._kind != LIST:
            return False
        if found[0][0] == "*" and not line.indent:
            return False
        self._flush()
        rest = line.behind(found.end())
        term = _TERM.match(rest.text) if found[0][0] in "-+*" else None
        if term is not None:
            self._text(PARAGRAPH, [Span(rest.start, rest.start + term.end("term"))])
            rest = rest.behind(term.end())
        self._kind = LIST
        self._paragraph = [rest] if rest.text else []
        return True

    def _note(self, line: Line, found: re.Match[str]) -> bool:
        if line.indent or self._paragraph:
            return False
        self._kind = PARAGRAPH
        rest = line.behind(found.end())
        self._paragraph = [rest] if rest.text else []
        return True


_TAKEN = (
    (_HEADING, _Reader._heading),
    (_BEGIN, _Reader._begin),
    (_END, _Reader._end),
    (lazy(r"\\begin\{(?P<name>\w+\*?)\}"), _Reader._formula),
    (_KEYWORD, _Reader._keyword),
    (lazy(r"#(?:\s|$)|-{5,}$"), _Reader._silent),
    (_PLANNING, _Reader._silent),
    (lazy(r":(?:\s|$)"), _Reader._fixed),
    (_DRAWER, _Reader._drawer),
    (lazy(r"\|"), _Reader._row),
    (_NOTE, _Reader._note),
    (_ITEM, _Reader._item),
)


def _unwrapped(value: str) -> str:
    """A date without the brackets of a time stamp."""
    return value[1:-1] if value[:1] in "<[" and value[-1:] in ">]" else value


def _span(line: Line) -> Span:
    bracketed = _unwrapped(line.text) != line.text
    return Span(line.start + bracketed, line.end - bracketed)


def _link(inline: Inline, found: re.Match[str]) -> None:
    if found["in_link"]:
        inline.keep(found, "in_link", "link", found["target"])
    else:
        inline.fill(*found.span(), kind="url", value=found["target"])


def _inline_note(inline: Inline, found: re.Match[str]) -> None:
    inline.vanish(*found.span())
    inline.notes.append(inline.part(*found.span("in_note")))


def _time(inline: Inline, found: re.Match[str]) -> None:
    inline.keep(found, "in_time")


def _entity(inline: Inline, found: re.Match[str]) -> None:
    prose = _ENTITIES.get(found[0][1:].removesuffix("{}"))
    if prose is None:
        inline.fill(*found.span())
    else:
        inline.replace(*found.span(), prose)


def _sign(inline: Inline, found: re.Match[str]) -> None:
    """A sign of emphasis, which stands at the edges of words."""
    sign, (start, end) = found[0], found.span()
    before, after = inline.text[start - 1 : start] or " ", inline.text[end : end + 1] or " "
    may_close = not before.isspace() and (after.isspace() or after in "-–—.,;:!?'\")}]\\*/_+’”»")
    if may_close and inline.closes(sign, start, end, _KINDS[sign]):
        return
    if not after.isspace() and (before.isspace() or before in "-–—('\"{*/_+‘“«"):
        inline.opens(sign, start, end)


_TAKE: dict[str, Take] = {
    "link": _link,
    "inline_note": _inline_note,
    "note": vanish,
    "cite": vanish,
    "code": code,
    "macro": fill,
    "maths": fill,
    "time": _time,
    "target_": vanish,
    "line_break": vanish,
    "entity": _entity,
    "sign": _sign,
}
