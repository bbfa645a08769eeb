"""Metadata that stands in the text: cut off the headline by the reader, or found by patterns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.article.model import Article
from linter.checks.base import Alarm, Count
from linter.checks.pattern import PatternCheck
from linter.text import Span


class MetadataInText(PatternCheck):
    """Reports the stray metadata of the reader, and bylines and the like that the rule's patterns find."""

    fields: ClassVar[frozenset[str]] = frozenset({"text", "what"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for stray in article.stray:
            span = Span(min(stray.key.start, stray.span.start), max(stray.key.end, stray.span.end))
            yield Alarm(span, {"text": article.excerpt(span), "what": self.params.what})
        yield from super().run(article)
