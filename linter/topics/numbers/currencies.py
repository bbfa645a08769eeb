"""Currencies: symbols, ISO 4217 codes, and their names in seven languages."""

from __future__ import annotations

import re
from functools import lru_cache

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

_NAMES: dict[str, str] = {
    "en": "EUR:euro,euros;$:dollar,dollars;USD:US dollar,US dollars,American dollars;AUD:Australian dollars;"
    "CAD:Canadian dollars;HKD:Hong Kong dollars;pound:pound,pounds;GBP:pounds sterling,sterling;JPY:yen;"
    "CNY:yuan,renminbi;CHF:Swiss franc,Swiss francs;rupee:rupee,rupees;INR:Indian rupees;"
    "RUB:rouble,roubles,ruble,rubles;"
    "BRL:reais,real;PLN:zloty,zlotys;SEK:Swedish kronor,Swedish kronas;NOK:Norwegian kroner;"
    "DKK:Danish kroner;ZAR:rand;KRW:won;ILS:shekels;UAH:hryvnia;cent:cent,cents,cts;penny:pence,penny",
    "fr": "EUR:euro,euros;$:dollar,dollars;USD:dollars américains,dollars US;CAD:dollars canadiens;"
    "AUD:dollars australiens;GBP:livre,livres,livres sterling,livres Sterling;JPY:yen,yens;CNY:yuan,yuans;"
    "CHF:franc suisse,francs suisses;XOF:francs CFA;FRF:franc,francs;RUB:rouble,roubles;rupee:roupies;"
    "BRL:reais;PLN:zlotys;cent:centime,centimes,cents",
    "de": "EUR:Euro,Euros;$:Dollar;USD:US-Dollar;CAD:kanadische Dollar;AUD:australische Dollar;"
    "GBP:Pfund,britische Pfund,Pfund Sterling;JPY:Yen;CNY:Yuan;CHF:Franken,Schweizer Franken;RUB:Rubel;"
    "DEM:Mark,D-Mark,DM;SEK:schwedische Kronen;rupee:Rupien;PLN:Zloty;cent:Cent",
    "es": "EUR:euro,euros;$:dólar,dólares;USD:dólares estadounidenses;CAD:dólares canadienses;"
    "GBP:libras,libras esterlinas;JPY:yenes;CNY:yuanes;CHF:francos suizos;RUB:rublos;MXN:pesos mexicanos;"
    "peso:peso,pesos;ARS:pesos argentinos;COP:pesos colombianos;CLP:pesos chilenos;ESP:pesetas;"
    "BRL:reales;cent:céntimos,centavos",
    "it": "EUR:euro,Euro;$:dollaro,dollari;USD:dollari americani,dollari statunitensi;CAD:dollari canadesi;"
    "GBP:sterline,sterlina;JPY:yen;CNY:yuan;CHF:franchi svizzeri,franchi;RUB:rubli;ITL:lire;"
    "cent:centesimi",
    "pt": "BRL:real,reais;EUR:euro,euros;$:dólar,dólares;USD:dólares americanos;GBP:libras,libras esterlinas;"
    "JPY:ienes;CNY:iuanes,yuans;CHF:francos suíços;RUB:rublos;peso:pesos;cent:centavos,cêntimos",
    "nl": "EUR:euro,euro's;$:dollar,dollars;USD:Amerikaanse dollar;GBP:pond,Britse pond;JPY:yen;CNY:yuan;"
    "CHF:Zwitserse frank;RUB:roebel;NLG:gulden;cent:cent,eurocent",
}
"""``dollar`` alone stays ``$``, ``peso`` alone ``peso``: which one is not said. ``cent`` and ``penny``
are no currency that can be compared."""

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
    named: dict[str, str] = {**SYMBOLS, **{code: code for code in CODES}}
    for row in _NAMES.get(language, "").split(";"):
        unit, _, names = row.partition(":")
        named |= dict.fromkeys(filter(None, names.split(",")), unit)
    return named
