"""Lists of parts: "5 women, 3 men and a child", read from a place on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from linter.analyses.numerals.intervals import STEPS_APART, Interval
from linter.languages import speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, Quantity, scaled_like
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.totals.stances import meets_each_another
from linter.topics.numbers.wording import BLANK, WORD, small_word, words_of

WORDS = lazy(rf"(?:{WORD}){{0,6}}")
_NOUN = lazy(rf"(?:[ \u00a0][\u2013\u2014](?={WORD}))?(?:{WORD}){{0,6}}")
"""The words after the number of a part; a dash may stand for the verb before them."""
_CLOSE = lazy(r"[ \u00a0]?(?:[).;:!?\n\u2013\u2014]|$)")


class Part(NamedTuple):
    """One part: where it stands, what it may be, what it counts."""

    start: int
    end: int
    text: str
    value: float
    interval: Interval
    kind: str
    unit: str
    noun: str


class Parts(NamedTuple):
    """A list of parts and how it ends."""

    items: tuple[Part, ...]
    end: int
    joins: tuple[bool, ...]
    """For each part but the first, whether an "and" stands before it."""
    closed: bool
    """A bracket, a dash, or the end of the sentence follows."""

    @property
    def joined(self) -> bool:
        """An "and" stands before the last part, so that the list is complete."""
        return self.joins[-1]


_AMOUNT = 100
"""From which on a bare number beside an amount is one, too: "of 90,000 euros 40,000 for …"."""
_LETTERS = 3
"""Letters that a word for "for" keeps before any noun ("pelo", "pela")."""
_SHORT = 4
"""Letters of a word for "for", the same before all purposes."""
_LONGEST = 40
"""Longer than any "and" with the comma before it."""
_MOST = 30
"""A list of so many parts is a table of figures."""


@lru_cache(maxsize=16)
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = words_of(code)
    persons = "" if words.listing.single else rf"|{word_of(words.person.one)}"  # no article stands before
    one = lazy(
        rf"(?:{any_of(words.sum.one)})(?={BLANK}(?!{word_of(words.sum.total)})[^\W\d]){persons}",
        re.IGNORECASE,
    )
    separator = lazy(rf"(?:,? (?P<and>{any_of((*words.and_, *words.sum.and_))})|[,;]) ")
    return one, separator, lazy(rf"(?:{small_word(code)} ){{0,2}}", re.IGNORECASE)


def parts_at(prose: str, place: int, quantities: Mapping[int, Quantity], code: str) -> Parts | None:
    """The parts that are listed from ``place`` on; ``quantities`` are those of the text by their starts.

    Each part is a number and up to six words; nothing if there are fewer than two, or very many.
    """
    reader = _Reader(prose, quantities, *_patterns(code))
    parts: list[Part] = []
    joins: list[bool] = []
    here = reader.number(place)
    while here is not None:
        start, end, quantity = here
        noun, separator, stop, following = reader.noun(end)
        parts.append(_part(prose, start, quantity, end, noun))
        if separator is not None:
            joins.append(bool(separator["and"]))
        here, last = following if len(parts) < _MOST else None, stop
    if not 2 <= len(parts) < _MOST:
        return None
    return Parts(tuple(parts), last, tuple(joins), bool(_CLOSE.match(prose, last)))


_Number = tuple[int, int, Quantity | None]
"""Where a number begins and ends, and its quantity; none for "a" and "one", or a noun for one person."""


class _Reader(NamedTuple):
    prose: str
    quantities: Mapping[int, Quantity]
    one: re.Pattern[str]
    separator: re.Pattern[str]
    small: re.Pattern[str]

    def number(self, place: int) -> _Number | None:
        """The number at a place, small words before it left out."""
        if (quantity := self.quantities.get(place)) is not None:
            return place, quantity.end, quantity
        skipped = self.small.match(self.prose, place)
        places = (place, skipped.end()) if skipped else (place,)
        if (quantity := self.quantities.get(places[-1])) is not None:
            return quantity.start, quantity.end, quantity
        for start in places:
            if single := self.one.match(self.prose, start):
                return start, single.end(), None
        return None

    def noun(self, end: int) -> tuple[str, re.Match[str] | None, int, _Number | None]:
        """The words after a number, the separator before the next number, where they end, that number."""
        words = _NOUN.match(self.prose, end)
        limit = words.end() if words else end
        separator = self.separator.search(self.prose, end, limit + _LONGEST)
        while separator and separator.start() <= limit:
            place = separator.start()
            following = self.number(separator.end())
            if following is not None:
                return self.prose[end:place].strip(), separator, place, following
            separator = self.separator.search(self.prose, place + 1, limit + _LONGEST)
        return self.prose[end:limit].strip(), None, limit, None


def _part(prose: str, start: int, quantity: Quantity | None, end: int, noun: str) -> Part:
    if quantity is None:
        text = prose[start:end]
        return Part(start, end, text, 1.0, Interval(1.0, 1.0), NUMBER, "", noun or text)
    return as_part(quantity, noun)


def as_part(quantity: Quantity, noun: str = "") -> Part:
    """A quantity as a part; one that counts stands for itself."""
    value = quantity.value
    interval = Interval(value, value) if quantity.is_count else quantity.interval
    return Part(
        quantity.start, quantity.end, quantity.text, value, interval, quantity.kind, quantity.unit, noun
    )


def in_unit_of(
    total: Quantity, parts: tuple[Part, ...], quantities: Mapping[int, Quantity]
) -> tuple[Part, ...]:
    """The parts, those that leave out the unit or scale of an amount in it: "12 million euros: 6 from …"."""
    if total.kind == MEASURE and _go_for(parts):
        bare = all(part.kind == NUMBER and part.value < total.value for part in parts)
        return tuple(part._replace(kind=MEASURE, unit=total.unit) for part in parts) if bare else parts
    if total.scale == 1 and total.kind != MONEY:
        return parts
    return tuple(_completed(total, part, quantities.get(part.start)) for part in parts)


def _go_for(parts: tuple[Part, ...]) -> bool:
    """Whether each is for something, by the letters of the word for it: "six for theft, three for …"."""
    leads = {part.noun[:_LETTERS].lower() for part in parts}
    return len(leads) == 1 and len(min(leads)) == _LETTERS and len(parts) > 1


def _completed(total: Quantity, part: Part, quantity: Quantity | None) -> Part:
    if part.kind != NUMBER or quantity is None or not quantity.exact:
        return part
    if quantity.scale > 1 or (total.scale == 1 and quantity.value >= _AMOUNT):
        return part._replace(kind=total.kind, unit=total.unit)
    if quantity.value * total.scale >= total.value:
        return part
    return as_part(scaled_like(quantity, total)._replace(kind=total.kind, unit=total.unit), part.noun)


def addable(parts: tuple[Part, ...], total: Quantity) -> bool:
    """Whether the parts are of the kind and unit of the total."""
    kinds = (NUMBER, MONEY, MEASURE)
    return total.kind in kinds and all((part.kind, part.unit) == (total.kind, total.unit) for part in parts)


@lru_cache(maxsize=16)
def _of_them(code: str) -> re.Pattern[str]:
    """With which the noun of a part begins that says whose it is."""
    return lazy(rf"^(?:{any_of(words_of(code).share.of_them)}) ", re.IGNORECASE)


def are_apart(parts: tuple[Part, ...], code: str) -> bool:
    """Whether nothing can be in two of the parts: women and men, dead and wounded, for and against."""
    nouns, told = person_nouns(code), of_all(parts, code)
    kinds = (nouns.sex_and_age, nouns.fate, nouns.aboard)
    return any(disjoint(told, kind) for kind in kinds) or _of_sides(parts, code)


def kept_apart(noun: str, parts: tuple[Part, ...], code: str) -> bool:
    """Whether the total is of persons, and the parts are of sexes or ages."""
    return _of_victims(noun, code) and disjoint(of_all(parts, code), person_nouns(code).sex_and_age)


def kept_apart_by_harm(noun: str, parts: tuple[Part, ...], code: str) -> bool:
    """Whether the total is of persons, and the parts are of how badly some of them are hurt."""
    return _of_victims(noun, code) and disjoint(of_all(parts, code), person_nouns(code).harm)


def _of_victims(noun: str, code: str) -> bool:
    fate = person_nouns(code).fate
    return of_persons(noun, code) or not fate.isdisjoint(noun.lower().split())


def are_at_places(noun: str, parts: tuple[Part, ...], code: str) -> bool:
    """Whether each part is of another place, named right behind it: "35 from Leeds and 25 from York".

    The total is of none: "74 from the south, 25 from Leeds" begins a list of its own.
    """
    found = [_placed(code).match(part.noun) for part in parts]
    return not _placed(code).search(noun) and len({match["name"] for match in found if match}) == len(parts)


@lru_cache(maxsize=16)
def _placed(code: str) -> re.Pattern[str]:
    """The words from a number to the name of the place."""
    words = words_of(code)
    from_ = (*words.change.from_, *words.change.of_whole, *words.share.amount)
    leads = any_of((*speech(code).dates.lives.place_after, *from_))
    article = rf"(?:[{SMALL}]{{1,4}} )?"
    return lazy(rf"(?<!\w)(?:[{SMALL}]+ )?(?:{leads})(?:(?<=['’])| ){article}(?P<name>[{CAPITALS}][\w'’-]+)")


def of_persons(text: str, code: str) -> bool:
    """Whether some words have a noun for persons."""
    return not person_nouns(code).any.isdisjoint(text.lower().split())


def _of_sides(parts: tuple[Part, ...], code: str) -> bool:
    return meets_each_another([part.noun for part in parts], code)


def are_of_kinds(listed: Parts, total: Quantity, code: str) -> bool:
    """Whether three parts and more are of kinds that are no sex or age: clerks, smiths and guards."""
    nouns = [part.noun.lower().split() for part in of_all(listed.items, code)]
    persons = person_nouns(code)
    mixed = persons.sex_and_age | persons.fate
    apart = len({tuple(words) for words in nouns}) == len(nouns) > 2
    exact = all(part.interval.low == part.interval.high for part in listed.items)
    counted = (total.is_count and exact) or (total.kind == MONEY and total.exact)
    return listed.closed and counted and apart and all(nouns) and not any(map(mixed.intersection, nouns))


def of_all(parts: tuple[Part, ...], code: str) -> tuple[Part, ...]:
    """The parts without the words that say whose they are ("of them girls")."""
    of_them = _of_them(code)
    return tuple(part._replace(noun=of_them.sub("", part.noun)) for part in parts)


def disjoint(parts: tuple[Part, ...], kinds: frozenset[str]) -> bool:
    """Whether there is a different one of these words for each part."""
    nouns = [part.noun.lower().split() for part in parts]
    firsts = {words[0] for words in nouns if words}
    return len(firsts) == len(parts) and kinds.issuperset(firsts)


def have_purposes(parts: tuple[Part, ...]) -> bool:
    """Whether all are amounts for something: "$5m for roads and $7m for schools"."""
    leads = {part.noun.split()[0] if part.noun else "" for part in parts}
    return len(leads) == 1 and 0 < len(min(leads)) <= _SHORT and all(part.kind == MONEY for part in parts)


def rounded_alike(parts: tuple[Part, ...]) -> list[Interval]:
    """What parts may be: beside "1.4 million" "2 million" is no more rounded than that."""
    step = min(part.interval.high - part.interval.low for part in parts)
    return [
        Interval(part.value - step / 2, part.value + step / 2)
        if step < part.interval.high - part.interval.low <= STEPS_APART * step
        else part.interval
        for part in parts
    ]


def counts_same(prose: str, total: Quantity, part: Quantity, code: str) -> bool:
    """Whether a part is an amount in the unit of its total, or the same counter stands behind both."""
    behind = {prose[item.end : item.end + 1] for item in (total, part)}
    spaced = not speech(code).dates.unspaced
    counter = spaced or len(behind) == 1 or behind.issubset(words_of(code).person.counters)
    amount = total.kind == MONEY or (total.kind == NUMBER and counter)
    return part.exact and amount and (part.kind, part.unit) == (total.kind, total.unit)
