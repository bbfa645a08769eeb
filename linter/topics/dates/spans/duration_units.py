"""One length of time in two units that differ: "40 weeks (almost 12 months)"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.analyses.numerals.hedges import hedge_before
from linter.analyses.numerals.intervals import ABOUT
from linter.article.model import CODE, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import GAP, without_longer
from linter.matching.regexes import lazy
from linter.messages import Number, message, messages
from linter.namedtuples import NamedTuple
from linter.topics.dates.reading.forms import Form, compiled, counted, forms, possible

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_COUNTED = dict(
    zip(_DAYS, messages("{number} days", "{number} weeks", "{number} months", "{number} years"), strict=True)
)
_LOOSE = 24
"""Characters of a hedge that may stand behind the bracket ("(almost 12 months)")."""
_SHARE = 0.12
"""A number in the larger unit is rounded, so that the two may differ by so much …"""
_UNITS = 0.6
"""… or by so much of the larger unit."""
_BRACKET = lazy(rf"{GAP}?\((?P<in>[^()\n]{{1,60}})\)")
_INSIDE = lazy(r"\([^()\n]{1,60}\)")
_PART = lazy(r"\d(?:[.,]|[ \u00a0]?(?:[-–—]|[^\W\d_]{1,3} )?[ \u00a0]?)$")
"""Before the decimals of a number, and before the upper end of a range ("two to 8 weeks")."""


class Length(NamedTuple):
    """A length of time at ``prose[start:end]``."""

    start: int
    end: int
    unit: str
    number: int

    @property
    def days(self) -> float:
        return self.number * _DAYS[self.unit]


class DurationUnits(Check):
    """Compares a length of time with the rounded one in another unit that stands in brackets behind it.

    Lengths that are both exact are conversions like those of any other unit.
    """

    fields = frozenset({"first", "second", "computed"})
    needs = ("dates.durations.week", "dates.durations.month", "numerals.before.about")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code = language(article)
        seen = 0
        for block in article.blocks:
            if block.kind == CODE or "(" not in block.text.prose:
                continue
            for first, second in _pairs(block.text.prose, code):
                seen += 1
                place = block.text.span(first.start, second.end)
                if not _agree(first, second) and not exempt(article, "quotes").hold(place.start):
                    yield _alarm(block, first, second)
        if seen:
            yield Count("lengths of time in two units", seen)


def _pairs(prose: str, code: str) -> Iterator[tuple[Length, Length]]:
    """Each length with the only one in the bracket behind it, in another unit."""
    low = prose.lower()
    inside_any = "\n".join(_INSIDE.findall(low))
    if not any(map(inside_any.__contains__, _pieces(code))):
        return
    candidates = {unit: possible(forms(code, f"durations.{unit}"), low) for unit in _DAYS}
    if sum(map(bool, candidates.values())) < 2:
        return
    found = list(_lengths(prose, code, candidates))
    by_place = sorted(found)
    for first in found:
        bracket = _BRACKET.match(prose, first.end)
        if bracket is None:
            continue
        begin, end = (bisect_right(by_place, at, key=attrgetter("start")) for at in bracket.span())
        inside = [each for each in by_place[begin:end] if each.end <= bracket.end()]
        if (
            len(inside) == 1
            and inside[0].unit != first.unit
            and inside[0].start - bracket.start("in") <= _LOOSE
        ):
            rest = prose[inside[0].end : bracket.end("in")]
            if any(map(str.isalnum, rest)) or hedge_before(prose, first.start, code):
                continue
            if hedge_before(prose, inside[0].start, code) == ABOUT:
                yield first, inside[0]


@cache
def _pieces(code: str) -> tuple[str, ...]:
    """Of which a text in small letters has one if it has a length of time."""
    return without_longer(form.literal for unit in _DAYS for form in forms(code, f"durations.{unit}"))


def _lengths(prose: str, code: str, candidates: dict[str, list[Form]]) -> Iterator[Length]:
    """The lengths of time of a text in figures or words, in the order of their units."""
    for unit, listed in candidates.items():
        ends = set()
        for form in listed:
            for match in compiled(form.pattern).finditer(prose):
                start, number = counted(match, code)
                if number and match.end() not in ends and not _PART.search(prose, max(0, start - 8), start):
                    ends.add(match.end())
                    yield Length(start, match.end(), unit, number)


def _agree(first: Length, second: Length) -> bool:
    """Whether two lengths are one, each as exact as its number."""
    off = abs(first.days - second.days)
    return off <= _SHARE * max(first.days, second.days) or off <= _UNITS * max(
        _DAYS[first.unit], _DAYS[second.unit]
    )


def _alarm(block: Block, first: Length, second: Length) -> Alarm:
    text = block.text
    spans = [text.span(each.start, each.end) for each in (first, second)]
    computed = first.days / _DAYS[second.unit]
    fields = {
        "first": text.prose[first.start : first.end],
        "second": text.prose[second.start : second.end],
        "computed": message(_COUNTED[second.unit], number=Number(f"{computed:.1f}", f"{computed:,.1f}")),
    }
    related = (Related(spans[1], "the same in another unit"),)
    return Alarm(text.span(first.start, second.end + 1), fields, related)
