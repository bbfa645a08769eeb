"""What headlines and the names of files are compared by: months, years, and the words before them."""

from __future__ import annotations

from functools import cache

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import CODE, HEADLINE, STANDFIRST, Article
from linter.article.path_name import path_name
from linter.languages import speech
from linter.languages.dates import Dates, spelling_key
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.matching.spelling import without_accents
from linter.namedtuples import NamedTuple
from linter.topics.dates.reading.model import DateMention
from linter.topics.dates.reading.recognise import recognise

_ENGLISH = "en"
"""Files are named in English, too, whatever the article is in."""
YEAR = lazy(r"[12](?<![\w.,:/#-].)(?:(?<=1)9|(?<=2)0)\d\d(?![\w%€$£]|[.,:/–-]\d)")
"""A year that is no part of a name, an address, an amount or a range."""
ANY_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE_OF_NAME = lazy(r"^\d{4}[-_.]?\d\d[-_.]?\d\d")
WORD = lazy(r"[^\W_]+")


SHORTEST = 4
"""A shorter name of a month may be another word ("may")."""


class Said(NamedTuple):
    """A month or year at a place of the headline."""

    value: int
    start: int
    end: int


def word_before(text: str, at: int) -> str:
    """The last word before a place; nothing if there is none."""
    return next(iter(WORD.findall(text[:at])[-1:]), "")


def file_name(article: Article) -> str:
    """The name of the article by its path, without its date."""
    return _DATE_OF_NAME.sub("", path_name(article.path))


@analysis
def title_dates(article: Article) -> tuple[DateMention, ...]:
    """The dates of the headline, at their places in it."""
    return tuple(recognise(article.headline.prose, language(article))) if article.headline else ()


@cache
def month_numbers(code: str) -> dict[str, int]:
    """Months by their names as file names have them, in a language and in English."""
    return {
        folded(name): number
        for each in (code, _ENGLISH)
        for name, number in speech(each).dates.months.items()
    }


def months_by_name(article: Article) -> dict[str, int]:
    """Months by their names as file names have them."""
    return month_numbers(language(article))


def month_names(article: Article, month: int) -> list[str]:
    """The names of a month in the language of the article."""
    known: Dates = speech(language(article)).dates
    return [
        name
        for names in (known.months, known.short_months)
        for name, number in names.items()
        if number == month
    ]


def text_has(article: Article, names: list[str], others: list[str]) -> bool:
    """Whether the text has the first names and none of the others."""
    wanted, unwanted = (lazy(rf"(?<!\w)(?:{any_of(each)})(?!\w)", re.IGNORECASE) for each in (names, others))
    texts = [block.text.prose for block in article.blocks if block.kind not in (HEADLINE, STANDFIRST, CODE)]
    return any(map(wanted.search, texts)) and not any(map(unwanted.search, texts))


def folded(word: str) -> str:
    """A word in small letters without marks, as file names have it."""
    return without_accents(spelling_key(word))


def years_of_text(article: Article) -> frozenset[int]:
    """The years that the text below the headline has."""
    return frozenset(
        int(found)
        for block in article.blocks
        if block.kind not in (HEADLINE, CODE)
        for found in ANY_YEAR.findall(block.text.prose)
    )
