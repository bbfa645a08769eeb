"""One person with two ages."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.names import mentions
from linter.analyses.names.ages import age_clashes
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related


class AgeClash(Check):
    """Reports an age of a person to whom the text gives another."""

    fields = frozenset({"name", "age", "other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for clash in age_clashes(mentions(article)):
            yield Alarm(
                span=clash.one.span,
                fields={"name": clash.name, "age": str(clash.one.years), "other": str(clash.other.years)},
                related=(Related(clash.other.span, "the other age"),),
            )
