"""Scores of one match that clash: "behind by 0-2, they won 3-1"; "in two sets, 6-4, 3-6, 7-5"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.language import language
from linter.article.model import Article
from linter.languages.phrases import any_of, piece_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.dates.context import sentence_around
from linter.topics.numbers.enumerations import Announcement
from linter.topics.numbers.formatting import shortened
from linter.topics.numbers.small_counts import small_counts
from linter.topics.numbers.wording import BLANK, NOUN, words_of

_SCORE = r"\d{1,2}[:\u2013-]\d{1,2}(?![\d:/\u2013]|[.,]\d)"
_FREE = r"(?<![\w:.,/\u2013-])"
"""What no score stands right behind."""
_EACH = lazy(rf"{_FREE}{_SCORE}")
_SET = lazy(rf"(?<!\(){_FREE}{_SCORE}")
_EQUAL = lazy(rf"{_FREE}(\d)[:\u2013-]\1(?![\d:/\u2013-]|[.,]\d)")
"""As many goals on both sides."""
_FIGURES = lazy(r"\d+")
_TIE = r"(?:[ \u00a0]?\(\d{1,2}(?:[:\u2013-]\d{1,2})?\))?"
"""Behind the score of a set: that of its last game."""
_BOTH = 2
"""The scores of a sentence; with more it tells of several matches, or how one went on."""


def turned(prose: str, code: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """The matches won from behind with a score that takes goals back, each with both scores."""
    if not any(map(prose.lower().__contains__, _behind_pieces(code))):
        return
    for found in _turned(code).finditer(prose):
        start, end = sentence_around(prose, found.start(), found.end())
        then = found["then"] or found["before"]
        had, least = max(map(int, _FIGURES.findall(then))), min(map(int, _FIGURES.findall(found["end"])))
        if least < had and len(_EACH.findall(prose, start, end)) == _BOTH:
            yield found, then, found["end"]


def drawn(prose: str, code: str) -> Iterator[re.Match[str]]:
    """The victories with as many goals on both sides, each in a sentence with no other score."""
    if not any(map(prose.lower().__contains__, _win_pieces(code))):
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
    words = words_of(code).league
    wins = word_of(words.wins)
    return (
        lazy(rf"{wins}(?:{NOUN}){{0,3}}?{BLANK}$", re.IGNORECASE),
        lazy(rf"{BLANK}{wins}", re.IGNORECASE),
        lazy(word_of((*words.drawn, *words.decided)), re.IGNORECASE),
    )


@lru_cache(maxsize=16)
def _win_pieces(code: str) -> tuple[str, ...]:
    return tuple(map(piece_of, words_of(code).league.wins))


@lru_cache(maxsize=16)
def _turned(code: str) -> re.Pattern[str]:
    """From the score beside a word that says who is behind, to the one beside a word for a victory."""
    league = words_of(code).league
    behind, wins, few = word_of(league.behind), word_of(league.wins), rf"(?:{NOUN}){{0,2}}?{BLANK}"
    led = rf"{behind}{few}{_FREE}(?P<then>{_SCORE})"
    told = rf"{_FREE}(?P<before>{_SCORE})(?:-|{few}){behind}"
    return lazy(
        rf"(?:{led}|{told})[^.;!?\n\d]{{1,110}}?{wins}{few}{_FREE}(?P<end>{_SCORE})(?!-\d)", re.IGNORECASE
    )


@lru_cache(maxsize=16)
def _behind_pieces(code: str) -> tuple[str, ...]:
    return tuple(map(piece_of, words_of(code).league.behind))


def in_sets(article: Article) -> Iterator[Announcement]:
    """The numbers of sets with other than so many scores right behind them."""
    code = language(article)
    sets = _sets(code)
    for block, item, _ in small_counts(article):
        prose = block.text.prose
        if told := sets.match(prose, item.end):
            scores = list(_SET.finditer(prose, *told.span("scores")))
            if len(scores) != item.value:
                place = block.text.span(*told.span("scores"))
                yield Announcement(block, item, len(scores), place, shortened(scores[-1][0]))


@lru_cache(maxsize=16)
def _sets(code: str) -> re.Pattern[str]:
    """The word for sets and their scores, right behind a number."""
    words = words_of(code)
    joint = rf"(?:,{BLANK}|,?{BLANK}(?:{any_of(words.and_)}){BLANK})"
    scores = rf"(?P<scores>{_SCORE}{_TIE}(?:{joint}{_SCORE}{_TIE})+)"
    led = rf"[,:]?{BLANK}\(?(?:[^\W\d]{{1,4}}{BLANK})?"
    return lazy(rf"{BLANK}(?:{any_of(words.league.sets)}){led}{scores}", re.IGNORECASE)
