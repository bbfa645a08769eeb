"""The numbers of a headline that its text neither states nor adds up to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from linter.analyses import analysis
from linter.analyses.digit_blocks import has_digits
from linter.analyses.exchanged import neighbours_exchanged
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.analyses.numerals.number_words import number_words
from linter.article.model import Article, Block
from linter.languages import speech
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates import dates
from linter.topics.names import haystack, lists
from linter.topics.names.haystack import Haystack
from linter.topics.names.headlines.casualties import (
    WORD_AFTER,
    WORD_BEFORE,
    counts_all_casualties,
    fates,
    is_after_loss,
    lost_of_noun,
    may_count_casualties,
    may_count_persons,
    noun_behind,
    of_casualties,
)
from linter.topics.names.headlines.score import speaks_of_country
from linter.topics.names.normalise import fold
from linter.topics.numbers import quantities
from linter.topics.numbers.fractions import fractions_in
from linter.topics.numbers.reading.digits import decimal_mark
from linter.topics.numbers.reading.model import FRACTION, MEASURE, MONEY, NUMBER, PERCENT, POINTS, Quantity
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.reading.scan import scan
from linter.topics.numbers.reading.units import UNITS

_MILLION = 1e6
_SLACK = 0.02
"""Headlines round; so much more than the digits say is allowed."""
_REACH = 1.25
""""More than 300" says that there are hardly 400."""
_SMALLEST = 10
"""Smaller bare numbers count what the text lists one by one."""
_CLOCK = frozenset({"s", "min", "h"})
_MOST = 12
"""So many numbers of a headline are looked up."""
COUNTED = frozenset({NUMBER, PERCENT, MONEY, MEASURE})
"""Kinds of number that say how much."""
_KINDS = {
    NUMBER: {NUMBER, MEASURE},
    PERCENT: {PERCENT, FRACTION, POINTS, NUMBER},
    MONEY: {MONEY, NUMBER},
    MEASURE: {MEASURE, NUMBER},
}
"""What kinds of number of the text may stand for one of the headline."""

LASTING = frozenset({"s", "min", "h", "d", "week", "month", "year"})
"""Lengths of time: a text has many, of different things."""
_STEM = 4
"""Letters of a noun by which two numbers are known to count the same."""
_PERSONS = "@"
"""What stands for all nouns of persons: ``27 dead`` in the headline are ``27 people`` in the text."""
_DIGITS = lazy(r"\d(?:[\d.,'’ \u00a0\u202f]*\d)?")
_DAY_MONTH = lazy(r"\d{1,2}\.\d{1,2}\.(?!\d)")
"""A day and its month ("Magazin, 30.1.")."""
_NOT_DIGIT = lazy(r"\D")
_SENTENCE_START = lazy(r"(?:\A|[.:?!–—\"“”«»]\s*)\Z")


class TextNumber(NamedTuple):
    """A quantity of the text, in its block."""

    block: Block
    quantity: Quantity


class MissingNumber(NamedTuple):
    """A number of the headline that the text does not have."""

    quantity: Quantity
    """Its offsets are in the prose of the headline."""
    rival: TextNumber | None
    """The only number of the text of the same kind and unit."""


@analysis
def missing_numbers(article: Article) -> tuple[MissingNumber, ...]:
    """The headline's numbers that the text does not state in any form; in words only those of casualties."""
    if not article.headline or not _may_count(article.headline.prose, language(article)):
        return ()
    text, prose = haystack(article), article.headline.prose
    numbers = islice(_headline_numbers(prose, text), _MOST)
    wanted = [number for number in numbers if number.spelled or not is_written(number, text)]
    if not wanted:
        return ()
    from linter.topics.names.headlines.worked_out import follows

    stated = _stated(article, text)
    own = _own(article, stated)
    return tuple(
        MissingNumber(number, _rival(number, own, prose, text.language))
        for number in wanted
        if not _in_date(number, article)
        and not _is_stated(number, stated)
        and not follows(number, _parts(number, stated, prose, text.language), article)
    )


def _parts(number: Quantity, stated: list[TextNumber], prose: str, code: str) -> list[Quantity]:
    """The numbers that may add up to one of a headline: to one of the dead those of things do not."""
    if not is_small(number) or not of_casualties(number, prose, code):
        return [other.quantity for other in stated]
    return [each.quantity for each in stated if may_count_persons(each.quantity, each.block.text.prose, code)]


def _may_count(prose: str, code: str) -> bool:
    return has_digits(prose) or may_count_casualties(prose, code) or any(number_words(prose, code))


def _in_date(number: Quantity, article: Article) -> bool:
    """Is it part of a date of the headline?"""
    assert article.headline is not None
    span = article.headline.span(number.start, number.end)
    return any(span.overlaps(mention.span) for mention in dates(article))


