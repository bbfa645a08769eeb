"""A range of pages, of ages or of persons that runs backwards: "aged 16–9", "between 50 and 30 people"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.digit_blocks import blocks_with_digits
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.numbers.persons import person_nouns


class NumberRange(Check):
    """Reports such ranges whose second number is the smaller one.

    Others may fall: a price, a share, "from 30 to 10". A second page of fewer digits is cut ("145–52").
    """

    fields = frozenset({"first", "last"})
    needs = ("numerals.ranges.pages", "numerals.ranges.aged")
    triggers = ("numerals.ranges.pages", "numerals.ranges.aged", "numerals.ranges.between")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code, seen = language(article), 0
        for _, block in blocks_with_digits(article):
            for found in _pattern(code).finditer(block.text.prose):
                first, last = int(found["first"]), int(found["last"])
                seen += 1
                if first <= last or (found["page"] and len(found["first"]) > len(found["last"])):
                    continue
                behind = found["noun"]
                if behind and behind != "%" and behind.lower() not in person_nouns(code).any:
                    continue
                span = block.text.span(found.start("first"), found.end("last"))
                if not exempt(article, "quotes").hold(span.start):
                    yield Alarm(span, {"first": found["first"], "last": found["last"]})
        if seen:
            yield Count("ranges checked", seen)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    known = speech(code)
    ranges = known.numerals.ranges
    joined = rf"{GAP}?(?:[-\u2010-\u2014]|{any_of((*known.numbers.until, *known.dates.to))}){GAP}?"
    both = rf"{GAP}(?:{any_of(known.numbers.and_)}){GAP}"
    led = rf"(?:(?P<page>{any_of(ranges.pages)})|(?P<aged>{any_of(ranges.aged)}))"
    between = rf"(?P<between>{any_of(ranges.between)}){GAP}"
    first, last = r"(?P<first>[1-9]\d{0,3})", r"(?P<last>[1-9]\d{0,3})"
    noun = rf"(?:{GAP}?(?P<noun>%|[^\W\d_]+))"
    return lazy(
        rf"(?<!\w)(?:{led}{GAP}?|{between}){first}"
        rf"(?(between){both}|{joined}){last}(?![\w.,:/-]*\d)(?(between){noun})",
        re.IGNORECASE,
    )
