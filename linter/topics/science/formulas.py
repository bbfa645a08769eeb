"""The prose of an article with its formulas in it: ``$\\chi^2(1) = 3.84$`` is read as "χ^2(1) = 3.84".

To the other topics a formula is no prose. Here most of what is to be read stands in formulas, and half a
result may stand in one and half of it beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.article.entities import STRICT, decode
from linter.article.model import CODE, Article, Block
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import FILLER, Piece, Text

_SIGNS = {
    "chi": "χ",
    "Chi": "χ",
    "eta": "η",
    "beta": "β",
    "omega": "ω",
    "alpha": "α",
    "leq": "≤",
    "leqslant": "≤",
    "le": "≤",
    "geq": "≥",
    "geqslant": "≥",
    "ge": "≥",
    "lt": "<",
    "gt": ">",
    "approx": "≈",
    "times": "×",
    "cdot": "×",
    "pm": "±",
    "quad": " ",
    "qquad": " ",
    "thinspace": " ",
    "enspace": " ",
    "percent": "%",
}
"""Commands of TeX and the signs they stand for."""
_STYLES = frozenset(
    "mathit textit emph mathrm text textrm operatorname mbox textbf mathbf mathsf mathnormal left right"
    " big Big bigl bigr displaystyle textstyle rm it ensuremath num".split()
)
"""Commands of which nothing is seen."""
_MARKUP = lazy(
    rf"\\(?P<command>[A-Za-z]+)\*?[ ]?|\\(?P<escaped>[^A-Za-z])|(?P<entity>{STRICT})"
    r"|(?P<mark>[{}$])|(?P<tie>~)|(?P<tag></?[\w:]+[^<>]*>)|(?P<low>_)"
)
_COMMAND = lazy(r"\\(?P<command>[A-Za-z]+)\*?[ ]?|\\(?P<escaped>[^A-Za-z])")
_ESCAPED = {
    "%": "%",
    "#": "#",
    "&": "&",
    "_": "",
    "(": "",
    ")": "",
    "[": "",
    "]": "",
    "{": "",
    "}": "",
    "$": "",
}
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\n\t", " "),
        **dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\ufe63\uff0d", "-"),
        **dict.fromkeys("\u03a7\U0001d6d8\U0001d712\U0001d74c\uab53", "χ"),
        **dict.fromkeys("\u00b7\u2219\u22c5", "·"),
        "\uff1d": "=",
        "\uff1c": "<",
        "\uff1e": ">",
        "\u2a7d": "≤",
        "\u2a7e": "≥",
        "\uff08": "(",
        "\uff09": ")",
        "\uff0c": ",",
    }
    | {
        chr(first + at): letter
        for first in (0x1D434, 0x1D400, 0x1D468)
        for at, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    }
)
"""Blanks, strokes and letters of formulas that look like plain ones; each is one character for another."""
_LONGEST = 5_000
"""A longer formula is no result."""


class Shown(NamedTuple):
    """A block as it is seen."""

    block: Block
    text: Text
    """Its prose with the formulas, and the way back to the source."""
    plain: str
    """The same with plain blanks, strokes and letters, character by character."""


@analysis
def shown(article: Article) -> tuple[Shown, ...]:
    """The blocks of an article that are no code."""
    packed = article.path.endswith(".xml")
    blocks = (block for block in article.blocks if block.kind != CODE)
    return tuple(_shown(article.source, block, packed) for block in blocks)


def _shown(source: str, block: Block, packed: bool) -> Shown:
    text = block.text
    if FILLER in text.prose or "\\" in text.prose:
        text = Text(_unfolded(source, text, packed))
    return Shown(block, text, text.prose.translate(_ALIKE))


def _unfolded(source: str, text: Text, packed: bool) -> Iterator[Piece]:
    for piece in text.all_pieces():
        length = piece.end - piece.start
        written = source[piece.start : piece.end]
        if not piece.prose.strip(FILLER) and length < _LONGEST and (packed or written[:1] in "$\\"):
            yield from _spelled(written, piece.start, _MARKUP)
        elif "\\" in piece.prose and len(piece.prose) == length:
            yield from _spelled(piece.prose, piece.start, _COMMAND)
        else:
            yield piece


def _spelled(written: str, start: int, markup: re.Pattern[str]) -> Iterator[Piece]:
    """What is seen of a piece of source that begins at ``start``."""
    at = 0
    for found in markup.finditer(written):
        yield Piece(written[at : found.start()], start + at, start + found.start())
        at = found.end()
        yield Piece(_sign(found.groupdict()), start + found.start(), start + at)
    yield Piece(written[at:], start + at, start + len(written))


def _sign(found: dict[str, str | None]) -> str:
    if found["command"]:
        return "" if found["command"] in _STYLES else _SIGNS.get(found["command"], FILLER)
    if found["escaped"]:
        return _ESCAPED.get(found["escaped"], " ")
    if found.get("tie"):
        return " "
    return decode(found.get("entity") or "")
