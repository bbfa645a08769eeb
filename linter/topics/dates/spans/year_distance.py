"""Two years of one text and the years that it says lie between them: "in 1943. 100 years before, in 1823"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from linter.analyses.language import language
from linter.analyses.numerals.hedges import hedge_before
from linter.analyses.numerals.intervals import AT_LEAST
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.publication import published
from linter.topics.dates.reading.forms import compiled, count_of, counted, forms, possible
from linter.topics.dates.relative_date import Ago, ago_beside
from linter.topics.dates.wording import in_year, year_marks

_REACH = 90
"""How far from a year "100 years before" may begin or end."""
_SINCE = 400
"""Characters before it in which a year may stand that is counted from."""
_BEFORE, _AFTER = ("years-before", -1), ("years-after", 1)
_BEFORE_EVENT, _AFTER_EVENT = ("years-before-event", -1), ("years-after-event", 1)
_EVENT = 5
"""Words in which an event is named ("its founding", "the end of the war"); more tell of two events."""
_LEADS = lazy(r"(?:[ \u00a0][^\W\d]+){0,5}[ \u00a0]?[,(\u2013\u2014][ \u00a0]?(?:[^\W\d]+[ \u00a0]){0,2}")
"""All of the text from a year to a distance that is said of it."""
_GOES_ON = lazy(r"(?:[ \u00a0][^\W\d]+\.?)?\)?,[^.:;!?\d()]{1,80}")
"""All of the text from the year of an event to that of the sentence."""
_SENTENCE = lazy(r"(?:^|[.!?\n] ?)$")
_ENDS = r"[ \u00a0]?(?:[,.;:!?)\u2013\u2014]|$)"
_ROUND = 10


class Distance(NamedTuple):
    """ "100 years before" beside a year, with the year before it that is nearest."""

    said: Ago
    number: int
    sign: int
    since: Anchor


class YearDistance(Check):
    """Counts years from one year of the text to another, and compares with the number that it gives.

    Round numbers may be off by a tenth. Any year near before it may be the one that is counted from.
    """

    fields = frozenset({"words", "since", "meant", "said"})
    needs = ("dates.years-before",)
    triggers = (
        "dates.years-before",
        "dates.years-after",
        "dates.years-after-event",
        "dates.years-before-event",
    )

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        seen = 0
        for distance in _distances(article):
            seen += 1
            if not _fits(article, distance):
                yield _alarm(article, distance)
        for distance in _from_events(article):
            seen += 1
            if not _is_apart(distance, distance.since.year, _hedge(article, distance)):
                yield _alarm(article, distance)
        if seen:
            yield Count("years counted from others", seen)


def _distances(article: Article) -> Iterator[Distance]:
    code = language(article)
    every = anchors(article)
    for place, anchor in enumerate(every):
        if anchor.quoted or not place or every[place - 1].block != anchor.block:
            continue
        prose = article.blocks[anchor.block].text.prose
        near = prose[max(0, anchor.start - _REACH) : anchor.end + _REACH].lower()
        for key, sign in (_BEFORE, _AFTER):
            said = ago_beside(article, anchor, possible(forms(code, key), near))
            number = count_of(said.number, code) if said else None
            if said is not None and number and every[place - 1].end <= said.start:
                yield Distance(said, number, sign, every[place - 1])


def _fits(article: Article, found: Distance) -> bool:
    """Whether the number leads from any year before it, or that of the publication, to the year beside it."""
    every, beside = anchors(article), found.said.beside
    first = bisect_left(every, (beside.block, max(0, found.said.start - _SINCE)))
    years = {each.year for each in every[first : bisect_left(every, found.since)]} | {found.since.year}
    basis = published(article)
    years |= {basis.day.year} if basis else set()
    hedge = _hedge(article, found)
    return any(_is_apart(found, year, hedge) for year in years)


def _hedge(article: Article, found: Distance) -> str:
    return hedge_before(article.blocks[found.said.block].text.prose, found.said.start, language(article))


def _is_apart(found: Distance, since: int, hedge: str) -> bool:
    """Whether the year beside it is so far from another one; round numbers may be off by a tenth."""
    off = max(1, found.number // _ROUND) if found.number % 5 == 0 else 1
    more = found.sign * (found.said.beside.year - since) - found.number
    return (more >= -off) if hedge == AT_LEAST else abs(more) <= off


def _from_events(article: Article) -> Iterator[Distance]:
    """ "In 2019, two years after its founding in 2015", "two years after its founding in 2015, in 2019"."""
    code = language(article)
    every = anchors(article)
    for place, since in enumerate(every):
        prose = article.blocks[since.block].text.prose
        low = max(0, since.start - _REACH)
        near = prose[low : since.start].lower()
        for key, sign in (_BEFORE_EVENT, _AFTER_EVENT) if not since.quoted else ():
            for form in possible(forms(code, key), near):
                match = _event(form.pattern, code).search(prose, low, since.start)
                if match is None or not _ends(prose, since, every[place + 1 : place + 2], code):
                    continue
                start, number = match.start("said"), counted(match, code)[1]
                beside = _beside(prose, start, since, every, place)
                if number and beside is not None:
                    text = prose[start : match.end("said")]
                    said = Ago(since.block, start, match.end("said"), text, str(number), beside)
                    yield Distance(said, number, sign, since)


def _ends(prose: str, since: Anchor, following: tuple[Anchor, ...], code: str) -> bool:
    """Whether the year of an event ends what tells it, or its sentence goes on without another year."""
    if compiled(year_marks(code) + _ENDS).match(prose, since.end):
        return True
    _, end = sentence_around(prose, since.start, since.end)
    other = any(each.block == since.block and each.start < end for each in following)
    listing = speech(code).numbers.listing
    goes_on = rf"{year_marks(code)}{GAP}{word_of((*listing.goes_on, *listing.where))}"
    return not other and compiled(goes_on).match(prose, since.end) is not None


@cache
def _event(pattern: str, code: str) -> re.Pattern[str]:
    """All of the text from the words for a distance to the year of an event that is named in a few words."""
    words = rf"(?:(?:{GAP}+|(?<=['’]))[^\W\d][\w'’-]*){{1,{_EVENT}}}"
    of_year = rf"(?:{any_of(speech(code).dates.anniversaries.before_year)}){GAP}+"
    named = rf"{words}(?:{GAP}*\(|,?{GAP}+(?:{in_year(code)}|{of_year})?)"
    return compiled(rf"(?P<said>{pattern})(?:{named}|{GAP}+(?:{in_year(code)})?)\Z")


def _beside(prose: str, start: int, since: Anchor, every: tuple[Anchor, ...], place: int) -> Anchor | None:
    """The year that stands right before a distance, or alone behind the year of its event."""
    before = every[place - 1] if place else None
    if before and before.block == since.block and _LEADS.fullmatch(prose, before.end, start):
        return before
    after = every[place + 1] if place + 1 < len(every) else None
    if after and after.block == since.block and _GOES_ON.fullmatch(prose, since.end, after.start):
        return after if _SENTENCE.search(prose, max(0, start - 3), start) else None
    return None


def _alarm(article: Article, found: Distance) -> Alarm:
    text = article.blocks[found.said.block].text
    beside, since = found.said.beside, found.since
    fields = {
        "words": found.said.text,
        "since": str(since.year),
        "meant": str(since.year + found.sign * found.number),
        "said": str(beside.year),
    }
    start, end = min(found.said.start, beside.start), max(found.said.end, beside.end)
    related = (Related(text.span(since.start, since.end), "the year that is counted from"),)
    return Alarm(text.span(start, end), fields, related)
