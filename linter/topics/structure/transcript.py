"""Texts that write down what people said, turn by turn."""

from __future__ import annotations

import re
from collections import Counter

from linter.analyses import analysis
from linter.article.model import Article, Block
from linter.matching.regexes import lazy

_TURN = lazy(r"^[ \t]*[*_]{0,3}([^\W\d_][\w.’' -]{0,30}?)[*_]{0,3}[ \t]?[:：][*_]{0,3}[ \t]", re.MULTILINE)
"""The name of a speaker at the beginning of a line, which need not begin a paragraph."""
_TURNS = 4
"""Turns of each of two speakers; labels of a list come but once."""
_TALK = 40
"""Turns of a talk that was written down as it was said; edited interviews have up to thirty."""


def is_spoken(article: Article, block: Block) -> bool:
    """Whether a block is of subtitles, or begins as the turn of one of those who speak in the article."""
    if article.format == "subtitles":
        return True
    line = article.source.rfind("\n", 0, block.text.whole.start) + 1
    turn = _TURN.match(article.source, line)
    return turn is not None and turn[1] in _speakers(article)


def is_talk(article: Article) -> bool:
    """Whether the article is a long talk of several, or subtitles."""
    return article.format == "subtitles" or sum(_speakers(article).values()) >= _TALK


@analysis
def _speakers(article: Article) -> dict[str, int]:
    """The turns of those who take turns; none if only one does."""
    turns = Counter(name for name in _TURN.findall(article.source) if not name[0].islower())
    speakers = {name: times for name, times in turns.items() if times >= _TURNS}
    return speakers if len(speakers) > 1 else {}
