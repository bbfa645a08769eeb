"""Parts that do not make up their total: "12 people: 5 women and 8 men"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import pieces_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.numbers import quantities
from linter.topics.numbers.reading.formatting import shown
from linter.topics.numbers.reading.model import NUMBER, Quantity
from linter.topics.numbers.totals.parts import are_apart, as_part, rounded_alike
from linter.topics.numbers.totals.sums import ALL, SOME, Sum, sums
from linter.topics.numbers.wording import words_of

_FEWER, _MORE = 0.5, 0.35
"""Two parts whose sum is farther below or above the total, as a share of it, count something else."""
_FEWER_OF_MANY, _MORE_OF_MANY = 0.8, 2.0
"""The same for three parts and more, and for such as women and men."""
_MANY, _FEWER_OF_LARGE = 20, 0.4
"""Of a total above it often only some parts are named ("102 cases – 26 in one town, 16 in another")."""
_SEVERAL, _LIKELY = 3, 0.8
"""So many rounded parts are seldom all at the far end of what they may be: so much of it is allowed for."""


class SumMismatch(Check):
    """Adds up the parts that a sentence lists beside their total, rounded numbers as their intervals.

    Parts that need not be all of it ("including") may be fewer, never more: variant ``too-many``.
    """

    fields = frozenset({"sum", "total", "difference"})
    needs = ("numbers.sum.making", "numbers.sum.including", "numbers.rest")
    variants = frozenset({"too-many"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        wrong: set[Span] = set()
        for outcome in chain(_listed(article), _told_apart(article)):
            if isinstance(outcome, Alarm):
                if outcome.span in wrong:
                    continue
                wrong.add(outcome.span)
            yield outcome


_MADE_OF = 30
"""Characters before a total in which it is called that of something."""


class _Words(NamedTuple):
    """Patterns of one language for parts and totals that are none."""

    each: re.Pattern[str]
    against: re.Pattern[str]
    for_: re.Pattern[str]
    made_of: re.Pattern[str]
    """Ends right before a total: "composta por" fifteen, which is no rate."""
    besides: re.Pattern[str]
    """Begins between a part and one that comes on top."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    words = words_of(code)
    stance = words.stance
    patterns = {
        "each": word_of(words.each),
        "against": word_of((*stance.against, *stance.neither)),
        "for_": word_of(stance.for_),
        "made_of": rf"{word_of((*words.sum.made_of, *words.sum.split))} $",
        "besides": rf"[ \u00a0]?[,;:][ \u00a0](?:{word_of(words.sum.and_)})",
    }
    return _Words(**{name: lazy(pattern, re.IGNORECASE) for name, pattern in patterns.items()})


def _listed(article: Article) -> Iterator[Alarm | Count]:
    """The parts that stand beside their total."""
    code = language(article)
    for each in sums(article):
        if not _of_one_kind(each, code):
            yield Count("lists beside a number that is not their total")
            continue
        yield Count("sums checked")
        if not _possible(each):
            yield _alarm(article, each)


def _told_apart(article: Article) -> Iterator[Alarm | Count]:
    """The parts and totals that have a construction of their own, each where one of its words stands."""
    readers = (_of_league, _of_ballots, _of_aboard)
    told = list(zip(_pieces(language(article)), readers, strict=True))
    for block, items in quantities(article):
        low = block.text.prose.lower() if len(items) >= _SEVERAL else ""
        for pieces, read in told if low else ():
            if any(map(low.__contains__, pieces)):
                yield from read(article, block, items)


@lru_cache(maxsize=16)
def _pieces(code: str) -> tuple[tuple[str, ...], ...]:
    """Pieces of the words without which a text has no match drawn, no abstention, and nobody on board."""
    words = words_of(code)
    lists = (words.league.drawn, words.stance.neither, words.person.on_board)
    return tuple(map(pieces_of, lists))


def _of_league(article: Article, block: Block, items: tuple[Quantity, ...]) -> Iterator[Alarm | Count]:
    from linter.topics.numbers.scores.league import records

    for record in records(block.text.prose, items, language(article)):
        yield Count("sums checked")
        parts = (record.won, record.drawn, record.lost)
        if record.matches and not record.matches_fit():
            yield _alarm(article, Sum(block, record.matches, tuple(map(as_part, parts)), ALL))
        if record.points and not record.points_fit():
            terms = f"3 \u00d7 {record.won.text} + {record.drawn.text}"
            yield _told_otherwise(article, block, record.points, terms, record.earned)


def _of_aboard(article: Article, block: Block, items: tuple[Quantity, ...]) -> Iterator[Alarm | Count]:
    from linter.topics.numbers.totals.aboard import aboard

    for whole, parts in aboard(block.text.prose, items, language(article)):
        yield Count("sums checked")
        if sum(part.value for part in parts) > whole.value > max(part.value for part in parts):
            yield _alarm(article, Sum(block, whole, tuple(map(as_part, parts)), SOME))


