"""Two years of one text and the years that it says lie between them: "in 1943. 100 years before, in 1823"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.forms import count_of, forms, possible
from linter.topics.dates.publication import published
from linter.topics.dates.relative_date import Ago, ago_beside

_REACH = 90
"""How far from a year "100 years before" may begin or end."""
_SINCE = 400
"""Characters before it in which a year may stand that is counted from."""
_BEFORE, _AFTER = ("years-before", -1), ("years-after", 1)
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
    needs = ("dates.years_before",)
    triggers = ("dates.years-before", "dates.years-after")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        seen = 0
        for distance in _distances(article):
            seen += 1
            if not _fits(article, distance):
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
            said = ago_beside(article, anchor, possible(forms(code, key.replace("-", "_")), near))
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
    off = max(1, found.number // _ROUND) if found.number % 5 == 0 else 1
    return any(abs(year + found.sign * found.number - beside.year) <= off for year in years)


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
