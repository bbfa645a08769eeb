"""MDX: what is JavaScript in it, and what is prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.matching.regexes import lazy
from linter.text import Span

_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\})*+\}"
TAG = (
    r"</?(?:[A-Za-z][\w.:-]*+)?(?:\s++(?:[A-Za-z_:@][\w.:-]*+"
    rf"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|{_BRACES}))?|{_BRACES}))*+\s*+/?>"
)
"""A JSX tag or fragment; braces nest four deep."""

EXPRESSION = _BRACES

_MODULE = lazy(
    r"(?<![^\r\n])(?:import\s++(?:[\w*{][^\n;]*?\sfrom\s|['\"])"
    r"|export\s++(?:const|let|var|default|function|class|async)\b|export\s*+[{*])"
)
_IMPORT = lazy(
    r"\s*+(?<![^\r\n])import[ \t]++[\w*{][^\r\n;'\"`]{0,200}[ \t]from[ \t]++"
    r"(?P<quote>['\"])[^\r\n'\"]++(?P=quote);?[ \t]*+(?![^\r\n])"
)
_MODULE_END = lazy(r"(?>\r\n|\r|\n)[ \t]*+(?=[\r\n])|\Z")
_ALONE = lazy(rf"(?<![^\r\n])[ \t]*+(?:(?:{TAG}|{EXPRESSION})[ \t]*+)++(?=[\r\n]|\Z)")
_CODE = lazy(r"(?<![^\r\n])[ \t]*+(?P<fence>`{3,}+|~{3,}+)")


def imports(source: str, start: int) -> Iterator[Span]:
    """The imports at the top, which sites that render all Markdown as MDX have in ``.md`` files as well."""
    while found := _IMPORT.match(source, start):
        yield Span(*found.span())
        start = found.end()


def code_and_tags(source: str, start: int) -> Iterator[Span]:
    """Module code, and JSX tags and expressions that have their lines to themselves."""
    at = start
    for fence in _fences(source, start):
        yield from _between(source, at, fence.start)
        at = fence.end
    yield from _between(source, at, len(source))


def _between(source: str, start: int, end: int) -> Iterator[Span]:
    at = start
    while (module := _MODULE.search(source, at, end)) is not None:
        closing = _MODULE_END.search(source, module.end(), end)
        at = closing.start() if closing else end
        yield Span(module.start(), at)
    for alone in _ALONE.finditer(source, start, end):
        yield Span(*alone.span())


def _fences(source: str, start: int) -> Iterator[Span]:
    at = start
    while (opening := _CODE.search(source, at)) is not None:
        closing = re.compile(rf"(?<![^\r\n])[ \t]*+{opening['fence']}").search(source, opening.end())
        at = closing.end() if closing else len(source)
        yield Span(opening.start(), at)
