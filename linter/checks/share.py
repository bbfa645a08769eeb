"""A share and its percentage that do not agree: "15 of the 60 members, or 30 %"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.analyses.language import language
from linter.analyses.quantities.model import Interval, Quantity
from linter.analyses.quantities.shares import Share, shares
from linter.analyses.quantities.shown import shown
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related


class ShareMismatch(Check):
    """Computes the percentage of each share that is stated twice, and compares.

    Things counted one by one stand for themselves; ratios ("three in ten") and fractions in words
    ("a third") leave room. Variants: ``fraction``.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"part", "whole", "stated", "computed"})
    variants: ClassVar[frozenset[str]] = frozenset({"fraction"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for share in shares(article):
            yield Count("shares checked")
            if not share.computed.overlaps(_cut_or_rounded(share.stated)):
                yield _alarm(article, share)


def _cut_or_rounded(stated: Quantity) -> Interval:
    """What a percentage may stand for: rounded, or cut off after its last digit."""
    low, high = stated.interval
    if stated.value < 0:  # "three quarters less (-78 %)"
        return Interval(-high, -low)
    return Interval(low, high + (high - stated.value) if high < float("inf") else high)


def _alarm(article: Article, share: Share) -> Alarm:
    spoken = language(article)
    span = share.block.text.span
    fraction = share.whole.value < 1
    above = share.part.value if share.part else 1.0
    percent = 100 * share.whole.value if fraction else 100 * above / share.whole.value
    fields = {
        "part": share.part.text if share.part else "1",
        "whole": share.whole.text,
        "stated": share.stated.text,
        "computed": f"{shown(percent, spoken)} %",
    }
    related = Related(span(share.start, share.end), f"this is {fields['computed']}")
    place = span(share.stated.start, share.stated.end)
    return Alarm(place, fields, (related,), variant="fraction" if fraction else "")
