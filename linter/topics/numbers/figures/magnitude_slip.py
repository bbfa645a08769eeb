"""The same figure in millions and in billions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from operator import itemgetter

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import HEADLINE, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.messages import whole
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.conversions.exchange_rates import currency
from linter.topics.numbers.present import FEWEST_DIGITS, LARGE
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, Quantity
from linter.topics.numbers.wording import words_of

_THOUSAND = 1000.0
_MOST_HEADS = 4
"""A headline with more figures is a table of them."""
_MORE = 10.0
"""A number that more than another is said to be is hardly so many times as large."""
_NEAR = 600
_REACH = 80
_WORD = lazy(r"[^\W\d_]{5,}")

_Place = tuple[Block, Quantity]


class Slip(NamedTuple):
    """Two quantities with the same digits and unit and with different scale words, or one with none."""

    first_block: Block
    first: Quantity
    second_block: Block
    second: Quantity

    @property
    def factor(self) -> float:
        """How many times larger the larger one is."""
        return max(self.first.value, self.second.value) / min(self.first.value, self.second.value)


@analysis
def slips(article: Article) -> tuple[Slip, ...]:
    """The figures of three digits or more that an article gives in millions and in billions.

    They stand near each other, or their clauses share a word of five letters or more: in a long
    article three digits may be alike by chance.
    """
    no_sign = frozenset(map(str.casefold, words_of(language(article)).beside_money))
    stated: dict[tuple[float, str, str], list[_Place]] = defaultdict(list)
    for block, items in quantities(article):
        for item in items:
            if item.scale >= LARGE and item.digits >= FEWEST_DIGITS and item.kind in (NUMBER, MONEY, MEASURE):
                stated[round(item.value / item.scale, 9), item.kind, item.unit].append((block, item))
    pairs = (next(_alike(same, no_sign), None) for same in stated.values())
    return tuple(Slip(*pair[0], *pair[1]) for pair in pairs if pair is not None)


def _alike(same: list[_Place], no_sign: frozenset[str]) -> Iterator[tuple[_Place, _Place]]:
    """The pairs with different scales that are of one thing."""
    for first, second in combinations(same, 2):
        if first[1].scale == second[1].scale:
            continue
        if _are_near(first, second) or _beside(*first, no_sign) & _beside(*second, no_sign):
            yield first, second


def _are_near(first: _Place, second: _Place) -> bool:
    return abs(first[0].text.span(*first[1][:2]).start - second[0].text.span(*second[1][:2]).start) < _NEAR


def _beside(block: Block, item: Quantity, no_sign: frozenset[str]) -> set[str]:
    """The beginnings of the longer words around a quantity."""
    prose = block.text.prose
    around = f"{prose[max(0, item.start - _REACH) : item.start]} {prose[item.end : item.end + _REACH]}"
    words = (word.casefold() for word in _WORD.findall(around))
    return {word[:6] for word in words if word not in no_sign}


@analysis
def headline_slips(article: Article) -> tuple[Slip, ...]:
    """The figures of the headline that the text gives in thousands, millions or billions instead.

    "$25 in aid" above "$25 billion in aid": a figure of one or two digits, too, if the text has words of
    the headline beside it, and nowhere that of the headline.
    """
    stated = [(block, item) for block, items in quantities(article) for item in items]
    heads = [place for place in stated if place[0].kind == HEADLINE and _has_scale(place[1])][:_MOST_HEADS]
    if not heads:
        return ()
    no_sign = frozenset(map(str.casefold, words_of(language(article)).beside_money))
    texts = [place for place in stated if place[0].kind != HEADLINE]
    found = []
    for head in heads:
        if any(_may_be(head[1], other) for _, other in texts):
            continue
        alike = (text for text in texts if _is_scaled(head[1], text[1]))
        beside = _beside(*head, no_sign)
        other = next((text for text in alike if beside & _beside(*text, no_sign)), None)
        if other is not None:
            found.append(Slip(*other, *head))
    return tuple(found)


def _has_scale(item: Quantity) -> bool:
    scaled = item.scale >= _THOUSAND and item.kind in (NUMBER, MONEY, MEASURE)
    return (scaled or item.kind == MONEY) and not item.is_range


def _may_be(head: Quantity, other: Quantity) -> bool:
    """Whether the text has the number of the headline, in whatever unit."""
    low, high = other.interval
    likely = min(high, abs(other.value) * _MORE)  # "over ten years" are no eight million
    return other.kind in (NUMBER, MONEY, MEASURE) and low <= head.value <= likely


def _is_scaled(head: Quantity, other: Quantity) -> bool:
    """Whether a number of the text is that of the headline but for its scale."""
    same = head.kind == other.kind and currency(head.unit) == currency(other.unit) and not other.is_range
    pairs = (sorted(pair, key=itemgetter(1)) for pair in product(_figures(head), _figures(other)))
    return same and any(one == two and large >= _THOUSAND * small for (one, small), (two, large) in pairs)


def _figures(item: Quantity) -> Iterator[tuple[float, float]]:
    """The figure and the scale of a number as they are told; thousands of millions are billions, too."""
    figure = round(item.value / item.scale, 9)
    yield figure, item.scale
    if item.scale >= _THOUSAND and figure >= _THOUSAND and not figure % _THOUSAND:
        yield figure / _THOUSAND, item.scale * _THOUSAND


class MagnitudeSlip(Check):
    """Reports a figure of three digits or more that has two scale words in one article.

    In the headline fewer digits are enough, if the text has its words and not its number.
    """

    fields = frozenset({"first", "second", "factor"})
    variants = frozenset({"exchanged"})
    needs = ("numerals.scales", "numbers.beside-money")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for slip in (*slips(article), *headline_slips(article)):
            first = slip.first_block.text.span(slip.first.start, slip.first.end)
            second = slip.second_block.text.span(slip.second.start, slip.second.end)
            fields = {
                "first": slip.first.text,
                "second": slip.second.text,
                "factor": whole(round(slip.factor)),
            }
            yield Alarm(second, fields, (Related(first, "the same figure"),))
        from linter.topics.numbers.figures.exchanged_digits import exchanged

        for found in exchanged(article):
            first = found.first_block.text.span(found.first.start, found.first.end)
            second = found.second_block.text.span(found.second.start, found.second.end)
            fields = {"first": found.first.text, "second": found.second.text, "factor": "1"}
            yield Alarm(second, fields, (Related(first, "the same figure"),), variant="exchanged")
