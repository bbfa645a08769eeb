"""Two or more names stand in the headline, and the text has none of them, or another one for one of two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.article.model import TABLE, Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names import haystack, persons
from linter.topics.names.headlines.another_story import missing_besides
from linter.topics.names.headlines.excuses import excused, titled
from linter.topics.names.headlines.joined_names import are_two, joins, names_in, of_another_pair
from linter.topics.names.headlines.missing import (
    MissingName,
    all_missing,
    instead,
    of_somebody_else,
    unnamed,
)
from linter.topics.names.headlines.score import REMARK, WARNING
from linter.topics.names.wording import listed
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.topics.names.headlines.half_pairs import HalfPair

_SURNAME = lazy(rf"(?:^|[{SMALL}] )[{CAPITALS}][\w'’-]+(?:,? [{SMALL}]|$)")
"""In a headline that may tell the first sentence again."""


class HeadlineNamesParams(NamedTuple):
    min_names: int = 2
    """So many names must stand in the headline; at least two."""
    min_words: int = 100
    """Shorter texts may be teasers of something else …"""
    min_words_about_others: int = 15
    """… and are judged from so many words on if headline and text are about different persons."""


class HeadlineNames(Check):
    """Reports a headline none of whose names the text has, as one finding over all of them.

    Of two that "and" joins one is enough, where the text has the other one beside somebody else; so is
    the one with which a headline begins that tells the first sentence again.
    """

    Params = HeadlineNamesParams
    fields = frozenset({"names", "others"})
    variants = frozenset({"others"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for each in self._judged(article):
            if not (isinstance(each, Alarm) and _is_list(article)):
                yield each

    def _judged(self, article: Article) -> Iterator[Alarm | Count]:
        text = haystack(article)
        if text.cased and joins(article):
            from linter.topics.names.headlines.half_pairs import half_pair

            if half := half_pair(article):
                yield _instead(half)
                return
        elif article.headline and text.cased and _SURNAME.search(article.headline.prose):
            from linter.topics.names.headlines.exchanged_name import exchanged_name

            if exchanged := exchanged_name(article):
                yield _instead(exchanged)
                return
        if not text.cased or self._is_too_short(article):
            yield Count("headlines not judged: language or length")
            return
        missing = all_missing(article)
        if _count(missing, article) >= self.params.min_names:
            yield _alarm(article, missing, _severity(missing, article))

    def _is_too_short(self, article: Article) -> bool:
        words = haystack(article).words
        if words >= self.params.min_words:
            return False
        others = of_somebody_else(article) or of_another_pair(article)
        if words < self.params.min_words_about_others or not others:
            return True
        missing = all_missing(article)
        persons_missing = [found for found in missing if found.score >= REMARK]
        whole = _count(persons_missing, article) >= self.params.min_names
        return not whole and not _has_pair(missing, article)


def _is_list(article: Article) -> bool:
    """Whether most of the text stands in tables: the songs of somebody, the results of a day."""
    sizes = [(len(block.text), block.kind == TABLE) for block in article.blocks]
    return 2 * sum(size for size, table in sizes if table) > sum(size for size, _ in sizes)


def _instead(half: HalfPair) -> Alarm:
    place = half.block.text.span(half.start, half.end)
    related = (Related(place, "the text speaks of"),)
    fields = {"names": half.name, "others": half.other}
    severity = None if half.sure else Severity.WARNING
    return Alarm(half.span, fields, related, severity=severity, variant="others")


def _count(missing: Sequence[MissingName], article: Article) -> int:
    return sum(names_in(found.candidate, article) for found in missing)


def _severity(missing: Sequence[MissingName], article: Article) -> Severity | None:
    if _replaced(missing, article):
        return None
    likely = missing_besides(article) or (unnamed(article) and _has_pair(missing, article))
    return Severity.WARNING if likely else Severity.INFO


def _replaced(missing: Sequence[MissingName], article: Article) -> bool:
    """Does it look as if they stood for others: is one a person, and is the text about other persons?"""
    if titled(article) or any(excused(found, article) for found in missing):
        return False
    if instead(article) and any(found.score >= WARNING for found in missing):
        return True
    two_persons = bool(instead(article)) and len(unnamed(article)) > 1
    return (two_persons or of_another_pair(article)) and _has_pair(missing, article)


def _has_pair(missing: Sequence[MissingName], article: Article) -> bool:
    candidates = [found.candidate for found in missing]
    pairs = [*pairwise(candidates), *((one, one) for one in candidates)]
    return any(are_two(*pair, article) for pair in pairs)


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
