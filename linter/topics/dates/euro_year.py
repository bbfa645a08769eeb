"""Euros of a year in which there were none: "in 1963 it cost 62.5 million euros"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.dates.anchors import Anchor, alone, anchors
from linter.topics.dates.wording import in_year, words_at

_FIRST, _EURO = 1900, 1999
"""From its beginning as money of account; before this century nobody means a price."""
_REACH = 60
"""Characters between the year and the amount."""


class EuroYear(Check):
    """Reports amounts in euros of which the sentence says that they were paid before there were euros.

    Silent where the sentence says that it converts, or speaks of today, too.
    """

    fields = frozenset({"year", "amount"})
    needs = ("dates.euros", "dates.converted", "dates.in-year")
    triggers = ("dates.euros",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code = language(article)
        seen = 0
        for year in anchors(article):
            if year.quoted or not _FIRST <= year.year < _EURO:
                continue
            amount = _amount(article, year, code)
            if amount is None:
                continue
            seen += 1
            text = article.blocks[year.block].text
            start, end = min(year.start, amount.start()), max(year.end, amount.end())
            fields = {"year": str(year.year), "amount": amount[0]}
            related = (Related(text.span(year.start, year.end), "the year"),)
            yield Alarm(text.span(start, end), fields, related)
        if seen:
            yield Count("amounts in euros of earlier years", seen)


def _amount(article: Article, year: Anchor, code: str) -> re.Match[str] | None:
    """The only amount in euros of a sentence with this year alone, near to it."""
    prose = article.blocks[year.block].text.prose
    start, end = sentence_around(prose, year.start, year.end)
    if not alone(article, year, start, end):
        return None
    if not _right_before(code).search(prose, max(start, year.start - _REACH), year.start):
        return None
    amounts = list(_euros(code).finditer(prose, start, end))
    if len(amounts) != 1 or words_at(code, "dates.converted").search(prose, start, end):
        return None
    between = max(amounts[0].start() - year.end, year.start - amounts[0].end())
    return amounts[0] if 0 < between <= _REACH else None


@cache
def _right_before(code: str) -> re.Pattern[str]:
    return lazy(rf"(?<!\w){in_year(code)}\Z", re.IGNORECASE)


@cache
def _euros(code: str) -> re.Pattern[str]:
    """A number in figures with one word, maybe, and the currency."""
    words = any_of(speech(code).dates.euros)
    return lazy(
        rf"(?<![\w.,])(?:€{GAP}?)?\d[\d.,]*(?:{GAP}[^\W\d_]+\.?)?{GAP}?(?:{words}|€)(?!\w)", re.IGNORECASE
    )
