"""Two or more names stand in the headline, and the text has none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names import haystack, persons
from linter.topics.names.excuses import excused, titled
from linter.topics.names.missing import (
    MissingName,
    all_missing,
    are_two,
    instead,
    names_in,
    of_somebody_else,
    unnamed,
)
from linter.topics.names.score import REMARK, WARNING
from linter.topics.names.wording import listed


class Params(NamedTuple):
    min_names: int = 2
    """So many names must stand in the headline; at least two."""
    min_words: int = 100
    """Shorter texts may be teasers of something else …"""
    min_words_about_others: int = 25
    """… and are judged from so many words on if headline and text are about different persons."""


class HeadlineNames(Check):
    """Reports a headline none of whose names the text has, as one finding over all of them."""

    Params = Params
    fields = frozenset({"names", "others"})
    variants = frozenset({"others"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        text = haystack(article)
        if not text.cased or self._is_too_short(article):
            yield Count("headlines not judged: language or length")
            return
        missing = all_missing(article)
        if _count(missing, article) >= self.params.min_names:
            yield _alarm(article, missing, None if _replaced(missing, article) else Severity.INFO)

    def _is_too_short(self, article: Article) -> bool:
        words = haystack(article).words
        if words >= self.params.min_words:
            return False
        if words < self.params.min_words_about_others or not of_somebody_else(article):
            return True
        persons_missing = [found for found in all_missing(article) if found.score >= REMARK]
        return not _count(persons_missing, article) >= self.params.min_names


def _count(missing: Sequence[MissingName], article: Article) -> int:
    return sum(names_in(found.candidate, article) for found in missing)


def _replaced(missing: Sequence[MissingName], article: Article) -> bool:
    """Does it look as if they stood for others: is one a person, and is the text about other persons?"""
    if not instead(article) or titled(article) or any(excused(found, article) for found in missing):
        return False
    if any(found.score >= WARNING for found in missing):
        return True
    candidates = [found.candidate for found in missing]
    pairs = [*pairwise(candidates), *((one, one) for one in candidates)]
    return len(unnamed(article)) > 1 and any(are_two(*pair, article) for pair in pairs)


def _alarm(article: Article, missing: Sequence[MissingName], severity: Severity | None) -> Alarm:
    text = haystack(article)
    others = persons(article)[:2]
    related = tuple(Related(text.span(person.mention), "the text speaks of") for person in others)
    fields = {"names": listed([found.name for found in missing])}
    if others:
        fields["others"] = listed([person.name for person in others])
    return Alarm(
        span=Span(missing[0].span.start, missing[-1].span.end),
        fields=fields,
        related=related,
        severity=severity,
        variant="others" if others else "",
    )
