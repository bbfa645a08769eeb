"""A word for a change that the numbers beside it do not have: "doubled from 10 to 15"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.analyses.language import language
from linter.analyses.quantities.model import Interval, Quantity
from linter.analyses.quantities.multiples import ABOVE, BELOW, Multiple, multiples
from linter.analyses.quantities.shown import shown
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related

_ROOM = 1.25
"""By so much the numbers may miss what a plain word says: "doubled" is said of 1.6 to 2.5 times."""
_NEARLY = 1.5
"""By so much they may fall short of "nearly doubled"."""
_LITTLE = 1.03
"""By so much they may be on the wrong side of "more than" and "nearly"."""
_LARGEST_RATIO = 20.0


class MultipleMismatch(Check):
    """Divides the two numbers, as far as rounding leaves them open, and compares with the word.

    Left alone: numbers that are too far from each other to be of one thing, and negations.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"word", "computed"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for each in multiples(article):
            if not 1 / _LARGEST_RATIO <= each.more.value / each.less.value <= _LARGEST_RATIO:
                continue
            yield Count("words for a change checked")
            if not _ratio(each).overlaps(_meant(each)):
                yield _alarm(article, each)


def _ratio(each: Multiple) -> Interval:
    """How many times as much one number is, for all that the two may be."""
    less, more = _possible(each.less), _possible(each.more)
    return Interval(max(more.low, 0.0) / less.high, more.high / less.low if less.low > 0 else float("inf"))


def _possible(quantity: Quantity) -> Interval:
    """What rounding leaves open where there is one digit; the room of the word is enough for more of them."""
    return quantity.interval if quantity.digits == 1 else Interval(quantity.value, quantity.value)


def _meant(each: Multiple) -> Interval:
    """What the word may stand for."""
    if each.hedge == ABOVE:
        return Interval(each.times / _LITTLE, float("inf"))
    if each.hedge == BELOW:
        return Interval(each.times / _NEARLY, each.times * _LITTLE)
    return Interval(each.times / _ROOM, each.times * _ROOM)


def _alarm(article: Article, each: Multiple) -> Alarm:
    spoken = language(article)
    span = each.block.text.span
    ratio = shown(each.more.value / each.less.value, spoken)
    fields = {"word": each.word, "computed": f"{each.more.text} / {each.less.text} = {ratio}"}
    first, second = sorted((each.less, each.more))
    related = (
        Related(span(first.start, first.end), "this"),
        Related(span(second.start, second.end), "and this"),
    )
    return Alarm(span(each.start, each.end), fields, related)
