"""TOML front matter as fields with their places, which ``tomllib`` does not keep.

A scan of our own finds every value: tables, arrays of tables, dotted and quoted keys, the four kinds of
string, arrays and inline tables over several lines, comments. Dates, numbers and words stay as written,
so an impossible date survives. It judges nothing: ``tomllib`` says whether the whole is TOML, and a
line that the scan does not understand is skipped.
"""

from __future__ import annotations

import re

from linter.article.frontmatter.repeats import Repeat, contradictions
from linter.article.frontmatter.scalars import double_quoted
from linter.article.model import Field, Problem
from linter.matching.regexes import lazy
from linter.messages import message
from linter.text import Span

_BLANK = lazy(r"(?:[ \t\r\n]|#[^\n]*)*+")
_PART = r"(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')"
_NAME = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_TABLE = lazy(rf"\[\[?[ \t]*({_NAME})[ \t]*\]\]?")
_KEY = lazy(rf"({_NAME})[ \t]*=[ \t]*")
_PARTS = lazy(_PART)
_STRINGS = lazy(
    r'"""(?:\r?\n)?(?P<long>(?:[^"\\]|\\.|"(?!""))*+)"""|' + r"'''(?:\r?\n)?(?P<raw_long>.*?)'''"
    r'|"(?P<short>(?:[^"\\\n]|\\.)*+)"|' + r"'(?P<raw>[^'\n]*)'",
    re.DOTALL,
)
_BARE = lazy(r"[^,\]}#\r\n]+")
_DEEPEST = 30


class TomlReading:
    """Fields and problems of one TOML text."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.at = start
        self.end = end
        self.fields: list[Field] = []
        self.problems: list[Problem] = []
        self._table = ""
        self._seen: dict[str, Span] = {}
        self._repeats: list[Repeat] = []

    def read(self) -> None:
        while True:
            self._skip()
            if self.at >= self.end:
                self.problems += contradictions(self._repeats, self.fields)
                return
            table = _TABLE.match(self.source, self.at, self.end)
            if table:
                self._table = _dotted(table[1])
                self.at = table.end()
                # Each element of an array of tables has keys of its own.
                if table[0].startswith("[["):
                    inner = self._table + "."
                    self._seen = {key: at for key, at in self._seen.items() if not key.startswith(inner)}
            elif not self._pair(self._table, 0):
                self._skip_line()

    def _skip(self) -> None:
        blank = _BLANK.match(self.source, self.at, self.end)
        self.at = blank.end() if blank else self.at

    def _skip_line(self) -> None:
        end = self.source.find("\n", self.at, self.end)
        self.at = self.end if end < 0 else end + 1

    def _pair(self, table: str, depth: int) -> bool:
        found = _KEY.match(self.source, self.at, self.end)
        if found is None:
            return False
        name = f"{table}.{_dotted(found[1])}" if table else _dotted(found[1])
        key = Span(*found.span(1))
        if depth == 0 and name in self._seen:
            self._repeats.append(Repeat(name, self._seen[name], key))
        self._seen.setdefault(name, key)
        self.at = found.end()
        self._value(name, key, depth)
        return True

    def _value(self, name: str, key: Span, depth: int) -> None:
        opening = self.source[self.at : self.at + 1]
        if opening in ("[", "{") and depth < _DEEPEST:
            self._collection(name, key, "]" if opening == "[" else "}", depth + 1)
            return
        string = _STRINGS.match(self.source, self.at, self.end)
        if string:
            self._string(name, key, string)
            return
        bare = _BARE.match(self.source, self.at, self.end)
        if bare is None:
            self._skip_line()
            return
        value = bare[0].rstrip()
        self.fields.append(Field(name, value, Span(bare.start(), bare.start() + len(value)), key))
        self.at = bare.end()

    def _string(self, name: str, key: Span, string: re.Match[str]) -> None:
        group = string.lastgroup or ""
        span, value = Span(*string.span(group)), string[group]
        if group in ("long", "short"):
            value = "".join(piece.prose for piece in double_quoted(self.source, *span))
        self.fields.append(Field(name, value, span, key))
        self.at = string.end()

    def _collection(self, name: str, key: Span, closing: str, depth: int) -> None:
        self.at += 1
        while self.at < self.end:
            self._skip()
            if self.source.startswith(closing, self.at):
                self.at += 1
                return
            if self.source.startswith(",", self.at):
                self.at += 1
            elif closing == "]":
                self._value(name, key, depth)
            elif not self._pair(name, depth):
                self._skip_line()


def _dotted(name: str) -> str:
    return ".".join(part.strip("\"'") for part in _PARTS.findall(name))


def read_toml(source: str, start: int, end: int) -> TomlReading:
    """The fields of ``source[start:end]``; a text that is not TOML gives a problem and what was found."""
    import tomllib

    reading = TomlReading(source, start, end)
    reading.read()
    try:
        tomllib.loads(source[start:end].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        if not reading.problems:
            reason = str(error).partition(" (at ")[0]
            told = message("the front matter is not valid TOML: {error}", error=reason)
            reading.problems.append(Problem(_where(source, start, str(error)), told))
    return reading


def _where(source: str, start: int, message: str) -> Span:
    """The place that the message of a ``TOMLDecodeError`` names by line and column."""
    found = re.search(r"at line (\d+), column (\d+)", message)
    if found is None:
        return Span(start, start)
    for _ in range(int(found[1]) - 1):
        start = source.find("\n", start) + 1
    place = start + int(found[2]) - 1
    return Span(place, place)
