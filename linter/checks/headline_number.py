"""A number stands in the headline, and the text does not have it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.headline_numbers import MissingNumber, missing_numbers, of_casualties
from linter.analyses.headlines import special_form
from linter.analyses.names import haystack
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related
from linter.records import NamedTuple


class Params(NamedTuple):
    min_words: int = 120
    """Shorter texts may be teasers of something else; only their dead and injured are compared …"""
    min_words_of_casualties: int = 15
    """… from so many words on."""


class HeadlineNumber(Check):
    """Reports each number of the headline that the text neither states nor adds up to."""

    Params = Params
    fields = frozenset({"number", "other"})
    variants = frozenset({"other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        words = haystack(article).words
        if article.headline is None or words < self.params.min_words_of_casualties or special_form(article):
            yield Count("headlines not judged: form or length")
            return
        for found in missing_numbers(article):
            if words >= self.params.min_words or of_casualties(found.quantity, article.headline.prose):
                yield _alarm(found, article)


def _alarm(found: MissingNumber, article: Article) -> Alarm:
    assert article.headline is not None
    span = article.headline.span(found.quantity.start, found.quantity.end)
    fields = {"number": found.quantity.text.strip()}
    if found.rival is None:
        return Alarm(span=span, fields=fields)
    block, quantity = found.rival
    fields["other"] = quantity.text.strip()
    related = (Related(block.text.span(quantity.start, quantity.end), "the text says"),)
    return Alarm(span=span, fields=fields, related=related, variant="other")