def _of_ballots(article: Article, block: Block, items: tuple[Quantity, ...]) -> Iterator[Alarm | Count]:
    from linter.topics.numbers.totals.ballots import ballots

    for ballot in ballots(block.text.prose, items, language(article)):
        yield Count("sums checked")
        if not ballot.fits():
            yield _alarm(article, Sum(block, ballot.voters, tuple(map(as_part, ballot.parts)), ALL))


def _told_otherwise(article: Article, block: Block, told: Quantity, terms: str, added: float) -> Alarm:
    """A total that is not the sum of terms, which stand around it."""
    spoken = language(article)
    most, least = sorted((added, told.value), reverse=True)
    rest = f"{shown(most, spoken)} \u2212 {shown(least, spoken)}"
    fields = {
        "sum": message("{terms} = {sum}", terms=terms, sum=shown(added, spoken)),
        "total": told.text,
        "difference": message("{terms} = {sum}", terms=rest, sum=shown(most - least, spoken)),
    }
    return Alarm(block.text.span(told.start, told.end), fields)


def _of_one_kind(each: Sum, code: str) -> bool:
    """Whether the parts may be parts of the total at all, going by their size and their nouns."""
    added = sum(part.value for part in each.parts)
    nouns = [part.noun for part in each.parts]
    words = _words(code)
    bound = each.rest and each.cover == ALL
    telling = bound or len(each.parts) != 2 or are_apart(each.parts, code)
    fewer, more = (_FEWER_OF_MANY, _MORE_OF_MANY) if telling else (_FEWER, _MORE)
    if each.total.value > _MANY:
        fewer = _FEWER_OF_LARGE
    prose = each.block.text.prose  # "11 lines (5 above and 5 below)" have one in the middle
    before = max(0, each.total.start - _MADE_OF), each.total.start
    made_of = words.made_of.search(prose, *before)
    rate = not (bound or made_of) and words.each.search(
        prose, max(0, each.total.start - 12), each.total.start
    )
    clock = each.total.value % 1 and all(part.value % 1 == 0 for part in each.parts)
    unnamed = each.total.kind == NUMBER and not all(nouns) and not each.rest
    items = len(each.parts) > 1 and each.total.value == len(each.parts)  # three kinds: "one smaller, two …"
    middle = not telling and len({part.value for part in each.parts}) == 1 and added + 1 == each.total.value
    votes = any(map(words.against.search, nouns)) and not any(map(words.for_.search, nouns))
    return (
        -fewer * each.total.value <= added - each.total.value <= more * each.total.value
        and not (unnamed or rate or clock or items or middle)
        and not votes
        and not any(map(words.each.search, nouns))
        and not _has_more_besides(each, words)
    )


def _has_more_besides(each: Sum, words: _Words) -> bool:
    """Whether the first parts make the total: "three rooms: two bedrooms and a bath, plus a garage"."""
    added, prose = 0.0, each.block.text.prose
    for part, behind in pairwise(each.parts):
        added += part.value
        if added == each.total.value:
            return words.besides.search(prose, part.end, behind.start) is not None
    return False


def _possible(each: Sum) -> bool:
    intervals = rounded_alike(each.parts)
    low, high = sum(part.low for part in intervals), sum(part.high for part in intervals)
    if len(intervals) >= _SEVERAL:
        added = sum(part.value for part in each.parts)
        low, high = (added + _LIKELY * (end - added) for end in (low, high))
    total = each.total
    whole = Interval(total.value, total.value) if total.is_count else _cut_or_rounded(total)
    return low <= whole.high if each.cover != ALL else Interval(low, high).overlaps(whole)


def _cut_or_rounded(total: Quantity) -> Interval:
    low, high = total.interval
    return Interval(low, high + (high - total.value) if total.exact and total.digits > 1 else high)


def _alarm(article: Article, each: Sum) -> Alarm:
    spoken = language(article)
    span = each.block.text.span
    added = sum(part.value for part in each.parts)
    terms = " + ".join(part.text for part in each.parts)
    rest = " \u2212 ".join([each.total.text, *(part.text for part in each.parts)])
    fields = {
        "sum": message("{terms} = {sum}", terms=terms, sum=shown(added, spoken)),
        "total": each.total.text,
        "difference": message("{terms} = {sum}", terms=rest, sum=shown(each.total.value - added, spoken)),
    }
    related = Related(span(min(each.parts).start, max(each.parts).end), fields["sum"])
    place = span(each.total.start, each.total.end)
    return Alarm(place, fields, (related,), variant="" if each.cover == ALL else "too-many")
