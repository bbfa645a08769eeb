"""Front matter whose fence is missing on one side, or is written otherwise than site generators want it."""

from __future__ import annotations

from linter.article.frontmatter.header_lines import BLANK_LINE, BREAK, KEY, is_metadata, key_value_lines
from linter.article.model import Field, Problem
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import Message, message
from linter.namedtuples import NamedTuple
from linter.text import Span


class BrokenFence(NamedTuple):
    """Front matter with a broken fence: where the text behind it begins, its fields, what is wrong."""

    body: int
    fields: list[Field]
    problem: Problem


class _Syntax(NamedTuple):
    """How the lines of one kind of front matter look."""

    fence: str
    right: re.Pattern[str]
    lame: re.Pattern[str]
    """A fence that lost a sign, got one too many, or was made a dash by an editor."""
    head: re.Pattern[str]
    closing: re.Pattern[str]


_SYNTAXES = (
    _Syntax(
        "---",
        lazy(rf"---[ \t]*{BREAK}"),
        lazy(r"(?:-{1,2}|-{4,5}|[\u2013\u2014]-?)[ \t]*(?>\r\n|\r|\n)(?=[^\W\d][\w-]*:)"),
        lazy(rf"{KEY}:[^\r\n]*{BREAK}(?:(?:{KEY}:|[ \t]+\S|-[ ]|#)[^\r\n]*{BREAK})*"),
        lazy(rf"(?:-{{2,5}}|[\u2013\u2014]-?)[ \t]*{BREAK}"),
    ),
    _Syntax(
        "+++",
        lazy(rf"\+\+\+[ \t]*{BREAK}"),
        lazy(r"(?:\+{1,2}|\+{4,5})[ \t]*(?>\r\n|\r|\n)(?=\w[\w-]*[ \t]*=)"),
        lazy(rf"\w[\w-]*[ \t]*=[^\r\n]*{BREAK}(?:(?:\w[\w.-]*[ \t]*=|\[|[ \t]+\S|\]|#)[^\r\n]*{BREAK})*"),
        lazy(rf"\+{{2,5}}[ \t]*{BREAK}"),
    ),
)


def read_broken_fence(source: str, start: int) -> BrokenFence | None:
    """Front matter with a fence that is broken; nothing if the file does not begin so."""
    return next((found for each in _SYNTAXES if (found := _read(source, start, each))), None)


def _read(source: str, start: int, syntax: _Syntax) -> BrokenFence | None:
    right = syntax.right.match(source, start)
    opening = right or syntax.lame.match(source, start)
    at = opening.end() if opening else start
    head = syntax.head.match(source, at)
    if head is None:
        return None
    ends = (BLANK_LINE if right else syntax.closing).match(source, head.end())
    fields = _fields(source, at, head.end(), syntax) if ends else []
    if ends is None or not is_metadata(fields):
        return None
    span = Span(start, start + len(opening[0].rstrip()) if opening else start)
    return BrokenFence(ends.end(), fields, Problem(span, _unclosed(syntax) if right else _unopened(syntax)))


def _fields(source: str, start: int, end: int, syntax: _Syntax) -> list[Field]:
    if syntax.fence == "---":
        return list(key_value_lines(source, start, end))
    from linter.article.frontmatter.toml_fields import read_toml

    return read_toml(source, start, end).fields


def _unopened(syntax: _Syntax) -> Message:
    return message(
        "the front matter does not begin with `{fence}`; site generators then print it as text",
        fence=syntax.fence,
    )


def _unclosed(syntax: _Syntax) -> Message:
    return message(
        "the front matter does not end with `{fence}`; site generators then print it as text",
        fence=syntax.fence,
    )
