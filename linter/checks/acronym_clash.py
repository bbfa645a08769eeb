"""One acronym with two meanings."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.names import mentions
from linter.analyses.names.acronyms import acronym_clashes
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related


class AcronymClash(Check):
    """Reports the second meaning of an acronym."""

    fields = frozenset({"acronym", "meaning", "other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for clash in acronym_clashes(mentions(article).text):
            yield Alarm(
                span=clash.one.span,
                fields={"acronym": clash.acronym, "meaning": clash.one.text, "other": clash.other.text},
                related=(Related(clash.other.span, "it stands for this here"),),
            )
