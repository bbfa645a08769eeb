"""What has to be there for a check to have anything to say; without it, it is not even imported."""

from __future__ import annotations

from linter.article.model import Article
from linter.check import Setup

SOURCES, FACTS, OTHERS = "sources", "facts", "others"

NEEDS: dict[str, str] = {
    "altered-quote": SOURCES,
    "corpus-clash": OTHERS,
    "fact-mismatch": FACTS,
    "name-style": FACTS,
    "unsupported-date": SOURCES,
    "unsupported-name": SOURCES,
    "unsupported-number": SOURCES,
}
"""Name of a check -> sources of the article, a story bible, or other articles in the same run."""


def has_needs(check: str, article: Article, setup: Setup, alone: bool) -> bool:
    """Whether a check can say anything about the article; ``alone``: it is the only one of the run."""
    need = NEEDS.get(check)
    if need == SOURCES:
        return bool(article.sources)
    if need == FACTS:
        return setup.bible is not None
    return not (need == OTHERS and alone)