def _headline_numbers(prose: str, text: Haystack) -> Iterator[Quantity]:
    def mark() -> str:
        return decimal_mark(text.language, (prose, *(block.text.prose for block in text.blocks)))

    for number in scan(prose, text.language, mark):
        day = _DAY_MONTH.match(prose, number.start)
        if number.kind in COUNTED and not day and _counts(number, prose, text.language):
            yield number


def _counts(number: Quantity, prose: str, code: str) -> bool:
    """Does the number say how much, and not which (``Boeing 737``), or list what follows?"""
    if number.unit in _CLOCK or number.is_range:
        return False
    if number.unit in LASTING and number.spelled:
        return bool(_two_words(prose, number.end))
    if is_small(number):
        told = _two_words(prose, number.end) or of_casualties(number, prose, code)
        told = told or lost_of_noun(number, prose, code)
        return number.kind == NUMBER and number.value > 1 and bool(told)
    if number.kind != NUMBER:
        return True
    names_or_lists = _in_name(number, prose, code) or _announces(number, prose)
    return of_casualties(number, prose, code) or not names_or_lists


def is_small(number: Quantity) -> bool:
    """Is it in words, or a bare number that counts what the text may list one by one?"""
    return number.spelled or (number.kind == NUMBER and number.value < _SMALLEST)


def _in_name(number: Quantity, prose: str, code: str) -> bool:
    """Does it stand beside a capitalised word inside the sentence?"""
    before = WORD_BEFORE.search(prose[: number.start])
    if before and before[1][0].isupper():
        return True
    after = WORD_AFTER.match(prose, number.end)
    if after is None or not after[1][0].isupper() or speaks_of_country(after[1], code):
        return False
    return not (speech(code).names.capital_nouns and lists.ordinary(after[1], code))


def _announces(number: Quantity, prose: str) -> bool:
    """``15 ways to …``: a number at the beginning counts what the text then tells in turn."""
    return _SENTENCE_START.search(prose[: number.start]) is not None and number.value <= 100


def is_written(number: Quantity, text: Haystack) -> bool:
    """Are the same digits in the text? The cheap question, before its numbers are read."""
    found = _DIGITS.search(number.text)
    if found is None:
        return True
    if found[0] in text.text:
        return True
    wanted = _NOT_DIGIT.sub("", found[0])
    return any(_NOT_DIGIT.sub("", other[0]) == wanted for other in _DIGITS.finditer(text.text))


def _stated(article: Article, text: Haystack) -> list[TextNumber]:
    places = {id(block) for block in text.blocks}
    numbers = [
        TextNumber(found.block, number)
        for found in quantities(article)
        if id(found.block) in places
        for number in found.items
    ]
    fractions = (
        TextNumber(block, fraction)
        for block in text.blocks
        for fraction in fractions_in(block.text.prose, text.language)
    )
    return [*numbers, *fractions]


def _is_stated(number: Quantity, stated: list[TextNumber]) -> bool:
    if is_small(number) and number.exact:
        return any(other.quantity.value == number.value for other in stated)
    return any(agree(number, other.quantity) for other in stated)


def agree(number: Quantity, other: Quantity) -> bool:
    """Do both stand for one value, in these or in other units of the same dimension?"""
    if other.kind not in _KINDS[number.kind]:
        return False
    mine, theirs = UNITS.get(number.unit), UNITS.get(other.unit)
    if mine is None or theirs is None:
        factor = 100.0 if other.kind == FRACTION else 1.0
        return _bounded(number).overlaps(_times(_bounded(other), factor), _SLACK)
    if mine.dimension != theirs.dimension:
        return False
    return any(
        _times(_bounded(number), one).overlaps(_times(_bounded(other), two), _SLACK)
        for one in mine.sizes
        for two in theirs.sizes
    )


def _bounded(number: Quantity) -> Interval:
    """The interval of a number, where "at least" and "at most" do not reach to infinity."""
    low, high = number.interval
    value = abs(number.value)
    return Interval(max(low, min(number.value, value / _REACH)), min(high, max(number.value, value * _REACH)))


def _times(interval: Interval, factor: float) -> Interval:
    return Interval(interval.low * factor, interval.high * factor)


