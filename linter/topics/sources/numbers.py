"""The numbers of an article that none of its sources supports."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import AT_LEAST, AT_MOST, Interval, Union
from linter.article.model import CODE, Article, Block
from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names.headlines.counting import counting_words, open_numbers
from linter.topics.names.normalise import fold
from linter.topics.numbers import Quantity, quantities
from linter.topics.numbers.reading.model import DATE, ORDINAL, PERCENT, YEAR
from linter.topics.sources.material import Place, only_foreign

_DIGITS = lazy(r"\d+(?:[.,:\u00a0\u202f ]\d+)*")
_GROUP = lazy(r"\d+")
_BLANK = lazy(r"\s")
_WORD = lazy(r"[^\W\d_]+")
NEIGHBOURS = 200
"""So many characters apart two numbers of a source may stand to be added up."""
LOOSE = 0.1
"""How far, as a share, "more than" and "up to" are thought to reach."""
EXACT = 0.01
"""How far a hedged number may be from a sum."""
SCALES = (1e3, 1e6, 1e9)
"""What a table in thousands, millions or billions leaves unsaid."""
_ANY_SCALE = tuple(10.0**power for power in (-9, -8, -6, -5, -4, -3, 3, 4, 5, 6, 8, 9))
"""What scale words of languages may stand for (万, lakh, million), and three digits behind a mark."""
SMALL = 10
"""Numbers in words up to this one may simply have been counted."""
_ALIKE = 2.0
"""By what factor two numbers may differ to be shown beside each other."""


class NumberWithoutSource(NamedTuple):
    """A number that no source supports, or that the sources give another value."""

    block: Block
    quantity: Quantity
    near: Place | None
    """What a source says of the same thing, else its nearest number of the kind."""


class _Stated(NamedTuple):
    """A quantity of a source."""

    block: Block
    quantity: Quantity
    noun: str
    place: Place


class SourceNumbers:
    """The values that one source supports."""

    def __init__(self, source: Article) -> None:
        self.stated = [
            _Stated(block, item, noun_after(block, item, language(source)), _place(source, block, item))
            for block, items in quantities(source)
            for item in items
        ]
        values: set[float] = set()
        self.loose: list[Interval] = []
        for stated in self.stated:
            item = stated.quantity
            values.update((item.value, item.value / item.scale))
            if item.is_range:
                values.update(item.interval)
            if item.hedge:
                self.loose.append(_stretched(item))
        spoken = language(source)
        words = counting_words(spoken)
        for block in source.blocks:
            folded = fold(block.text.prose)
            values.update(_raw_values(block.text.prose))
            values.update(words[word] for word in _WORD.findall(folded) if word in words)
            self.loose += [interval for phrase, interval in open_numbers(spoken) if phrase.search(folded)]
        self.values = sorted(values)
        self.sums = sorted(self._sums())
        self._loose = Union(self.loose)
        self._endings = {value % 100 for value in values if value > 999}
        self._by_noun: dict[str, list[_Stated]] = {}
        self._by_kind: dict[tuple[str, str], list[_Stated]] = {}
        for stated in sorted(self.stated, key=lambda each: each.quantity.value):
            self._by_noun.setdefault(stated.noun, []).append(stated)
            self._by_kind.setdefault((stated.quantity.kind, stated.quantity.unit), []).append(stated)

    def supports(self, item: Quantity, foreign: bool = False) -> bool:
        """Does the source have the value, rounded, scaled or as the sum of two numbers side by side?

        ``foreign``: it is in another language, whose scale words may be others.
        """
        asked = wanted(item)
        if _within(self.values, asked) or self._loose.meets(asked):
            return True
        if item.kind == ORDINAL and item.value < 100 and item.value in self._endings:
            return True
        scales = _ANY_SCALE if foreign else SCALES
        scaled = (Interval(asked.low / scale, asked.high / scale) for scale in scales)
        if (foreign or item.digits >= 3) and any(_within(self.values, each) for each in scaled):
            return True
        return self.adds_up(item)

    def adds_up(self, item: Quantity) -> bool:
        """Is it the sum or the difference of two numbers that the source states side by side?"""
        near = abs(item.value) * EXACT
        asked = Interval(item.value - near, item.value + near) if item.hedge else item.interval
        return abs(item.value) > SMALL and _within(self.sums, asked)

    def _sums(self) -> Iterator[float]:
        for i, first in enumerate(self.stated):
            for other in self.stated[i + 1 : i + 8]:
                if other.block is not first.block or other.quantity.start - first.quantity.end > NEIGHBOURS:
                    break
                if (other.quantity.kind, other.quantity.unit) == (first.quantity.kind, first.quantity.unit):
                    yield first.quantity.value + other.quantity.value
                    yield abs(first.quantity.value - other.quantity.value)
            if first.quantity.kind == PERCENT:
                yield 100 - first.quantity.value

    def nearest(self, item: Quantity, noun: str) -> Place | None:
        """What the source counts under the same noun, else its nearest number of the same kind and unit."""
        same = self._by_noun.get(noun) if noun else None
        alike = self._by_kind.get((item.kind, item.unit), [])
        found = min(_around(same or alike, item.value), key=lambda each: each[:2], default=None)
        if found is None or (not same and not _is_alike(item.value, found[2].quantity.value)):
            return None
        return found[2].place


def _around(stated: list[_Stated], value: float) -> Iterator[tuple[float, int, _Stated]]:
    """The two that are nearest to a value in a list in the order of values, with how far they are."""
    at = bisect_left(stated, value, key=lambda each: each.quantity.value)
    if at:
        below = stated[at - 1].quantity.value
        first = bisect_left(stated, below, key=lambda each: each.quantity.value)
        yield value - below, stated[first].place.span.start, stated[first]
    if at < len(stated):
        yield stated[at].quantity.value - value, stated[at].place.span.start, stated[at]


def _is_alike(value: float, other: float) -> bool:
    return 0 < value / (other or 1) < _ALIKE and value * _ALIKE > other


@analysis
def source_numbers(article: Article) -> tuple[SourceNumbers, ...]:
    """The numbers of each source of the article."""
    return tuple(SourceNumbers(source) for source in article.sources)


@analysis
def unsupported_numbers(article: Article) -> tuple[NumberWithoutSource, ...]:
    """The numbers of the article that no source supports; dates and small counts in words are left out."""
    sources = source_numbers(article)
    found: list[NumberWithoutSource] = []
    foreign = only_foreign(article)
    for block, items in quantities(article) if sources else ():
        for item in items if block.kind != CODE else ():
            if _is_claim(item) and not any(source.supports(item, foreign) for source in sources):
                noun = noun_after(block, item, language(article))
                near = next((place for source in sources if (place := source.nearest(item, noun))), None)
                found.append(NumberWithoutSource(block, item, near))
    return tuple(found)


def _is_claim(item: Quantity) -> bool:
    if item.kind in (YEAR, DATE):
        return False
    return not item.spelled or abs(item.value) > SMALL or item.scale > 1


def noun_after(block: Block, item: Quantity, code: str) -> str:
    """The word that a number counts, folded and cut to what its forms share; empty if there is none."""
    found = _next_word(code).match(block.text.prose, item.end)
    return fold(found["noun"])[:5] if found else ""


@cache
def _next_word(code: str) -> re.Pattern[str]:
    before = any_of(speech(code).sources.before_counted)
    return lazy(rf"(?:-|{GAP})+(?:(?:{before})(?:{GAP}+|(?<=['’])))*(?P<noun>[^\W\d_]{{3,}})")


def wanted(item: Quantity) -> Interval:
    """The values that would support a number: those that round to it, or lie within its hedge."""
    return _stretched(item) if item.hedge or item.is_range else item.interval


def _stretched(item: Quantity) -> Interval:
    """The interval of a hedged number with an end where "more than" and "up to" leave it open."""
    low, high = item.interval
    reach = abs(item.value) * LOOSE
    if item.hedge == AT_LEAST:
        return Interval(low, item.value + reach)
    if item.hedge == AT_MOST:
        return Interval(item.value - reach, high)
    return item.interval


def _within(values: list[float], wanted: Interval) -> bool:
    at = bisect_left(values, wanted.low - 1e-9)
    return at < len(values) and values[at] <= wanted.high + 1e-9


def _raw_values(prose: str) -> Iterator[float]:
    """Every run of digits by every way to read its marks: thousands, decimals, parts of a date or a score."""
    for match in _DIGITS.finditer(prose):
        groups = _GROUP.findall(match[0])
        thousands = all(len(group) == 3 for group in groups[1:])
        decimal = len(groups) == 2 and match[0][len(groups[0])] in ".," and not thousands
        if len(groups) == 1 or not (decimal or (thousands and not _BLANK.search(match[0]))):
            yield from map(float, groups)
        if thousands and 1 < len(groups) <= 5:
            yield float("".join(groups))
        if decimal:
            yield float(".".join(groups))


def _place(source: Article, block: Block, item: Quantity) -> Place:
    return Place(source.path, block.text.span(item.start, item.end), item.text)
