"""Character references of HTML, decoded one by one so that each keeps its place."""

from __future__ import annotations

from collections.abc import Iterator

from linter.matching.regexes import lazy
from linter.text import Piece

STRICT = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
"""A reference as Markdown wants it; HTML forgives a missing semicolon."""

LOOSE = STRICT + "?"
_LOOSE = lazy(LOOSE)
_NUMBER = lazy(r"&#([0-9]{3,5});")
_PLAIN = range(0xA0, 0xD800)
"""Numbers that mean the character of that number; some others mean none, or another one."""
USUAL = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": "\xa0", "&mdash;": "—"}
"""References that need no list of all; to import that takes a fifteenth of what an article does."""


def decode(reference: str) -> str:
    """The characters that a reference stands for; itself where it is none (``&D`` in ``R&D``).

    A soft hyphen, which only says where a word may be broken, is left out.
    """
    number = _NUMBER.fullmatch(reference)
    if number and int(number[1]) in _PLAIN:
        return chr(int(number[1])).replace("\xad", "")
    if reference in USUAL:
        return USUAL[reference]
    from html import unescape

    return unescape(reference).replace("\xad", "")


def decoded_pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """``source[start:end]`` with its references decoded."""
    at = start
    for found in _LOOSE.finditer(source, start, end):
        prose = decode(found[0])
        if prose != found[0]:
            yield Piece(source[at : found.start()], at, found.start())
            yield Piece(prose, *found.span())
            at = found.end()
    yield Piece(source[at:end], at, end)
