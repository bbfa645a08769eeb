"""What follows a number and belongs to it: percent, points, a currency, a unit, an ordinal ending."""

from __future__ import annotations

from functools import lru_cache

from linter.languages import speech
from linter.languages.phrases import GAPS, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.currencies import POUND, currencies_after
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, ORDINAL, PERCENT, POINTS
from linter.topics.numbers.reading.units import units_after

BLANK = r"[ \u00a0\u202f\u2009]"
_TIES = " \u00a0\u202f\u2009-\u2011"
_ENDS = ",;:)!?\n"
"""Marks behind a number, or nothing: no unit follows."""
_GLUED = lazy(r"[\w'’°²³]|[-\u2010\u2011][^\W\d_]")


class Tail(NamedTuple):
    """Kind and unit that the words after a number give it, where they end, and whether a hyphen ties them."""

    kind: str
    unit: str
    end: int
    joined: bool = False


@lru_cache(maxsize=64)
def _pattern(code: str) -> re.Pattern[str]:
    units = speech(code).units
    names = any_of([*currencies_after(code), *units_after(code)])
    of = any_of(word if word.endswith("'") else f"{word} " for word in units.of)
    doubtful = any_of(_doubtful(code))
    before_year = rf"(?:{any_of(speech(code).dates.in_year)}){BLANK}(?:1[5-9]|20)\d\d(?!\d)"
    return lazy(
        rf"{BLANK}?(?:(?P<points>{any_of(units.points)})|(?P<percent>%|{any_of(units.percent)}))(?!\w)"
        rf"|(?P<tie>{BLANK}|[-\u2011])?(?:{of})?(?!{before_year})(?P<name>{names})(?![\w²³]|['’]\w)"
        rf"|(?<=\d)(?P<glued>{doubtful})(?!\w)"
        rf"|(?<=\d){BLANK}(?P<apart>{doubtful})(?=\)|{GAPS}(?:{any_of(units.extents)})(?!\w))"
    )


@lru_cache(maxsize=64)
def _beginnings(code: str) -> frozenset[str]:
    """The first two letters of all that the pattern finds; the first character of what has no two."""
    units = speech(code).units
    names = (*currencies_after(code), *units_after(code), *_doubtful(code))
    found = ("%", *units.points, *units.percent, *units.of, *names)
    return frozenset(text[:2] if text[:2].isalnum() else text[0] for text in found)


def _may_follow(prose: str, place: int, code: str) -> bool:
    """Whether what stands behind a number begins like something that belongs to it."""
    place += prose[place] in _TIES
    beginnings = _beginnings(code)
    return prose[place : place + 2] in beginnings or prose[place : place + 1] in beginnings


@lru_cache(maxsize=64)
def _doubtful(code: str) -> dict[str, str]:
    """The unit names that are common words, too, with the keys of their units."""
    return {name: key for key, names in speech(code).units.doubtful.items() for name in names}


@lru_cache(maxsize=64)
def _ordinal(code: str) -> re.Pattern[str]:
    endings = any_of(speech(code).numerals.ordinals)
    return lazy(rf"(?:{endings}|º|ª|\.?[ºª°](?!\s?[CF])|°)(?!\w)")


def tail(prose: str, place: int, code: str, currency: str, spelled: bool) -> Tail:
    """What follows the number that ends at ``place``; ``currency`` is the one before it, if any."""
    if prose[place : place + 1] in _ENDS:
        return Tail(NUMBER, "", place)
    suffix = _pattern(code).match(prose, place) if _may_follow(prose, place, code) else None
    if suffix is None:
        return _without_unit(prose, place, code, spelled)
    if suffix["points"]:
        return Tail(POINTS, "", suffix.end())
    if suffix["percent"]:
        return Tail(PERCENT, "", suffix.end())
    if suffix["name"] is None:
        return Tail(MEASURE, _doubtful(code)[suffix["glued"] or suffix["apart"]], suffix.end())
    return _named(suffix, place, code, currency)


def _named(suffix: re.Match[str], place: int, code: str, currency: str) -> Tail:
    joined = bool(suffix["tie"]) and not suffix["tie"].isspace()
    name = " ".join(suffix["name"].replace("’", "'").split())
    money = currencies_after(code).get(name)
    if money and (currency or money != POUND):
        return Tail(MONEY, currency or money, suffix.end(), joined)
    if currency:
        return Tail(MONEY, currency, place)
    return Tail(MEASURE, units_after(code).get(name, POUND), suffix.end(), joined)


def _without_unit(prose: str, place: int, code: str, spelled: bool) -> Tail:
    if prose[place].isspace():
        return Tail(NUMBER, "", place)
    if not spelled and (ordinal := _ordinal(code).match(prose, place)):
        return Tail(ORDINAL, "", ordinal.end())
    glued = _GLUED.match(prose, place) and not _case_ending(code).match(prose, place)
    return Tail(ORDINAL if glued else NUMBER, "", place)


@lru_cache(maxsize=64)
def _case_ending(code: str) -> re.Pattern[str]:
    return lazy(rf"(?:{any_of(speech(code).numerals.case_endings)})(?!\w)")
