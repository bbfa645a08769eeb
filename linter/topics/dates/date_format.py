"""Dates of one article written in several orders."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import SCOPES, Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.messages import bare, message
from linter.topics.dates import DateMention, dates
from linter.topics.dates.reading.model import ISO, NUMERIC, WRITTEN
from linter.topics.dates.reading.numeric_dates import order_of

_PROSE = SCOPES["prose"]


class DateFormat(Check):
    """Reports the first date whose order differs from that of most others of its kind, in running text."""

    fields = frozenset({"date", "other"})
    needs = ("dates.months",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        groups: dict[bool, dict[str, list[DateMention]]] = {True: {}, False: {}}
        for mention in dates(article):
            style = _style(mention)
            if style and not mention.quoted and article.blocks[mention.block].kind in _PROSE:
                groups[mention.kind == WRITTEN].setdefault(style, []).append(mention)
        for styles in groups.values():
            ranked = sorted(styles.values(), key=len, reverse=True)
            for other in ranked[1:]:
                fields = {"date": other[0].text, "other": ranked[0][0].text}
                label = message("{number} in this order", number=bare(len(ranked[0])))
                related = (Related(ranked[0][0].span, label),)
                yield Alarm(other[0].span, fields, related)
        seen = sum(len(found) for styles in groups.values() for found in styles.values())
        if seen:
            yield Count("whole dates compared", seen)


def _style(mention: DateMention) -> str:
    """The order of a whole date, empty where it is not whole or its order is not clear."""
    if mention.borrowed or mention.year is None or mention.precision != "day":
        return ""
    if mention.kind == WRITTEN:
        return "dmy" if mention.places["day"].start < mention.places["month"].start else "mdy"
    if mention.kind == ISO:
        return ISO
    return order_of(mention) if mention.kind == NUMERIC and not mention.ambiguous else ""
