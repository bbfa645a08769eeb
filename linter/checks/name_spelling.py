"""A person's name is spelled in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.names import mentions
from linter.analyses.names.spelling import spelling_variants
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related


class NameSpelling(Check):
    """Reports the rarer spelling of a name, at its first place, with the usual one."""

    fields = frozenset({"name", "other", "times"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = mentions(article)
        for variant in spelling_variants(article):
            usual = found.text.span(variant.usual)
            yield Alarm(
                span=found.text.span(variant.rare),
                fields={
                    "name": variant.rare.token.text,
                    "other": variant.usual.token.text,
                    "times": str(variant.usual_times),
                },
                related=(Related(usual, "spelled so here"),),
                suggestion=variant.usual.token.text,
            )
