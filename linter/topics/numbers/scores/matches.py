"""Scores that no match has: "behind by 0-2, they won 3-1", "a 2-2 win"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.sentences import sentence_around
from linter.languages.phrases import has_piece, pieces_of, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.topics.numbers.wording import BLANK, NOUN, words_of

_SCORE = r"\d{1,2}[:\u2013-]\d{1,2}(?![\d:/\u2013]|[.,]\d)"
_FREE = r"(?<![\w:.,/\u2013-])"
"""What no score stands right behind."""
_EACH = lazy(rf"{_FREE}{_SCORE}")
_EQUAL = lazy(rf"{_FREE}(\d)[:\u2013-]\1(?![\d:/\u2013-]|[.,]\d)")
"""As many goals on both sides."""
_FIGURES = lazy(r"\d+")
_SIDE = rf"{BLANK}(?-i:[{CAPITALS}])[\w'’-]+"
"""The name of one that stands behind its verb."""
_BOTH = 2
"""The scores of a sentence; with more it tells of several matches, or how one went on."""


def turned(prose: str, code: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """The matches won from behind with a score that takes goals back, each with both scores."""
    if not has_piece(prose, _behind_pieces(code)):
        return
    for found in _turned(code).finditer(prose):
        start, end = sentence_around(prose, found.start(), found.end())
        then = found["then"] or found["before"]
        had, least = max(map(int, _FIGURES.findall(then))), min(map(int, _FIGURES.findall(found["end"])))
        if least < had and len(_EACH.findall(prose, start, end)) == _BOTH:
            yield found, then, found["end"]


def drawn(prose: str, code: str) -> Iterator[re.Match[str]]:
    """The victories with as many goals on both sides, each in a sentence with no other score."""
    if not has_piece(prose, _win_pieces(code)):
        return
    before, behind, decided = _won(code)
    for found in _EQUAL.finditer(prose):
        start, end = sentence_around(prose, *found.span())
        if not (before.search(prose, start, found.start()) or behind.match(prose, found.end())):
            continue
        if len(_EACH.findall(prose, start, end)) == 1 and not decided.search(prose, start, end):
            yield found


@lru_cache(maxsize=16)
def _won(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A word for a victory right before a score, and right behind it; that it was decided otherwise."""
    words = words_of(code)
    wins = word_of(words.match.wins)
    return (
        lazy(rf"{wins}(?:{NOUN}){{0,3}}?{BLANK}$", re.IGNORECASE),
        lazy(rf"{BLANK}{wins}", re.IGNORECASE),
        lazy(word_of((*words.league.drawn, *words.match.decided)), re.IGNORECASE),
    )


@lru_cache(maxsize=16)
def _win_pieces(code: str) -> tuple[str, ...]:
    return pieces_of(words_of(code).match.wins)


@lru_cache(maxsize=16)
def _turned(code: str) -> re.Pattern[str]:
    """From the score beside a word that says who is behind, to the one beside a word for a victory."""
    match = words_of(code).match
    behind, wins, few = word_of(match.behind), word_of(match.wins), rf"(?:{_SIDE})?(?:{NOUN})?{BLANK}"
    led = rf"{behind}{few}{_FREE}(?P<then>{_SCORE})"
    told = rf"{_FREE}(?P<before>{_SCORE})(?:-|{few}){behind}"
    return lazy(
        rf"(?:{led}|{told})[^.;!?\n\d]{{1,110}}?{wins}{few}{_FREE}(?P<end>{_SCORE})(?!-\d)", re.IGNORECASE
    )


@lru_cache(maxsize=16)
def _behind_pieces(code: str) -> tuple[str, ...]:
    return pieces_of(words_of(code).match.behind)
