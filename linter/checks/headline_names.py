"""Two or more names stand in the headline, and the text has none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.analyses.names import Lookup, haystack, lookups, persons
from linter.analyses.names.ladder import same_alphabet
from linter.analyses.names.languages import CAPITAL_NOUNS, UNCASED
from linter.analyses.names.lists import place
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related
from linter.text import Span


@dataclass(frozen=True)
class Params:
    min_names: int = 2
    """So many names must stand in the headline."""
    min_words: int = 100
    """Shorter texts are not judged: they are teasers of something else."""


class HeadlineNames(Check):
    """Reports a headline none of whose names the text has, as one finding over all of them."""

    Params = Params
    fields = frozenset({"names", "others"})
    variants = frozenset({"others"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        text = haystack(article)
        if text.language in CAPITAL_NOUNS | UNCASED or text.words < self.params.min_words:
            yield Count("headlines not judged: language or length")
            return
        missing = all_missing(article, self.params.min_names)
        if missing:
            yield _alarm(article, missing)


def all_missing(article: Article, least: int = 2) -> tuple[Lookup, ...]:
    """The names of the headline if there are enough of them and the text has none, else nothing.

    An ordinary word at the beginning counts for neither side, and a place is not counted.
    """
    text = haystack(article)
    if text.language in CAPITAL_NOUNS:
        return ()
    strong = tuple(found for found in lookups(article) if not (found.candidate.weak or found.candidate.aside))
    if sum(place(found.name) is None for found in strong) < least:
        return ()
    if not all(found.absent and same_alphabet(found.name, text) for found in strong):
        return ()
    return strong


def _alarm(article: Article, missing: Sequence[Lookup]) -> Alarm:
    text = haystack(article)
    others = persons(article)[:2]
    related = tuple(Related(text.span(person.mention), "the text speaks of") for person in others)
    fields = {"names": _listed([found.name for found in missing])}
    if others:
        fields["others"] = _listed([person.name for person in others])
    return Alarm(
        span=Span(missing[0].span.start, missing[-1].span.end),
        fields=fields,
        related=related,
        variant="others" if others else "",
    )


def _listed(words: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
