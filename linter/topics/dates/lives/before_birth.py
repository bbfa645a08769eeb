"""What somebody did before being born: "The painter Anton Lorentz (1863–1928) finished it in 1803"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import chain

from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.reading.years import YearMention, YearRange, year_ranges

_SHORTEST, _LONGEST = 15, 110
"""Years of a life that are believed."""
_FAR = 100
"""Years before the birth from which on the year is one of history, not a slip."""
_SUBJECT = lazy(
    rf"\W*(?:[^\W\d_][\w'’-]* )?(?:[^\W\d_A-Z][\w'’-]{{4,}} ){{0,2}}(?:[{CAPITALS}][\w'’-]*\.? ){{1,4}}$",
)
"""A sentence up to its subject: an article, what the person is in one or two long words, and the name."""
_REACH = 30
"""So far before the year of birth its bracket may open."""
_AT_YEAR = lazy(r"\d[.][ \u00a0]?$")
"""The end of a sentence that ends with a number."""
_TITLE = lazy(r"[”“»\"’‘][ \u00a0]\Z")
_ENDS = lazy(r"[.;!?](?:\s|\Z)")
_VERB = lazy(r"\)[ \u00a0][^\W\d_A-Z][\w'’-]*[ \u00a0]")


class BeforeBirth(Check):
    """Compares the year of what a person did with the years of life in the brackets behind the name.

    Only where the person is what the sentence begins with, and its verb follows.
    """

    fields = frozenset({"year", "birth"})
    needs = ("dates.in-year", "dates.lives.born")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        seen = 0
        whole = (life for life in year_ranges(article) if _is_life(life))
        for life in chain(whole, _births(article)):
            deed = _deed(article, life)
            if deed is None:
                continue
            seen += 1
            if 0 < life.first.year - deed.year < _FAR:
                yield _alarm(article, life, deed)
        if seen:
            yield Count("years of lives beside another year", seen)


def _is_life(life: YearRange) -> bool:
    return life.opening == "(" and _SHORTEST <= life.last.year - life.first.year <= _LONGEST


def _births(article: Article) -> Iterator[YearRange]:
    """The years of birth that stand in brackets alone: "(born 1955)", "(* 1955)"."""
    born = _born(language(article))
    for year in anchors(article):
        prose = article.blocks[year.block].text.prose
        if year.quoted or not prose.startswith(")", year.end):
            continue
        opened = born.search(prose, max(0, year.start - _REACH), year.start)
        if opened:
            birth = YearMention(year.block, year.start, year.end, year.year)
            yield YearRange(birth, birth, "(", opened.start())


@cache
def _born(code: str) -> re.Pattern[str]:
    known = speech(code).dates
    return lazy(rf"\((?:\*|{any_of(known.lives.born)}){GAP}?(?:{any_of(known.in_year)}{GAP})?\Z")


def _deed(article: Article, life: YearRange) -> Anchor | None:
    """The only other year in the sentence of a person whose years stand in brackets."""
    prose = article.blocks[life.first.block].text.prose
    start, end = sentence_around(prose, life.first.start, life.last.end)
    if not _SUBJECT.match(prose, start, life.start) or not _VERB.match(prose, life.last.end):
        return None
    if _AT_YEAR.search(prose, max(0, end - 4), end):  # another year behind it may tell of another
        _, end = sentence_around(prose, end + 1, end + 2)
    every = anchors(article)
    place = bisect_left(every, (life.last.block, life.last.end))
    others = [each for each in every[place : place + 2] if each.block == life.last.block and each.start < end]
    if len(others) != 1 or others[0].quoted:
        return None
    told = _in_year(language(article)).search(prose, life.last.end, others[0].start)
    return others[0] if told or _is_bare(prose, others[0]) else None


def _is_bare(prose: str, year: Anchor) -> bool:
    """Whether a year without a word before it closes the sentence behind the title of a work."""
    title = _TITLE.search(prose, max(0, year.start - 3), year.start)
    return title is not None and _ENDS.match(prose, year.end) is not None


@cache
def _in_year(code: str) -> re.Pattern[str]:
    """What stands before a year; in some languages nothing has to."""
    return lazy(rf"(?<!\w)(?:{any_of(speech(code).dates.in_year)}){GAP}\Z")


def _alarm(article: Article, life: YearRange, deed: Anchor) -> Alarm:
    text = article.blocks[deed.block].text
    fields = {"year": str(deed.year), "birth": str(life.first.year)}
    related = (Related(text.span(life.first.start, life.last.end), "the years of life"),)
    return Alarm(text.span(deed.start, deed.end), fields, related)
