"""The blocks of an article that have figures in them: without one there is neither date nor year."""

from __future__ import annotations

from linter.analyses import analysis
from linter.article.model import CODE, Article, Block
from linter.matching import re
from linter.matching.regexes import lazy

RUN = lazy(r"\d\d*")
_FIGURES = "0123456789"
_OTHER = lazy(r"[\u0660-\U0010ffff](?<=\d)")
"""A digit of another script: none of them stands before those of Arabic."""


@analysis
def blocks_with_digits(article: Article) -> tuple[tuple[int, Block], ...]:
    """The blocks with a digit in their prose, each with its number; code is left out."""
    return tuple(
        (number, block)
        for number, block in enumerate(article.blocks)
        if block.kind != CODE and has_digits(block.text.prose)
    )


@analysis
def figures(article: Article) -> tuple[tuple[int, Block, tuple[re.Match[str], ...]], ...]:
    """The same blocks, each with the runs of digits in its prose: dates, years and times begin with one."""
    return tuple(
        (number, block, tuple(RUN.finditer(block.text.prose)))
        for number, block in blocks_with_digits(article)
    )


def has_digits(prose: str) -> bool:
    """Whether there is a digit of any script; to look for the usual ones one by one is the quickest way."""
    if any(map(prose.__contains__, _FIGURES)):
        return True
    return not prose.isascii() and _OTHER.search(prose) is not None
