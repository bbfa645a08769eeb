"""What has to be there for a check to have anything to say; without it, it is not even imported."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType

from linter.article.model import Article
from linter.check import Setup
from linter.files import Refused, reject_outside
from linter.matching.budget import OutOfTime
from linter.rules.model import Rule

SOURCES, FACTS, OTHERS, VERSIONS = "sources", "facts", "others", "versions"
PROBLEMS, NOTHING = "problems", "nothing"

NEEDS: dict[str, str] = {
    "acronym-clash": "names.present:acronyms",
    "after-death": "dates.present:years_beside",
    "age-arithmetic": "dates.present:life",
    "age-clash": "names.present:ages",
    "ages-apart": "dates.present:years_beside",
    "altered-quote": SOURCES,
    "before-birth": "dates.present:bracketed",
    "broken-word": "language.present:divided",
    "clock-range": "dates.present:clock",
    "clock-span": "numbers.present:lengths",
    "column-mismatch": "data.present:tables",
    "conversion": "numbers.present:measures",
    "corpus-clash": OTHERS,
    "date-range": "dates.present:ranges",
    "dateline": "dates.present:stated_twice",
    "dead-reference": "structure.present:references",
    "duplicate-item": "structure.present:items",
    "duplicate-row": "data.present:tables",
    "empty-section": "structure.present:headings",
    "event-list": "dates.present:listed",
    "fact-mismatch": FACTS,
    "identifier-clash": "names.present:identifiers",
    "impossible-value": "numbers.present:impossible",
    "magnitude-slip": "numbers.present:scales",
    "missing-reference": "data.present:references",
    "mixed-script": "language.present:scripts_meeting",
    "money-conversion": "numbers.present:currencies",
    "multiple-mismatch": "numbers.present:several",
    "name-style": FACTS,
    "numbering": "data.present:series",
    "past-deadline": "dates.present:day",
    "percent-change": "numbers.present:change_in_percent",
    "percent-total": "numbers.present:percents",
    "placeholder-part": "residue.present:unwritten",
    "rate-mismatch": "numbers.present:rate",
    "reading-problem": PROBLEMS,
    "relative-date": "dates.present:time",
    "score-parts": "numbers.present:scores",
    "share-mismatch": "numbers.present:share",
    "span-arithmetic": "dates.present:spans",
    "sum-mismatch": "numbers.present:several",
    "suppression": NOTHING,
    "table-relation": "data.present:tables",
    "table-share": "data.present:shares_in_tables",
    "table-text-clash": "data.present:tables",
    "table-total": "data.present:tables",
    "title-date": "dates.present:headline",
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
    "version-mismatch": "names.present:numbered_headline",
    "weekday": "dates.present:weekday",
    "winner-mismatch": "numbers.present:sides",
}
"""Name of a check -> sources of the article, a story bible, other articles in the same run, other language
versions of the article, what was wrong with reading it; nothing, as the engine says it; or a
question to the article, as module and function in the topics."""

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


class Idle:
    """The checks that can say nothing about an article; ``alone``: it is the only one of the run."""

    def __init__(self, article: Article, setup: Setup, alone: bool) -> None:
        self._article = article
        self._there = {
            SOURCES: bool(article.sources),
            FACTS: setup.bible is not None,
            OTHERS: not alone,
            VERSIONS: len(article.versions) > 1,
            PROBLEMS: bool(article.problems),
            NOTHING: False,
        }
        """What is known by now, by need; a question is asked when the first check asks it."""

    def __contains__(self, check: str) -> bool:
        """``OutOfTime`` if the article has no time left for the question."""
        need = NEEDS.get(check)
        if need is None:
            return False
        there = self._there.get(need)
        if there is None:
            there = self._there[need] = _answer(need, self._article)
        return not there


def _answer(question: str, article: Article) -> bool:
    """The answer to a question; true where it cannot be told, which the check itself will tell of."""
    module, _, function = question.partition(":")
    ask: Callable[[Article], bool] = getattr(_topic(module), function)
    try:
        return ask(article)
    except OutOfTime:
        raise
    except Exception:  # one broken question must not lose the run
        return True


@cache
def _topic(name: str) -> ModuleType:
    """A module of the topics, imported when the first article is asked."""
    return import_module(f"linter.topics.{name}")
