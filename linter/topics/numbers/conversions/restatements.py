"""Quantities stated twice in one breath, in two units or currencies: "10 miles (16 km)"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article, Block
from linter.languages import speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, Quantity
from linter.topics.numbers.reading.units import IMPERIAL, POUNDS, UNITS
from linter.topics.numbers.wording import BLANK, NOUN, small_word, words_of

_SIGNS = r"(?:c\.|[~≈=]) ?"
"""Before a number, as good as a small word."""
_SMALL_CHANGE = 1000.0
"""Two prices below, in round figures: "50 dollars or 30 euros" is paid in one or the other."""
_ROUND = frozenset({1.0, 10.0, 100.0, 1000.0})
"""Measures that amounts are given for."""
_NOUN = lazy(r"(?:[ \u00a0][^\W\d]+){1,2}[.,;)]")
"""Behind a measure: what it is of ("about 30 metres high")."""
_EQUALS = lazy(r" ?[/=≈] ?")
_TIMES = lazy(r"[ \u00a0]?[x×*][ \u00a0]?")
_CLOSES = lazy(r"[)\]）]")
_ENDS = lazy(r"[,.;:)\]–—，。、；）]|$| [(–—]")


class _Words(NamedTuple):
    """Patterns of one language between and around a quantity and the one that says it again."""

    bracket: re.Pattern[str]
    again: re.Pattern[str]
    about: re.Pattern[str]
    """Between a measure and about how much it is in units of another system: "100 feet high, about 30"."""
    one_of_two: re.Pattern[str]
    """All of the text between two things of which one is taken."""
    composed: re.Pattern[str]
    """Between the parts of one measure: "7 pounds, 4 ounces"."""
    rate: re.Pattern[str]
    """Ends right before a measure: what follows is how much of something else is in it."""
    rate_for: re.Pattern[str]
    """The same of a round measure: "5 litres on 100 km", not "up to 6,300 m"."""
    goes_on: re.Pattern[str]
    """Between the second quantity and a third that says it again."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    words = words_of(code)
    again, joining, choosing = any_of(words.again), any_of(words.and_), any_of(words.or_)
    plainly = any_of(set(words.again).difference(words.or_))  # "5 km uphill, or 10 miles along the coast"
    about = any_of(speech(code).numerals.before.about)
    hedge = rf"(?:(?:{again}),? |{_SIGNS}|(?:{about})(?![^\W\d]) ?|{small_word(code)} ?)*"
    patterns = {
        "bracket": rf"(?:[ \u00a0-][^\W\d]+(?:[-'’][^\W\d]+)*){{0,3}}{BLANK}?[(\[（]{hedge}",
        "again": rf",? (?:{again}),? {hedge}|(?:{NOUN}){{1,2}}, (?:{plainly}),? {hedge}",
        "about": rf"(?:[ \u00a0][^\W\d]+)?, (?:{about})(?!\w) ?",
        "one_of_two": rf",? (?:{choosing}) ",
        "composed": rf",?[ \u00a0-]?(?:(?:{joining}) )?",
        "rate": rf"{word_of(words.each)} (?:{word_of(words.listing.single)} )?$",
        "rate_for": rf"{word_of(words.for_each)} (?:{word_of(words.listing.single)} )?$",
        "goes_on": rf" ?[,;/] ?(?:(?:{choosing}|{joining}) )?",
    }
    return _Words(**{name: lazy(pattern, re.IGNORECASE) for name, pattern in patterns.items()})


class Restatement(NamedTuple):
    """A quantity and the second one that says it again in another unit."""

    block: Block
    first: Quantity
    second: Quantity

    @property
    def compared(self) -> tuple[Interval, Interval]:
        """What the two may be: "over 9,000 ft (over 2,500 m)" says two things that are both true."""
        if self.first.hedge and self.first.hedge == self.second.hedge:
            return self.first.interval, self.second.interval
        return self.first.converted, self.second.converted

    @property
    def ends(self) -> tuple[Restatement, ...]:
        """The restatements of the first and of the last number, if both are ranges; else this one."""
        pairs = zip(self.first.ends, self.second.ends, strict=False)
        return tuple(Restatement(self.block, *pair) for pair in pairs) or (self,)

    @property
    def between(self) -> str:
        """The text between the two."""
        return self.block.text.prose[self.first.end : self.second.start]


@analysis
def restatements(article: Article) -> tuple[Restatement, ...]:
    """All places where an amount of money or a measure is said again in another currency or unit.

    Forms: "A (B)", "A (B, C)" with B and C as a pair too, "A, or B,", "A / B"; also of ranges
    and dimensions, "A × B (C × D)".
    """
    code = language(article)
    return tuple(
        Restatement(block, first, second)
        for block, items in quantities(article)
        for first, second in (
            *_pairs(block.text.prose, items, code),
            *_dimensions(block.text.prose, items, _words(code)),
        )
    )


