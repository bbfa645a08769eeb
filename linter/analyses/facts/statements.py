"""All that an article says otherwise than the bible."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.facts.ages import ages
from linter.analyses.facts.bible import Bible
from linter.analyses.facts.figures import figures
from linter.analyses.facts.match import Known
from linter.analyses.facts.mismatch import Mismatch
from linter.analyses.facts.titles import titles
from linter.analyses.facts.years import years
from linter.article.model import Article


def mismatches(article: Article, known: tuple[Known, ...], bible: Bible) -> Iterator[Mismatch]:
    """Ages, years, titles and figures beside the names that the bible knows."""
    yield from ages(article, known)
    yield from years(article, known)
    yield from titles(article, known, bible)
    yield from figures(article, known)
