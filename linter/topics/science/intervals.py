"""Estimates with their intervals: "d = 0.83, 95% CI [0.05, 1.60]"."""

from __future__ import annotations

from functools import lru_cache

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import Article
from linter.languages import everywhere, speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.digits import usual_mark
from linter.topics.science.figures import DIGITS, NUMBER, Figure, figure
from linter.topics.science.formulas import Shown, shown

_NO_ESTIMATES = frozenset(
    "n N p P t T F z Z r2 R2 df DF SD sd Sd SE se s SEM SDs Q H W U k a \u03b1 \u03c72 \u03c7² I2 I²"
    " BF BF10 d dz ds d_z g gav".split()
)
"""Names of figures of which the interval behind them is not, or may not be: behind the effect size of a
difference often stands that of the difference."""
_NAME = lazy(r"(?P<name>[^\s,;:()\[\]=<>$]{1,12})\s?[=:]\s?$")
_UNIT = r"(?:\s[^\s\d(),;:=]{1,8}\d?)?"
_ESTIMATE = lazy(rf"(?<![\d.,])(?P<estimate>-?{DIGITS})(?P<percent>\s?%)?{_UNIT}\s?\$?[,;:]?\s?[(\[]?\s?\$?$")
_REACH = 40
_MAY = lazy(r"\d\d(?:[.,]\d{1,2})?\s?%?[)\s-]{0,3}\S{1,24}[^.]{0,12}\d|%")


class Estimated(NamedTuple):
    """An interval, and the estimate before it if there is one. Offsets are in the prose that is shown."""

    block: Shown
    start: int
    """Where the first end stands."""
    end: int
    low: Figure
    high: Figure
    told: str
    dashed: bool
    """A dash stands between the ends."""
    estimate: Figure | None = None
    estimate_start: int = 0
    estimate_end: int = 0


@lru_cache(maxsize=16)
def _interval(code: str) -> re.Pattern[str]:
    names = rf"{word_of(everywhere('science.interval'))}s?"
    level = r"\d\d(?:[.,]\d{1,2})?\s?%?"
    to = any_of(speech(code).dates.to)
    ends = r"(?!\d)\s?%?"
    return lazy(
        rf"(?:{level}\s?-?\s?{names}|{names}\s?(?:[^\W\d]{{1,4}}\s)?\(?{level}(?<=%)\)?)\s?[=:,(]?\s?[(\[]?\s?\$?"
        rf"(?P<low>{NUMBER}){ends}\s?(?P<between>[,;-]|(?:{to})(?!\w))\s?(?P<high>{NUMBER})(?![\d]|[.,]\d)"
    )


@analysis
def estimates(article: Article) -> tuple[Estimated, ...]:
    """The intervals in an article that have a name, each with its estimate where it stands right before."""
    code = language(article)
    comma = usual_mark(code) == ","
    blocks = (block for block in shown(article) if _MAY.search(block.plain))
    return tuple(
        _estimated(block, found, comma) for block in blocks for found in _interval(code).finditer(block.plain)
    )


def _estimated(block: Shown, found: re.Match[str], comma: bool) -> Estimated:
    start, end = found.start("low"), found.end("high")
    told = block.text.prose[start:end]
    interval = Estimated(
        block,
        start,
        end,
        figure(found["low"], comma),
        figure(found["high"], comma),
        f"[{told}]" if found["between"] in ",;" else told,
        found["between"] == "-",
    )
    before = _ESTIMATE.search(block.plain, max(0, found.start() - _REACH), found.start())
    if before is None or not _is_estimate(block.plain, before):
        return interval
    return interval._replace(
        estimate=figure(before["estimate"], comma),
        estimate_start=before.start("estimate"),
        estimate_end=before.end("percent" if before["percent"] else "estimate"),
    )


def _is_estimate(plain: str, before: re.Match[str]) -> bool:
    name = _NAME.search(plain, max(0, before.start() - _REACH), before.start())
    if name is not None:
        return name["name"].strip("*_~^") not in _NO_ESTIMATES
    decimals = "." in before["estimate"] or "," in before["estimate"] or before["percent"]
    stands_alone = before.start() == 0 or plain[before.start() - 1] in " ("
    return bool(decimals and stands_alone and before[0].rstrip(" $")[-1] in "([")
