"""A name of the article that none of its sources has, or that stands where the source has another."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.language import language
from linter.analyses.names.languages import UNCASED
from linter.analyses.sources.names import unsupported_names
from linter.analyses.sources.swaps import name_swaps
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.checks.beside import beside
from linter.finding import Severity


class UnsupportedName(Check):
    """Holds the names of an article against its sources."""

    fields = frozenset({"name", "other"})
    variants = frozenset({"spelling", "swapped"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.sources:
            return
        if language(article) in UNCASED:
            yield Count("names not judged: the script has no capitals")
            return
        said = set()
        for found in unsupported_names(article):
            span = found.block.text.span(found.start, found.end)
            said.add(span)
            name = found.block.text.prose[found.start : found.end]
            severity = Severity.INFO if found.excuse else None
            if found.near is None:
                yield Alarm(span, {"name": name}, severity=severity)
            else:
                yield beside(Alarm(span, {"name": name}, variant="spelling", severity=severity), found.near)
        for swap in name_swaps(article):
            span = swap.block.text.span(swap.start, swap.end)
            if not any(span.overlaps(other) for other in said):
                name = swap.block.text.prose[swap.start : swap.end]
                yield beside(Alarm(span, {"name": name}, variant="swapped"), swap.place)
