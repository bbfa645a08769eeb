"""Whether an article is the minutes of a meeting: notes, with tasks, and points that nobody spoke on."""

from __future__ import annotations

from functools import cache

from linter.analyses import analysis
from linter.article.model import HEADING, HEADLINE, Article
from linter.article.path_name import path_name
from linter.languages import everywhere
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy

_TOP = 4
"""Blocks at the beginning, of which a heading may say what it is."""


@analysis
def is_minutes(article: Article) -> bool:
    """Whether the name of its file or a heading at the top begins so, after a date in figures or words."""
    tops = (block.text.prose for block in article.blocks[:_TOP] if block.kind in (HEADLINE, HEADING))
    name = path_name(article.path).replace("_", " ").replace("-", " ")
    return any(map(_named().match, (name, *tops)))


@cache
def _named() -> re.Pattern[str]:
    month, kinds = word_of(everywhere("dates.months")), word_of(everywhere("structure.minutes"))
    return lazy(rf"[\W\d_]*(?:{month}[\W\d_]*)?{kinds}", re.IGNORECASE)
