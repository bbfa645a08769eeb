"""A p-value that is no probability: over one, below zero, or zero itself."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.science.figures import P, p_figure
from linter.topics.science.formulas import shown
from linter.topics.science.results import results

ZERO, NEGATIVE = "zero", "negative"
_STATED = lazy(rf"(?<![\w.^_+-])[pP](?:\s?-\s?[^\W\d]{{1,8}})?\s?(?P<than><=|>=|[=<>≤≥])\s?(?P<figure>{P})")
_ORDINARY = lazy(r"(?<![\w.^_+-])[pP]\s?[=<>≤≥]\s?0?[.,]\d")
_BEHIND_OTHERS = lazy(r"[,;(\[]\s?\$?$")
"""Before a p-value that is told of a result; elsewhere p may be any number that has this name."""
_PROVING = 3
"""So many ordinary p-values say that p is one in this article."""


@analysis
def _of_results(article: Article) -> frozenset[tuple[int, int]]:
    """Where the p-values of results stand: number of the block, place."""
    blocks = {id(block): number for number, block in enumerate(shown(article))}
    return frozenset((blocks[id(each.block)], each.p_start) for each in results(article))


class ImpossibleP(Check):
    """Reports p-values over 1, below 0 and at 0.

    Only where p is one: behind its statistic, or behind a comma or bracket in an article with other p-values.
    Variants: ``negative``, ``zero``.
    """

    fields = frozenset({"stated"})
    variants = frozenset({ZERO, NEGATIVE})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        blocks = shown(article)
        ordinary = sum(len(_ORDINARY.findall(block.plain)) for block in blocks)
        for number, block in enumerate(blocks):
            for found in _STATED.finditer(block.plain):
                sure = (number, found.start()) in _of_results(article)
                told = _BEHIND_OTHERS.search(block.plain, max(0, found.start() - 3), found.start())
                wrong = _wrong(found) if sure or (told and ordinary >= _PROVING) else None
                if wrong is not None:
                    place = block.text.span(found.start("figure"), found.end())
                    stated = block.text.prose[found.start() : found.end()]
                    severity = Severity.INFO if wrong == ZERO else None
                    yield Alarm(place, {"stated": stated}, variant=wrong, severity=severity)


def _wrong(found: re.Match[str]) -> str | None:
    """Why it cannot be: a variant, which is empty for a p-value over 1; nothing if it can be."""
    stated = p_figure(found.groupdict())
    above = found["than"][0] in ">≥"
    if stated.value < 0:
        return NEGATIVE
    if stated.value > 1 and found["than"][0] not in "<≤":
        return ""
    return ZERO if stated.value == 0 and not above else None
