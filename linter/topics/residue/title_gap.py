"""The number of a series that the headline has not yet: "Harbour News No. XX" in ``harbour-news-97.md``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.article.model import Article
from linter.article.path_name import path_name
from linter.matching.regexes import lazy
from linter.text import Text

_GAP = lazy(r"(?<![\w.,-])(?:X{2,4}S?|x{2,4})(?![\w.,-])")
"""One that the newsletters of some templates are sent with: "XXS"."""
_WORD = lazy(r"[^\W\d_]{2,}")
_SLUG = lazy(r"[a-z]+|\d+")
_YEAR = 4
"""Digits of a year, which stands in names of files for itself."""


def title_gaps(article: Article) -> Iterator[tuple[Text, int, int]]:
    """Where the headline has X's behind a word that a number, or X's, follow in the name of the file."""
    title = article.headline
    if title is None or not ("XX" in title.prose or "xx" in title.prose):
        return
    slug = _SLUG.findall(path_name(article.path).casefold())
    for gap in _GAP.finditer(title.prose):
        before = [word.casefold() for word in _WORD.findall(title.prose[: gap.start()])]
        if any(word in before[-2:] and _is_number(number) for word, number in pairwise(slug)):
            yield title, gap.start(), gap.end()
            return


def _is_number(part: str) -> bool:
    return (part.isdigit() and len(part) < _YEAR) or part in ("xx", "xxx", "xxxx")
