"""A year of an era with the year of the common one beside it, that is another: 令和6年（2023年）."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy

_IN_ERA = r"(?P<era>{eras}) ?(?P<count>\d{{1,4}}|{first})"
_YEAR = r"(?<!\d)(?P<year>1[89]\d\d|20\d\d)(?!\d)"
_ORDERS = (
    rf"{_IN_ERA}{{sign}}? ?[(（](?:(?:{{common}}) ?)?{_YEAR}{{sign}}?[)）]",
    rf"{_YEAR}{{sign}}? ?[(（]{_IN_ERA}{{sign}}?[)）]",
)


class EraYear(Check):
    """Counts from the first year of an era, which is its year one."""

    fields = frozenset({"era", "year", "counted"})
    needs = ("dates.eras",)
    triggers = ("dates.eras",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code, seen = language(article), 0
        eras = speech(code).dates.eras
        for block in article.blocks:
            prose = block.text.prose
            for pattern in _patterns(code) if any(era in prose for era in eras) else ():
                for found in pattern.finditer(prose):
                    seen += 1
                    count = int(found["count"]) if found["count"].isdigit() else 1
                    year = eras[found["era"]] + count - 1
                    span = block.text.span(*found.span())
                    if year != int(found["year"]) and not exempt(article, "quotes").hold(span.start):
                        era = prose[found.start("era") : found.end("count")]
                        yield Alarm(span, {"era": era, "year": found["year"], "counted": str(year)})
        if seen:
            yield Count("years of an era", seen)


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    dates = speech(code).dates
    parts = {
        "eras": any_of(dates.eras),
        "first": any_of(dates.first_year),
        "sign": f"(?:{any_of(dates.year_signs)})",
        "common": any_of(dates.common_era),
    }
    return tuple(lazy(order.format(**parts)) for order in _ORDERS)
