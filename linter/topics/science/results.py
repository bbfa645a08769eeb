"""Results of tests as papers report them: "t(28) = 2.20, p = .036"."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.digits import usual_mark
from linter.topics.science.distributions import CHI2, DEGREES, F, Q, R, T, Z
from linter.topics.science.figures import NUMBER, Figure, P, figure, p_figure
from linter.topics.science.formulas import Shown, shown

NOT_SIGNIFICANT = "ns"

_START = r"(?<![\w.^_+-])"
_DF = r"\d{1,3}(?:,\d{3}){1,2}(?:\.\d{1,6})?|\d{1,8}(?:[.,]\d{1,6})?"


def _one(name: str) -> str:
    """The degrees of freedom of most statistics: "(28)", "(2, N = 90)"."""
    return rf"\s?[(\[]\s?(?:df\s?=\s?)?(?P<{name}>{_DF})\s?(?:[,;]\s?[Nn]\s?=\s?[\d, ]+)?[)\]]"


def _low(name: str) -> str:
    """The same as an index, of which only the digits are left."""
    return rf"[_~]?\s?(?P<{name}>\d{{1,4}}(?:\.\d+)?)~?"


def _two(first: str, second: str) -> str:
    with_comma = r"\d{1,8}(?:,\d{1,6})?(?=\s?;)"
    return rf"\s?(?P<{first}>\d{{1,8}}(?:\.\d{{1,6}})?|{with_comma})\s?[,;]\s?(?P<{second}>{_DF})\s?"


def _relation(name: str) -> str:
    return rf"\s?(?P<{name}><=|>=|[=<>≤≥])\s?"


_CHI = rf"(?:\u03c7|{_START}(?:[Cc]hi|[XxG](?=\s?\^?[2²])))\s?(?:\^?2\^?|²)?"
_HEADS = (  # H of Kruskal and Wallis and G2 of likelihoods are distributed as chi2
    rf"{_START}t(?:{_one('t1')}|{_low('t2')})",
    rf"{_START}(?:F\s?[(\[]{_two('F1', 'F2')}[)\]]|[Ff][_~(]*{_two('F3', 'F4')}~?)",
    rf"{_CHI}(?:{_one('c1')}|{_low('c2')})",
    rf"{_START}r{_one('r1')}",
    rf"{_START}(?P<z>[zZ])(?:_?[A-Z]{{2,4}})?",
    rf"{_START}H{_one('c3')}",
    rf"{_START}Q[-_~]?\s?[a-zA-Z]{{0,7}}~?{_one('q1')}",
)
_NAMED = {"t": T, "F": F, "c": CHI2, "r": R, "z": Z, "q": Q}
"""First letter of a group -> what it belongs to."""
_EFFECT = rf"[,;]\s?(?![tFzZrQp]\s?[=<>(]|\u03c7)[^,;()=<>≤≥]{{1,24}}\s?[=<>≈≤≥]\s?{NUMBER}(?:\s?%)?"
_RANGE = rf"[,;]\s?[^,;()=<>]{{0,24}}[=:]?\s?[(\[]\s?{NUMBER}\s?[,;]\s?{NUMBER}\s?[)\]]"
_P = (
    rf"(?P<p>(?:[pP]\s?(?:[=:]\s?)?)?(?P<ns>[nN]\.?\s?[sS]\b\.?)|[pP](?:\s?-\s?[^\W\d]{{1,8}})?{_relation('than')}"
    rf"(?P<figure>{P}))"
)
_IS = rf"{_relation('is')}(?P<value>{NUMBER})(?![\d%])"
_REST = rf"(?:\s?(?:{_RANGE}|{_EFFECT})){{0,3}}\s?\$?[,;:]?\s?[(\[]?\s?\$?{_P}"
_RESULT = lazy(rf"(?:{'|'.join(_HEADS)}){_IS}{_REST}")
_TAIL = rf"\s?[,;]\s?(?:df|DF|d\.\s?f\.)\s?=\s?(?P<d1>{_DF})(?:\s?[,;/]\s?(?P<d2>\d{{1,8}}(?:\.\d{{1,6}})?))?"
_TAILED = lazy(rf"(?:{_START}(?P<tail>[tFHQ])|(?P<square>{_CHI})){_IS}{_TAIL}{_REST}")
_TAIL_NAMED = {"t": T, "F": F, "H": CHI2, "Q": Q}
_MAY = lazy(r"(?:[\d)\]~}]|[zZ])\s?[=<>≤≥]|[=<>≤≥]\s?-?[\d.]")
_LEAST_LOW = 5
"""Smaller numbers at a letter may count something else: "t2" is the second time as often as a test."""


class Result(NamedTuple):
    """A test and what is said of its p-value. Offsets are in the prose of its block, as it is shown."""

    block: Shown
    statistic: str
    degrees: tuple[float, ...]
    value: Interval
    """What the statistic may be."""
    told: str
    """The statistic as it stands: "t(28) = 2.20"."""
    relation: str
    """``=``, ``<``, ``>``, ``≤``, ``≥``, or ``ns`` where the p-value is only said to be too great."""
    p: Figure | None
    start: int
    end: int
    p_start: int
    """Where what is said of the p-value begins."""
    figure_start: int
    """Where its figure begins, or "ns"."""


@analysis
def results(article: Article) -> tuple[Result, ...]:
    """The results of tests in an article whose p-values stand right behind them."""
    comma = usual_mark(language(article)) == ","
    return tuple(each for block in shown(article) for each in results_in(block, comma))


def results_in(block: Shown, comma: bool) -> Iterator[Result]:
    """Those of one block; ``comma`` says that "1,234" is less than two."""
    if _MAY.search(block.plain):
        for pattern in (_RESULT, _TAILED) if "=" in block.plain else (_RESULT,):
            for found in pattern.finditer(block.plain):
                yield from _result(block, found, comma)


def _result(block: Shown, found: re.Match[str], comma: bool) -> Iterator[Result]:
    groups = {name: text for name, text in found.groupdict().items() if text is not None}
    degrees = {
        name: figure(text, comma and name[0] != "F").value
        for name, text in groups.items()
        if name[1:].isdigit()
    }
    if "d1" in degrees:
        statistic = _TAIL_NAMED.get(groups.get("tail", ""), CHI2)
    else:
        statistic = _NAMED[next(iter(degrees), "z")[0]]
    low = "t2" in groups and degrees["t2"] < _LEAST_LOW
    if low or len(degrees) != DEGREES[statistic] or not all(degrees.values()):
        return
    value = open_ended(groups["is"], figure(groups["value"], comma), inf)
    relation, p = (NOT_SIGNIFICANT, None) if "ns" in groups else (groups["than"], p_figure(found.groupdict()))
    told = block.text.prose[found.start() : max(map(found.end, ("value", *degrees)))]
    first = found.start("ns" if p is None else "figure")
    yield Result(
        block,
        statistic,
        tuple(degrees.values()),
        value,
        told,
        relation,
        p,
        *found.span(),
        found.start("p"),
        first,
    )


def open_ended(relation: str, stated: Figure, most: float) -> Interval:
    """All that a figure behind ``<`` or ``>`` allows, up to the most that there is."""
    if relation[0] in "<≤":
        return Interval(0.0, stated.value)
    return Interval(stated.value, most) if relation[0] in ">≥" else stated.rounded
