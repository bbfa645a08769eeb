"""What an article must have of dates for a check to say anything; without it, that is not even imported.

Each question is the one that the check of it begins with, for a whole article: it may be true of more than
the check speaks of, never of less.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from linter.analyses.chunks import folded_words
from linter.analyses.digit_blocks import figures, has_digits
from linter.analyses.language import language
from linter.analyses.searchable import folded_prose
from linter.article.model import HEADING, LIST, TABLE, Article
from linter.languages import speech
from linter.languages.phrases import piece_of
from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.matching.spelling import without_accents
from linter.topics.dates import dates
from linter.topics.dates.anchors import anchors
from linter.topics.dates.metadata_range import has_start
from linter.topics.dates.publication import publications
from linter.topics.dates.reading.years import year_ranges
from linter.topics.dates.titles.title_words import SHORTEST, month_numbers
from linter.topics.dates.wording import longest_word, word_set

OF_CLOCK = lazy(r"[ \u00a0]?(?:[:.h]\d\d|[ap]\.?m|h\b)", re.IGNORECASE)
"""Behind a number."""
_LISTED = (LIST, TABLE, HEADING)
_BRACKETS = ("(", "（")


def headline(article: Article) -> bool:
    """A figure or a weekday in the headline, or a month in the path of an article that has one."""
    if article.headline is None:
        return False
    code, prose = language(article), article.headline.prose
    if has_digits(prose) or any(map(fold_case(prose).__contains__, _weekday_pieces(code))):
        return True
    return any(map(without_accents(fold_case(article.path)).__contains__, _months(code)))


@cache
def _months(code: str) -> tuple[str, ...]:
    """The names of months as they may stand in names of files, written out."""
    return tuple(fold_case(name) for name in month_numbers(code) if len(name) >= SHORTEST)


def weekday(article: Article) -> bool:
    """A date with a weekday."""
    return any(mention.weekday is not None for mention in dates(article))


def day(article: Article) -> bool:
    """A date with a day."""
    return any(mention.precision == "day" for mention in dates(article))


def listed(article: Article) -> bool:
    """A date in a list, a table or a heading."""
    return any(article.blocks[mention.block].kind in _LISTED for mention in dates(article))


def ranges(article: Article) -> bool:
    """Two years, or two dates of which a range may be made, or a field of when something begins."""
    if has_start(article):
        return True
    if year_ranges(article) or years_beside(article) or any(each.joined for each in dates(article)):
        return True
    pairs = any(one.block == other.block for one, other in pairwise(dates(article)))
    return pairs and any(map(folded_prose(article)[0].__contains__, _opens(language(article))))


@cache
def _opens(code: str) -> tuple[str, ...]:
    """Pieces of what says that something opens on a day."""
    return tuple(fold_case(piece_of(phrase)) for phrase in speech(code).dates.opens)


def life(article: Article) -> bool:
    """A year and a word for birth, years in brackets, or figures where lives are told in constructions."""
    code = language(article)
    if speech(code).dates.lives.told and figures(article):
        return True
    if any(found.opening in _BRACKETS for found in year_ranges(article)):
        return True
    born = _born(code)
    signs = (sign for sign in born if not sign.isalpha())
    told = not born.isdisjoint(folded_words(article)) or any(
        map(folded_prose(article)[0].__contains__, signs)
    )
    return told and bool(anchors(article))


def time(article: Article) -> bool:
    """A year, or a date."""
    return bool(anchors(article) or dates(article))


def years_beside(article: Article) -> bool:
    """Two years in one block."""
    return any(one.block == other.block for one, other in pairwise(anchors(article)))


def dates_beside(article: Article) -> bool:
    """Two dates in one block."""
    return any(one.block == other.block for one, other in pairwise(dates(article)))


def spans(article: Article) -> bool:
    """A range of years, two years or dates in one block, or two weekdays in all."""
    if year_ranges(article) or years_beside(article) or dates_beside(article):
        return True
    return bool(weekdays_twice(article))


def bracketed(article: Article) -> bool:
    """Years of a life in brackets."""
    if any(found.opening in _BRACKETS for found in year_ranges(article)):
        return True
    return any(article.blocks[each.block].text.prose.startswith(")", each.end) for each in anchors(article))


def clock(article: Article) -> bool:
    """A time of day, or those of subtitles."""
    return article.format == "subtitles" or any(
        OF_CLOCK.match(block.text.prose, run.end()) for _, block, runs in figures(article) for run in runs
    )


def stated_twice(article: Article) -> bool:
    """Two statements of the publication date."""
    return len(publications(article)) > 1


@cache
def _born(code: str) -> frozenset[str]:
    return frozenset(map(fold_case, word_set(code, "dates.lives.born")))


def weekdays_twice(article: Article) -> frozenset[str]:
    """Words of the weekdays that the article has, folded, if it has two of them at least."""
    said = _weekday_words(language(article)) & folded_words(article)
    twice = said and sum(map(folded_prose(article)[0].count, said)) > 1
    return said if twice else frozenset()


@cache
def _weekday_words(code: str) -> frozenset[str]:
    """Runs of letters of which an article has one if it has a weekday between blanks."""
    return frozenset(map(longest_word, speech(code).dates.weekdays))


@cache
def _weekday_pieces(code: str) -> tuple[str, ...]:
    """Of which a folded text has one if it has a weekday."""
    return tuple(map(fold_case, map(piece_of, speech(code).dates.weekdays)))
