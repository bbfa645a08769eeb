"""What currencies were worth: the lowest and the highest rate of the years an article may speak of."""

from __future__ import annotations

from functools import lru_cache

from linter.analyses.numerals.intervals import Interval
from linter.packaged import read_data
from linter.topics.numbers.reading.currencies import DOLLAR, POUND

FIRST_YEAR = 1990
"""Rates of earlier years are not known."""
_FIRST_LISTED = 1999
_SLACK = 0.03
"""How far a rate in print may lie outside the extremes of the reference rates of its year."""

_NAMED_SO = {POUND: "GBP", "RMB": "CNY"}

_BEFORE: dict[str, tuple[float, float]] = {
    "USDAUD": (1.212, 1.698), "USDBRL": (0.8412, 3.797), "USDCAD": (1.128, 1.545), "USDCHF": (1.138, 1.548),
    "USDCNY": (4.734, 8.725), "USDDKK": (5.407, 7.011), "USDGBP": (0.5091, 0.6947), "USDHKD": (7.724, 7.813),
    "USDINR": (16.96, 49.02), "USDJPY": (83.69, 158.5), "USDKRW": (686.2, 1707), "USDMYR": (2.44, 4.409),
    "USDNOK": (5.712, 7.725), "USDNZD": (1.409, 1.996), "USDSEK": (5.274, 8.35), "USDSGD": (1.395, 1.887),
    "USDTHB": (24.53, 52.98), "USDZAR": (2.525, 6.32),
    "EURBRL": (1.6, 3.878), "EURCNY": (7.058, 11.1), "EURINR": (39.58, 67.29), "EURMYR": (3.24, 5.095),
    "EURTHB": (35.29, 52.53),
    "GBPAUD": (1.901, 2.857), "GBPBRL": (1.322, 5.913), "GBPCAD": (1.814, 2.618), "GBPCHF": (1.787, 2.698),
    "GBPCNY": (7.69, 15.96), "GBPDKK": (8.582, 11.58), "GBPHKD": (11.13, 15.31), "GBPINR": (27.8, 87.97),
    "GBPJPY": (134.5, 280.3), "GBPKRW": (1133, 2792), "GBPMYR": (3.778, 7.329), "GBPNOK": (9.771, 12.71),
    "GBPNZD": (2.21, 3.595), "GBPSEK": (9.257, 13.49), "GBPSGD": (2.132, 3.404), "GBPTHB": (36.72, 86.63),
    "GBPZAR": (4.216, 10.33),
}  # fmt: skip
"""The lowest and highest monthly average of the years before a pair is listed: from 1990 on, with the euro
from 1999, with the real from 1995. By the Federal Reserve's monthly series as published in
https://github.com/datasets/exchange-rates. For other pairs nothing is said of these years."""
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
        if latest < earliest:
            return None
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
