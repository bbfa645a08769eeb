"""A sum of money in a headline that the text gives in another currency: "a £300m hit", "fell by $300m"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm
from linter.finding import Related
from linter.topics.names import haystack
from linter.topics.numbers import quantities
from linter.topics.numbers.reading.digits import usual_mark
from linter.topics.numbers.reading.model import MONEY
from linter.topics.numbers.reading.scan import scan

_SHARED = frozenset({"$", "kr", "peso"})
"""What currencies of several countries are called: nobody knows which is meant."""


def currencies_apart(article: Article) -> Iterator[Alarm]:
    """The sum of the headline where the text, which has its currency nowhere, has it in one other."""
    assert article.headline is not None
    text = haystack(article)
    told = scan(article.headline.prose, text.language, lambda: usual_mark(text.language))
    own = [each for each in told if each.kind == MONEY]
    if len(own) != 1:
        return
    places = {id(block) for block in text.blocks}
    found = (each for each in quantities(article) if id(each.block) in places)
    sums = [(each.block, number) for each in found for number in each.items if number.kind == MONEY]
    units = {each.unit for _, each in sums}
    same = [(block, each) for block, each in sums if each.value == own[0].value]
    if not same or own[0].unit in units or len({each.unit for _, each in same}) != 1:
        return
    block, other = same[0]
    if _dollars(own[0].unit) and _dollars(other.unit):
        return
    related = Related(block.text.span(other.start, other.end), "the text says")
    fields = {"number": own[0].text.strip(), "other": other.text.strip()}
    yield Alarm(article.headline.span(own[0].start, own[0].end), fields, (related,), variant="other")


def _dollars(unit: str) -> bool:
    return unit in _SHARED or unit.endswith("D")
