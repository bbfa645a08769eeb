"""Million, milliard, billion: the long and the short scale."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.matching.regexes import lazy

_SCALES: dict[str, str] = {
    "en": "thousand=3 million=6 millions=6 billion=9 billions=9 trillion=12 trillions=12 mn=6 bn=9 tn=12 "
    "mln=6 bln=9 milliard=9 lakh=5 crore=7",
    "fr": "mille=3 millier=3 milliers=3 million=6 millions=6 milliard=9 milliards=9 billion=12 billions=12 "
    "trillion=18 trillions=18 Md=9 Mds=9 Mrd=9 Mio=6",
    "de": "Tausend=3 tausend=3 Tsd.=3 Tsd=3 Million=6 Millionen=6 Mio.=6 Mio=6 Mill.=6 Milliarde=9 "
    "Milliarden=9 Mrd.=9 Mrd=9 Billion=12 Billionen=12 Bio.=12",
    "es": "mil=3 millón=6 millones=6 mill.=6 mil_millones=9 millardo=9 millardos=9 billón=12 billones=12 "
    "trillón=18 trillones=18",
    "it": "mila=3 mille=3 milione=6 milioni=6 mln=6 mln.=6 miliardo=9 miliardi=9 mld=9 mld.=9 "
    "bilione=12 bilioni=12",
    "pt": "mil=3 milhão=6 milhões=6 mi=6 bi=9 mil_milhões=9 bilhão=9 bilhões=9 trilhão=12 trilhões=12 tri=12 "
    "bilião=12 biliões=12",
    "nl": "duizend=3 miljoen=6 mln=6 mln.=6 miljard=9 mld=9 mld.=9 biljoen=12",
}
"""Language -> words that multiply, with their power of ten. ``billion`` is 10^9 in English and
Brazilian ``bilhão``, and 10^12 in French, German, Italian, Spanish and European ``bilião``."""

_SYMBOLS = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "mn": 1e6, "b": 1e9, "B": 1e9, "bn": 1e9, "Md": 1e9}
"""Letters that multiply where a currency stands right before the number or right after them."""

_BEFORE_CURRENCY = lazy(r"[ \u00a0\u202f]?(k|K|M|Md|Mds|bn|mn|m)(?=[ \u00a0\u202f]?[€$£])")
_AFTER_CURRENCY = lazy(r"[ \u00a0\u202f]?(mn|bn|tn|Md|k|K|m|M|b|B)(?!\w)")


class Scales:
    """The scale words of one language."""

    def __init__(self, table: dict[str, float]) -> None:
        self._table = table
        self.words = frozenset(name for name in table if " " not in name)
        """The scale words that are one word."""
        names = sorted(table, key=len, reverse=True)
        words = "|".join(re.escape(name).replace("\\ ", r"[ \u00a0]") for name in names)
        self._pattern = lazy(rf"[ \u00a0\u202f-]?({words})(?!\w)") if names else None

    def at(self, prose: str, place: int, after_currency: bool) -> tuple[float, int]:
        """The factor that stands at a place, and where it ends; 1 and the place if there is none."""
        if self._pattern is not None and (found := self._pattern.match(prose, place)):
            return self._table[found[1].replace("\u00a0", " ")], found.end()
        symbol = (_AFTER_CURRENCY if after_currency else _BEFORE_CURRENCY).match(prose, place)
        if symbol:
            return _SYMBOLS.get(symbol[1], 1e9), symbol.end()
        return 1.0, place


@lru_cache(maxsize=64)
def scales(language: str) -> Scales:
    """The scale words of a language; none for one that is not known."""
    items = (item.partition("=") for item in _SCALES.get(language, "").split())
    table = {name.replace("_", " "): 10.0 ** int(power) for name, _, power in items}
    long = {name: factor for name, factor in table.items() if len(name) > 5}
    return Scales(table | {name.capitalize(): factor for name, factor in long.items()})
