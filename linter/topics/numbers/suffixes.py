"""What follows a number and belongs to it: percent, points, a currency, a unit, an ordinal ending."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.currencies import POUND, currencies_after
from linter.topics.numbers.model import MEASURE, MONEY, NUMBER, ORDINAL, PERCENT, POINTS
from linter.topics.numbers.units import units_after

_PERCENT = (
    r"%|percent(?!age)|per cent|pct|pour cent|pourcents?|Prozent(?!p)|v\.H\.|por ciento|por cento|per cento|"
    r"procent(?!p)"
)
_POINTS = (
    r"percentage[ -]points?|% points|points? de pourcentage|points? de %|Prozentpunkten?|"
    r"puntos? porcentual(?:es)?|pontos? percentua(?:is|l)|punt[oi] percentual[ei]|procentpunt(?:en)?|"
    r"basis points|points? de base"
)
_OF = r"(?:d['’]|d[ei]\s|of\s)?"
BLANK = r"[ \u00a0\u202f\u2009]"
_INCH = rf"|(?<=\d)(?P<inch>in(?!\w)|{BLANK}in(?=\)| tall| wide| long| deep| high))"
_ORDINAL = lazy(
    r"(?:st|nd|rd|th|ers?|ère|res?|es?|èmes?|ième|eme|ste|de|nde|º|ª|\.?[ºª°](?!\s?[CF])|°)(?!\w)"
)
_GLUED = lazy(r"[\w'’°²³]|[-\u2010\u2011][^\W\d_]")


class Tail(NamedTuple):
    """Kind and unit that the words after a number give it, where they end, and whether a hyphen ties them."""

    kind: str
    unit: str
    end: int
    joined: bool = False


@lru_cache(maxsize=64)
def _pattern(language: str) -> re.Pattern[str]:
    names = sorted({*currencies_after(language), *units_after(language)})
    names.sort(key=len, reverse=True)
    words = "|".join(re.escape(name).replace("\\ ", BLANK) for name in names)
    return lazy(
        rf"{BLANK}?(?:(?P<points>{_POINTS})|(?P<percent>{_PERCENT}))(?!\w)"
        rf"|(?P<tie>{BLANK}|[-\u2011])?{_OF}(?P<name>{words})(?![\w²³])" + (_INCH if language == "en" else "")
    )


def tail(prose: str, place: int, language: str, currency: str, spelled: bool) -> Tail:
    """What follows the number that ends at ``place``; ``currency`` is the one before it, if any."""
    found = _pattern(language).match(prose, place)
    if found is None:
        return _without_unit(prose, place, spelled)
    if found["points"]:
        return Tail(POINTS, "", found.end())
    if found["percent"]:
        return Tail(PERCENT, "", found.end())
    if found["name"] is None:
        return Tail(MEASURE, "in", found.end())
    return _named(found, place, language, currency)


def _named(found: re.Match[str], place: int, language: str, currency: str) -> Tail:
    joined = bool(found["tie"]) and not found["tie"].isspace()
    name = re.sub(BLANK, " ", found["name"])
    money = currencies_after(language).get(name)
    if money and (currency or money != POUND):
        return Tail(MONEY, currency or money, found.end(), joined)
    if currency:
        return Tail(MONEY, currency, place)
    return Tail(MEASURE, units_after(language).get(name, POUND), found.end(), joined)


def _without_unit(prose: str, place: int, spelled: bool) -> Tail:
    if not spelled and (ordinal := _ORDINAL.match(prose, place)):
        return Tail(ORDINAL, "", ordinal.end())
    return Tail(ORDINAL if _GLUED.match(prose, place) else NUMBER, "", place)
