"""A name in a form that the story bible calls wrong, or that is a slip of one of its names."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.exempt import exempt
from linter.analyses.facts.wrong_forms import wrong_forms
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count


class NameStyle(Check):
    """Reports wrong forms with the form to write."""

    fields = frozenset({"name", "right"})
    variants = frozenset({"slip"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not self.setup.facts:
            return
        links = exempt(article, "links")
        for found in wrong_forms(article, self.setup.facts):
            safe = found.declared and not links.hold(found.span.start)
            yield Alarm(
                found.span,
                {"name": found.written, "right": found.right},
                suggestion=found.right,
                fix=found.right if safe and article.excerpt(found.span) == found.written else None,
                variant="" if found.declared else "slip",
            )
