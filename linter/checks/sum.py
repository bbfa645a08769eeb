"""Parts that do not make up their total: "12 people: 5 women and 8 men"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from linter.analyses.language import language
from linter.analyses.quantities.model import NUMBER, Interval, Quantity
from linter.analyses.quantities.shown import shown
from linter.analyses.quantities.sums import ALL, Sum, disjoint, sums
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related
from linter.regexes import lazy

_FEWER, _MORE = 0.5, 0.35
"""Two parts whose sum is farther below or above the total, as a share of it, count something else."""
_FEWER_OF_MANY, _MORE_OF_MANY = 0.8, 2.0
"""The same for three parts and more, and for such as women and men."""
_MANY, _FEWER_OF_LARGE = 20, 0.4
"""Of a total above it often only some parts are named ("102 cases – 26 in one town, 16 in another")."""
_EACH = lazy(r"\b(?:each|per|every|chaque|chacune?|par|jeweils|je|pro|cada|ogni|ciascun[oa]?|por|elk|elke)\b")
_AGAINST = lazy(
    r"\b(?:against|contre|gegen|contra|contrari?os?|contro|tegen|abst\w+|enth\w+)\b", re.IGNORECASE
)
_FOR = lazy(r"\b(?:for|in favour|in favor|pour|für|dafür|favore?|voor|sí|sì|sim|yes|oui|ja)\b", re.IGNORECASE)


class SumMismatch(Check):
    """Adds up the parts that a sentence lists beside their total.

    Rounded numbers stand for their intervals. Parts that need not be all of the total ("including")
    may be fewer than it, never more. Variants: ``too-many`` for these.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"sum", "total", "difference"})
    variants: ClassVar[frozenset[str]] = frozenset({"too-many"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for each in sums(article):
            if not _of_one_kind(each):
                yield Count("lists beside a number that is not their total")
                continue
            yield Count("sums checked")
            if not _possible(each):
                yield _alarm(article, each)


def _of_one_kind(each: Sum) -> bool:
    """Whether the parts may be parts of the total at all, going by their size and their nouns."""
    added = sum(part.value for part in each.parts)
    nouns = [part.noun for part in each.parts]
    telling = len(each.parts) > 2 or disjoint(each.parts)
    fewer, more = (_FEWER_OF_MANY, _MORE_OF_MANY) if telling else (_FEWER, _MORE)
    if each.total.value > _MANY:
        fewer = _FEWER_OF_LARGE
    prose = each.block.text.prose
    rate = _EACH.search(prose, max(0, each.total.start - 12), each.total.start)
    clock = each.total.value % 1 and all(part.value % 1 == 0 for part in each.parts)
    unnamed = each.total.kind == NUMBER and not all(nouns) and not each.rest
    votes = any(map(_AGAINST.search, nouns)) and not any(map(_FOR.search, nouns))
    return (
        -fewer * each.total.value <= added - each.total.value <= more * each.total.value
        and not (unnamed or rate or clock)
        and not votes
        and not any(map(_EACH.search, nouns))
    )


def _possible(each: Sum) -> bool:
    low = sum(part.interval.low for part in each.parts)
    high = sum(part.interval.high for part in each.parts)
    total = each.total
    whole = Interval(total.value, total.value) if total.is_count else _cut_or_rounded(total)
    if each.cover != ALL:
        return low <= whole.high
    return Interval(low, high).overlaps(whole)


def _cut_or_rounded(total: Quantity) -> Interval:
    low, high = total.interval
    return Interval(low, high + (high - total.value) if total.exact else high)


def _alarm(article: Article, each: Sum) -> Alarm:
    spoken = language(article)
    span = each.block.text.span
    added = sum(part.value for part in each.parts)
    terms = " + ".join(part.text for part in each.parts)
    rest = " \u2212 ".join([each.total.text, *(part.text for part in each.parts)])
    fields = {
        "sum": f"{terms} = {shown(added, spoken)}",
        "total": each.total.text,
        "difference": f"{rest} = {shown(each.total.value - added, spoken)}",
    }
    first, last = min(each.parts), max(each.parts)
    related = Related(span(first.start, last.end), fields["sum"])
    place = span(each.total.start, each.total.end)
    return Alarm(place, fields, (related,), variant="" if each.cover == ALL else "too-many")
