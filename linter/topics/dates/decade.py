"""A decade or century with a year beside it that it does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import GAP
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.forms import compiled, forms, possible, roman
from linter.topics.dates.relative_date import in_year

_REACH = 40
_BRACKET = rf"{GAP}*[(–—]{GAP}*"
_SLACK = 1
"""A decade is seldom counted to the day: 1990 may still be of the eighties."""


class Era(NamedTuple):
    """A decade or century at ``prose[start:end]``, the years it holds, and the year beside it."""

    start: int
    end: int
    text: str
    first: int
    last: int
    beside: Anchor

    def holds(self) -> bool:
        return self.first - _SLACK <= self.beside.year <= self.last + _SLACK


def eras(article: Article) -> Iterator[Era]:
    """The decades and centuries that a year in brackets follows; none in quotations."""
    code = language(article)
    candidates = (*forms(code, "decade"), *forms(code, "century"))
    for anchor in anchors(article):
        prose = article.blocks[anchor.block].text.prose
        if anchor.quoted or not _is_alone(prose, anchor):
            continue
        near = prose[max(0, anchor.start - _REACH) : anchor.start].lower()
        for form in possible(candidates, near):
            pattern = compiled(rf"({form.pattern})(?:{_BRACKET}|{GAP}*,{GAP}*{in_year(code)})\Z")
            match = pattern.search(prose, max(0, anchor.start - _REACH), anchor.start)
            held = _years(match, anchor.year) if match else None
            if match and held:
                yield Era(match.start(1), match.end(1), match[1], *held, anchor)
                break


def _is_alone(prose: str, anchor: Anchor) -> bool:
    """Whether the bracket holds the year only, neither a range nor an edition."""
    return prose[anchor.end : anchor.end + 1] in (")", ",", ".", "—") and anchor.end - anchor.start == 4


def _years(match: re.Match[str], near: int) -> tuple[int, int] | None:
    """First and last year of what the form says; two digits are those of the century of ``near``."""
    groups = match.groupdict()
    if groups.get("roman"):
        return _century(roman(groups["roman"]))
    if groups.get("short"):
        decade = near - near % 100 + int(groups["short"])
        return (decade, decade + 9) if decade % 10 == 0 else None
    number = groups["number"]
    if len(number) == 4 and number.isdigit() and number.endswith("0"):
        return int(number), int(number) + 9
    return _century(int(number)) if number.isdigit() and int(number) <= 21 else None


def _century(number: int) -> tuple[int, int]:
    return (number - 1) * 100, number * 100


class Decade(Check):
    """Compares a decade or century with the year that stands in brackets behind it."""

    fields = frozenset({"era", "year"})
    needs = ("dates.decade",)
    triggers = ("dates.decade", "dates.century")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(eras(article))
        for era in found:
            if not era.holds():
                text = article.blocks[era.beside.block].text
                year = text.span(era.beside.start, era.beside.end)
                fields = {"era": era.text, "year": str(era.beside.year)}
                yield Alarm(text.span(era.start, era.end), fields, (Related(year, "the year"),))
        if found:
            yield Count("decades and centuries with a year beside them", len(found))
