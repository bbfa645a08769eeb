"""Years that stand alone, and ranges of years."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from linter.analyses import analysis
from linter.analyses.digit_blocks import blocks_with_digits, figures
from linter.analyses.language import language
from linter.article.model import Article
from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.wording import words_at

FIRST, LAST = 1400, 2199
"""Numbers of four digits between these may be years."""
_DIGITS = 4
_AMOUNT_BEFORE = frozenset("0123456789.,:/$€£¥#_+=@-–")
_AMOUNT_AFTER = lazy(r"[%‰€$£°/]|[.,:]\d|-\d|\s?(?:km|kg|m²|€)\b")
_LONGEST_GAP = 24


class YearMention(NamedTuple):
    """A year at ``prose[start:end]`` of a block."""

    block: int
    start: int
    end: int
    year: int


class YearRange(NamedTuple):
    """Two years that the text opens and closes as a range ("from 1990 to 2000")."""

    first: YearMention
    last: YearMention
    opening: str
    start: int
    """Where the opening word or bracket begins."""


@analysis
def years(article: Article) -> tuple[YearMention, ...]:
    """The numbers of the article that look like years, in reading order; also those of dates."""
    clock = words_at(language(article), "dates.clock")
    return tuple(
        YearMention(number, match.start(), match.end(), int(match[0]))
        for number, block, runs in figures(article)
        for match in runs
        if match.end() - match.start() == _DIGITS and _is_year(block.text.prose, match, clock)
    )


def _is_year(prose: str, match: re.Match[str], clock: re.Pattern[str]) -> bool:
    if not FIRST <= int(match[0]) <= LAST:
        return False
    start, end = match.span()
    before = prose[start - 1 : start]
    glued = before.isdigit() or before.lower() != before.upper()  # other scripts put letters beside figures
    if glued or (before in _AMOUNT_BEFORE and before not in ("-", "–")):
        return False
    return not (_AMOUNT_AFTER.match(prose, end) or clock.match(prose, end + prose[end : end + 1].isspace()))


@analysis
def year_ranges(article: Article) -> tuple[YearRange, ...]:
    """The ranges of years that are opened and closed by words or brackets, in reading order."""
    code = language(article)
    worded = (
        found
        for first, last in pairwise(years(article))
        if first.block == last.block and 0 < last.start - first.end <= _LONGEST_GAP
        for found in _range(article.blocks[first.block].text.prose, first, last, code)
    )
    return tuple(sorted([*worded, *_in_brackets(article)]))


def _in_brackets(article: Article) -> Iterator[YearRange]:
    pattern = _brackets(language(article))
    for number, block in blocks_with_digits(article):
        for found in pattern.finditer(block.text.prose):
            first, last = (
                YearMention(number, *found.span(end), int(found[end])) for end in ("first", "last")
            )
            if FIRST <= first.year <= LAST and FIRST <= last.year <= LAST:
                yield YearRange(first, last, found[0][0], found.start())


@cache
def _brackets(code: str) -> re.Pattern[str]:
    """A range of years that has the brackets for itself ("(1990–2000)")."""
    sign = f"(?:{any_of(speech(code).dates.year_signs)})?"
    blank = "[ \u00a0]?"
    return lazy(rf"[(（](?P<first>\d{{4}}){sign}{blank}[-–—~～〜]{blank}(?P<last>\d{{4}}){sign}[)）]")


def _range(prose: str, first: YearMention, last: YearMention, code: str) -> Iterator[YearRange]:
    between = prose[first.end : last.start].strip(" \u00a0\u202f,").lower()
    for behind, closed in _closings(code):
        end = closed.match(prose, last.end) if behind.fullmatch(between) else None
        if end:
            yield YearRange(first, last._replace(end=end.end()), between, first.start)
            return
    for opening, closing in _openings(code):
        if not closing.fullmatch(between):
            continue
        match = opening.search(prose, max(0, first.start - 2 * _LONGEST_GAP), first.start)
        if match:
            yield YearRange(first, last, match[1].lower(), match.start(1))
            return


@cache
def _openings(code: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What opens a range right before a year, with what closes it."""
    dates = speech(code).dates
    the_years = any_of(dates.the_years)
    return tuple(
        (
            lazy(rf"(?<!\w)({any_of([opening])}){GAP}+(?:(?:{the_years}){GAP}+)?\Z", re.IGNORECASE),
            lazy(rf"{any_of([closing])}(?:{GAP}+(?:{the_years}))?"),
        )
        for opening, closing in dates.ranges
    )


@cache
def _closings(code: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What stands behind the first year of a range and, right behind the last one, what goes with it."""
    ends = "" if speech(code).dates.unspaced else r"(?!\w)"
    return tuple(
        (lazy(any_of([first]), re.IGNORECASE), lazy(rf"{GAP}*{any_of([last])}{ends}", re.IGNORECASE))
        for first, last in speech(code).dates.ranges_behind
    )
