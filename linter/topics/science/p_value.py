"""A p-value that is not that of its test."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import inf
from re import IGNORECASE, Pattern

from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.languages import everywhere
from linter.languages.phrases import word_of
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.formatting import shown as number
from linter.topics.science.distributions import R, T, Z, p_values
from linter.topics.science.formulas import shown
from linter.topics.science.results import NOT_SIGNIFICANT, Result, open_ended, results

DECISION, HALVED, CUT = "decision", "halved", "cut"
_LEAST_TOLD = 0.0001


class Verdict(NamedTuple):
    """What a result comes to when its p-value is computed again."""

    computed: Interval
    """All p-values of statistics that round to the one that is stated."""
    fits: bool
    half_fits: bool
    """It would be right if the test looked at one side only."""
    cut_fits: bool
    """It would be right if the last digits were cut off."""
    below: bool
    """The stated p-value is greater than all that are computed."""
    flips: bool
    """One is significant and the other is not."""


def judge(result: Result, alpha: float) -> Verdict:
    """The p-value of a result computed again; ``alpha`` is what "ns" is about."""
    computed = Interval(*p_values(result.statistic, *result.value, result.degrees))
    stated = Interval(alpha, 1.0) if result.p is None else open_ended(result.relation, result.p, 1.0)
    half = Interval(computed.low / 2, computed.high / 2)
    significances = {_significant(stated, alpha), _significant(computed, alpha)}
    return Verdict(
        computed,
        computed.overlaps(stated),
        result.statistic in (T, Z, R) and half.overlaps(stated),
        result.relation == "=" and computed.overlaps(Interval(stated.low, 2 * stated.high - stated.low)),
        computed.high < stated.low,
        significances == {True, False},
    )


def _significant(p: Interval, alpha: float) -> bool | None:
    """Nothing where it may be or not."""
    return True if p.high <= alpha else False if p.low >= alpha else None


class PValueParams(NamedTuple):
    alpha: float = 0.05
    """Up to which p-value a result counts as significant."""


class PValue(Check):
    """Computes the p-value of each t, F, χ², z, r and Q with its degrees of freedom, and compares.

    The statistic stands for all values that round to it. Where the text speaks of one-tailed tests, half
    of the p-value will do; where it speaks of a correction for many tests, any greater one. Variants:
    ``decision`` where the one is significant and the other is not, ``halved`` where the p-value is that of a
    one-tailed test and the text does not speak of one, ``cut`` where its last digits were cut off.
    """

    Params = PValueParams
    fields = frozenset({"result", "stated", "computed"})
    variants = frozenset({DECISION, HALVED, CUT})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = results(article)
        one_tailed = bool(found) and _holds(article, _one_tailed())
        corrected = bool(found) and _holds(article, _corrected())
        spoken = language(article)
        for result in found:
            yield Count("p-values computed again")
            if result.p is not None and not 0 <= result.p.value <= 1:
                continue  # impossible-p says so
            verdict = judge(result, self.params.alpha)
            excused = (verdict.half_fits and one_tailed) or (verdict.below and corrected)
            if not verdict.fits and not excused:
                yield _alarm(result, verdict, spoken)


def _holds(article: Article, words: Pattern[str]) -> bool:
    return any(words.search(block.plain) for block in shown(article))


@cache
def _one_tailed() -> Pattern[str]:
    """Of any language: the abstract may be in another one."""
    return lazy(word_of(everywhere("science.one-tailed")), IGNORECASE)


@cache
def _corrected() -> Pattern[str]:
    return lazy(word_of(everywhere("science.corrected")), IGNORECASE)


def _alarm(result: Result, verdict: Verdict, code: str) -> Alarm:
    text = result.block.text
    fields = {
        "result": result.told,
        "stated": text.prose[result.p_start : result.end],
        "computed": _told(result, verdict.computed, code),
    }
    variant = _variant(result, verdict)
    severity = Severity.INFO if variant in (HALVED, CUT) else None
    return Alarm(text.span(result.figure_start, result.end), fields, severity=severity, variant=variant)


def _variant(result: Result, verdict: Verdict) -> str:
    if verdict.cut_fits and not verdict.flips:
        return CUT
    if verdict.half_fits and result.relation != NOT_SIGNIFICANT:
        return HALVED
    return DECISION if verdict.flips else ""


def _told(result: Result, computed: Interval, code: str) -> str:
    """The p-values that are possible."""
    if computed.high < _LEAST_TOLD:
        return message("less than {p}", p=number(_LEAST_TOLD, code))
    if result.value.low == 0 or result.value.high == inf:
        return message("more than {p}", p=number(computed.low, code))
    low, high = (number(p, code) for p in computed)
    return low if low == high else message("{low} to {high}", low=low, high=high)
