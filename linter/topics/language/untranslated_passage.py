"""A clause, a sentence or a paragraph in another language."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.language import language
from linter.analyses.languages import name_of
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.text import Span
from linter.topics.language.foreign import Passage, foreign

MANY = 4
"""From so many passages on they stand there on purpose: a list of titles, of programs, of quotations."""


class UntranslatedPassage(Check):
    """Several words of another language in a row, outside quotations, tweets, titles and glosses.

    Paragraphs that follow each other are one passage. Many passages in one article are info.
    """

    fields = frozenset({"language", "own-language", "extent"})
    needs = ("foreign.lexicon",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        own = language(article)
        found = foreign(article).passages
        for passage in found:
            if passage.excused:
                yield Count(f"passage in another language ({passage.excused})")
        groups = list(_groups([passage for passage in found if not passage.excused]))
        severity = Severity.INFO if len(groups) >= MANY else None
        for group in groups:
            fields = {
                "language": name_of(group[0].lang),
                "own-language": name_of(own),
                "extent": group[0].extent if len(group) == 1 else "passage",
            }
            yield Alarm(Span(group[0].span.start, group[-1].span.end), fields, severity=severity)


def _groups(passages: list[Passage]) -> Iterator[list[Passage]]:
    """Passages that fill blocks side by side, together; each other one alone."""
    group: list[Passage] = []
    for passage in passages:
        if group and not _continues(group[-1], passage):
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def _continues(before: Passage, after: Passage) -> bool:
    return before.whole and after.whole and before.lang == after.lang and after.block == before.block + 1
