"""Money and its conversion at a rate that never was, or at another rate than elsewhere in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from linter.analyses.dates.publication import published
from linter.analyses.language import language
from linter.analyses.quantities.currencies import DOLLAR, POUND
from linter.analyses.quantities.exchange import FIRST_YEAR, currency, first_year, latest_year, rate_band
from linter.analyses.quantities.model import MONEY, Interval, Quantity
from linter.analyses.quantities.restated import Restatement, restatements
from linter.analyses.quantities.shown import shown
from linter.article.model import Article, Block
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related
from linter.records import NamedTuple
from linter.regexes import lazy
from linter.text import Span

_DOLLARS = {
    "AUD": lazy(r"Austral|(?<![A-Z])AU?\$"),
    "CAD": lazy(r"[CK]anad|(?<![A-Z])CA?\$"),
    "NZD": lazy(r"New Zealand|Nouvelle-Zélande|Neuseeland|Nueva Zelanda|Nova Zelândia|NZ\$"),
    "HKD": lazy(r"Hong ?Kong|HK\$"),
    "SGD": lazy(r"Singap|(?<![A-Z])S\$"),
    "": lazy(r"Taiwan|Jamai|Barbad|Bermud|Zimbab|Namib|Fiji|Trinidad|Bahama|Guyan"),
}
_POUNDS = {"": lazy(r"[EÉÄe]g[yi]p|Lib[aá]n|Leban|Turk|Turq|Turch|Türk|Syri|Siri|S[uo]u?dan|Cyprus|Chypr")}
_ROUBLES = {"": lazy(r"B[ie]+l[ao]r+us", re.IGNORECASE)}
_SURE = lazy(r"£|GBP|terling|US|ameri|RUB|₽")
_YEAR = lazy(r"(?<!\w)(?:1[5-9]|20)\d\d(?!\d)")


class MoneyParams(NamedTuple):
    """Parameters of the check."""

    spread: float = 0.1
    """How far apart, as a share, two rates in one article may be beyond rounding."""


_FRANCS = {
    "": lazy(r"Suisse|suisse|Belg|belge|CFA|Pacifique|Congo|Guin|Rwanda|Burundi|Djibouti|ancien|Luxemb"),
}
_OTHERS = {"FRF": _FRANCS, DOLLAR: _DOLLARS, "GBP": _POUNDS, POUND: _POUNDS, "RUB": _ROUBLES}
"""Names of money that other countries use too: what it may be, and how the article would speak of them."""


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
    Variants: ``clash`` where two conversions of one article imply different rates.
    """

    Params: ClassVar[type[MoneyParams]] = MoneyParams
    fields: ClassVar[frozenset[str]] = frozenset(
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
    variants: ClassVar[frozenset[str]] = frozenset({"clash"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        rated = [each for pair in restatements(article) if (each := _rated(pair)) is not None]
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
        else f"{max(earliest, first_year(*each.codes))} to {latest}",
    }
    return _alarm(article, each, fields, (), "")


def _years(article: Article, block: Block) -> tuple[int, int]:
    """The first and the last year that the amounts of a block may be of."""
    latest = _published(article)
    if latest is None:
        return FIRST_YEAR, latest_year()
    place = article.blocks.index(block)
    near = "\n".join(each.text.prose for each in article.blocks[max(0, place - 1) : place + 1])
    named = [year for found in _YEAR.findall(near) if (year := int(found)) < latest]
    return min([*named, latest - 1]), latest


def _published(article: Article) -> int | None:
    """The year of the article's date, by whatever says it."""
    known = published(article)
    return known.day.year if known else None


def _other_countries(article: Article, each: _Rated) -> Iterator[tuple[str, str]]:
    """Units of the conversion that may be those of other countries, with these currencies;"
    " empty if not known."""
    for money in (each.many, each.one):
        if not _SURE.search(money.text):
            for code, named in _OTHERS.get(money.unit, {}).items():
                if named.search(article.source):
                    yield money.unit, code


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
        related = Related(_span(other), f"{fields['other_rate']} {_per(other)} here")
        yield _alarm(article, each, fields, (related,), "clash")


def _odd_one(members: list[_Rated], spread: float) -> tuple[_Rated, _Rated] | None:
    """The conversion that disagrees with most others, and the first of those it disagrees with."""
    against = [[other for other in members if not each.rate.overlaps(other.rate, spread)] for each in members]
    worst = max(range(len(members)), key=lambda i: (len(against[i]), i))
    return (members[worst], against[worst][0]) if against[worst] else None


def _per(each: _Rated) -> str:
    return f"{each.codes[1]} per {each.codes[0]}"


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
