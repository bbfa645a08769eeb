"""Texts that write down what people said, turn by turn."""

from __future__ import annotations

from collections import Counter

from linter.analyses import analysis
from linter.article.model import PARAGRAPH, Article, Block
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_NAME = r"[^\W\d_][\w.’' -]{0,30}?"
_CLOCK = r"\d{1,3}(?::\d\d){1,2}(?:[.,]\d{1,3})?"
_TIME = rf"[\[(]{_CLOCK}[\])]"
_STAMP = lazy(rf"^[ \t\u00a0]*[*_]{{0,3}}[\[(]?{_CLOCK}[\])]?[*_]{{0,3}}(?=[ \t\u00a0]|$)", re.MULTILINE)
"""A time on a line of its own or before what is said: what a machine that wrote down a talk puts there."""
_TURN = lazy(
    r"^[ \t]*(?:[\[(][\d:.]+[\])][ \t]*)?"
    rf"(?:[*_]{{0,3}}(?P<name>{_NAME})[*_]{{0,3}}[ \t]?[:：](?:[*_]{{0,3}}[ \t]|[*_]{{0,3}}$)"
    rf"|[*_]{{0,3}}(?P<timed>{_NAME})[*_]{{0,3}}[ \t]?{_TIME}[*_]{{0,3}}[:：]?[*_]{{0,3}}(?:[ \t]|$)"
    rf"|\*\*(?P<bold>{_NAME})\*\*[ \t])",
    re.MULTILINE,
)
"""The name of a speaker at the beginning of a line, with a time on either side or none, and no paragraph."""
_BEFORE = lazy(rf"\s*(?:{_CLOCK}\s+)?")
_TURNS = 4
"""Turns of each of two speakers; labels of a list come but once."""
_TALK = 40
"""Turns of a talk that was written down as it was said; edited interviews have up to thirty."""
_ENDS = (".", "?", "!", "…", "。", "？", "！")


class _Turns(NamedTuple):
    """The turns of those who speak in an article; none if only one does."""

    speakers: frozenset[str] = frozenset()
    number: int = 0
    first: int = 0
    """Where the first begins."""
    said: int = 0
    """How many end as sentences do, and are no labels of a letter ("From: …", "Date: …")."""


def is_spoken(article: Article, block: Block) -> bool:
    """Whether a block is of subtitles, or said in the turn of one of those who speak in the article.

    A turn of one who says whole sentences goes on in the next paragraphs.
    """
    if article.format == "subtitles":
        return True
    turns = _turns(article)
    start = block.text.whole.start
    if block.kind == PARAGRAPH and turns.first <= start and 0 < turns.number <= 2 * turns.said:
        return True
    turn = _TURN.match(article.source, article.source.rfind("\n", 0, start) + 1)
    return turn is not None and _name(turn) in turns.speakers


def is_talk(article: Article) -> bool:
    """Whether the article is a long talk of several, or subtitles."""
    return article.format == "subtitles" or _turns(article).number >= _TALK


@analysis
def _turns(article: Article) -> _Turns:
    turns = list(_TURN.finditer(article.source))
    names = Counter(map(_name, turns))
    speakers = frozenset(name for name, times in names.items() if times >= _TURNS and not name[0].islower())
    if len(speakers) < 2:
        return _stamped(article)
    ends = [*(turn.start() for turn in turns[1:]), len(article.source)]
    of_speakers = [(turn, end) for turn, end in zip(turns, ends, strict=True) if _name(turn) in speakers]
    said = sum(_ends_sentence(article.source, turn.end(), end) for turn, end in of_speakers)
    return _Turns(speakers, len(of_speakers), of_speakers[0][0].start(), said)


def _stamped(article: Article) -> _Turns:
    """The times of a talk in which nobody is named."""
    stamps = [stamp.start() for stamp in _STAMP.finditer(article.source)]
    return _Turns(number=len(stamps), first=stamps[0], said=len(stamps)) if len(stamps) >= _TALK else _Turns()


def _name(turn: re.Match[str]) -> str:
    name: str = turn["name"] or turn["timed"] or turn["bold"]
    return name


def _ends_sentence(source: str, start: int, next_turn: int) -> bool:
    """Whether the first paragraph of a turn ends as a sentence does; a time may stand before it."""
    before = _BEFORE.match(source, start, next_turn)
    start = before.end() if before else start
    end = source.find("\n\n", start, next_turn)
    return source[start : end if end >= 0 else next_turn].rstrip(' \t\n*_"”»“)').endswith(_ENDS)
