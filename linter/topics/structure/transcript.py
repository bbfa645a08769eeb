"""Texts that write down what people said, turn by turn."""

from __future__ import annotations

import re
from collections import Counter

from linter.article.model import Article
from linter.matching.regexes import lazy

_TURN = lazy(r"^[ \t]*[*_]{0,3}([^\W\d_][\w.’' -]{0,30}?)[*_]{0,3}[ \t]?[:：][*_]{0,3}[ \t]", re.MULTILINE)
"""The name of a speaker at the beginning of a line, which need not begin a paragraph."""
_TURNS = 4
"""Turns of each of two speakers; labels of a list come but once."""


def is_transcript(article: Article) -> bool:
    """Whether it is of subtitles, or two speakers take turns in it."""
    if article.format == "subtitles":
        return True
    speakers = Counter(name for name in _TURN.findall(article.source) if not name[0].islower())
    return [times >= _TURNS for _, times in speakers.most_common(2)] == [True, True]
