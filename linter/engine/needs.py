"""What has to be there for a check to have anything to say; without it, it is not even imported."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from linter.article.model import Article
from linter.check import Setup
from linter.files import Refused, reject_outside
from linter.rules.model import Rule

SOURCES, FACTS, OTHERS, VERSIONS = "sources", "facts", "others", "versions"
HEADLINE, PROBLEMS, NOTHING = "headline", "problems", "nothing"

NEEDS: dict[str, str] = {
    "altered-quote": SOURCES,
    "corpus-clash": OTHERS,
    "fact-mismatch": FACTS,
    "name-style": FACTS,
    "reading-problem": PROBLEMS,
    "suppression": NOTHING,
    "title-date": HEADLINE,
    "translation-date": VERSIONS,
    "translation-identifier": VERSIONS,
    "translation-missing": VERSIONS,
    "translation-name": VERSIONS,
    "translation-number": VERSIONS,
    "translation-quantity": VERSIONS,
    "translation-stale": VERSIONS,
    "translation-untranslated": VERSIONS,
    "unsupported-date": SOURCES,
    "unsupported-name": SOURCES,
    "unsupported-number": SOURCES,
    "version-mismatch": HEADLINE,
}
"""Name of a check -> sources of the article, a story bible, other articles in the same run, other language
versions of the article, its headline, what was wrong with reading it; or nothing, as the engine says it."""

FILES: dict[str, str] = {"retracted": "snapshot"}
"""Name of a check -> its parameter that names a file, on which the findings depend."""


def files_read(rules: Iterable[Rule], params: Mapping[str, Mapping[str, object]], root: str) -> list[str]:
    """The files that the parameters of rules name, those of ``params`` before their own, in the project."""
    named = [
        {**rule.params, **params.get(rule.id, {})}.get(FILES[rule.check])
        for rule in rules
        if rule.check in FILES
    ]
    paths = [os.path.join(root, path) for path in named if path and isinstance(path, str)]
    return [path for path in paths if _may_be_read(path, root)]


def _may_be_read(path: str, root: str) -> bool:
    try:
        reject_outside(path, root)
    except Refused:
        return False
    return True


def idle(article: Article, setup: Setup, alone: bool) -> frozenset[str]:
    """The checks that can say nothing about the article; ``alone``: it is the only one of the run."""
    there = {SOURCES: bool(article.sources), FACTS: setup.bible is not None, OTHERS: not alone}
    there[VERSIONS] = len(article.versions) > 1
    there |= {HEADLINE: article.headline is not None, PROBLEMS: bool(article.problems), NOTHING: False}
    return frozenset(check for check, need in NEEDS.items() if not there[need])
