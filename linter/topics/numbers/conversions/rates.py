"""Totals told with a number and the amount for each: "$10 million for 500 people, or $20,000 each"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article, Block
from linter.languages.phrases import any_of, has_piece, pieces_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.changes.change_pairs import is_time
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, Quantity
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.reading.units import UNITS, Unit, units_after
from linter.topics.numbers.wording import BLANK, NOUN, SLOTS, next_sentence, smalls, words_of

_SAME_SENTENCE = lazy(r"[^.;:!?\n()]{0,90}")
_WORD = lazy(r"[^\W\d]+")
_NEXT = lazy(NOUN)
_ENDS = lazy(rf"(?:{NOUN}){{0,3}}[ \u00a0]?(?:[),.;:\u2013\u2014]|$)")
_LEAD = 40
"""Characters before an amount in which "each" may stand."""
_SAME_LETTERS = 4
"""Two words that begin with so many letters alike may be forms of one: "jobs", "job"."""
_PART = 3
"""Letters of the shortest part of a compound."""


class Rate(NamedTuple):
    """A total, how many share it, and how much it is said to be for each."""

    block: Block
    total: Quantity
    number: Quantity
    stated: Quantity


class _Words(NamedTuple):
    """Patterns of one language around an amount for each."""

    each: re.Pattern[str]
    """Right after the amount."""
    per: re.Pattern[str]
    """The same, with the word for one of those that it is for at the end."""
    again: re.Pattern[str]
    """All of the text between two numbers and a third that follows from them."""
    beside: re.Pattern[str]
    """The same with no word for it."""
    each_before: re.Pattern[str]
    """Ends right before the amount."""
    each_of: re.Pattern[str]
    """Ends right before the number of those of whom each one has the amount that follows."""
    each_has: re.Pattern[str]
    """All of the text from that number to the amount, if only there it says that it is for each."""
    in_all: re.Pattern[str]
    """All of the text from the amount to the total …"""
    total: re.Pattern[str]
    """… or right behind the total."""
    comes_to: re.Pattern[str]
    """All of the text from a total to the amount that it comes to …"""
    for_each: re.Pattern[str]
    """… for each of so many: all of the text from that to their number."""
    mean: re.Pattern[str]
    """Right behind an amount and what it is for: it is one of several on average."""
    averaged: re.Pattern[str]
    """Before an amount that is for each on average."""
    priced: re.Pattern[str]
    """All of the text from the number of some things to the price of each …"""
    price: re.Pattern[str]
    """… or what ends right before the price …"""
    sold: re.Pattern[str]
    """… if all of the text from it to their number is this."""
    paid_in: re.Pattern[str]
    """All of the text from the number of instalments to what each of them is."""
    joined: re.Pattern[str]
    """Ends right before this number, if they are only a part."""
    yields: re.Pattern[str]
    """All of the text from the later one of both to what they bring."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    words = words_of(code)
    bare, again = smalls(code), any_of(words.again)
    per = [phrase for phrase in words.apiece if "{" in phrase]
    apiece = [phrase for phrase in words.apiece if phrase not in per]
    each = word_of(words.each)
    shared = rf"{word_of(words.each_before)}(?:{NOUN}){{0,2}} "
    small = rf"(?:(?:[^\W\d]+ )?{shared}|[^\W\d]{{1,2}} )?{bare}"
    article = rf"(?:{word_of(words.listing.single)} |[^\W\d]{{1,3}} )?"
    averaged = rf"(?:{article}{word_of(words.change.averaged)} (?:[^\W\d]{{1,2}} )?)?"
    opened = rf"{BLANK}[(\u2013\u2014]{BLANK}?(?:(?:{again}),? )?{small}"
    priced = rf"(?:{any_of(words.priced)}) "
    of_each = rf"(?:{any_of((*words.priced, *words.share.amount))}) "
    gap = rf"(?:{NOUN}){{0,4}}?(?:,|{BLANK}[(\u2013\u2014])? ?(?:(?:{again}),? )?"
    patterns = {
        "each": rf"{BLANK}{word_of(apiece)}",
        "per": rf"{BLANK}{word_of(per, SLOTS)}",
        "again": rf"(?:{NOUN}){{0,6}}?"
        rf"(?:(?:,? (?:{again}),?|{BLANK}?{next_sentence(code)}) {averaged}{small}|{opened})",
        "beside": rf"(?:{NOUN}){{0,4}}[,:] (?:(?:{any_of(words.gets)}) )?{averaged}{small}",
        "each_before": rf"{shared}{bare}$",
        "each_of": rf"(?<!\w)(?:{any_of(words.each_of)}) $",
        "each_has": rf"(?:{NOUN}){{1,6}}?{BLANK}{each}(?:{NOUN}){{0,4}}? {small}",
        "in_all": rf"{gap}(?:{any_of((*words.sum.making, *words.sum.in_all))})(?:{NOUN}){{0,2}}? {small}",
        "total": rf"(?:{NOUN}){{0,1}}?{BLANK}(?:{any_of(words.sum.in_all)})(?!\w)",
        "comes_to": rf"(?:{NOUN}){{0,4}}?,? (?:{any_of((*words.comes_to, *words.again))}) {bare}",
        "for_each": rf" (?:{any_of(apiece)})(?:{NOUN}){{0,4}}? ",
        "mean": rf"(?:{NOUN}){{0,3}}{BLANK}{word_of(words.change.averaged)}",
        "averaged": word_of(words.change.averaged),
        "priced": rf"(?:{NOUN}){{1,2}},? {priced}(?:{shared})?",
        "price": rf"(?<!\w){priced}(?:{shared})?$",
        "sold": rf"(?:{NOUN}){{0,3}}, (?:[^\W\d]{{1,3}} )?",
        "paid_in": rf"(?:{NOUN})?{BLANK}{word_of(words.instalments)} {of_each}(?:{shared})?",
        "joined": rf"{word_of(words.and_)} $",
        "yields": rf"(?:{NOUN}){{0,3}}?,?(?:{NOUN}){{0,1}}? (?:{any_of(words.yields)}) {bare}",
    }
    return _Words(**{name: lazy(pattern, re.IGNORECASE) for name, pattern in patterns.items()})


