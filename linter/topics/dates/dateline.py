"""Statements of the publication date that disagree."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.dates.calendar import in_words
from linter.topics.dates.publication import Publication, publications


class Params(NamedTuple):
    days: int = 1
    """So many days may be the time zone, in which front matter and page are written."""
    days_late: int = 31
    """A dateline so many days before the publication is that of a text which appeared late …"""
    days_early: int = 3
    """… and so many days after it that of the next printed issue."""


class Dateline(Check):
    """Compares front matter, file name, JSON-LD, page, address and dateline with the most trusted of them."""

    Params = Params
    fields = frozenset({"label", "date", "other", "published"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        stated = publications(article)
        if len(stated) < 2:
            return
        first = stated[0]
        for other in stated[1:]:
            if self._differs(first, other):
                yield _alarm(article, first, other)
        yield Count("statements of the publication date compared", len(stated))

    def _differs(self, first: Publication, other: Publication) -> bool:
        days: int = (other.day - first.day).days
        if other.origin == "dateline":
            return bool(days < -self.params.days_late or days > self.params.days_early)
        return bool(abs(days) > self.params.days)


def _alarm(article: Article, first: Publication, other: Publication) -> Alarm:
    """Reports the place of the less trusted date, or the other one where it stands in the file name."""
    place, against = (other, first) if other.span != Span(0, 0) else (first, other)
    fields = {
        "label": place.label,
        "date": in_words(place.day),
        "other": against.label,
        "published": in_words(against.day),
    }
    return Alarm(place.span, fields, (Related(against.span, f"{against.label}, {fields['published']}"),))
