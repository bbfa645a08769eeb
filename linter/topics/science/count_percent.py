"""Percentages of small groups: "5/12 (37%)", "37% of the 12 patients"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import floor

from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.topics.numbers import Quantity, quantities
from linter.topics.numbers.reading.digits import usual_mark
from linter.topics.numbers.reading.formatting import shown as number
from linter.topics.numbers.reading.model import PERCENT
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.wording import words_of
from linter.topics.science.figures import DIGITS, Figure, figure, wholes
from linter.topics.science.formulas import Shown, shown

WHOLE = "whole"
_FRACTION = lazy(
    rf"(?<![\d/.,\w-])(?P<part>\d{{1,4}})\s?/\s?(?P<whole>\d{{1,4}})\s?[(\[,;]\s?(?P<percent>{DIGITS})\s?%(?=\s?[)\],;])"
)
_YEARS = 1000
"""Numbers as great on both sides of a stroke are years."""


def stated_interval(percent: Figure) -> Interval:
    """What a percentage may stand for: rounded, or cut off after its last digit."""
    return Interval(percent.rounded.low, percent.rounded.low + 1.5 * 10.0**-percent.decimals)


def is_possible(percent: Figure, whole: int) -> bool:
    """Whether some whole number is that percentage of another."""
    return bool(wholes(stated_interval(percent), whole / 100))


class CountPercent(Check):
    """Reports percentages that their fraction does not have, or no whole number of persons.

    Variant: ``whole`` where only the percentage and the whole are stated.
    """

    fields = frozenset({"stated", "computed", "fraction", "whole"})
    variants = frozenset({WHOLE})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        spoken = language(article)
        for block in shown(article):
            for found in _FRACTION.finditer(block.plain) if "/" in block.plain else ():
                yield Count("percentages of fractions computed")
                yield from _of_fraction(block, found, spoken)
        if words_of(spoken).limit.of_the:
            for each in quantities(article):
                for first, second in pairwise(each.items):
                    if first.kind == PERCENT and first.exact and second.is_count:
                        yield from _of_whole(each.block, first, second, spoken)


def _of_fraction(block: Shown, found: re.Match[str], code: str) -> Iterator[Alarm]:
    part, whole = int(found["part"]), int(found["whole"])
    if not 0 < part <= whole or part >= _YEARS <= whole or whole == 1:
        return
    percent = figure(found["percent"], usual_mark(code) == ",")
    share = 100 * part / whole
    if stated_interval(percent).overlaps(Interval(share, share)):
        return
    fields = {
        "stated": message("{percent} %", percent=found["percent"]),
        "computed": message("{percent} %", percent=number(share, code)),
        "fraction": f"{part}/{whole}",
        "whole": "",
    }
    yield Alarm(block.text.span(*found.span("percent")), fields)


@lru_cache(maxsize=16)
def _of_the(code: str) -> re.Pattern[str]:
    words = words_of(code)
    return lazy(rf"[ \u00a0]?{word_of((*words.limit.of_the, *words.share.of))}[ \u00a0]", re.IGNORECASE)


_NOUN = lazy(r"[ \u00a0]([^\W\d]+)")
_PERCENT = lazy(DIGITS)


def _of_whole(block: Block, first: Quantity, second: Quantity, code: str) -> Iterator[Alarm | Count]:
    prose, nouns = block.text.prose, person_nouns(code)
    noun = _NOUN.match(prose, second.end)
    between = _of_the(code).fullmatch(prose, first.end, second.start)
    persons = noun is not None and noun[1].lower() in nouns.any | nouns.asked
    digits = _PERCENT.search(first.text)
    if not between or not persons or digits is None or not 0 < first.value < 100:
        return
    percent, whole = figure(digits[0], usual_mark(code) == ","), int(second.value)
    yield Count("percentages of persons looked at")
    if whole < 2 or is_possible(percent, whole):
        return
    below = floor(first.value * whole / 100)
    fields = {
        "stated": first.text,
        "computed": message(
            "{below} or {above} %",
            below=number(100 * below / whole, code),
            above=number(100 * (below + 1) / whole, code),
        ),
        "fraction": "",
        "whole": str(whole),
    }
    yield Alarm(block.text.span(first.start, second.end), fields, variant=WHOLE)
