"""Money and its conversion at a rate that never was, or at another rate than elsewhere in the article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import add

from linter.analyses import kept
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval, apart
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import NOTHING, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import Message, message
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.dates.publication import published
from linter.topics.numbers.conversions.exchange_rates import (
    FIRST_YEAR,
    currency,
    first_year,
    latest_year,
    rate_band,
)
from linter.topics.numbers.conversions.restatements import Restatement, restatements
from linter.topics.numbers.reading.currencies import DOLLAR, POUND
from linter.topics.numbers.reading.formatting import shown
from linter.topics.numbers.reading.model import MONEY, Quantity
from linter.topics.numbers.wording import words_of

_SIGNS = {
    "AUD": r"(?<![A-Z])AU?\$",
    "CAD": r"(?<![A-Z])CA?\$",
    "NZD": r"NZ\$",
    "HKD": r"HK\$",
    "SGD": r"(?<![A-Z])S\$",
}
_UNKNOWN = "other"
_YEAR = lazy(r"(?<!\w)(?:1[5-9]|20)\d\d(?!\d)")


class MoneyConversionParams(NamedTuple):
    """Parameters of the check."""

    spread: float = 0.1
    """How far apart, as a share, two rates in one article may be beyond rounding."""


class _Words(NamedTuple):
    """Patterns of one language for names of money that several countries use."""

    sure: re.Pattern[str]
    """In an amount: it says whose money it is."""
    others: dict[str, dict[str, re.Pattern[str]]]
    """By unit: the codes of what it may be, and how an article would speak of that."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    money = words_of(code).money
    dollars = {
        other: lazy(f"{_SIGNS.get(other, NOTHING)}|{word_of(money.dollars.get(other, ()))}")
        for other in (*_SIGNS, _UNKNOWN)
    }
    pounds, francs, roubles = (
        {_UNKNOWN: lazy(word_of(names))} for names in (money.pounds, money.francs, money.roubles)
    )
    return _Words(
        lazy(rf"£|GBP|US|RUB|₽|(?i:{word_of(money.sure)})"),
        {"FRF": francs, DOLLAR: dollars, "GBP": pounds, POUND: pounds, "RUB": roubles},
    )


class _Rated(NamedTuple):
    """A conversion, its currencies in order of their codes, and the rate that it implies."""

    pair: Restatement
    many: Quantity
    """The amount in the second code, which is divided by the other."""
    one: Quantity
    codes: tuple[str, str]
    rate: Interval
    value: float
    """How many of the second code one of the first is worth."""


class MoneyConversion(Check):
    """Compares the rate that each conversion implies with those of its time, and with each other.

    The time is that between the earliest year that the paragraph or the one before it names and the
    article's date; without a date it is all years since 1990.
    Variants: ``clash`` where two conversions of one article imply different rates, ``stated`` where the
    sentence gives the rate itself.
    """

    Params = MoneyConversionParams
    fields = frozenset(
        {
            "first",
            "second",
            "rate",
            "codes",
            "low",
            "high",
            "years",
            "other_first",
            "other_second",
            "other_rate",
        }
    )
    variants = frozenset({"clash", "stated"})
    needs = ("units.currencies", "numbers.again")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        yield from _at_other_rates(article)
        pairs = [end for pair in restatements(article) for end in pair.ends]
        rated = [each for pair in pairs if (each := _rated(pair)) is not None]
        if not rated:
            return
        yield Count("conversions checked", len(rated))
        possible = []
        for each in rated:
            alarm = _never_paid(article, each)
            if alarm is not None:
                yield alarm
            else:
                possible.append(each)
        yield from _clashes(article, possible, self.params.spread)


def _at_other_rates(article: Article) -> Iterator[Alarm]:
    """The alarms for amounts that the rate of their own sentence does not make equal."""
    if not words_of(language(article)).money.rate:
        return
    from linter.topics.numbers.conversions.stated_rates import at_rates

    for each in at_rates(article):
        if each.fits():
            continue
        span = each.block.text.span
        fields = {"first": each.first.text, "second": each.second.text, "rate": each.rate.text}
        related = Related(span(each.rate.start, each.rate.end), "the rate")
        yield Alarm(span(each.second.start, each.second.end), fields, (related,), variant="stated")


def _rated(pair: Restatement) -> _Rated | None:
    first, second = pair.first, pair.second
    if first.kind != MONEY or not (first.value > 0 < second.value) or first.is_range or second.is_range:
        return None
    one, other = currency(first.unit), currency(second.unit)
    if one == other or "cent" in (one, other) or "penny" in (one, other):
        return None
    said, again = pair.compared
    if one > other:
        first, second, one, other, said, again = second, first, other, one, again, said
    rate = Interval(
        max(again.low, 0) / said.high,
        again.high / said.low if said.low > 0 else float("inf"),
    )
    return _Rated(pair, second, first, (one, other), rate, second.value / first.value)