def _rival(number: Quantity, stated: list[TextNumber], prose: str, code: str) -> TextNumber | None:
    """The one number of the text that the headline's may have been meant to be: it counts the same thing."""
    if number.unit in LASTING:
        return _lasting_alike(number, stated, prose)
    counted = _counted(prose, number.end, code) if number.kind == NUMBER else ""
    if number.kind == NUMBER and is_after_loss(number, prose, code):
        counted = _PERSONS
    if is_small(number) and not of_casualties(number, prose, code):
        return _first_alike(number, stated, prose) or _lost_alike(number, stated, prose, code)
    alike = [
        other
        for other in stated
        if (not is_small(number) or counts_all_casualties(other.quantity, other.block.text.prose, code))
        and (
            (counted and _counted(other.block.text.prose, other.quantity.end, code) == counted)
            or _is_same_amount(number, other.quantity)
            if number.kind == NUMBER
            else (other.quantity.kind, other.quantity.unit) == (number.kind, number.unit)
        )
    ]
    if not alike and counted and not is_small(number):
        from linter.topics.names.headlines.told_alike import counts_alike

        alike = [other for other in stated if counts_alike(number, prose, other.quantity, other.block)]
    alike = alike or [other for other in stated if _is_exchanged(number, other.quantity, prose, other.block)]
    if len({other.quantity.value for other in alike}) > 1:
        alike = _of_same_fate(number, alike, prose, code)
    return alike[0] if len({other.quantity.value for other in alike}) == 1 else None


def _lasting_alike(number: Quantity, stated: list[TextNumber], prose: str) -> TextNumber | None:
    """The only length of time of the text in that unit before the same two words: "seven years in prison"."""
    words = _two_words(prose, number.end)
    alike = [
        each
        for each in stated
        if words
        and each.quantity.unit == number.unit
        and _two_words(each.block.text.prose, each.quantity.end) == words
    ]
    return alike[0] if len({each.quantity.value for each in alike}) == 1 else None


def _is_exchanged(number: Quantity, other: Quantity, prose: str, block: Block) -> bool:
    """Whether two counts differ by the order of two digits, and their nouns begin alike."""
    if not (number.is_count and other.is_count and neighbours_exchanged(number.text, other.text)):
        return False
    nouns = WORD_AFTER.match(prose, number.end), WORD_AFTER.match(block.text.prose, other.end)
    return all(nouns) and len({fold(noun[1])[:1] for noun in nouns if noun}) == 1


def _is_same_amount(number: Quantity, other: Quantity) -> bool:
    """Whether a number of millions in a headline may be one of money: "a bridge for 64 million"."""
    return number.scale == other.scale >= _MILLION and other.kind == MONEY


def _of_same_fate(number: Quantity, alike: list[TextNumber], prose: str, code: str) -> list[TextNumber]:
    """Those of whom the text says what the headline says: killed, or hurt."""
    told = fates(number, prose, code)
    return [each for each in alike if told and fates(each.quantity, each.block.text.prose, code) == told]


def _lost_alike(number: Quantity, stated: list[TextNumber], prose: str, code: str) -> TextNumber | None:
    """The only number of the text that stands before the same noun, where both say what these suffered."""
    noun = lost_of_noun(number, prose, code)
    alike = [each for each in stated if noun and _noun(each.block.text.prose, each.quantity.end) == noun]
    same = [each for each in alike if lost_of_noun(each.quantity, each.block.text.prose, code)]
    return same[0] if len(alike) == 1 and same else None


def _noun(prose: str, end: int) -> str:
    after = WORD_AFTER.match(prose, end)
    return fold(after[1]) if after else ""


def _own(article: Article, stated: list[TextNumber]) -> list[TextNumber]:
    """Those outside of links: what stands in one is told by another page."""
    links = exempt(article, "links")
    places = (number.block.text.span(number.quantity.start, number.quantity.end) for number in stated)
    return [number for number, place in zip(stated, places, strict=True) if not links.hold(place.start)]


def _first_alike(number: Quantity, stated: list[TextNumber], prose: str) -> TextNumber | None:
    """The number of the first block that stands before the same two words: "four new schools"."""
    words = _two_words(prose, number.end)
    first = [other for other in stated if other.block is stated[0].block and other.quantity.kind == NUMBER]
    alike = [
        each for each in first if words and _two_words(each.block.text.prose, each.quantity.end) == words
    ]
    return alike[0] if len(alike) == 1 else None


def _two_words(prose: str, end: int) -> str:
    """The beginnings of the two words behind a number, the second no short one."""
    one = WORD_AFTER.match(prose, end)
    other = WORD_AFTER.match(prose, one.end()) if one else None
    alike = one and other and len(one[1]) > 1 and len(other[1]) >= _STEM
    return f"{fold(one[1])[:_STEM]} {_stem(other[1])}" if alike and one and other else ""


def _counted(prose: str, end: int, code: str) -> str:
    """The beginning of the noun behind a number, with a short word before it; one for all persons."""
    after = noun_behind(prose, end, code)
    word = after[1].lower() if after else ""
    nouns = person_nouns(code)
    if any(word in kind for kind in (nouns.any, nouns.sex_and_age, nouns.fate, nouns.lost)):
        return _PERSONS
    if after and len(word) < _STEM:  # "500 new flats"
        second = WORD_AFTER.match(prose, after.end())
        return f"{word} {_stem(second[1])}" if second and _stem(second[1]) else ""
    return _stem(word)


def _stem(word: str) -> str:
    return fold(word)[:_STEM] if len(word) >= _STEM else ""
