"""What an article must have for the checks of tables and references to say anything."""

from __future__ import annotations

from linter.analyses import analysis
from linter.analyses.digit_blocks import blocks_with_digits, has_digits
from linter.article.model import Article
from linter.matching.regexes import lazy

_REFERRING = {
    "markdown": ("](#", "[^", "href=", "@fig-", "@tbl-", "@eq-", "\\@ref("),
    "html": ("href=",),
    "rst": ("]_",),
    "latex": ("ref{",),
}
_ITEM = lazy(r"\n[ \t>]*\d{1,3}[.)][ \t]")
_FEWEST = 3
"""So many numbers make a series."""
_BEGINNING = 40
"""Characters of a block, in which the number of a heading or a caption stands, behind a word or two."""


def tables(article: Article) -> bool:
    """A table."""
    return bool(article.tables)


@analysis
def series(article: Article) -> bool:
    """So many blocks or lines that begin with a number as a series has."""
    if len(_ITEM.findall("\n" + article.source)) >= _FEWEST:
        return True
    beginnings = [block.text.prose[:_BEGINNING] for _, block in blocks_with_digits(article)]
    return len(beginnings) >= _FEWEST and sum(map(has_digits, beginnings)) >= _FEWEST


def references(article: Article) -> bool:
    """A reference by its markup, or the numbers of a series, of which the text may speak."""
    signs = _REFERRING.get(article.format, ())
    return any(sign in article.source for sign in signs) or (article.format != "latex" and series(article))


def shares_in_tables(article: Article) -> bool:
    """A table, and a percentage in brackets."""
    return "%)" in article.source and bool(article.tables)
