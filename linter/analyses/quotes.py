"""Quotations: where they begin and end in each block, in the quotation marks of many languages."""

from __future__ import annotations

import re
from typing import NamedTuple

from linter.analyses import analysis
from linter.article.model import Article

CLOSERS = {
    "“": "”",
    "„": '“”"',
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    '"': '"',
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "``": "''",
}
"""Opening marks and what may close them (English, French, German, Nordic, Polish, Japanese …)."""

_MARKS = re.compile("``|''|[“”„‟«»‹›\"‘’‚「」『』]")
_ALWAYS_OPENS = frozenset("„‟「『‚") | {"``"}
_DEEPEST = 4
"""Levels of nesting that a closing mark may end at once."""
_BEFORE_OPENING = re.compile(r"[\s(\[{—–―\-/:;,.!?¿¡\u00a0\u202f'’“„«\"]")


class Quote(NamedTuple):
    """A quotation in the prose of a block, its marks included.

    One that is never closed runs to the end of the block, as speech does that goes on in the
    next paragraph.
    """

    start: int
    end: int
    closed: bool


@analysis
def quotes(article: Article) -> tuple[tuple[Quote, ...], ...]:
    """The outermost quotations of each block, in the order of ``article.blocks``."""
    return tuple(quotes_in(block.text.prose) for block in article.blocks)


def quotes_in(text: str) -> tuple[Quote, ...]:
    """The outermost quotations of a text, in order; offsets in the text."""
    found: list[Quote] = []
    opened: list[tuple[str, int]] = []
    for mark in _MARKS.finditer(text):
        depth = _closed_by(mark, opened, text)
        if depth is not None:
            start = opened[depth][1]
            del opened[depth:]
            if not opened:
                found.append(Quote(start, mark.end(), True))
        elif _opens(mark, text):
            opened.append((mark[0], mark.start()))
    if opened:
        found.append(Quote(opened[0][1], len(text), False))
    return tuple(found)


def _closed_by(mark: re.Match[str], opened: list[tuple[str, int]], text: str) -> int | None:
    """The place in the stack of the opening mark that this mark closes."""
    if mark[0] == "’" and _inside_word(mark, text):
        return None
    for depth in range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST), -1):
        if mark[0] in CLOSERS[opened[depth][0]]:
            return depth
    return None


def _inside_word(mark: re.Match[str], text: str) -> bool:
    return text[mark.start() - 1 : mark.start()].isalnum() and text[mark.end() : mark.end() + 1].isalnum()


def _opens(mark: re.Match[str], text: str) -> bool:
    if mark[0] not in CLOSERS:
        return False
    if mark[0] in _ALWAYS_OPENS:
        return True
    after = text[mark.end() : mark.end() + 1]
    if not after or (after.isspace() and mark[0] not in "«»‹›"):
        return False
    return mark.start() == 0 or bool(_BEFORE_OPENING.match(text, mark.start() - 1))
