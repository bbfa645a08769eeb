"""Metadata values as texts: from the decoded value back to each character as written.

Covers double quotes with the escapes of YAML 1.1, TOML 1.0 and JSON, single quotes, plain and
folded scalars, literal and folded blocks, TOML's triple quotes, and HTML attributes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.article import entities
from linter.article.model import Field
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Piece, Text

_BREAK = r"[ \t]*(?>\r\n|\r|\n)(?:[ \t]*(?>\r\n|\r|\n))*[ \t]*"
_FOLD = lazy(_BREAK)
_ESCAPED = lazy(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}"
    r"|\\x[0-9a-fA-F]{2}|\\[ \t]*(?>\r\n|\r|\n)\s*|\\.|" + _BREAK,
)
_SINGLE = lazy("''|" + _BREAK)
_LINE_BREAK = lazy(r"\r\n|\r|\n")
_BLOCK_HEADER = lazy(r"(?:^|[\s:])([|>])[-+0-9]*[ \t]*(?:[ \t]#.*)?$")
_SIMPLE = dict(zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True))


def field_text(source: str, field: Field) -> Text:
    """The value of a field as a text whose offsets lead to each character as written.

    Where the writing cannot be followed (a value named by a YAML alias, say), the text maps as a
    whole to the field's span.
    """
    start, end = field.span
    if source[start:end] == field.value:
        return Text.verbatim(source, start, end)
    text = Text(_pieces(source, field))
    return text if text.prose == field.value else Text([Piece(field.value, start, end)])


def _pieces(source: str, field: Field) -> Iterable[Piece]:
    start, end = field.span
    if field.origin == "html":
        return entities.decoded_pieces(source, start, end)
    quote = source[start - 1 : start]
    if quote == '"' or source[max(0, start - 4) : start].rstrip("\r\n").endswith('"""'):
        pieces = double_quoted(source, start, end)
        return _with_references(pieces) if field.origin == "json-ld" else pieces
    if quote == "'":
        return _replaced(source, start, end, _SINGLE)
    last_line = source[max(0, start - 400) : start].rstrip().rpartition("\n")[2]
    header = (
        _BLOCK_HEADER.search(last_line) if "\n" in source[start - 400 if start > 400 else 0 : start] else None
    )
    if header:
        return _block(source, start, end, folded=header[1] == ">")
    return _replaced(source, start, end, _FOLD)


def double_quoted(source: str, start: int, end: int) -> Iterator[Piece]:
    """The inside of double quotes, escapes decoded and line breaks folded (kept in ``\"\"\"``)."""
    triple = source[max(0, start - 5) : start].rstrip("\r\n").endswith('"""')
    return _replaced(source, start, end, _ESCAPED, keep_breaks=triple)


def _replaced(
    source: str, start: int, end: int, pattern: re.Pattern[str], keep_breaks: bool = False
) -> Iterator[Piece]:
    at = start
    for found in pattern.finditer(source, start, end):
        token = found[0]
        if token[0] == "\\":
            prose = _unescaped(token)
        elif token == "''":
            prose = "'"
        elif keep_breaks:
            prose = _LINE_BREAK.sub("\n", token)
        else:
            count = len(_LINE_BREAK.findall(token))
            prose = " " if count == 1 else "\n" * (count - 1)
        yield Piece(source[at : found.start()], at, found.start())
        yield Piece(prose, *found.span())
        at = found.end()
    yield Piece(source[at:end], at, end)


def _unescaped(token: str) -> str:
    letter = token[1]
    if letter in "uUx":
        if len(token) == 12:
            high, low = int(token[2:6], 16), int(token[8:], 16)
            return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
        code = int(token[2:] or "0", 16)
        return chr(code) if code < 0x110000 else "\ufffd"
    if _LINE_BREAK.search(token):
        return ""
    return _SIMPLE.get(letter, token)


def _with_references(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if len(piece.prose) == piece.end - piece.start:
            for inner in entities.decoded_pieces(piece.prose, 0, len(piece.prose)):
                yield Piece(inner.prose, piece.start + inner.start, piece.start + inner.end)
        else:
            yield piece


def _block(source: str, start: int, end: int, folded: bool) -> Iterator[Piece]:
    """A block scalar; ``start`` is its first character after the indentation."""
    indent = start - max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) - 1
    previous_end, previous_deep = start, False
    breaks = 0
    for line_start, line_end in _lines(source, start, end):
        content = line_start
        while (
            content < line_end
            and content < line_start + indent
            and source[content] == " "
            and line_start != start
        ):
            content += 1
        if content == line_end or not source[content:line_end].strip(" "):
            breaks += line_start != start
            continue
        deep = source[content] in " \t"
        if line_start != start:
            breaks += 1
            joined = folded and not deep and not previous_deep
            prose = (" " if breaks == 1 else "\n" * (breaks - 1)) if joined else "\n" * breaks
            yield Piece(prose, previous_end, content)
        yield Piece(source[content:line_end], content, line_end)
        previous_end, previous_deep, breaks = line_end, deep, 0


def _lines(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in _LINE_BREAK.finditer(source, start, end):
        yield at, found.start()
        at = found.end()
    yield at, end
