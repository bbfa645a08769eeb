"""OpenDocument texts: the text as it is when all tracked changes are accepted, without comments.

Of the properties the title, the author, the language and those of the desk's own are read; when a file was
made or saved is not when the article is published. Format: OASIS OpenDocument 1.3.
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.article.model import (
    CAPTION,
    CODE,
    HEADING,
    HEADLINE,
    LIST,
    PARAGRAPH,
    QUOTE,
    STANDFIRST,
    TABLE,
    Table,
)
from linter.article.prose import Active
from linter.article.tables import OpenTables
from linter.article.unpacked import Unpacked, whole_number
from linter.article.unpacked.archive import Archive
from linter.article.unpacked.paragraphs import Kind, Paragraphs, finished
from linter.article.unpacked.properties import Properties
from linter.article.unpacked.xml import parse
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.text import FILLER, NotText

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {
    f"{_ODF}:office:1.0": "office",
    f"{_ODF}:text:1.0": "text",
    f"{_ODF}:table:1.0": "table",
    f"{_ODF}:style:1.0": "style",
    f"{_ODF}:meta:1.0": "meta",
    f"{_ODF}:drawing:1.0": "draw",
    f"{_ODF}:svg-compatible:1.0": "svg",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/1998/Math/MathML": "math",
}
_GONE = frozenset(
    "text:tracked-changes office:annotation text:note-citation text:hidden-text text:hidden-paragraph"
    " text:index-title text:bibliography-mark office:forms text:ruby-text svg:title office:scripts".split()
)
"""What was deleted, comments, numbers of notes, what is hidden."""
_NAMES = {
    "Title": Kind(HEADLINE, 1),
    "Subtitle": Kind(STANDFIRST),
    "Quotations": Kind(QUOTE),
    "Preformatted_20_Text": Kind(CODE),
    "Caption": Kind(CAPTION),
    "Illustration": Kind(CAPTION),
    "Figure": Kind(CAPTION),
    "Table": Kind(CAPTION),
}
"""Built-in styles, whose names are the same in every language."""
_CODE = frozenset({"Source_20_Text", "Teletype", "User_20_Entry", "Variable"})
_DEEPEST = 20
_BLANKS = 1_000
"""So many blanks one element may stand for."""
_PROPERTIES = {"dc:title": "title", "meta:initial-creator": "author", "dc:language": "lang"}


def read_odt(data: bytes) -> Unpacked:
    """The one article in an OpenDocument text."""
    archive = Archive(data)
    if "content.xml" not in archive:
        raise NotText(message("holds no OpenDocument text"))
    if b"manifest:encryption-data" in archive.read("META-INF/manifest.xml"):
        raise NotText(message("is encrypted; save it without a password"))
    styles = _Styles()
    if "styles.xml" in archive:
        parse(archive.read("styles.xml"), styles, _PREFIXES)
    content = archive.read("content.xml")
    parse(content, styles, _PREFIXES)
    out = Paragraphs()
    body = _Body(out, styles)
    parse(content, body, _PREFIXES)
    out.tables += body.tables()
    return finished(out, _properties(archive), "odt")


class _Styles:
    """The styles, by name, and what each is based on."""

    def __init__(self) -> None:
        self.parents: dict[str, str] = {}
        self.hidden: set[str] = set()
        self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style:style":
            self._style = attributes.get("style:name", "")
            self.parents[self._style] = attributes.get("style:parent-style-name", "")
        elif name == "style:text-properties" and attributes.get("text:display") == "none":
            self.hidden.add(self._style)

    def end(self, name: str) -> None:
        """Attributes say everything."""

    def text(self, text: str) -> None:
        """There is no text."""

    def line(self, style: str) -> list[str]:
        """A style and those that it is based on."""
        found: list[str] = []
        while style and len(found) < _DEEPEST:
            found.append(style)
            style = self.parents.get(style, "")
        return found


class _Inside(NamedTuple):
    """What an open element says of the text in it."""

    name: str
    kind: Kind | None = None
    marks: tuple[Active, ...] = ()
    hidden: bool = False


class _Body:
    """Takes the events of the content."""

    def __init__(self, out: Paragraphs, styles: _Styles) -> None:
        self.out = out
        self.styles = styles
        self._path: list[_Inside] = []
        self._gone = 0
        self._in_text = 0
        self._tables = OpenTables()

    def tables(self) -> list[Table]:
        """The tables of the content."""
        return self._tables.all()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        outer = self._path[-1] if self._path else _Inside("")
        inside = outer._replace(name=name)
        if self._gone:
            self._path.append(inside)
            return
        if name in _GONE or (name == "text:section" and attributes.get("text:display") == "none"):
            self._gone = len(self._path) + 1
        elif name in _STARTERS:
            inside = _STARTERS[name](self, inside, attributes)
        self._path.append(inside)

    def _text(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        self._in_text = len(self._path) + 1
        return inside

    def _paragraph(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        line = self.styles.line(attributes.get("text:style-name", ""))
        kind = next((_NAMES[style] for style in line if style in _NAMES), None)
        hidden = any(style in self.styles.hidden for style in line)
        return inside._replace(kind=kind or inside.kind or Kind(PARAGRAPH), hidden=hidden)

    def _heading(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        level = attributes.get("text:outline-level", "1")
        named = self._paragraph(inside, attributes).kind
        headline = named is not None and named.kind == HEADLINE
        kind = Kind(HEADLINE, 1) if headline else Kind(HEADING, whole_number(level, 1))
        return inside._replace(kind=kind)

    def _span(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        line = self.styles.line(attributes.get("text:style-name", ""))
        hidden = inside.hidden or any(style in self.styles.hidden for style in line)
        is_code = any(style in _CODE for style in line)
        code = (("code", ""),) if is_code and ("code", "") not in inside.marks else ()
        marks = (*inside.marks, *code)
        return inside._replace(hidden=hidden, marks=marks)

    def _link(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        return inside._replace(marks=(*inside.marks, ("link", attributes.get("xlink:href", ""))))

    def _item(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        return inside._replace(kind=Kind(LIST))

    def _table(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        self._tables.begin()
        return inside

    def _row(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        self._tables.next_row()
        return inside

    def _cell(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        across = whole_number(attributes.get("table:number-columns-spanned", "1"), 1)
        down = whole_number(attributes.get("table:number-rows-spanned", "1"), 1)
        self._tables.next_cell(across, down)
        return inside._replace(kind=Kind(TABLE))

    def _apart(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        """A note or a text box: it stands in the middle of a paragraph."""
        self.out.begin_inside()
        return _Inside(inside.name)

    def _blanks(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        count = whole_number(attributes.get("text:c", "1"), 1)
        self._add(" " * min(count, _BLANKS))
        return inside

    def _tab(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        self._add("\t")
        return inside

    def _break(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        self._add("\n")
        return inside

    def _frame(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        self.out.add_picture()
        return inside

    def _formula(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        self.out.add_filler(FILLER)
        self._gone = len(self._path) + 1
        return inside

    def _index(self, inside: _Inside, attributes: Mapping[str, str]) -> _Inside:
        """What is made of other text: it stands there and is not read."""
        self.out.add_picture()
        self.out.end(Kind())
        self._gone = len(self._path) + 1
        return inside

    def end(self, name: str) -> None:
        inside = self._path.pop()
        if self._gone:
            self._gone = 0 if self._gone == len(self._path) + 1 else self._gone
        elif name in ("text:p", "text:h"):
            block = self.out.end(inside.kind or Kind(PARAGRAPH))
            if block is not None:
                self._tables.add(block.text)
        elif name == "table:table":
            self._tables.end()
        elif name == "table:table-cell":
            self._tables.end_cell()
        elif name in _APART:
            self.out.end_inside()

    def text(self, text: str) -> None:
        if self._gone or not self._in_text or not self._path:
            return
        inside = self._path[-1]
        if inside.name == "svg:desc":
            self.out.caption(text)
        elif inside.name.startswith("text:"):
            self._add(_collapsed(text))

    def _add(self, text: str) -> None:
        inside = self._path[-1]
        if inside.hidden or inside.kind is None:
            return
        if ("code", "") in inside.marks:
            self.out.add_filler(text, inside.marks)
        else:
            self.out.add(text, inside.marks)


def _collapsed(text: str) -> str:
    """Blanks in the file stand for one blank, more are written as elements."""
    return _BLANK.sub(" ", text)


def _properties(archive: Archive) -> list[tuple[str, str]]:
    """Name and value of the properties that are metadata of an article."""
    found = Properties(_PROPERTIES, "meta:user-defined", "meta:name")
    if "meta.xml" in archive:
        parse(archive.read("meta.xml"), found, _PREFIXES)
    return found.found


_BLANK = lazy(r"[ \t\r\n]+")
_APART = frozenset({"text:note-body", "draw:text-box"})
_STARTERS = {
    "office:text": _Body._text,
    "text:p": _Body._paragraph,
    "text:h": _Body._heading,
    "text:span": _Body._span,
    "text:a": _Body._link,
    "text:list-item": _Body._item,
    "text:list-header": _Body._item,
    "table:table": _Body._table,
    "table:table-row": _Body._row,
    "table:table-cell": _Body._cell,
    "text:note-body": _Body._apart,
    "draw:text-box": _Body._apart,
    "text:s": _Body._blanks,
    "text:tab": _Body._tab,
    "text:line-break": _Body._break,
    "math:math": _Body._formula,
    "draw:frame": _Body._frame,
    "text:table-of-content": _Body._index,
    "text:alphabetical-index": _Body._index,
    "text:illustration-index": _Body._index,
    "text:table-index": _Body._index,
}