def _never_paid(article: Article, each: _Rated) -> Alarm | None:
    """The alarm for a rate outside all that was paid in the time that the article may speak of."""
    earliest, latest = _years(article, each.pair.block)
    band = rate_band(*each.codes, earliest, latest)
    if band is None or band.overlaps(each.rate):
        return None
    for unit, code in _other_countries(article, each):
        codes = [code if name == currency(unit) else name for name in each.codes]
        other = rate_band(codes[0], codes[1], earliest, latest) if code else None
        if other is None or other.overlaps(each.rate):
            return None
    spoken = language(article)
    fields = {
        "low": shown(band.low, spoken),
        "high": shown(band.high, spoken),
        "years": str(latest)
        if earliest == latest
        else message(
            "{first} to {last}", first=str(max(earliest, first_year(*each.codes))), last=str(latest)
        ),
    }
    return _alarm(article, each, fields, (), "")


def _years(article: Article, block: Block) -> tuple[int, int]:
    """The first and the last year that the amounts of a block may be of."""
    latest = _published(article)
    if latest is None:
        return FIRST_YEAR, latest_year()
    return min([latest - 1, *_earlier_years(article, latest)[id(block)]]), latest


@kept
def _earlier_years(article: Article, latest: int) -> dict[int, list[int]]:
    """By the id of a block: the years before the latest that it and the block before name."""
    named = [
        [year for found in _YEAR.findall(block.text.prose) if (year := int(found)) < latest]
        for block in article.blocks
    ]
    ids = map(id, article.blocks)
    return dict(zip(ids, map(add, [[], *named], named), strict=True))


def _published(article: Article) -> int | None:
    """The year of the article's date, by whatever says it."""
    known = published(article)
    return known.day.year if known else None


def _other_countries(article: Article, each: _Rated) -> Iterator[tuple[str, str]]:
    """Units of the conversion that may be of other countries, with their codes; empty if not known."""
    words = _words(language(article))
    for money in (each.many, each.one):
        if not words.sure.search(money.text):
            yield from _meant_by(article, money.unit)


@kept
def _meant_by(article: Article, unit: str) -> list[tuple[str, str]]:
    """What a unit may be with the countries that the article speaks of."""
    others = _words(language(article)).others.get(unit, {}).items()
    return [
        (unit, "" if code == _UNKNOWN else code) for code, named in others if named.search(article.source)
    ]


def _clashes(article: Article, rated: list[_Rated], spread: float) -> Iterator[Alarm]:
    """Alarms for conversions between the same currencies at rates that no rounding reconciles."""
    for _, group in groupby(sorted(rated, key=lambda each: each.codes), key=lambda each: each.codes):
        members = list(group)
        if len(members) < 2 or any(_other_countries(article, members[0])):
            continue
        odd = _odd_one(members, spread)
        if odd is None:
            continue
        each, other = odd
        fields = {
            "other_first": other.many.text,
            "other_second": other.one.text,
            "other_rate": shown(other.value, language(article)),
        }
        label = message("{rate} {codes} here", rate=fields["other_rate"], codes=_per(other))
        related = Related(_span(other), label)
        yield _alarm(article, each, fields, (related,), "clash")


def _odd_one(members: list[_Rated], spread: float) -> tuple[_Rated, _Rated] | None:
    """The conversion that disagrees with most others, and the first of those it disagrees with."""
    against = apart([each.rate for each in members], spread)
    worst = max(range(len(members)), key=lambda i: (against[i], i))
    odd = members[worst]
    others = (other for other in members if not odd.rate.overlaps(other.rate, spread))
    return (odd, next(others)) if against[worst] else None


def _per(each: _Rated) -> Message:
    return message("{one} per {other}", one=each.codes[1], other=each.codes[0])


def _span(each: _Rated) -> Span:
    return each.pair.block.text.span(each.pair.second.start, each.pair.second.end)


def _alarm(
    article: Article, each: _Rated, more: dict[str, str], related: tuple[Related, ...], variant: str
) -> Alarm:
    fields = {
        "first": each.many.text,
        "second": each.one.text,
        "rate": shown(each.value, language(article)),
        "codes": _per(each),
    }
    first = each.pair.first
    own = Related(each.pair.block.text.span(first.start, first.end), "converted from this")
    return Alarm(_span(each), fields | more, (own, *related), variant=variant)
