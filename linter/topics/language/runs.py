"""Runs of foreign words: clauses, sentences and paragraphs that were left untranslated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set

from linter.namedtuples import NamedTuple
from linter.topics.language.lexicon import CERTAIN, LIKELY, LOAN, Entry
from linter.topics.language.tokens import Paragraph, Token

STRONG = frozenset({CERTAIN, LIKELY, LOAN})
EVIDENCE = frozenset("ABCFRr")
WIDEST_GAP = 3
"""So many words that speak for no language may stand between two foreign ones."""


class Run(NamedTuple):
    """The tokens ``first`` to ``last`` of a paragraph, with the evidence among them."""

    first: int
    last: int
    lang: str
    evidence: int
    """Words that are more frequent elsewhere."""
    strong: int
    """Those of them that are hardly ever used in the language of the article."""

    @property
    def words(self) -> int:
        return self.last - self.first + 1


def runs(paragraph: Paragraph, spared: Set[int]) -> Iterator[Run]:
    """The runs of two foreign words and more, ``spared`` tokens left out."""
    tokens = paragraph.tokens
    foreign = [
        place
        for place, token in enumerate(tokens)
        if token.entry
        and token.entry.tier in EVIDENCE
        and (token.lower or token.first)
        and place not in spared
    ]
    start = 0
    for position in range(1, len(foreign) + 1):
        if position < len(foreign) and _together(tokens, foreign[position - 1], foreign[position]):
            continue
        if position - start >= 2:
            yield _run(tokens, foreign[start:position])
        start = position


def _together(tokens: list[Token], left: int, right: int) -> bool:
    """Whether only words that may belong to any language stand between two foreign words."""
    between = tokens[left + 1 : right]
    if len(between) <= 1:
        return True
    return len(between) <= WIDEST_GAP and not any(
        token.lower and token.entry is None and len(token.word) > 3 for token in between
    )


def _run(tokens: list[Token], places: list[int]) -> Run:
    entries = [entry for place in places if (entry := tokens[place].entry)]
    strong = sum(entry.tier in STRONG for entry in entries)
    return Run(places[0], places[-1], main_language(entries), len(entries), strong)


def main_language(entries: list[Entry]) -> str:
    """The language that most of the words look like."""
    langs = Counter(entry.lang for entry in entries)
    return max(sorted(langs), key=lambda code: langs[code])
