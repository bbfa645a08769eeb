"""Marks that are the name of somebody: the TODO Group, who writes as ``todogroup`` at todogroup.org."""

from __future__ import annotations

from linter.analyses import kept
from linter.article.model import Article
from linter.matching import re
from linter.matching.regexes import lazy

_LEAST = 3
"""Letters of the word behind the mark; a shorter one may follow it anywhere."""
_JOINTS = ("", "-", "_")
_AUTHORS = frozenset({"author", "authors"})


@kept
def is_name(article: Article, mark: str) -> bool:
    """Whether the mark and a word behind it stand somewhere as one word, or an author is called so."""
    behind = lazy(rf"(?<!\w){re.escape(mark)}\s([^\W\d_]{{{_LEAST},}})")
    words = {word for block in article.scope("text") for word in behind.findall(block.text.prose)}
    source = article.source.casefold() if words else ""
    joined = (f"{mark}{joint}{word}".casefold() for word in words for joint in _JOINTS)
    return any(one in source for one in joined) or _is_author(article, mark.casefold())


def _is_author(article: Article, mark: str) -> bool:
    values = (field.value.casefold() for field in article.metadata if field.name.casefold() in _AUTHORS)
    return any(value.startswith(mark) and value[len(mark) :].isalpha() for value in values)
