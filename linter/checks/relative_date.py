""" "Yesterday" and "five years ago" beside a date that is not meant by them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from linter.analyses.dates.calendar import in_words
from linter.analyses.dates.publication import Publication, published
from linter.analyses.dates.relative import Ago, DayWord, day_words, days_off, year_meant, years_ago
from linter.analyses.language import language
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related
from linter.records import NamedTuple
from linter.text import Span


class Params(NamedTuple):
    days_late: int = 3
    """A text may appear so many days after it was written …"""
    days_early: int = 1
    """… or before, where it is later in the day; more is a slip."""
    days_beyond: int = 60
    """More days than this come from another clock: a quotation, a reprint."""


class RelativeDate(Check):
    """Counts such words from the publication date and compares them with the date beside them."""

    Params = Params
    fields = frozenset({"words", "meant", "date", "published"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        basis = published(article)
        words, ages = list(day_words(article)), list(years_ago(article))
        if words or ages:
            yield Count("relative times beside a date", len(words) + len(ages))
        if basis is None:
            return
        yield from self._days(article, words, basis)
        yield from _years(article, ages, basis)

    def _days(self, article: Article, words: list[DayWord], basis: Publication) -> Iterator[Alarm]:
        for word in words:
            off = days_off(word, basis.day)
            if off is not None and self._is_slip(off) and not word.listed:
                text = article.blocks[word.date.block].text
                meant = in_words(basis.day + timedelta(days=word.days))
                span = text.span(word.start, word.date.end)
                yield _alarm(basis, span, text.prose[word.start : word.end], meant, word.date.text)

    def _is_slip(self, off: int) -> bool:
        """Whether so many days between date and word are neither the delay of printing nor another clock."""
        usual = -self.params.days_late <= off <= self.params.days_early
        return not usual and abs(off) <= self.params.days_beyond


def _years(article: Article, found: list[Ago], basis: Publication) -> Iterator[Alarm]:
    for ago in found:
        meant = year_meant(ago, language(article), basis.day)
        if meant is not None and abs(meant[0] - ago.beside.year) > meant[1]:
            text = article.blocks[ago.block].text
            span = text.span(min(ago.start, ago.beside.start), max(ago.end, ago.beside.end))
            yield _alarm(basis, span, ago.text, str(meant[0]), str(ago.beside.year))


def _alarm(basis: Publication, span: Span, words: str, meant: str, said: str) -> Alarm:
    day = in_words(basis.day)
    fields = {"words": words, "meant": meant, "date": said, "published": day}
    return Alarm(span, fields, (Related(basis.span, f"{basis.label}, {day}"),))
