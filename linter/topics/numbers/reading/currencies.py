"""Currencies: symbols, ISO 4217 codes, and their names in the language of the article."""

from __future__ import annotations

from functools import lru_cache

from linter.languages import speech
from linter.matching import re
from linter.matching.regexes import lazy

DOLLAR = "$"
"""A dollar of which the text does not say whose it is."""
POUND = "pound"
"""English "pounds": money or weight."""

SYMBOLS = {
    "US$": "USD", "$US": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD",
    "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "$": DOLLAR, "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "₽": "RUB", "₺": "TRY", "₩": "KRW", "₪": "ILS", "₴": "UAH", "zł": "PLN", "Kč": "CZK",
}  # fmt: skip

CODES = frozenset(
    "USD EUR GBP JPY CHF CAD AUD NZD CNY RMB INR BRL RUB TRY KRW ILS UAH PLN CZK HUF SEK NOK DKK ISK MXN ARS "
    "CLP COP PEN ZAR NGN EGP MAD TND DZD XAF XOF HKD SGD THB IDR MYR PHP VND SAR AED QAR RON BGN RSD".split()
)

_SYMBOL = "|".join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True))
_CODE = "|".join(sorted(CODES))
BEFORE = lazy(rf"(?:(?<!\w)({_CODE})[ \u00a0\u202f]?|((?<!\w)[A-Z]{{1,2}}\$|{_SYMBOL})[ \u00a0\u202f]?)$")
"""A currency that ends right before a number."""
_LAST = frozenset(symbol[-1] for symbol in SYMBOLS)
"""What it ends with, but for the capitals of codes."""


def currency_before(prose: str, place: int, done: int) -> tuple[str, int]:
    """The currency right before a place, after ``done``, and where it begins; else nothing and the place."""
    last = prose[max(done, place - 3) : place].rstrip()[-1:]
    if not (last.isupper() or last in _LAST):
        return "", place
    found = BEFORE.search(prose, max(done, place - 5), place)
    if found is None:
        return "", place
    unit = found[1] or SYMBOLS.get(found[2])
    return (unit, found.start()) if unit else ("", place)


@lru_cache(maxsize=64)
def currencies_after(language: str) -> dict[str, str]:
    """What may name a currency after a number in a language: the text and the currency."""
    listed = speech(language).units.currencies
    named = {name: unit for unit, names in listed.items() for name in names}
    return SYMBOLS | {code: code for code in CODES} | named
