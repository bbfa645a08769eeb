"""Two ages of one person, each with its year, that lie as far apart as the years do not.

"She was 31 when she joined the firm in 2004; when she left in 2014, she was 51."
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import phrases_at, speech
from linter.languages.phrases import GAP, any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.lives.ages_in_years import ages_in_years
from linter.topics.dates.lives.lifetimes import born_before, is_of_one_person
from linter.topics.dates.reading.forms import compiled
from linter.topics.dates.reading.model import HARDLY_OLDER

_LONGEST = 80
"""Years between two ages of one person."""
_YOUNGEST = 5
_MOST_WORDS = 45
"""Words that tell of both ages."""
_MOST = 20 * _MOST_WORDS
"""Characters of so many words in any language: of a longer text none are counted, for each pair of years."""
_AGE = lazy(r"(?<![\d.,:$€£])\d\d(?![\d%]|[.,:]\d)")


class AgeThen(NamedTuple):
    """An age at ``prose[start:end]``, and the year that it was reached in."""

    start: int
    end: int
    years: int
    year: Anchor


def ages_apart(article: Article) -> Iterator[tuple[AgeThen, AgeThen]]:
    """The pairs of ages that one sentence, or one and the next, tells of a person, each with its year."""
    code = language(article)
    for first, last in pairwise(anchors(article)):
        if first.block != last.block or first.quoted or not 0 < last.year - first.year <= _LONGEST:
            continue
        prose = article.blocks[first.block].text.prose
        start, _ = sentence_around(prose, first.start, first.end)
        _, end = sentence_around(prose, last.start, last.end)
        if end - start > _MOST or len(_AGE.findall(prose, start, end)) < 2:
            continue
        if len(prose[start:end].split()) > _MOST_WORDS:
            continue
        one, other = (_of_year(prose, (start, end), year, code) for year in (first, last))
        if not (one and other) or one.start == other.start or not _of_one(prose[start:end], code):
            continue
        if not any(born_before(prose, year, code, start) for year in (first, last)):
            yield one, other


def _of_one(sentence: str, code: str) -> bool:
    return is_of_one_person(sentence, code, _MOST_WORDS)


def _of_year(prose: str, place: tuple[int, int], year: Anchor, code: str) -> AgeThen | None:
    """The one age that a sentence tells of a year."""
    found = {
        told.start: AgeThen(told.start, told.end, told.age, year)
        for told in ages_in_years(prose, *place, code)
        if year.start <= told.year < year.end
    }
    for pattern in _beside(code):
        for match in pattern.finditer(prose, *place):
            if year.start <= match.start("year") < year.end:
                start, end = match.span("age")
                found.setdefault(start, AgeThen(start, end, int(match["age"]), year))
    ages = {told.years for told in found.values()}
    right = len(ages) == 1 and _YOUNGEST <= min(ages) <= HARDLY_OLDER
    return next(iter(found.values())) if right else None


@cache
def _beside(code: str) -> tuple[re.Pattern[str], ...]:
    """What may leave out the word for years: "left in 2008 at 34", "2008 war sie 34"."""
    dates = speech(code).dates
    age = r"(?P<age>(?<!\d)\d\d)(?![\d%]|[.,:]\d)"
    year = r"(?<!\d)(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
    leads = {phrase.partition("{number}")[0].strip() for phrase in dates.ages.at_death}
    led = word_of(filter(None, leads))
    whose = rf"(?:(?:{any_of((*dates.lives.between, *dates.ages.now))}){GAP}+)?"
    units = (phrase.partition("{number}")[2].strip() for phrase in dates.ages.reached)
    ends = rf"(?={GAP}*(?:[.,;:)–—]|\Z|(?:{any_of(filter(None, units))})(?!\w)))"
    endings = [told.removeprefix("{number}") for told in dates.ages.today if told.startswith("{number}")]
    was, then, few = word_of(dates.ages.was), word_of(dates.ages.then), rf"(?:{GAP}+[^\W\d]+)"
    return (
        compiled(rf"{year},?{GAP}+{led}{GAP}+{age}{ends}"),
        compiled(rf"{year},?{few}{{0,3}}?{GAP}+{age}(?:{any_of(endings)})(?!\w)"),
        compiled(rf"{year},?{GAP}+{was}{GAP}+{whose}{age}{ends}"),
        compiled(rf"{year}{few}{{0,3}}?,?{few}{{1,2}}?{GAP}+{was}{GAP}+{age}{ends}"),
        compiled(rf"{was}{GAP}+{whose}{age}{few}{{0,3}}?{GAP}+{then}{few}{{0,8}}?{GAP}+{year}"),
    )


class AgesApart(Check):
    """Compares two ages of one person with the years that they are told of."""

    fields = frozenset({"age", "year", "other", "since", "computed"})
    needs = ("dates.ages.was", "dates.ages.at-death")
    triggers = ("dates.ages.was", "dates.ages.at-death")

    def signs(self, code: str) -> Mapping[int, frozenset[str]]:
        """How years begin: the words for an age then stand in any article."""
        return {0: frozenset({"18", "19", "20"})} if phrases_at(code, *self.triggers) else {}

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        seen = 0
        for first, last in ages_apart(article):
            seen += 1
            grown = last.year.year - first.year.year
            if abs(last.years - first.years - grown) > 1:
                yield _alarm(article, first, last, first.years + grown)
        if seen:
            yield Count("pairs of ages with their years", seen)


def _alarm(article: Article, first: AgeThen, last: AgeThen, computed: int) -> Alarm:
    text = article.blocks[last.year.block].text
    fields = {
        "age": str(last.years),
        "year": str(last.year.year),
        "other": str(first.years),
        "since": str(first.year.year),
        "computed": str(computed),
    }
    related = (Related(text.span(first.start, first.end), "the other age"),)
    return Alarm(text.span(last.start, last.end), fields, related)
