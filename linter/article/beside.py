"""An article whose metadata are not in its text, as a publishing system has them in fields of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.article.aliases import with_aliases
from linter.article.headline import finish
from linter.article.model import HEADING, HEADLINE, Article, Field
from linter.article.read import draft_of
from linter.namedtuples import NamedTuple
from linter.text import LineIndex, Span


class Part(NamedTuple):
    """A part of the source of such an article: a field, or the text itself."""

    name: str
    """Of a field; empty for the text."""
    at: int
    """Where it begins in the source."""
    lines: LineIndex


def parts_beside(text: str, given: Mapping[str, str]) -> list[Part]:
    """The parts that :func:`read_beside` makes a source of, in their order."""
    parts, at = [], 0
    for name, line in _lines(given):
        parts.append(Part(name, at, LineIndex(line)))
        at += len(line) + 1
    return [*parts, Part("", at, LineIndex(text))]


def part_at(parts: list[Part], offset: int) -> Part:
    """The part that an offset of the source is in."""
    return next(part for part in reversed(parts) if part.at <= offset)


def read_beside(
    text: str,
    path: str,
    format: str,
    given: Mapping[str, str],
    aliases: Mapping[str, tuple[str, ...]] | None = None,
) -> Article:
    """The article of a text and of the metadata that are given beside it, which count before its own.

    Its source is the values, a line each, and the text behind them, from ``len(source) - len(text)`` on.
    """
    head, fields = "", []
    for name, line in _lines(given):
        span = Span(len(head), len(head) + len(line))
        fields.append(Field(name, line, span, span))
        head += f"{line}\n"
    draft = draft_of(text, path, format).moved(len(head))
    if format == "text" and "title" in given:  # then its first line is not the headline
        blocks = [
            block._replace(kind=HEADING, level=1) if block.kind == HEADLINE else block
            for block in draft.blocks
        ]
        draft = draft._replace(blocks=blocks)
    draft = draft._replace(metadata=[*fields, *draft.metadata])
    return finish(head + text, path, format, draft, with_aliases(aliases))


def _lines(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The fields with their values as they stand in the source, on one line."""
    return ((name, " ".join(value.split())) for name, value in given.items())
