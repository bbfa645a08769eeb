"""What currencies were worth: the lowest and the highest rate of the years an article may speak of."""

from __future__ import annotations

from functools import lru_cache

from linter.analyses.quantities.currencies import DOLLAR, POUND
from linter.analyses.quantities.model import Interval
from linter.packaged import read_data

FIRST_YEAR = 1990
"""Rates of earlier years are not known."""
_FIRST_LISTED = 1999
_SLACK = 0.03
"""How far a rate in print may lie outside the extremes of the reference rates of its year."""

_NAMED_SO = {POUND: "GBP", "RMB": "CNY"}

_BEFORE: dict[str, tuple[float, float]] = {
    "USDGBP": (0.5091, 0.6947),
    "USDJPY": (83.69, 158.5),
    "USDCHF": (1.138, 1.548),
    "USDCAD": (1.128, 1.545),
    "USDAUD": (1.212, 1.698),
    "USDCNY": (4.734, 8.725),
    "USDINR": (16.96, 42.84),
    "USDSEK": (5.275, 8.350),
    "USDNOK": (5.712, 7.725),
    "USDDKK": (5.407, 7.011),
    "USDHKD": (7.725, 7.813),
}
"""The lowest and highest monthly average of 1990 to 1998, by the Federal Reserve's monthly series as
published in https://github.com/datasets/exchange-rates. For other pairs nothing is said."""
_WITHIN_A_MONTH = 0.06
"""How far the rate of a day may lie from the average of its month; our own allowance, on the safe side."""

_FOR_ONE_EURO = {
    "FRF": 6.55957,
    "DEM": 1.95583,
    "ITL": 1936.27,
    "ESP": 166.386,
    "NLG": 2.20371,
    "XOF": 655.957,
}
"""Fixed for good: Council Regulation (EC) 2866/98, Article 1; the CFA franc by its tie to the French
franc, a hundred to one."""


def currency(unit: str) -> str:
    """The currency that a unit of money stands for; a dollar of unknown country is American."""
    return "USD" if unit == DOLLAR else _NAMED_SO.get(unit, unit)


def latest_year() -> int:
    """The last year whose rates are listed."""
    return max(_rates()["EURUSD"])


def first_year(first: str, second: str) -> int:
    """The first year with a rate of two currencies: the euro has none before 1999."""
    return _FIRST_LISTED if "EUR" in (first, second) else FIRST_YEAR


def rate_band(first: str, second: str, earliest: int, latest: int) -> Interval | None:
    """How many of the second currency one of the first was worth in these years, both included.

    Nothing if that is not known for all of them; a pair with the euro begins with it. Rates since
    1999 are those of the European Central Bank; years after the last listed one are taken to be like it.
    """
    if (fixed := _fixed(first, second)) is not None:
        return fixed
    if "EUR" in (first, second):
        earliest = max(earliest, first_year(first, second))
    if (band := _band(first + second, earliest, latest)) is not None:
        return band
    if (band := _band(second + first, earliest, latest)) is not None:
        return Interval(1 / band.high, 1 / band.low)
    return None


def _fixed(first: str, second: str) -> Interval | None:
    """The band around a rate that never changes."""
    if first == "EUR" and second in _FOR_ONE_EURO:
        rate = _FOR_ONE_EURO[second]
    elif second == "EUR" and first in _FOR_ONE_EURO:
        rate = 1 / _FOR_ONE_EURO[first]
    else:
        return None
    return Interval(rate * (1 - _SLACK), rate * (1 + _SLACK))


def _band(pair: str, earliest: int, latest: int) -> Interval | None:
    listed = _rates().get(pair)
    if not listed:
        return None
    years = sorted(listed)
    if pair not in _BEFORE and latest == years[-1]:
        earliest = max(earliest, years[0])
    span = range(max(earliest, years[0]), max(latest, earliest) + 1)
    chosen = [listed[min(year, years[-1])] for year in span]
    if earliest < years[0]:
        if pair not in _BEFORE or earliest < FIRST_YEAR:
            return None
        low, high = _BEFORE[pair]
        chosen.append((low * (1 - _WITHIN_A_MONTH), high * (1 + _WITHIN_A_MONTH)))
    lows, highs = zip(*chosen, strict=True)
    return Interval(min(lows) * (1 - _SLACK), max(highs) * (1 + _SLACK))


@lru_cache(maxsize=1)
def _rates() -> dict[str, dict[int, tuple[float, float]]]:
    """Pair -> year -> lowest and highest rate, from the file that ``scripts/build_exchange.py`` makes."""
    listed: dict[str, dict[int, tuple[float, float]]] = {}
    for line in read_data("exchange.txt").splitlines():
        pair, *cells = line.split()
        triples = zip(cells[::3], cells[1::3], cells[2::3], strict=True)
        listed[pair] = {int(year): (float(low), float(high)) for year, low, high in triples}
    return listed
