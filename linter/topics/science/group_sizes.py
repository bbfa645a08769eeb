"""The sizes of groups against that of the whole sample: "N = 120 (n = 60 and n = 58)"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.messages import message
from linter.topics.science.formulas import Shown, shown

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
_SIZE = lazy(rf"(?<![\w.^_+-])(?P<letter>[Nn])\s?\$?=\s?\$?(?P<size>{_NUMBER})(?![\d.]\d|\w|\s?%)")
_SENTENCE = lazy(r"(?<=[\w)\]])[.!?]\s+(?=[^\W\d_a-z])|\n")
_NEAR = 0.05
"""So near to the whole, as a share of it, groups are all of it with a slip; else they may be some of it."""
_MOST = 5
"""Groups whose places are told."""


class GroupSizes(Check):
    """Adds the sizes of the groups in a sentence that states one N, and compares.

    Only where they come so near to it that they are meant to be all of it.
    """

    fields = frozenset({"groups", "sum", "total"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for block in shown(article):
            if "N" in block.plain and "n" in block.plain and "=" in block.plain:
                yield from _sentences(block)


def _sentences(block: Shown) -> Iterator[Alarm | Count]:
    start = 0
    ends = [found.start() for found in _SENTENCE.finditer(block.plain)]
    for end in [*ends, len(block.plain)]:
        yield from _sizes(block, start, end)
        start = end


def _sizes(block: Shown, start: int, end: int) -> Iterator[Alarm | Count]:
    found = list(_SIZE.finditer(block.plain, start, end))
    totals = [each for each in found if each["letter"] == "N"]
    groups = [each for each in found if each["letter"] == "n"]
    if len(totals) != 1 or len(groups) < 2:
        return
    total, *sizes = (int(each["size"].replace(",", "")) for each in [*totals, *groups])
    yield Count("groups added up")
    if sum(sizes) == total or abs(sum(sizes) - total) > _NEAR * total or max(sizes) >= total:
        return
    text = block.text
    fields = {"groups": " + ".join(map(str, sizes)), "sum": str(sum(sizes)), "total": str(total)}
    label = message("one of the groups")
    related = tuple(Related(text.span(*each.span()), label) for each in groups[:_MOST])
    yield Alarm(text.span(*totals[0].span()), fields, related)
