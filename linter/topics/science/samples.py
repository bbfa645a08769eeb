"""Means of small samples: "M = 5.19, SD = 1.12, n = 28"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import IGNORECASE, Pattern

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import Article
from linter.languages import everywhere
from linter.languages.phrases import any_of
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.digits import usual_mark
from linter.topics.science.figures import DIGITS, Figure, figure
from linter.topics.science.formulas import Shown, shown

_MEAN = lazy(
    rf"(?<![\w.^_+-])M(?:_?[a-z]{{1,12}})?\s?\$?=\s?\$?(?P<mean>{DIGITS})\$?(?![\d%]|\s?%)"
    rf"(?:[,;]\s?\$?SD\s?\$?=\s?\$?(?P<sd>{DIGITS})\$?)?"
)
_SIZE = lazy(r"(?<![\w.^_+-])[nN]\s?\$?=\s?\$?(?P<n>\d{1,4})(?![\d.,]\d|\w)")
_REACH = 60


class Sample(NamedTuple):
    """The mean of a sample. Offsets are in the prose that is shown."""

    block: Shown
    mean: Figure
    sd: Figure | None
    n: int
    start: int
    """Where the mean stands."""
    end: int
    sd_start: int
    sd_end: int
    n_start: int
    n_end: int


@analysis
def samples(article: Article) -> tuple[Sample, ...]:
    """The means of an article whose samples have one stated size, in the same bracket or clause."""
    comma = usual_mark(language(article)) == ","
    return tuple(each for block in shown(article) if "M" in block.plain for each in _in_block(block, comma))


def _in_block(block: Shown, comma: bool) -> Iterator[Sample]:
    plain = block.plain
    for found in _MEAN.finditer(plain):
        start, end = _clause(plain, *found.span())
        sizes = list(_SIZE.finditer(plain, start, end))
        if len(sizes) == 1 and len(_MEAN.findall(plain, start, end)) == 1:
            sd = figure(found["sd"], comma) if found["sd"] else None
            mean = figure(found["mean"], comma)
            places = (*found.span("mean"), *found.span("sd"), *sizes[0].span())
            yield Sample(block, mean, sd, int(sizes[0]["n"]), *places)


def _clause(plain: str, start: int, end: int) -> tuple[int, int]:
    """The bracket around a place, or what stands near it up to the ends of brackets and sentences."""
    before = max(plain.rfind(mark, max(0, start - _REACH), start) for mark in ("(", ")", ". "))
    after = [at for mark in (")", "(", ". ") if (at := plain.find(mark, end, end + _REACH)) >= 0]
    return max(before, start - _REACH, 0), min([*after, end + _REACH, len(plain)])


@analysis
def are_whole(article: Article) -> bool:
    """Whether the article says that answers are whole numbers, and nothing of values made of several."""
    texts = [block.plain for block in shown(article)]
    return any(map(_scale().search, texts)) and not any(map(_items().search, texts))


@cache
def _scale() -> Pattern[str]:
    return lazy(any_of(everywhere("science.scale")), IGNORECASE)


@cache
def _items() -> Pattern[str]:
    return lazy(rf"(?<!\w)(?:{any_of(everywhere('science.items'))})(?!\w)", IGNORECASE)