def _pairs(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[tuple[Quantity, Quantity]]:
    restated: Quantity | None = None
    for earlier, before, after in zip((None, *items), items, items[1:], strict=False):
        before, after = _weighed(before, after, code), _weighed(after, before, code)
        if not _comparable(before, after) or _is_other(prose, earlier, before, _words(code)):
            restated = None
            continue
        words = _words(code)
        gap = prose[before.end : after.start]
        if restated is not None and words.goes_on.fullmatch(gap):
            yield restated, after
            yield before, after
        elif (
            _restates(prose, gap, after, words) or _is_about(prose, before, after, words)
        ) and not _are_prices(gap, before, after, words):
            restated = before
            yield before, after
        else:
            restated = None


def _dimensions(
    prose: str, items: tuple[Quantity, ...], words: _Words
) -> Iterator[tuple[Quantity, Quantity]]:
    """ "10 × 15 cm (4 × 6 in)": each length with the one that says it again; the last ones have the unit."""
    last: list[Quantity] = []
    for product in _products(prose, items):
        unit, place = product[-1], product[0].start
        gap = prose[last[-1].end : place] if last else ""
        if len(last) == len(product) and _comparable(last[-1], unit) and _restates(prose, gap, unit, words):
            yield from zip(_with_unit(last), _with_unit(product), strict=True)
        last = product


def _products(prose: str, items: tuple[Quantity, ...]) -> Iterator[list[Quantity]]:
    """The numbers between which a sign of multiplication stands."""
    product: list[Quantity] = []
    for item in items:
        if product and not _TIMES.fullmatch(prose, product[-1].end, item.start):
            if len(product) > 1:
                yield product
            product = []
        product.append(item)
    if len(product) > 1:
        yield product


def _with_unit(product: list[Quantity]) -> Iterator[Quantity]:
    *others, last = product
    for item in others:
        yield item._replace(kind=last.kind, unit=last.unit) if item.kind == NUMBER else item
    yield last


def _is_other(prose: str, earlier: Quantity | None, before: Quantity, words: _Words) -> bool:
    """Whether a quantity is the last part of a composed one, or what another one is counted by."""
    if before.kind == MEASURE and words.rate.search(prose, max(0, before.start - 10), before.start):
        return True
    is_round = before.kind == MEASURE and before.value in _ROUND
    if is_round and words.rate_for.search(prose, max(0, before.start - 10), before.start):
        return True
    return (
        earlier is not None
        and earlier.kind == before.kind == MEASURE
        and words.composed.fullmatch(prose, earlier.end, before.start) is not None
    )


def _weighed(one: Quantity, other: Quantity, code: str) -> Quantity:
    """Pounds beside kilograms are no money; a language that has its own may mean half a kilogram."""
    mass = other.kind == MEASURE and UNITS[other.unit].dimension == "mass"
    if mass and one.kind == MONEY and one.unit in POUNDS and one.text[-1].isalpha():
        own = "metric pound" in speech(code).units.names
        return one._replace(kind=MEASURE, unit="metric pound" if own else "pound")
    return one


def _comparable(first: Quantity, second: Quantity) -> bool:
    return first.kind == second.kind and first.kind in (MEASURE, MONEY) and first.unit != second.unit


def _are_prices(gap: str, first: Quantity, second: Quantity, words: _Words) -> bool:
    """Whether two amounts of money are what the same thing costs here and there."""
    amounts = (first, second)
    small = all(item.exact and item.digits < 3 and item.value < _SMALL_CHANGE for item in amounts)
    return first.kind == MONEY and small and words.one_of_two.fullmatch(gap) is not None


def _is_about(prose: str, first: Quantity, second: Quantity, words: _Words) -> bool:
    """ "100 feet high, about 30 metres": only a measure in another system says so much again."""
    systems = {first.unit in IMPERIAL, second.unit in IMPERIAL}
    said = words.about.fullmatch(prose, first.end, second.start) and _ENDS.match(prose, second.end)
    return first.kind == second.kind == MEASURE and len(systems) > 1 and said is not None


def _restates(prose: str, gap: str, second: Quantity, words: _Words) -> bool:
    """Whether the text between two quantities, and after the second, says that they are the same."""
    if len(gap) > 90:
        return False
    if words.bracket.fullmatch(gap):
        return bool(_CLOSES.match(prose, second.end) or words.goes_on.match(prose, second.end))
    if words.again.fullmatch(gap):
        said_of = second.kind == MEASURE and "," in gap and _NOUN.match(prose, second.end)
        return bool(said_of or _ENDS.match(prose, second.end))  # no comma: "20 minutes or 2 hours long"
    return bool(_EQUALS.fullmatch(gap))
