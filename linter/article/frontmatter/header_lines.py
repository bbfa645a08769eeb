"""Metadata in ``key: value`` lines: heads without a fence, and front matter that does not parse."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.aliases import KEYS
from linter.article.frontmatter.scalars import double_quoted
from linter.article.model import Field
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span

_START = r"(?<![^\r\n])"
KEY = r"[^\W\d][\w.-]*(?:[ ][\w-]+){0,2}"
_LINE = lazy(
    _START + rf":?(?:(?P<key>{KEY})|[ \t]*[\"'](?P<quoted>[^\"'\r\n]+)[\"'])[ \t]*:(?P<value>[^\r\n]*)"
    r"|" + _START + r"[ \t]*-[ \t]+(?P<item>[^\r\n]*)"
)
BREAK = r"(?>\r\n|\r|\n|\Z)"
_HEAD = lazy(rf"(?::?{KEY}:[^\r\n]*{BREAK}(?:[ ]{{4}}[^\r\n]*\S[^\r\n]*{BREAK})*)+")
_NIKOLA = lazy(r"(?:<!--\s*)?(?:\.\. [^\W_][\w-]*:(?!:)[^\r\n]*(?>\r\n|\r|\n))+(?:\s*-->)?")
_NIKOLA_LINE = lazy(r"^\.\. (?P<key>[^\W_][\w-]*):(?!:)(?P<value>[^\r\n]*)", re.MULTILINE)
BLANK_LINE = lazy(rf"[ \t]*{BREAK}")
_KNOWN = KEYS | {
    "slug",
    "status",
    "template",
    "layout",
}
_NEEDED = frozenset({"title", "date", "category"})
_PELICAN = _NEEDED | {
    *(
        "slug",
        "tags",
        "author",
        "authors",
        "modified",
        "summary",
        "status",
        "lang",
        "translation",
        "template",
    ),
    *("image", "cover", "series", "url", "save_as"),
}
_OTHERS = frozenset({"layout", "permalink", "draft", "categories", "weight", "aliases"})
"""Keys of generators that read YAML."""
_TELLING = frozenset({"title", "date", "author", "authors", "slug", "lang", "tags", "category"})


def key_value_lines(source: str, start: int, end: int) -> Iterator[Field]:
    """The fields in lines that look like ``key: value`` (or ``"key": "value",``) or ``- item``."""
    key = None
    for line in _LINE.finditer(source, start, end):
        if line["item"] is not None:
            if key is not None:
                yield _field(*key, line["item"], line.start("item"))
            continue
        group = "key" if line["key"] else "quoted"
        key = (line[group], Span(*line.span(group)))
        if line["value"].strip():
            yield _field(*key, line["value"], line.start("value"))


def _field(name: str, key: Span, raw: str, start: int) -> Field:
    """A value freed from blanks, a comma at its end and one pair of quotes."""
    value = raw.strip()
    start += len(raw) - len(raw.lstrip())
    if value.endswith(",") and value[0] in "'\"":
        value = value[:-1].rstrip()
    length = len(value)
    if length > 1 and value[0] == value[-1] and value[0] in "'\"":
        start, length = start + 1, length - 2
        value = (
            "".join(piece.prose for piece in double_quoted(value, 1, length + 1))
            if value[0] == '"'
            else value[1:-1]
        )
    return Field(name, value, Span(start, start + length), key)


def read_header_lines(source: str, start: int) -> tuple[int, list[Field]]:
    """Where the body begins, and the fields of a head without fence; no field if there is no such head.

    As careful as can be, because ``Note: …`` opens many a text: two lines at least, with keys that are all
    known as metadata and one of them a title, a date, an author or the like, or two of that kind beside
    unknown ones; then a blank line.
    """
    nikola = _NIKOLA.match(source, start)
    if nikola is not None:
        lines = _NIKOLA_LINE.finditer(source, start, nikola.end())
        return nikola.end(), [
            _field(m["key"], Span(*m.span("key")), m["value"], m.start("value")) for m in lines
        ]
    head = _HEAD.match(source, start)
    if head is None:
        return start, []
    fields = list(key_value_lines(source, start, head.end()))
    if not is_metadata(fields):
        return start, []
    if not BLANK_LINE.match(source, head.end()):
        return start, []
    return head.end(), fields


def is_metadata(fields: list[Field]) -> bool:
    """Whether the keys of a head are those of metadata, and not the labels of a text."""
    names = {field.name.casefold() for field in fields}
    telling = len(names & _TELLING)
    return len(names) > 1 and (telling > 1 or (telling == 1 and names <= _KNOWN))


def is_line_by_line(source: str, start: int, end: int) -> bool:
    """Whether front matter is written for a generator that reads each line alone, as Pelican does.

    All keys are Pelican's own, each with its value in one line, and the tags stand in a row without brackets;
    beside a slug and several tags there may be keys of the site, but none of another generator.
    """
    found = [_LINE.fullmatch(line) for line in source[start:end].splitlines() if line.strip()]
    values = {line["key"].casefold(): line["value"].strip() for line in found if line and line["key"]}
    tags = values.get("tags", "")
    in_a_row = (", " in tags or "slug" in values) and not tags.startswith("[")
    if len(values) != len(found) or not in_a_row or not values.keys() >= _NEEDED:
        return False
    telling = "slug" in values and "," in tags
    return values.keys() <= _PELICAN or (telling and values.keys().isdisjoint(_OTHERS))
