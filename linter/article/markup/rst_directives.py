"""The directives of reStructuredText and Sphinx, by what their content is."""

from __future__ import annotations

from linter.article.markup.lines import Line
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

QUOTED = frozenset({"epigraph", "highlights", "pull-quote"})
VERSIONED = frozenset("versionadded versionchanged versionremoved deprecated deprecated-removed".split())
"""Their argument begins with a version."""
CAPTIONED = frozenset({"table", "list-table"})
_TITLED = frozenset(
    "admonition topic sidebar rubric centered tab-item grid-item-card card dropdown details collapse tab"
    " group-tab exercise solution callout challenge prereq discussion".split()
)
ENTITLED = _TITLED | CAPTIONED
"""Their argument is a title."""
_PROSE = frozenset(
    "attention caution danger error hint important note tip warning seealso compound container figure image"
    " only glossary tab-set tabs grid grid-item hlist class rst-class cssclass abstract keypoints objectives"
    " questions impl-detail availability margin div".split()
)
_OBJECTS = frozenset(
    "function method classmethod staticmethod class data attribute property module exception describe object"
    " option envvar confval decorator".split()
)
"""Descriptions of code: what is described is no prose, the description is."""
_OPTION = lazy(r":(?P<name>[\w-]+):(?:\s+|$)")


class Option(NamedTuple):
    """An option of a directive, and the line of its value."""

    name: str
    line: Line


def holds_prose(name: str) -> bool:
    """Whether the content of a directive is text for readers."""
    return (
        name in _PROSE
        or name in ENTITLED
        or name in QUOTED
        or name in VERSIONED
        or name.rpartition(":")[2] in _OBJECTS
    )


def options(lines: list[Line]) -> tuple[list[Line], list[Option], list[Line]]:
    """The lines of a directive parted: its argument, its options, its content."""
    at = 0
    while at < len(lines) and (at == 0 or lines[at].text) and not _OPTION.match(lines[at].text):
        at += 1
    head = [line for line in lines[:at] if line.text]
    found: list[Option] = []
    while at < len(lines) and lines[at].text:
        option = _OPTION.match(lines[at].text)
        if option is not None:
            found.append(Option(option["name"].lower(), lines[at].behind(option.end())))
        at += 1
    return head, found, lines[at:]
