"""An age, a year, a title or a figure that the story bible has otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.topics.dates.publication import published
from linter.topics.facts.ages import ages
from linter.topics.facts.bible import Bible, bible_of
from linter.topics.facts.match import Known, known_names
from linter.topics.facts.mismatch import Mismatch
from linter.topics.facts.quantities import figures
from linter.topics.facts.titles import titles
from linter.topics.facts.years import years


def mismatches(article: Article, known: tuple[Known, ...], bible: Bible) -> Iterator[Mismatch]:
    """Ages, years, titles and figures beside the names that the bible knows."""
    yield from ages(article, known)
    yield from years(article, known)
    yield from titles(article, known, bible)
    yield from figures(article, known)


class FactMismatch(Check):
    """Holds what an article says of people, organisations and places against the story bible."""

    fields = frozenset({"name", "said", "known", "day"})
    variants = frozenset({"age", "born", "died", "founded", "title", "title-over", "figure"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        bible = bible_of(self.setup)
        if bible is None:
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
