"""What links inside a page may lead to: the identifiers of its elements, and those of its headings.

Site generators make the identifier of a heading each in its own way. So both sides are compared by what they
have in common: letters and digits, without accents.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from linter.article.model import HEADING, HEADLINE, Article, Block
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.names.edit_distance import distance

_IDENTIFIED = lazy(r"\b(?:id|name)\s*=\s*[\"'{`]*([^\"'{}`\s>]+)", re.IGNORECASE)
_ATTRIBUTE = lazy(r"\{[^{}\n]*?#([^\s{}#]+)")
_COMMENT = lazy(r"\{/\*\s*([^\s*{}]+)\s*\*/\}")
"""An identifier as MDX allows it behind a heading."""
_LINK = lazy(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_MARKUP = lazy(r"<[^<>]*>|\{[^{}]*\}|:[a-z0-9_+-]+:")
_LEADING = lazy(r"^[\W\d_]+")
_REPEATED = lazy(r"[-_]\d+$")
_BEYOND_ASCII = lazy(r"[^\x00-\x7f]")
_SHORTEST = 6
"""Letters of a name; a shorter one is often near another."""
_UMLAUTS = {ord(letter): f"{base}e" for letter, base in zip("\u00e4\u00f6\u00fc", "aou", strict=True)}


def loose(name: str) -> str:
    """What all generators keep of a name."""
    from urllib.parse import unquote

    decomposed = unicodedata.normalize("NFKD", unquote(name).casefold())
    return "".join(sign for sign in decomposed if sign.isalnum())


class Anchors:
    """The identifiers of one page."""

    def __init__(self, article: Article) -> None:
        source = article.source
        patterns = (_IDENTIFIED, _ATTRIBUTE, _COMMENT)
        self._exact = {name for pattern in patterns for name in pattern.findall(source)}
        headings = [block for block in article.blocks if block.kind in (HEADING, HEADLINE)]
        self._names = {loose(each) for each in self._exact}
        self._names.update(name for block in headings for name in _names(article, block))
        self.is_foreign = any(not loose(block.text.prose).isascii() for block in headings)
        """A heading has letters that some generators write in Latin ones, or leave out."""

    def has(self, name: str) -> bool:
        """Whether a link with this fragment leads somewhere."""
        return name in self._exact or not {loose(name), loose(_REPEATED.sub("", name))}.isdisjoint(
            self._names
        )

    def is_slip(self, name: str) -> bool:
        """Whether a heading is called so but for a letter."""
        meant = loose(name)
        near = (other for other in self._names if abs(len(other) - len(meant)) < 2 and other[:1] == meant[:1])
        return len(meant) >= _SHORTEST and any(distance(meant, other, 1) == 1 for other in near)


def _names(article: Article, block: Block) -> Iterator[str]:
    written = article.excerpt(block.text.whole)
    for text in {written, _MARKUP.sub("", _LINK.sub(r"\1", written)), block.text.prose}:
        for each in (text, text.casefold().translate(_UMLAUTS), _BEYOND_ASCII.sub("", text)):
            yield loose(each)
            yield loose(_LEADING.sub("", each))
