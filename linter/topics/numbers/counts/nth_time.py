"""How often, beside the years: "her third title, after 2017 and 2021", "two-time champion (2011, 2015)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from linter.analyses.digit_blocks import blocks_with_digits
from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article, Block
from linter.languages import speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.wording import year_marks
from linter.topics.numbers.wording import BLANK, NOUN, words_of

_YEAR = lazy(r"(?:19|20)\d\d")
_ANY_YEAR = r"(?:19|20)\d\d(?![\d./-]\d|\d)"
"""The source of one that is no part of a date, a number or a span."""
_FEWEST = 2
"""One year may say since when: "her third title after 2017"."""


class NthTime(NamedTuple):
    """An ordinal at ``prose[start:end]`` of a block, and the years before it at ``prose[first:last]``."""

    block: Block
    start: int
    end: int
    number: int
    first: int
    last: int
    years: int
    all: bool
    """The years are those of all of them, and not of those before."""

    def fits(self) -> bool:
        return self.number == self.years + (not self.all)


def nth_times(article: Article) -> Iterator[NthTime]:
    """The ordinals of an article that stand right before or behind the years of all those before."""
    code = language(article)
    words = words_of(code).listing
    if not (words.nth and words.after) and not words.times:
        return
    nouns = speech(code).names.capital_nouns
    for _, block in blocks_with_digits(article):
        prose = block.text.prose
        if not _two_years(code).search(prose):
            continue
        for pattern in _patterns(code):
            for found in pattern.finditer(prose):
                years = [int(year) for year in _YEAR.findall(found["years"])]
                if nouns and found.start("nth") and found["nth"][0].isupper():
                    continue  # "der Achter" is a boat
                if each := _nth_time(block, found, years, words.times, words.nth):
                    yield each


def _nth_time(
    block: Block, found: re.Match[str], years: list[int], times: Mapping[str, int], nth: Mapping[str, int]
) -> NthTime | None:
    told, prose = found["nth"].lower(), block.text.prose
    every = told in times
    number = times[told] if every else nth[told]
    if every and len(years) < number and prose[found.start("years") - 1] != "(":
        return None  # "a three-time finalist, who won in 2011 and 2015"
    others = () if every else _years_beside(prose, found)
    apart = not others or min(others) > years[-1]
    if len(years) < _FEWEST or years != sorted(set(years)) or not apart:
        return None
    return NthTime(block, *found.span("nth"), number, *found.span("years"), len(years), every)


def _years_beside(prose: str, found: re.Match[str]) -> list[int]:
    """The other years of the sentence: one more of those before may be among them."""
    start, end = sentence_around(prose, *found.span())
    return [
        int(year)
        for year in _YEAR.findall(f"{prose[start : found.start('years')]} {prose[found.end('years') : end]}")
    ]


@lru_cache(maxsize=16)
def _two_years(code: str) -> re.Pattern[str]:
    """With what the years begin: without it none of the patterns matches."""
    return lazy(_ANY_YEAR + _joint(code) + _ANY_YEAR, re.IGNORECASE)


def _joint(code: str) -> str:
    """The source of what stands between two years."""
    return rf"(?:,|,?{BLANK}(?:{any_of(words_of(code).and_)}))(?:{BLANK}[^\W\d]{{1,3}})?{BLANK}"


@lru_cache(maxsize=16)
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    """An ordinal, few words, "after" and two years or more; and the years first."""
    words = words_of(code)
    nth, after = any_of(words.listing.nth), word_of(words.listing.after)
    few = rf"(?:{NOUN}){{0,7}}?"
    years = rf"(?P<years>{_ANY_YEAR}(?:{_joint(code)}{_ANY_YEAR})+)"
    ends = rf"(?!{BLANK}?[,–-]?{BLANK}?\d|,?{BLANK}(?:{any_of(words.and_)}){BLANK})"
    closes = rf"(?={year_marks(code)}[ \u00a0]?(?:[,.;:!?)–—]|$))"
    times = any_of(words.listing.times)
    won = rf",?{BLANK}(?:{any_of(words.listing.won_in)}){BLANK}"
    opens = rf"(?:{BLANK}\((?={_ANY_YEAR}[^()]*\))|{won})"
    every = rf"(?<!\w)(?P<nth>{times})(?!\w)(?:{NOUN}){{1,6}}?{opens}{years}{ends}"
    return (
        *((lazy(every, re.IGNORECASE),) if words.listing.times else ()),
        lazy(rf"(?<!\w)(?P<nth>{nth}){few},?{BLANK}{after}{BLANK}{years}{ends}{closes}", re.IGNORECASE),
        lazy(rf"{after}{BLANK}{years}{ends},?{few}{BLANK}(?P<nth>{nth})(?!\w)", re.IGNORECASE),
    )
