"""Two or more names stand in the headline, and the text has none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.analyses.names import haystack, persons
from linter.analyses.names.languages import CAPITAL_NOUNS, UNCASED
from linter.analyses.names.missing import MissingName, all_missing
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.checks.wording import listed
from linter.finding import Related
from linter.records import NamedTuple
from linter.text import Span


class Params(NamedTuple):
    min_names: int = 2
    """So many names must stand in the headline; at least two."""
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
        missing = all_missing(article)
        if len(missing) >= self.params.min_names:
            yield _alarm(article, missing)


def _alarm(article: Article, missing: Sequence[MissingName]) -> Alarm:
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
        variant="others" if others else "",
    )
