"""Why a text may rightly do without a name of its headline: its speaker, its author, its title."""

from __future__ import annotations

from functools import cache

from linter.article.model import Article
from linter.languages import everywhere
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.names import haystack, headline
from linter.topics.names.headlines.missing import MissingName
from linter.topics.names.normalise import fold
from linter.topics.names.vocabulary import crowns

_TITLES = frozenset("title slug permalink url aliases redirect_from image linktitle og:title".split())
"""Metadata that only repeats the headline."""
_LONGEST = 20
"""A headline of more words is a paragraph that was taken for one."""
_LABELLED = lazy(r"\s*(?:[:–—]|-\s|&)")
_CONTENT = lazy(r"\w")
_OPENING, _CLOSING = "\"'“«„‘‹", "\"'”»“’›"
_CAPITALS, _SHARE = 3, 0.75
"""So many long words inside a headline, and this share of them, make a title of it in any language."""


def excused(found: MissingName, article: Article) -> bool:
    """May the text rightly do without it?"""
    if article.headline is None:
        return True
    return any(excuse(found, article) for excuse in (_aside, _beside, _whole, _in_metadata, _by_role))


def titled(article: Article) -> bool:
    """Does the headline capitalise nearly every word, whatever its language does?"""
    title = headline(article)
    words = [word for word in title.words if word.text[0].isalpha()] if title else []
    inside = [word for word in words if len(word.text) >= 4 and not word.initial]
    capitals = sum(word.capital for word in inside)
    return capitals >= _CAPITALS and capitals >= _SHARE * len(inside)


def _aside(found: MissingName, article: Article) -> bool:
    return found.candidate.aside


def _beside(found: MissingName, article: Article) -> bool:
    """``Name: …``, ``Name - …``, ``… / Name``, ``… by Name``, a name in quotation marks."""
    prose = article.headline.prose if article.headline else ""
    before, after = prose[: found.candidate.start], prose[found.candidate.end :]
    if not _CONTENT.search(before) and _LABELLED.match(after):
        return True
    if before.rstrip()[-1:] in (*_OPENING,) and after.lstrip()[:1] in (*_CLOSING,):
        return True
    ends = not _CONTENT.search(after)
    line = _by_of_title() if titled(article) else _by()  # "Happy Pool by Anna Keller" is a work
    by = line.search(before) is not None and (ends or after.startswith(","))  # "by Anna Keller, Berlin"
    return by or (ends and before.rstrip().endswith("/"))


@cache
def _by() -> re.Pattern[str]:
    """What begins a by-line in any language, glued to the last word perhaps; or a comma and a small word."""
    return lazy(rf"(?:(?:(?<=[a-z])|\b)(?:{any_of(everywhere('residue.by'))})|,\s+[^\W\d_]{{1,3}})\s+\Z")


@cache
def _by_of_title() -> re.Pattern[str]:
    """The same behind a title in which nearly every word has a capital."""
    return lazy(_by().pattern, re.IGNORECASE)


def _whole(found: MissingName, article: Article) -> bool:
    """Is it all of the headline, is every word there capitalised, or is it no headline at all?"""
    title = headline(article)
    if title is None or len(title.words) > _LONGEST:
        return True
    rest = title.prose[: found.candidate.start] + title.prose[found.candidate.end :]
    capitals = all(word.capital for word in title.words if word.text[0].isalpha())
    return capitals or not _CONTENT.search(rest)


def _in_metadata(found: MissingName, article: Article) -> bool:
    """Is it an author, a speaker, a tag?"""
    last = fold(found.candidate.last.text)
    return any(
        last in fold(field.value) for field in article.metadata if field.name.casefold() not in _TITLES
    )


def _by_role(found: MissingName, article: Article) -> bool:
    """Does the headline put a crown or the like before the name, by which alone the text speaks?"""
    title = headline(article)
    before = [word for word in title.words if word.end <= found.candidate.start] if title else []
    return bool(before) and fold(before[-1].text) in crowns() and before[-1].text in haystack(article).text