@analysis
def rates(article: Article) -> tuple[Rate, ...]:
    """The totals of an article that are told with a number and the amount for each of so many.

    Forms: "T for N people, or R each", "N people got T, R per person", "R each for N people, or T", "each of
    the N gets R, T in all", and of anything "T in N matches, R per match on average".
    """
    code = language(article)
    return tuple(
        rate
        for block, items in quantities(article)
        if len(items) > 2 and _may_tell(block, items, code)
        for rate in _in_block(block, items, code)
    )


def _in_block(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Rate]:
    read = set()
    for three in zip(items, items[1:], items[2:], strict=False):
        if rate := _rate(block, three, code) or _average(block, three, code) or _per_unit(block, three, code):
            read.add(rate.stated.start)
            yield rate
    for rate in _as_told(block, items, code):
        if rate.stated.start not in read:
            read.add(rate.stated.start)
            yield rate
    if any(map(is_time, items)) and may_tell_mean(block.text.prose, code):
        from linter.topics.numbers.totals.per_time import per_time

        for total, time, each in per_time(block.text.prose, items, code):
            if each.start not in read:
                yield Rate(block, total, time, each)


def _as_told(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Rate]:
    """The rates in the constructions of a language."""
    phrases = words_of(code).each_told
    if not phrases:
        return
    from linter.topics.numbers.constructions import told

    for slots in told(block.text.prose, items, phrases):
        total, many, each = (slots[name].bare for name in ("total", "many", "each"))
        alike = (total.kind, total.unit) == (each.kind, each.unit)
        amounts = _is_amount(total) or (total.kind == NUMBER and total.value > 0)
        if alike and amounts and (many.kind == NUMBER or is_time(many)) and many.value > 1:
            yield Rate(block, total, many, each)


def _may_tell(block: Block, items: tuple[Quantity, ...], code: str) -> bool:
    """Whether there are amounts, or a word for an average: the cheap question."""
    if any(item.kind in (MONEY, MEASURE) for item in items):
        return True
    return may_tell_mean(block.text.prose, code)


def may_tell_mean(prose: str, code: str) -> bool:
    """Whether a word for an average may be there: the cheap question."""
    return has_piece(prose, _pieces(code))


@lru_cache(maxsize=16)
def _pieces(code: str) -> tuple[str, ...]:
    return pieces_of(words_of(code).change.averaged)


