"""A share and its percentage that do not agree: "15 of the 60 members, or 30 %"."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.messages import message
from linter.topics.numbers.reading.formatting import shown
from linter.topics.numbers.reading.model import FRACTION, Quantity
from linter.topics.numbers.shares.share_words import are_two_simple, is_nearer_to_another
from linter.topics.numbers.shares.shares import Share, shares


class ShareMismatch(Check):
    """Computes the percentage of each share that is stated twice, and compares.

    Things counted one by one stand for themselves; ratios ("three in ten") and fractions in words
    ("a third") leave room. Variants: ``fraction``.
    """

    fields = frozenset({"part", "whole", "stated", "computed"})
    needs = ("numbers.share.of|numbers.share.told", "numbers.again")
    variants = frozenset({"fraction"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for share in shares(article):
            yield Count("shares checked")
            if not share.computed.overlaps(_cut_or_rounded(share.stated)) or _is_another(share):
                yield _alarm(article, share)


def _is_another(share: Share) -> bool:
    """Whether the numbers are another simple share than the words: 15 of 60 are no fifth."""
    if share.part is None:
        told, found = share.whole, share.stated
        value = told.value if told.value < 1 else 1 / told.value
        return not told.hedge and found.exact and are_two_simple(value, found.value / 100)
    low, high = share.computed
    told = share.stated
    if told.kind != FRACTION or told.hedge:
        return False
    named, counted = told.value / 100, low / 100
    if low < high:  # 150 of 600 are a quarter to the point, whatever the rounding
        point = share.part.value / share.whole.value
        return point > 0 and isclose(point, 1 / round(1 / point)) and are_two_simple(named, point)
    return are_two_simple(named, counted) or is_nearer_to_another(named, counted)


def _cut_or_rounded(stated: Quantity) -> Interval:
    """What a percentage may stand for: rounded, or cut off after its last digit."""
    low, high = stated.interval
    if stated.kind == FRACTION:
        return stated.interval
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
        "computed": message("{percent} %", percent=shown(percent, spoken)),
    }
    label = message("this is {computed}", computed=fields["computed"])
    related = Related(span(share.start, share.end), label)
    place = span(share.stated.start, share.stated.end)
    return Alarm(place, fields, (related,), variant="fraction" if fraction else "")
