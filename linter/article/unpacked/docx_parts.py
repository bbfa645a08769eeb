"""What stands beside the text of a document of Word: styles, links, properties."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from linter.article.model import CAPTION, CODE, HEADING, HEADLINE, PARAGRAPH, QUOTE, STANDFIRST
from linter.article.unpacked import whole_number
from linter.article.unpacked.archive import Archive
from linter.article.unpacked.paragraphs import Kind
from linter.article.unpacked.properties import Properties
from linter.article.unpacked.xml import parse
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_TRANSITIONAL = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
PREFIXES = {
    f"{_TRANSITIONAL}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_TRANSITIONAL}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_TRANSITIONAL}/package/2006/relationships": "rel",
    f"{_TRANSITIONAL}/markup-compatibility/2006": "mc",
    f"{_TRANSITIONAL}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}/drawingml/wordprocessingDrawing": "wp",
    f"{_TRANSITIONAL}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_TRANSITIONAL}/officeDocument/2006/custom-properties": "custom",
    f"{_STRICT}/officeDocument/customProperties": "custom",
    "http://purl.org/dc/elements/1.1/": "dc",
}
_NAMES = (
    (lazy(r"title"), Kind(HEADLINE, 1)),
    (lazy(r"subtitle"), Kind(STANDFIRST)),
    (lazy(r"(?:intense )?quote"), Kind(QUOTE)),
    (lazy(r"caption"), Kind(CAPTION)),
    (lazy(r"html preformatted|(?:source )?code.*|macro"), Kind(CODE)),
    (lazy(r"toc .*|toc|index .*|table of .*"), Kind("")),
)
"""Names of built-in styles, which are the same in every language of Word; no kind: not read."""
BODY_TEXT = 9
"""The outline level of what is no heading (ECMA-376, 17.3.1.20)."""
_HEADING = lazy(r"heading ([1-9])")
_CODE = lazy(r"html (?:code|keyboard|sample|typewriter|variable)|.*\bcode\b.*|verbatim char")
_DEEPEST = 20
"""How many styles may be based on each other."""


class Relations(NamedTuple):
    """Where a part points to: the targets by id, and each kind of target."""

    targets: Mapping[str, str]
    kinds: list[tuple[str, str]]


class _Relations:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.targets: dict[str, str] = {}
        self.kinds: list[tuple[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rel:Relationship":
            target = attributes.get("Target", "")
            self.targets[attributes.get("Id", "")] = target
            if attributes.get("TargetMode") != "External":
                self.kinds.append((attributes.get("Type", ""), posixpath.join(self.folder, target)))

    def end(self, name: str) -> None:
        """Nothing ends that matters."""

    def text(self, text: str) -> None:
        """There is no text."""


def relations(archive: Archive, part: str) -> Relations:
    """What a part points to; of the package for an empty name."""
    folder, name = posixpath.split(part)
    data = archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = _Relations(folder)
    if data:
        parse(data, found, PREFIXES)
    return Relations(found.targets, found.kinds)


class Styles:
    """What paragraphs and runs of a style are, by its id."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        self.levels: dict[str, int] = {}
        self.items: set[str] = set()
        """Styles that number their paragraphs, or put a sign before them."""
        self.hidden: set[str] = set()
        self._style = ""
        self._known: dict[str, Kind] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._style = attributes.get("w:styleId", "")
        elif name == "w:name":
            self.names[self._style] = value.lower()
        elif name == "w:basedOn":
            self.parents[self._style] = value
        elif name == "w:outlineLvl" and whole_number(value, BODY_TEXT) < BODY_TEXT:
            self.levels[self._style] = whole_number(value, BODY_TEXT) + 1
        elif name == "w:numPr":
            self.items.add(self._style)
        elif name == "w:vanish":
            self.hidden.add(self._style)

    def end(self, name: str) -> None:
        """Attributes say everything."""

    def text(self, text: str) -> None:
        """There is no text."""

    def kind(self, style: str) -> Kind:
        """What a paragraph of a style is, by the style or the nearest that it is based on."""
        if style not in self._known:
            kinds = (self._own(each) for each in self._line(style))
            self._known[style] = next((kind for kind in kinds if kind), Kind(PARAGRAPH))
        return self._known[style]

    def is_item(self, style: str) -> bool:
        """Whether paragraphs of a style are items of lists."""
        return any(each in self.items for each in self._line(style))

    def is_code(self, style: str) -> bool:
        """Whether runs of a style are code."""
        return _CODE.fullmatch(self.names.get(style, "")) is not None

    def _own(self, style: str) -> Kind | None:
        name = self.names.get(style, "")
        heading = _HEADING.fullmatch(name)
        if heading:
            return Kind(HEADING, int(heading[1]))
        for pattern, kind in _NAMES:
            if pattern.fullmatch(name):
                return kind
        return Kind(HEADING, self.levels[style]) if style in self.levels else None

    def _line(self, style: str) -> Iterator[str]:
        for _ in range(_DEEPEST):
            if not style:
                return
            yield style
            style = self.parents.get(style, "")


def styles(archive: Archive) -> Styles:
    """The styles of a document."""
    found = Styles()
    data = archive.read("word/styles.xml")
    if data:
        parse(data, found, PREFIXES)
    return found


_CORE = {"dc:title": "title", "dc:creator": "author", "dc:language": "lang"}


def properties(archive: Archive) -> list[tuple[str, str]]:
    """Name and value of the properties that are metadata of an article."""
    found = Properties(_CORE, "custom:property", "name")
    for part in ("docProps/custom.xml", "docProps/core.xml"):
        data = archive.read(part)
        if data:
            parse(data, found, PREFIXES)
    return found.found
