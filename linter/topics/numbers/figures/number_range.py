"""A range of pages, of ages or of persons that runs backwards: "aged 16–9", "between 50 and 30 people"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.digit_blocks import figures
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.persons import person_nouns

_LEAD = 20
"""Characters before a number in which the words for such a range stand."""
_BLANKS = " \u00a0"
_PERCENT = "%"


class _Words(NamedTuple):
    """The words right before the first number, and what may follow from it."""

    pages: tuple[str, ...]
    aged: tuple[str, ...]
    spans: tuple[str, ...]
    """Before numbers that "and" joins."""
    joined: re.Pattern[str]
    with_and: re.Pattern[str]
    """The same with "and" and the noun that both are of."""


class NumberRange(Check):
    """Reports such ranges whose second number is the smaller one.

    Others may fall: a price, a share, "from 30 to 10". A second page of fewer digits is cut ("145–52").
    """

    fields = frozenset({"first", "last"})
    needs = ("numerals.ranges.pages", "numerals.ranges.aged")
    triggers = ("numerals.ranges.pages", "numerals.ranges.aged", "numerals.ranges.between")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code, seen = language(article), 0
        words = _words(code)
        for _, block, runs in figures(article):
            prose = block.text.prose
            for run in runs:
                found = _range(prose, run.start(), words, code)
                if found is None:
                    continue
                seen += 1
                span = block.text.span(*found.span("range"))
                first, last = found["first"], found["last"]
                if int(first) > int(last) and not exempt(article, "quotes").hold(span.start):
                    yield Alarm(span, {"first": first, "last": last})
        if seen:
            yield Count("ranges checked", seen)


def _range(prose: str, start: int, words: _Words, code: str) -> re.Match[str] | None:
    """The range that begins with a number, if the words before it say what it is of."""
    before = " " + prose[max(0, start - _LEAD) : start].rstrip(_BLANKS).lower()
    if before.endswith((*words.pages, *words.aged)):
        found = words.joined.match(prose, start)
        cut = found and before.endswith(words.pages) and len(found["first"]) > len(found["last"])
        return None if cut else found
    found = words.with_and.match(prose, start) if before.endswith(words.spans) else None
    persons = found and (found["noun"] == _PERCENT or found["noun"].lower() in person_nouns(code).any)
    return found if persons else None


@cache
def _words(code: str) -> _Words:
    known = speech(code)
    ranges = known.numerals.ranges
    to = rf"(?:[-\u2010-\u2014]|{any_of((*known.numbers.until, *known.dates.to))})"
    first, last = r"(?P<range>(?P<first>[1-9]\d{0,3})", r"(?P<last>[1-9]\d{0,3}))(?![\w.,:/-]*\d)"
    noun = rf"{GAP}?(?P<noun>%|[^\W\d_]+)"
    pages, aged, between = (
        tuple(f" {word}".lower() for word in each) for each in (ranges.pages, ranges.aged, ranges.between)
    )
    return _Words(
        pages,
        aged,
        between,
        lazy(rf"{first}{GAP}?{to}{GAP}?{last}", re.IGNORECASE),
        lazy(rf"{first}{GAP}(?:{any_of(known.numbers.and_)}){GAP}{last}{noun}", re.IGNORECASE),
    )
