"""Front matter: where it stands, which language it is in, and its fields with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from linter.article.model import Field, Problem
from linter.article.scalars import field_text
from linter.article.yaml_fields import NotMapping, YamlError, read_yaml
from linter.text import Span

__all__ = ["FrontMatter", "field_text", "read_front_matter"]

_OPENING = re.compile(
    r"\ufeff?((?:[ \t]*(?:\r\n|\r|\n))*)(?P<fence>---|\+\+\+|;;;)(?P<kind>\w*)[ \t]*(?:\r\n|\r|\n)"
)
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?$|\r)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\r?$|\r)", re.MULTILINE),
    ";;;": re.compile(r"^;;;[ \t]*(?:\r?$|\r)", re.MULTILINE),
}
_LINE = re.compile(
    r"^(?P<key>[^\W\d][\w.-]*)[ \t]*:(?:[ \t]+(?P<value>[^\r\n]*?))?[ \t]*(?:\r?$|\r)", re.MULTILINE
)


@dataclass(slots=True)
class FrontMatter:
    """Metadata at the head of a file; ``body`` is where the text after it begins."""

    body: int = 0
    fields: list[Field] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_front_matter(source: str) -> FrontMatter:
    """The front matter of a source; an empty one with ``body`` 0 (or after a byte order mark) if none."""
    none = FrontMatter(1 if source.startswith("\ufeff") else 0)
    opening = _OPENING.match(source)
    if opening is None:
        return none
    closing = _CLOSING[opening["fence"]].search(source, opening.end())
    if closing is None:
        return none
    start, end = opening.end(), closing.start()
    body = closing.end()
    body += source.startswith("\n", body)
    try:
        reading = read_yaml(source, start, end)
        return FrontMatter(body, reading.fields, reading.problems)
    except NotMapping:
        return none
    except YamlError as error:
        return _by_lines(source, start, end, body, error)


def _by_lines(source: str, start: int, end: int, body: int, error: YamlError) -> FrontMatter:
    """What can be saved of front matter that does not parse: its simple ``key: value`` lines."""
    found = FrontMatter(body)
    for line in _LINE.finditer(source, start, end):
        value, span = line["value"] or "", Span(*line.span("value"))
        if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
            value, span = value[1:-1], Span(span.start + 1, span.end - 1)
        found.fields.append(Field(line["key"], value, span, Span(*line.span("key"))))
    place = Span(error.offset, error.offset)
    found.problems.append(Problem(place, f"front matter is not valid YAML: {error}"))
    return found
