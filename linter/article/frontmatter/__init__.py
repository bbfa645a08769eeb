"""Front matter: where it stands, which language it is in, and its fields with their places.

Understood: YAML between ``---`` and ``---`` or ``...``; TOML between ``+++``; JSON that opens the
file, or between ``;;;``; the language named after the fence (``---json``); header lines without a fence
(``Title: …``) as Pelican and MkDocs read them, and Nikola's ``.. title: …``.
"""

from __future__ import annotations

from collections.abc import Callable

from linter.article.frontmatter.plain_yaml import read_plain_yaml
from linter.article.frontmatter.scalars import field_text
from linter.article.model import Field, Problem
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.text import Span

__all__ = ["FrontMatter", "field_text", "read_front_matter"]

_BREAK = r"(?>\r\n|\r|\n)"
_OPENING = lazy(
    rf"\ufeff?(?P<blank>(?:[ \t]*{_BREAK})*+)(?P<fence>---|\+\+\+|;;;)[ ]?(?P<language>[a-z]*)[ \t]*{_BREAK}"
)
_CLOSING = {
    "---": lazy(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    "+++": lazy(r"(?<![^\r\n])\+\+\+[ \t]*(?=[\r\n]|\Z)"),
    ";;;": lazy(r"(?<![^\r\n]);;;[ \t]*(?=[\r\n]|\Z)"),
}
_DEFAULT = {"---": "yaml", "+++": "toml", ";;;": "json"}
_JSON_OPENING = lazy(r'\ufeff?\{\s*(?:"|\})')
_JSON_CLOSING = lazy(r"(?<![^\r\n])\}")
_LINE_END = lazy(rf"[ \t]*(?:{_BREAK}|\Z)")
_MAY_BE_HEAD = lazy(r"[-+\u2013\u2014]{1,5}[ \t]*[\r\n]|[^\W\d][\w. -]*[:=]")
_SILENT = lazy(r"(?:\s|#[^\r\n]*)*\Z")


class FrontMatter(NamedTuple):
    """Metadata at the head of a file. ``body`` is where the text after it begins."""

    body: int
    fields: list[Field]
    problems: list[Problem]
    found: bool = True


class _NotFrontMatter(Exception):
    """What looked like a fence is a thematic break."""


def read_front_matter(source: str) -> FrontMatter:
    """The front matter of a source. If it has none, ``found`` is false and ``body`` its first character."""
    opening = _OPENING.match(source)
    try:
        if opening is not None:
            return _fenced(source, opening)
        if _JSON_OPENING.match(source):
            return _json_head(source)
    except _NotFrontMatter:
        pass
    return _unfenced(source)


def _unfenced(source: str) -> FrontMatter:
    from linter.article.frontmatter.header_lines import read_header_lines

    start = 1 if source.startswith("\ufeff") else 0
    if _MAY_BE_HEAD.match(source, start):
        from linter.article.frontmatter.broken_fence import read_broken_fence

        broken = read_broken_fence(source, start)
        if broken is not None:
            return FrontMatter(broken.body, broken.fields, [broken.problem])
    body, fields = read_header_lines(source, start)
    return FrontMatter(body, fields, [], found=bool(fields))


def _fenced(source: str, opening: re.Match[str]) -> FrontMatter:
    reader = _READERS.get(opening["language"] or _DEFAULT[opening["fence"]])
    start = opening.end()
    closing = _CLOSING[opening["fence"]].search(source, start)
    if closing is None or reader is None:
        raise _NotFrontMatter
    front = reader(source, start, closing.start())
    line_end = _LINE_END.match(source, closing.end())
    front = front._replace(body=line_end.end() if line_end else closing.end())
    if opening["blank"] and opening["fence"] != "+++":  # those who read TOML skip them: Hugo, Zola
        told = message(
            "blank lines stand before the front matter; many site generators then print it as text"
        )
        front.problems.append(Problem(Span(0, opening.start("fence")), told))
    return front


def _yaml(source: str, start: int, end: int) -> FrontMatter:
    if _SILENT.match(source[start:end]):
        return FrontMatter(0, [], [])
    plain = read_plain_yaml(source, start, end)
    if plain is not None:
        return FrontMatter(0, plain, [])
    from linter.article.frontmatter.yaml_fields import NotMapping, YamlError, read_yaml

    try:
        reading = read_yaml(source, start, end)
    except NotMapping as error:
        raise _NotFrontMatter from error
    except YamlError as error:
        told = message("not valid YAML: {error}", error=str(error))
        return _saved(source, start, end, Problem(Span(error.offset, error.offset), told))
    return FrontMatter(0, reading.fields, reading.problems)


def _toml(source: str, start: int, end: int) -> FrontMatter:
    from linter.article.frontmatter.toml_fields import read_toml

    reading = read_toml(source, start, end)
    if not reading.fields and reading.problems:
        raise _NotFrontMatter
    return FrontMatter(0, reading.fields, reading.problems)


def _json(source: str, start: int, end: int) -> FrontMatter:
    import json

    from linter.article.frontmatter.json_tree import JsonError, Object, fields_of, parse_json

    try:
        node, _ = parse_json(source, start, end)
    except JsonError as error:
        told = message("not valid JSON: {error}", error=str(error))
        return _saved(source, start, end, Problem(Span(error.offset, error.offset), told))
    if not isinstance(node, Object):
        raise _NotFrontMatter
    front = FrontMatter(0, *fields_of(node))
    try:
        json.loads(source[start:end], strict=False)
    except json.JSONDecodeError as error:
        place = start + error.pos
        told = message("the front matter is not valid JSON: {error}", error=error.msg)
        front.problems.append(Problem(Span(place, place), told))
    return front


def _json_head(source: str) -> FrontMatter:
    """JSON front matter without a fence, as Hugo reads it: an object that ends at the end of a line."""
    from linter.article.frontmatter.json_tree import JsonError, parse_json

    start = source.index("{")
    try:
        _, end = parse_json(source, start, len(source))
    except JsonError:
        closing = _JSON_CLOSING.search(source, start)
        if closing is None:
            raise _NotFrontMatter from None
        end = closing.end()
    line_end = _LINE_END.match(source, end)
    if line_end is None:
        raise _NotFrontMatter
    return _json(source, start, end)._replace(body=line_end.end())


def _saved(source: str, start: int, end: int, problem: Problem) -> FrontMatter:
    """What can be saved of front matter that does not parse: its simple ``key: value`` lines."""
    from linter.article.frontmatter.header_lines import is_line_by_line, key_value_lines

    fields = list(key_value_lines(source, start, end))
    if not fields:
        raise _NotFrontMatter
    if is_line_by_line(source, start, end):
        return FrontMatter(0, fields, [])
    told = message("the front matter is {problem}", problem=problem.message)
    return FrontMatter(0, fields, [Problem(problem.span, told)])


_READERS: dict[str, Callable[[str, int, int], FrontMatter]] = {
    "yaml": _yaml,
    "yml": _yaml,
    "toml": _toml,
    "json": _json,
}
