"""What follows the closing bracket of a Markdown link or picture."""

from __future__ import annotations

from collections.abc import Container

from linter.article import templates
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

_INLINE = lazy(
    rf"\(\s*+(?:<(?P<angle>[^<>\n]*+)>"
    rf"|(?P<bare>(?:\\.|{templates.INLINE}|[^\s()\\]|\((?:\\.|[^\s()\\]|\([^\s()]*+\))*+\))*+))"
    r"(?:\s++(?:\"(?P<double>(?:\\.|[^\"\\])*+)\"|'(?P<single>(?:\\.|[^'\\])*+)'|\((?P<round>(?:\\.|[^()\\])*+)\)))?"
    r"\s*+\)",
    re.DOTALL,
)
_LABEL = lazy(r"\[(?P<label>(?:\\.|[^\[\]\\]){0,999}+)\]", re.DOTALL)
_LONGEST_LABEL = 999


class Target(NamedTuple):
    """Where a link leads, where its markup ends, and the span of its title if it has one."""

    href: str
    end: int
    title: Span | None = None


def target_after(text: str, opening: int, closing: int, references: Container[str]) -> Target | None:
    """The target of the brackets at ``opening`` and ``closing`` (positions of ``[`` and ``]``), if any.

    ``references`` are the labels that the document defines, normalised by :func:`normalised`.
    """
    after = closing + 1
    if text.startswith("(", after):
        found = _INLINE.match(text, after)
        if found:
            title = next(
                (Span(*found.span(g)) for g in ("double", "single", "round") if found[g] is not None), None
            )
            return Target(found["angle"] or found["bare"] or "", found.end(), title)
    label = _LABEL.match(text, after)
    if label and label["label"].strip():
        return Target("", label.end()) if normalised(label["label"]) in references else None
    if closing - opening > _LONGEST_LABEL or normalised(text[opening + 1 : closing]) not in references:
        return None
    return Target("", label.end() if label else after)


def normalised(label: str) -> str:
    """A reference label as labels are compared."""
    return " ".join(label.split()).casefold()