def _rate(block: Block, three: tuple[Quantity, Quantity, Quantity], code: str) -> Rate | None:
    prose = block.text.prose
    if prose[max(0, three[0].start - 1) : three[0].start] not in ("-", "–"):
        three = _in_one_unit(prose, three, _words(code))
    first, second, third = three
    counts = [item for item in three if item.kind == NUMBER and item.value > 1 and not item.is_range]
    amounts = [item for item in three if _is_amount(item)]
    if len(counts) != 1 or len(amounts) != 2 or amounts[0].kind != amounts[1].kind:
        return None
    if amounts[0].unit != amounts[1].unit or not _SAME_SENTENCE.fullmatch(prose, first.end, second.start):
        return None
    words = _words(code)
    if told := _each_has(block, three, counts[0], words) or _brings(block, three, counts[0], words):
        return told
    for stated, total in (amounts, amounts[::-1]):
        one = _for_one(prose, stated, code)
        if one is None or _for_one(prose, total, code) is not None:
            continue
        ends = _ENDS.match(prose, third.end) or words.mean.match(prose, third.end)
        if ends and _follows(prose, second, third, one, counts[0], code):
            # it is no hedge, though numbers may be read so
            mean = words.averaged.search(prose, second.end, third.start)
            return Rate(block, total, counts[0], stated.bare if mean else stated)
    return None


def _each_has(
    block: Block, three: tuple[Quantity, Quantity, Quantity], count: Quantity, words: _Words
) -> Rate | None:
    """What each of so many has, told before the total, or what a total comes to for each of so many."""
    first, second, third = three
    if count is first and _has_each(block.text.prose, three, words):
        return Rate(block, third, first, second)
    if count is third and _comes_to_each(block.text.prose, three, words):
        return Rate(block, first, third, second)
    return None


def _brings(
    block: Block, three: tuple[Quantity, Quantity, Quantity], count: Quantity, words: _Words
) -> Rate | None:
    """ "250 tickets at 12 euros brought in 3,000", "at 12 euros a ticket, the 250 seats brought in 3,000"."""
    first, second, total = three
    prose = block.text.prose
    if count is second and words.paid_in.fullmatch(prose, second.end, total.start):
        joined = words.joined.search(prose, first.end, second.start)
        return None if joined else Rate(block, first, count, total)
    if count is total or not count.exact or not words.yields.fullmatch(prose, second.end, total.start):
        return None
    if count is first:
        told = words.priced.fullmatch(prose, first.end, second.start)
        return Rate(block, total, count, second) if told else None
    told = words.price.search(prose, max(0, first.start - _LEAD), first.start)
    return (
        Rate(block, total, count, first)
        if told and words.sold.fullmatch(prose, first.end, second.start)
        else None
    )


def _in_one_unit(
    prose: str, three: tuple[Quantity, Quantity, Quantity], words: _Words
) -> tuple[Quantity, Quantity, Quantity]:
    """Three numbers, the first in the unit of the last if a scale makes it an amount, too: "1.2 million".

    So is the last one, if it is called the total ("200 euros each, 5,000 in all") or has a scale ("600
    million euros for 20 schools, or 30 million each").
    """
    total, count, stated = three
    amounts = [item for item in three[:2] if item.kind == MONEY]
    if len(amounts) == 1 and stated.kind == NUMBER and stated.scale > 1:
        return total, count, stated._replace(kind=MONEY, unit=amounts[0].unit)
    if total.kind == stated.kind == NUMBER and count.kind == MONEY and words.total.match(prose, stated.end):
        return total, count, stated._replace(kind=MONEY, unit=count.unit)
    if total.kind == count.kind == NUMBER and total.scale > 1 == count.scale and stated.kind == MONEY:
        return total._replace(kind=MONEY, unit=stated.unit), count, stated
    return three


def _comes_to_each(prose: str, three: tuple[Quantity, Quantity, Quantity], words: _Words) -> bool:
    """Whether a total comes to an amount for each of so many."""
    total, stated, count = three
    comes_to = words.comes_to.fullmatch(prose, total.end, stated.start)
    return comes_to is not None and words.for_each.fullmatch(prose, stated.end, count.start) is not None


def _average(block: Block, three: tuple[Quantity, Quantity, Quantity], code: str) -> Rate | None:
    """ "48 goals in 12 matches, four per match on average": the words for the matches begin alike."""
    if any(item.kind != NUMBER or item.is_range or item.value <= 1 for item in three):
        return None
    prose = block.text.prose
    first, second, stated = three
    words = _words(code)
    noun = _NEXT.match(prose, stated.end)
    per = words.per.match(prose, stated.end) or (noun and words.per.match(prose, noun.end()))
    led = words.averaged.search(prose, second.end, stated.start) if per else None
    if not (per and led and _SAME_SENTENCE.fullmatch(prose, first.end, stated.start)):
        return None
    one = per[0].split()[-1][:_SAME_LETTERS].lower()
    for count, total in ((second, first), (first, second)):
        noun = _WORD.search(prose, count.end, count.end + _LEAD)
        if noun and noun[0][:_SAME_LETTERS].lower() == one:
            return Rate(block, total, count, stated.bare)
    return None


