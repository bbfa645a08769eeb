"""Two or more names stand in the headline, and the text has none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.languages import speech
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names import haystack, lists, persons
from linter.topics.names.excuses import excused, titled
from linter.topics.names.missing import MissingName, all_missing, instead, of_somebody_else
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
        telling = text.cased and not speech(text.language).names.capital_nouns
        if not telling or self._is_too_short(article):
            yield Count("headlines not judged: language or length")
            return
        missing = all_missing(article)
        if len(missing) >= self.params.min_names:
            yield _alarm(article, missing, None if _replaced(missing, article) else Severity.INFO)

    def _is_too_short(self, article: Article) -> bool:
        words = haystack(article).words
        if words >= self.params.min_words:
            return False
        if words < self.params.min_words_about_others or not of_somebody_else(article):
            return True
        persons_missing = sum(found.score >= REMARK for found in all_missing(article))
        return not persons_missing >= self.params.min_names


def _replaced(missing: Sequence[MissingName], article: Article) -> bool:
    """Does it look as if they stood for others: is one a person, and is the text about other persons?"""
    if not instead(article) or titled(article) or any(excused(found, article) for found in missing):
        return False
    if any(found.score >= WARNING for found in missing):
        return True
    return len(instead(article)) > 1 and any(_are_two(*pair, article) for pair in pairwise(missing))


def _are_two(one: MissingName, other: MissingName, article: Article) -> bool:
    """Two words that no list has, with "and" between: two surnames, "Marwood and Okafor"."""
    text = haystack(article)
    assert article.headline is not None
    between = article.headline.prose[one.candidate.end : other.candidate.start].strip().casefold()
    words = (*one.candidate.words, *other.candidate.words)
    return (
        between.isalpha()
        and between in speech(text.language).dates.and_
        and len(words) == 2
        and not any(lists.ordinary(word.text, text.language) or lists.place(word.text) for word in words)
    )


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
