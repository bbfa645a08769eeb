"""Metadata values as texts: from the decoded value back to each character as written."""

from __future__ import annotations

from linter.article.model import Field
from linter.text import Piece, Text


def field_text(source: str, field: Field) -> Text:
    """The value of a field as a text whose offsets lead to its place in the source."""
    if source[field.span.start : field.span.end] == field.value:
        return Text.verbatim(source, field.span.start, field.span.end)
    return Text([Piece(field.value, field.span.start, field.span.end)])