def _per_unit(block: Block, three: tuple[Quantity, Quantity, Quantity], code: str) -> Rate | None:
    """ "40 tons for 60,000 euros, or 1,500 a ton": the measure in the unit that the price is for."""
    first, second, stated = three
    measure, total = (first, second) if second.kind == MONEY else (second, first)
    if measure.kind != MEASURE or (total.kind, total.unit) != (MONEY, stated.unit) or not _is_amount(stated):
        return None
    prose, unit = block.text.prose, UNITS[measure.unit]
    one = _unit_for(prose, stated, code)
    if one is None or one.dimension != unit.dimension or _unit_for(prose, total, code):
        return None
    near = _SAME_SENTENCE.fullmatch(prose, first.end, second.start)
    if not (near and _words(code).again.fullmatch(prose, second.end, stated.start)):
        return None
    size, (low, high) = unit.sizes[0] / one.sizes[0], measure.interval
    number = measure._replace(value=measure.value * size, interval=Interval(low * size, high * size))
    return Rate(block, total, number, stated)


def _unit_for(prose: str, amount: Quantity, code: str) -> Unit | None:
    """The unit that an amount is for one of: "per kilo", or the bare unit behind it ("12 kronor kilot")."""
    per = _words(code).per.match(prose, amount.end) or _NEXT.match(prose, amount.end)
    unit = units_after(code).get(per[0].split()[-1]) if per else None
    return UNITS[unit] if unit is not None and UNITS[unit].dimension != "time" else None


def _has_each(prose: str, three: tuple[Quantity, Quantity, Quantity], words: _Words) -> bool:
    """Whether each of so many has an amount, and the last number is what that comes to."""
    count, amount, total = three
    each_of = words.each_of.search(prose, max(0, count.start - 30), count.start)
    if not each_of and not words.each_has.fullmatch(prose, count.end, amount.start):
        return False
    between = words.beside.fullmatch(prose, amount.end, total.start) or words.again.fullmatch(
        prose, amount.end, total.start
    )
    in_all = between and words.total.match(prose, total.end)
    said = words.again.fullmatch(prose, amount.end, total.start) if each_of else None
    return bool(in_all or said or words.in_all.fullmatch(prose, amount.end, total.start))


def _is_amount(item: Quantity) -> bool:
    return item.kind in (MONEY, MEASURE) and not is_time(item) and not item.is_range and item.value > 0


def _for_one(prose: str, amount: Quantity, code: str) -> str | None:
    """The word for one of those that an amount is for, empty for "each"; nothing if it is no such amount."""
    words = _words(code)
    each = words.each.match(prose, amount.end)
    if each:
        behind = _WORD.match(prose, each.end() + 1)
        return None if behind and _is_time(behind[0], code) else ""
    per = words.per.match(prose, amount.end)
    word = per[0].split()[-1] if per else ""
    if word and not _is_time(word, code):
        return word
    before = not per and words.each_before.search(prose, max(0, amount.start - _LEAD), amount.start)
    return "" if before else None


def _is_time(word: str, code: str) -> bool:
    unit = units_after(code).get(word)
    return unit is not None and UNITS[unit].dimension == "time"


def _follows(prose: str, before: Quantity, last: Quantity, one: str, count: Quantity, code: str) -> bool:
    """Whether the last number is said to follow from those before: by a word, in brackets, or by its noun."""
    words = _words(code)
    if words.again.fullmatch(prose, before.end, last.start) or words.in_all.fullmatch(
        prose, before.end, last.start
    ):
        return True
    if not words.beside.fullmatch(prose, before.end, last.start):
        return False
    if words.averaged.search(prose, before.end, last.start) or words.mean.match(prose, last.end):
        return True
    behind = prose[count.end : last.start if count is not last else None][:30]
    nouns = [word.lower() for word in _WORD.findall(behind)[:3]]
    same = one[:_SAME_LETTERS].lower()
    if not one or same in {noun[:_SAME_LETTERS] for noun in nouns}:
        return True
    if any(noun.find(same, _PART) > 0 for noun in nouns if len(same) >= _PART):  # "idrettslag": "lag"
        return True
    person = person_nouns(code)
    return one.lower() in person.head and not (person.any | person.asked).isdisjoint(nouns)
