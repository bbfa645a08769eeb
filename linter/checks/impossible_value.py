"""Values that cannot be, whatever the article means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.analyses.exempt import exempt
from linter.analyses.quantities.limits import AGE, CLOCK, COLD, PART, PLACE, SHARE, impossible_values
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count


class ImpossibleValue(Check):
    """Reports shares over 100 %, times after 24:59, coordinates off the globe, cold below absolute zero.

    Quotations are left alone: "110 percent of the players" is a way of speaking; so is an age that
    the article comes back to, because then it is about it.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"value", "limit"})
    variants: ClassVar[frozenset[str]] = frozenset({SHARE, CLOCK, PLACE, COLD, PART, AGE})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for each in impossible_values(article):
            span = each.block.text.span(each.start, each.end)
            if exempt(article, "quotes").hold(span.start) or (
                each.kind == AGE and _repeated(article, each.value)
            ):
                yield Count("impossible values in quotations, or spoken about")
            else:
                yield Alarm(span, {"value": each.value, "limit": each.limit}, variant=each.kind)


def _repeated(article: Article, value: str) -> bool:
    number = value.split()[0].split("-")[0]
    return sum(block.text.prose.count(number) for block in article.blocks) > 1
