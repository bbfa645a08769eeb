"""Numbers beside a name and the words of a figure, against its value in the bible."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from linter.analyses.language import language
from linter.article.model import Article
from linter.messages import Number, message
from linter.topics.dates.publication import published
from linter.topics.facts.match import Known
from linter.topics.facts.mismatch import FIGURE, Company, Mismatch, sentence
from linter.topics.facts.model import Figure, forms
from linter.topics.numbers import Quantity, quantities_by_block
from linter.topics.numbers.reading.model import DATE, ORDINAL, YEAR

_NEAR = 30
"""So many characters may stand between a number and the words that say what it counts."""
_FACTOR = 20.0
"""A number further off counts something else."""


def figures(article: Article, known: tuple[Known, ...]) -> Iterator[Mismatch]:
    """Numbers outside the tolerance of a figure, in a sentence that names the entry and what is counted.

    A figure with a date is not held against articles of an earlier year.
    """
    spoken = language(article)
    basis = published(article)
    company = Company(known)
    for name in known:
        start, end = sentence(name)
        if not name.entry.figures or not company.is_alone(name, start, end):
            continue
        for figure in name.entry.figures:
            if figure.date is not None and (basis is None or basis.day.year < figure.date.year):
                continue
            key = (_number, name.number, id(figure), start, end)
            if key not in article.memo:  # a sentence may have a name again and again
                article.memo[key] = _number(article, name, figure, spoken, start, end)
            item: Quantity | None = article.memo[key]
            if item is not None and _is_off(item, figure):
                yield Mismatch(
                    FIGURE,
                    name.block.text.span(item.start, item.end),
                    item.text,
                    _in_words(figure, spoken),
                    name,
                )


def _number(
    article: Article, name: Known, figure: Figure, code: str, start: int, end: int
) -> Quantity | None:
    """The number nearest to the words of the figure."""
    listed = "|".join(map(re.escape, sorted(forms(figure.what, code), key=len, reverse=True)))
    if not listed:
        return None
    words = re.finditer(rf"(?<!\w)(?:{listed})", name.block.text.prose[start:end])
    items = [
        item
        for item in quantities_by_block(article).get(id(name.block), ())
        if start <= item.start < end and item.kind not in (YEAR, DATE, ORDINAL)
    ]
    near = (each for word in words for each in _beside(items, start + word.start(), start + word.end()))
    best = min(near, default=None)
    return best[1] if best and best[0] <= _NEAR else None


def _beside(items: list[Quantity], start: int, end: int) -> Iterator[tuple[int, Quantity]]:
    """The numbers near to words, each with the characters between."""
    first = bisect_left(items, start - _NEAR, key=attrgetter("end"))
    behind = bisect_right(items, end + _NEAR, key=attrgetter("start"))
    for item in items[first:behind]:
        yield min(abs(item.end - start), abs(item.start - end)), item


def _is_off(item: Quantity, figure: Figure) -> bool:
    low, high = figure.tolerance.around(figure.value)
    if item.interval.low <= high and low <= item.interval.high:
        return False
    return figure.value / _FACTOR < abs(item.value) < figure.value * _FACTOR


def _in_words(figure: Figure, code: str) -> str:
    what = next(iter(forms(figure.what, code)), "")
    text = f"{figure.value:,.10g}"
    number = Number(text, text)
    if not figure.date:
        return message("{number} ({what})", number=number, what=what)
    return message("{number} ({what}, {date})", number=number, what=what, date=str(figure.date))
