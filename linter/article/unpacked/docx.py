"""Word's documents: the text as it is when all tracked changes are accepted, without comments.

Read are the paragraphs of the main part and of its notes, pictures' descriptions, and of the properties
the title, the author, the language and what the desk has put there itself (custom properties). When a file
was made or saved is not when the article is published, so these two are left out, as are headers and
footers. Format: ECMA-376 (ISO/IEC 29500), transitional and strict.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from linter.article.model import HEADING, LIST, PARAGRAPH, TABLE, Table
from linter.article.prose import Active
from linter.article.tables import OpenTables
from linter.article.unpacked import Unpacked, whole_number
from linter.article.unpacked.archive import Archive
from linter.article.unpacked.docx_parts import (
    BODY_TEXT,
    PREFIXES,
    Relations,
    Styles,
    properties,
    relations,
    styles,
)
from linter.article.unpacked.paragraphs import Kind, Paragraphs, finished
from linter.article.unpacked.xml import parse
from linter.matching.regexes import lazy
from linter.messages import message
from linter.text import FILLER, NotText

_MAIN = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_GONE = frozenset("w:del w:moveFrom mc:Fallback w:instrText w:delText w:rt w:pPrChange w:rPrChange".split())
"""Deleted, moved away, formerly so, written a second time for old programs, or the code of a field."""
_FILLED = frozenset({"m:oMath", "w:sym"})
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-", "w:cr": "\n", "w:br": "\n"}
_MARKS = {"w:b": "strong", "w:i": "emphasis"}
_MONOSPACED = lazy(r"(?i)courier|consol|mono|menlo")
"""Fonts that code is set in."""
_OFF = frozenset({"0", "false", "off", "none"})


def read_docx(data: bytes) -> Unpacked:
    """The one article in a document of Word."""
    archive = Archive(data)
    main = _main_part(archive)
    if main not in archive:
        raise NotText(message("holds no document of Word"))
    out = Paragraphs()
    known = styles(archive)
    for part in (main, *_NOTES):
        if part in archive:
            body = _Body(out, known, relations(archive, part))
            parse(archive.read(part), body, PREFIXES)
            out.end(Kind())
            out.tables += body.tables()
    return finished(out, properties(archive), "docx")


def _main_part(archive: Archive) -> str:
    """Where the package says that the document is."""
    kinds = relations(archive, "").kinds
    target = next((path for kind, path in kinds if kind.endswith("/officeDocument")), _MAIN)
    return posixpath.normpath(target.lstrip("/"))


class _Paragraph:
    """What is known of an open paragraph."""

    def __init__(self) -> None:
        self.style = ""
        self.level = 0
        self.is_item = False
        self.goes_on = False
        """Its end is deleted: what comes next stands in the same paragraph."""


class _Body:
    """Takes the events of a part that holds paragraphs."""

    def __init__(self, out: Paragraphs, known: Styles, links: Relations) -> None:
        self.out = out
        self.known = known
        self.links = links
        self._path: list[str] = []
        self._gone = 0
        """How deep the innermost element stands that is not read, from 1; nothing if there is none."""
        self._paragraphs: list[_Paragraph] = []
        self._runs: list[list[Active]] = []
        self._hidden = False
        self._link: list[Active] = []
        self._tables = OpenTables()

    def tables(self) -> list[Table]:
        """The tables of the part."""
        return self._tables.all()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._path.append(name)
        if self._gone:
            return
        if name in _GONE and not (name == "w:del" and self._is_mark()):
            self._gone = len(self._path)
            return
        starter = _STARTERS.get(name)
        if starter is not None:
            starter(self, attributes)
        elif name in _CHARACTERS:
            if attributes.get("w:type", "textWrapping") == "textWrapping" and "w:r" in self._path[-2:-1]:
                self._add(_CHARACTERS[name])
        elif name in _FILLED:
            self.out.add_filler(FILLER)
        else:
            self._property(name, attributes)

    def end(self, name: str) -> None:
        if self._gone:
            if self._gone == len(self._path):
                self._gone = 0
            self._path.pop()
            return
        self._path.pop()
        if name == "w:p":
            self._end_paragraph()
        elif name == "w:r" and self._runs:
            self._runs.pop()
            self._hidden = False
        elif name == "w:hyperlink":
            self._link = []
        elif name in _ENDERS:
            _ENDERS[name](self)

    def text(self, text: str) -> None:
        if not self._gone and self._path and self._path[-1] == "w:t":
            self._add(text)

    def _add(self, text: str) -> None:
        if self._hidden:
            return
        marks = [*(self._runs[-1] if self._runs else ()), *self._link]
        if ("code", "") in marks:
            self.out.add_filler(text, marks)
        else:
            self.out.add(text, marks)

    def _is_mark(self) -> bool:
        """Whether ``w:del`` says that the end of a paragraph or a row is deleted: it stands in properties."""
        return self._path[-2:-1] in (["w:rPr"], ["w:trPr"], ["w:numPr"])

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        inside = self._path[-2] if len(self._path) > 1 else ""
        value = attributes.get("w:val", "")
        if inside == "w:pPr" or name == "w:numId":
            self._paragraph_property(name, value)
        elif inside == "w:trPr" and name == "w:del":
            self._gone = len(self._path) - 2  # the row
        elif inside == "w:rPr" and "w:pPr" in self._path[-4:]:
            if name == "w:del" and self._paragraphs:
                self._paragraphs[-1].goes_on = True
        elif inside == "w:rPr" and self._runs:
            told = attributes.get("w:ascii", "") if name == "w:rFonts" else value
            self._run_property(name, told, value not in _OFF)

    def _paragraph_property(self, name: str, value: str) -> None:
        paragraph = self._paragraphs[-1] if self._paragraphs else _Paragraph()
        if name == "w:pStyle":
            paragraph.style = value
        elif name == "w:numPr":
            paragraph.is_item = True
        elif name == "w:numId" and value == "0":
            paragraph.is_item = False
        elif name == "w:outlineLvl" and whole_number(value, BODY_TEXT) < BODY_TEXT:
            paragraph.level = whole_number(value, BODY_TEXT) + 1

    def _run_property(self, name: str, value: str, is_on: bool) -> None:
        if name == "w:vanish":
            self._hidden = is_on
        elif name in _MARKS and is_on:
            self._mark(_MARKS[name])
        elif (name == "w:rStyle" and self.known.is_code(value)) or (
            name == "w:rFonts" and _MONOSPACED.search(value)
        ):
            self._mark("code")

    def _mark(self, kind: str) -> None:
        """What holds over the run at hand."""
        if (kind, "") not in self._runs[-1]:
            self._runs[-1].append((kind, ""))

    def _begin_paragraph(self, attributes: Mapping[str, str]) -> None:
        self._paragraphs.append(_Paragraph())

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        if not paragraph.goes_on:
            block = self.out.end(self._kind(paragraph))
            if block is not None:
                self._tables.add(block.text)

    def _kind(self, paragraph: _Paragraph) -> Kind:
        kind = self.known.kind(paragraph.style)
        if kind.kind == PARAGRAPH:
            if paragraph.level:
                return Kind(HEADING, paragraph.level)
            if self._tables:
                return Kind(TABLE)
            if paragraph.is_item or self.known.is_item(paragraph.style):
                return Kind(LIST)
        return kind

    def _begin_run(self, attributes: Mapping[str, str]) -> None:
        self._runs.append([])

    def _begin_link(self, attributes: Mapping[str, str]) -> None:
        target = self.links.targets.get(attributes.get("r:id", ""), "")
        self._link = [("link", target or f"#{attributes.get('w:anchor', '')}")]

    def _begin_table(self, attributes: Mapping[str, str]) -> None:
        self._tables.begin()

    def _end_table(self) -> None:
        self._tables.end()

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._tables.next_row()

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._tables.next_cell()

    def _end_cell(self) -> None:
        self._tables.end_cell()

    def _span(self, attributes: Mapping[str, str]) -> None:
        self._tables.widen(whole_number(attributes.get("w:val", ""), 1))

    def _begin_box(self, attributes: Mapping[str, str]) -> None:
        self.out.begin_inside()

    def _end_box(self) -> None:
        self.out.end_inside()

    def _object(self, attributes: Mapping[str, str]) -> None:
        self.out.add_picture()

    def _picture(self, attributes: Mapping[str, str]) -> None:
        self.out.caption(attributes.get("descr", ""))


_STARTERS = {
    "w:p": _Body._begin_paragraph,
    "w:r": _Body._begin_run,
    "w:hyperlink": _Body._begin_link,
    "w:tbl": _Body._begin_table,
    "w:tr": _Body._begin_row,
    "w:tc": _Body._begin_cell,
    "w:gridSpan": _Body._span,
    "w:txbxContent": _Body._begin_box,
    "wp:docPr": _Body._picture,
    "w:drawing": _Body._object,
    "w:pict": _Body._object,
    "w:object": _Body._object,
}
_ENDERS = {
    "w:tbl": _Body._end_table,
    "w:tc": _Body._end_cell,
    "w:txbxContent": _Body._end_box,
}
