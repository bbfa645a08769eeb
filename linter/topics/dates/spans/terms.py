"""A term of so many years with its first and last one: "a three-year term that began in 2018 and ended …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from linter.analyses.language import language
from linter.analyses.numerals.hedges import hedge_before
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.languages import speech
from linter.languages.phrases import GAP, any_of, piece_of, word_of
from linter.matching import re
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.reading.forms import compiled, counted, forms, possible
from linter.topics.dates.wording import in_year, words_at

_FAR = 70
"""Characters from the term to its first year, and from that to the second."""
_BESIDE = 24
"""Characters behind the second year in which the word for the end may stand."""
_MOST = 12
_LONGEST = 60
"""Years for which something may be closed."""
_STOPS = frozenset(".!?;:()")


class Term(NamedTuple):
    """So many years, said at ``prose[start:end]``, and the years of their beginning and end."""

    start: int
    end: int
    years: int
    first: Anchor
    last: Anchor


def terms(article: Article) -> Iterator[Term]:
    """The terms whose sentence tells the years of their beginning and end.

    One that ended early may be shorter than it should have been.
    """
    code = language(article)
    nouns = _pieces(code)
    for first, last in pairwise(anchors(article)) if nouns else ():
        if first.block != last.block or first.quoted or not 0 < last.year - first.year <= 2 * _MOST:
            continue
        prose = article.blocks[first.block].text.prose
        low = max(0, first.start - 2 * _FAR)
        if any(map(prose[low : first.start].lower().__contains__, nouns)) and _told(prose, first, last, code):
            said = _said(prose, low, first.start, code)
            if said is not None and not hedge_before(prose, said[0], code):
                yield Term(*said, first, last)


def closures(article: Article) -> Iterator[Term]:
    """ "Closed since 2012, the pool opened again in 2019 after seven years": one clause tells all three.

    Closed *in* 2012, it may have opened after fewer years of something else, but not after more.
    """
    code = language(article)
    if not speech(code).dates.closed:
        return
    for first, last in pairwise(anchors(article)):
        if first.block != last.block or first.quoted or not 0 < last.year - first.year <= _LONGEST:
            continue
        prose = article.blocks[first.block].text.prose
        start, end = sentence_around(prose, first.start, last.end)
        start, end = max(start, first.start - 2 * _FAR), min(end, last.end + 2 * _FAR)
        since = _is_closed(code).search(prose, start, first.end + _BESIDE)
        if not since and not _is_reopened(prose, start, first, end, code):
            continue
        for form in possible(forms(code, "after-years"), prose[first.end : end].lower()):
            for found in compiled(form.pattern).finditer(prose, first.end, end):
                begin, years = counted(found, code)
                reopened = since or (years or 0) > last.year - first.year
                if years and reopened and not hedge_before(prose, begin, code):
                    yield Term(begin, found.end(), years, first, last)
                    return


def _is_reopened(prose: str, start: int, first: Anchor, end: int, code: str) -> bool:
    """Whether something was shut in the first year and opened again, maybe after years of work only."""
    again = words_at(code, "dates.reopened").search(prose, first.end, end)
    return again is not None and _closed_in(code).search(prose, start, first.end + _BESIDE) is not None


@cache
def _closed_in(code: str) -> re.Pattern[str]:
    closed = any_of(speech(code).dates.closed)
    return compiled(
        rf"(?<!\w)(?:{closed})\w{{0,2}}{GAP}+(?:{in_year(code)})\d{{4}}|\d{{4}}{GAP}+(?:{closed})\w{{0,2}}(?!\w)"
    )


@cache
def _is_closed(code: str) -> re.Pattern[str]:
    """A word for what is shut, and "since" beside it."""
    dates = speech(code).dates
    closed, since = word_of(dates.closed), word_of(dates.since)
    return compiled(rf"{closed}{GAP}+{since}{GAP}+|{since}{GAP}+\d{{4}}{GAP}+{closed}")


@cache
def _pieces(code: str) -> tuple[str, ...]:
    return tuple(map(piece_of, speech(code).dates.terms.nouns))


def _told(prose: str, first: Anchor, last: Anchor, code: str) -> bool:
    """Whether the words around two years say that something began in the one and ended in the other."""
    between = prose[first.end : last.start]
    if len(between) > _FAR or not _STOPS.isdisjoint(between) or any(map(str.isdigit, between)):
        return False
    began, ended = (words_at(code, f"dates.terms.{key}") for key in ("began", "ended"))
    start = began.search(prose, max(0, first.start - _FAR), first.start) or began.search(between)
    behind = prose[last.end : last.end + _BESIDE].partition(",")[0]
    return bool(start and (ended.search(between) or ended.search(behind)))


def _said(prose: str, low: int, high: int, code: str) -> tuple[int, int, int] | None:
    """Place and years of the last term in a part of a text, no number and no other sentence behind it."""
    near = prose[low:high].lower()
    found: list[tuple[int, int, int]] = []
    for pattern in _adjectives(code):
        for match in pattern.finditer(prose, low, high):
            start, years = counted(match, code)
            found += [(start, match.end(), years)] if years else []
    for named, years in speech(code).dates.terms.named.items():
        one = _before_noun(rf"(?<!\w)(?:{any_of([named])})", code).search(prose, low, high)
        found += [(one.start(), one.end(), years)] if one else []
    for form in possible(forms(code, "durations.year"), near):
        nouns = word_of(speech(code).dates.terms.nouns)
        behind = compiled(rf"{nouns}{GAP}+(?:[^\W\d_]+{GAP}+){{0,2}}?{form.pattern}")
        for match in behind.finditer(prose, low, high):
            start, number = counted(match, code)
            found += [(start, match.end(), number)] if number else []
    if not found:
        return None
    last = max(found)
    rest = prose[last[1] : high]
    plain = len(rest) <= _FAR and _STOPS.isdisjoint(rest) and not any(map(str.isdigit, rest))
    return last if plain and 1 < last[2] <= _MOST else None


@cache
def _adjectives(code: str) -> tuple[re.Pattern[str], ...]:
    """The phrases that stand before the noun ("three-year")."""
    return tuple(_before_noun(form.pattern, code) for form in forms(code, "terms.adjectives"))


@cache
def _before_noun(pattern: str, code: str) -> re.Pattern[str]:
    nouns = word_of(speech(code).dates.terms.nouns)
    return compiled(rf"{pattern}{GAP}+(?:[^\W\d_]+{GAP}+)?{nouns}")
