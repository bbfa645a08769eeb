"""An age, a year, a title or a figure that the story bible has otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.dates.publication import published
from linter.analyses.facts.match import known_names
from linter.analyses.facts.mismatch import Mismatch
from linter.analyses.facts.statements import mismatches
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related, Severity


class FactMismatch(Check):
    """Holds what an article says of people, organisations and places against the story bible."""

    fields = frozenset({"name", "said", "known", "day"})
    variants = frozenset({"age", "born", "died", "founded", "title", "title-over", "figure"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        bible = self.setup.facts
        if not bible:
            return
        known = known_names(article, bible)
        yield Count("names of the story bible", len(known))
        if known and published(article) is None:
            yield Count("articles without a date: ages and titles not judged")
        said = set()
        for found in mismatches(article, known, bible):
            if found.span not in said:
                said.add(found.span)
                yield _alarm(article, found)


def _alarm(article: Article, found: Mismatch) -> Alarm:
    basis = published(article)
    about = found.about
    fields = {
        "name": about.block.text.prose[about.start : about.end],
        "said": found.said,
        "known": found.known,
        "day": basis.day.isoformat() if basis else "",
    }
    related = (Related(about.span, "said of"),)
    lower = Severity.WARNING if found.kind.startswith("title") else None
    return Alarm(found.span, fields, related, severity=lower, variant=found.kind)
