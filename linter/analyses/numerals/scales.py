"""Million, milliard, billion: the words that multiply the number before them.

``billion`` is 10^9 in English and Brazilian ``bilhão``, and 10^12 in French, German, Italian, Spanish and
European ``bilião``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching.regexes import lazy

_SYMBOLS = {
    "k": 1e3,
    "K": 1e3,
    "m": 1e6,
    "M": 1e6,
    "mn": 1e6,
    "MM": 1e6,
    "b": 1e9,
    "B": 1e9,
    "bn": 1e9,
    "Md": 1e9,
}
"""Letters that multiply where a currency stands right before the number or right after them."""

_BEFORE_CURRENCY = lazy(r"[ \u00a0\u202f]?(k|K|MM|M|Md|Mds|bn|mn|m)(?=[ \u00a0\u202f]?[€$£])")
_AFTER_CURRENCY = lazy(r"[ \u00a0\u202f]?(mn|bn|tn|Md|k|K|m|M|b|B)(?!\w)")


_ABBREVIATED = 5
"""Scale words up to so many letters ("mln", "Mio") are not written with another capital."""


class Scales:
    """The scale words of one language."""

    def __init__(self, table: dict[str, float], unspaced: bool = False) -> None:
        """``unspaced`` where the unit follows without a blank (20亿元)."""
        self._table = table
        self.words = frozenset(name for name in table if " " not in name)
        """The scale words that are one word."""
        end = "" if unspaced else r"(?!·?\w)"  # no "mil" in "2 mil·límetres"
        self._pattern = lazy(rf"[ \u00a0\u202f-]?({any_of(table)}){end}")

    def at(self, prose: str, place: int, after_currency: bool) -> tuple[float, int]:
        """The factor that stands at a place, and where it ends; 1 and the place if there is none."""
        if word := self._pattern.match(prose, place):
            return self._table[" ".join(word[1].split())], word.end()
        symbol = (_AFTER_CURRENCY if after_currency else _BEFORE_CURRENCY).match(prose, place)
        if symbol:
            return _SYMBOLS.get(symbol[1], 1e9), symbol.end()
        return 1.0, place


@lru_cache(maxsize=64)
def scales(code: str) -> Scales:
    """The scale words of a language; none where its file has none."""
    spoken = speech(code)
    return scales_of(spoken.numerals.scales, spoken.dates.unspaced)


def scales_of(powers: Mapping[str, int], unspaced: bool = False) -> Scales:
    """Scale words by their powers of ten."""
    table = {name: 10.0**power for name, power in powers.items()}
    long = {name: factor for name, factor in table.items() if len(name) > _ABBREVIATED}
    return Scales(table | {name[0].upper() + name[1:]: factor for name, factor in long.items()}, unspaced)
