"""Words around a number that loosen it: about, at least, at most."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from linter.analyses.numerals.intervals import ABOUT, AT_LEAST, AT_MOST
from linter.languages import speech
from linter.languages.numerals import Hedges
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_SIGNS = {
    "~": ABOUT,
    "≈": ABOUT,
    "±": ABOUT,
    ">": AT_LEAST,
    "≥": AT_LEAST,
    "<": AT_MOST,
    "≤": AT_MOST,
}
_WINDOW = 26
"""Characters before and after a number that are looked at: the longest hedges have 21."""
_WORD_ENDS = (".", "'", "’")
"""What words before a number may end with, but for letters."""
_OPENS = lazy(r"[\n(\[«\"“„—–]")
"""What stands before such a mark is not said of the number."""


class _Phrases(NamedTuple):
    """The hedges on one side of a number."""

    hedges: Mapping[tuple[str, ...], str]
    """The words of each, with what it says."""
    longest: int
    """How many words the longest has."""
    first: frozenset[str]
    """The words that one of them begins with."""
    last: frozenset[str]
    """The words that one of them ends with."""


@lru_cache(maxsize=64)
def _before(code: str) -> _Phrases:
    return _phrases(speech(code).numerals.before)


@lru_cache(maxsize=64)
def _after(code: str) -> _Phrases:
    return _phrases(speech(code).numerals.after)


@lru_cache(maxsize=64)
def _articles(code: str) -> frozenset[str]:
    return frozenset(speech(code).numerals.articles)


def _phrases(listed: Hedges) -> _Phrases:
    rows = ((ABOUT, listed.about), (AT_LEAST, listed.at_least), (AT_MOST, listed.at_most))
    hedges = {tuple(_words(phrase)): hedge for hedge, phrases in rows for phrase in phrases}
    first, last = (frozenset(words[end] for words in hedges) for end in (0, -1))
    return _Phrases(hedges, max(map(len, hedges), default=0), first, last)


def _words(text: str) -> list[str]:
    """The words of a text in small letters; what ends with an apostrophe is one: ``d'`` ``environ``."""
    return text.lower().replace("’", "'").replace("'", "' ").split()


def hedge_before(prose: str, start: int, code: str) -> str:
    """The hedge that ends right before a number: ``about``, ``at least``, ``at most`` or nothing.

    An article may stand between ("about the 300 people").
    """
    window = prose[max(0, start - _WINDOW) : start]
    sign = window.rstrip()[-1:]
    if sign in _SIGNS and sign:
        return _SIGNS[sign]
    if not (sign.isalpha() or sign in _WORD_ENDS):
        return ""
    phrases = _before(code)
    if not _may_end(window.rsplit(None, 2)[-2:], phrases, _articles(code)):
        return ""
    words = _words(_OPENS.split(window)[-1])
    if words and words[-1] in _articles(code) and (hedge := _ending(words[:-1], phrases)):
        return hedge
    return _ending(words, phrases)


def _may_end(words: list[str], phrases: _Phrases, articles: frozenset[str]) -> bool:
    """Whether the last word may end a hedge, or be an article behind one; of what is no plain word it may."""
    *before, last = words
    if not last.isalpha() or last.lower() in phrases.last:
        return True
    if last.lower() not in articles:
        return False
    return not before or not before[0].isalpha() or before[0].lower() in phrases.last


def _ending(words: list[str], phrases: _Phrases) -> str:
    for count in range(min(phrases.longest, len(words)), 0, -1):
        if hedge := phrases.hedges.get(tuple(words[-count:])):
            return hedge
    return ""


def hedge_after(prose: str, end: int, code: str) -> str:
    """The hedge that begins right after a number and its unit, maybe after one more word."""
    window = prose[end : end + _WINDOW]
    if window[:1] == "+":
        return AT_LEAST
    words = _words(window.replace(",", " ,"))
    phrases = _after(code)
    if phrases.first.isdisjoint(words[:2]):
        return ""
    for skipped in (0, 1):
        for count in range(phrases.longest, 0, -1):
            hedge = phrases.hedges.get(tuple(words[skipped : skipped + count]))
            if hedge and not (skipped and words[0] == ","):
                return hedge
    return ""
