"""How many were killed or hurt, told twice: "twelve people were killed … among the 14 dead".

So are things: "the fire destroyed 14 homes … the 16 destroyed homes".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.language import language
from linter.analyses.numerals.intervals import AT_LEAST
from linter.analyses.sentences import sentence_around
from linter.article.model import PARAGRAPH, STANDFIRST, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.reading.model import DATE, NUMBER, YEAR, Quantity
from linter.topics.numbers.reading.persons import outcomes, person_nouns
from linter.topics.numbers.wording import BLANK, NOUN, words_of

_NOUN = lazy(rf"(?:{NOUN}){{1,2}}")
_ONE_NOUN = lazy(NOUN)
_CLAUSE = lazy(r"[^.;:!?()\d\n]{0,80}")
_CLAUSE_BEFORE = lazy(r"[^.;:!?()\d\n]{0,60}\Z")
_NEAR = 2
"""Blocks from a toll to the words that take it up: what is told later may be of another day."""
_TWO = 2
"""Different numbers of one fate; more tell of a change, or of several events."""
_LEAD = 20
"""Characters before a number in which the words stand that take it up."""
_MOST = 12
"""Numbers of a text of which sums are made."""
_STEM, _SHORTEST = 4, 3
"""Letters in which two forms of a word for a thing are alike, and of the shortest one."""


class Toll(NamedTuple):
    """A number of those to whom something happened, and which row of words says what."""

    block: Block
    place: int
    """The number of the block."""
    number: Quantity
    fate: int
    thing: str = ""
    """How the word begins for what was counted, if that were no persons."""


@lru_cache(maxsize=16)
def _of_persons(code: str) -> frozenset[int]:
    """Which of them are those of persons."""
    nouns = person_nouns(code)
    persons = nouns.fate | nouns.lost
    return frozenset(fate for fate, row in enumerate(outcomes(code)) if any(map(row.fullmatch, persons)))


@lru_cache(maxsize=16)
def _the(code: str) -> re.Pattern[str]:
    """Ends right before a number that is that of all of them."""
    person = words_of(code).person
    return lazy(rf"(?<!\w)(?:{any_of((*person.all_of, *person.among))}){BLANK}$", re.IGNORECASE)


@lru_cache(maxsize=16)
def _among(code: str) -> re.Pattern[str]:
    """Ends right before a number that the sentence before it gives: "among the"."""
    return lazy(rf"(?<!\w)(?:{any_of(words_of(code).person.among)}){BLANK}$", re.IGNORECASE)


@lru_cache(maxsize=16)
def _one_more(code: str) -> re.Pattern[str]:
    """One more of them in the sentence: "another man died"."""
    return lazy(word_of((*words_of(code).sum.one, *words_of(code).change.moves)), re.IGNORECASE)


class TollClash(Check):
    """Compares the number of dead, injured or arrested with the one that takes it up: "the 14 dead".

    Left alone: hedged numbers, sums and differences of what the text tells, sentences with a date, and
    texts with several such numbers, which tell of a change or of other events.
    """

    fields = frozenset({"here", "there"})
    needs = ("numbers.person.all-of", "numbers.sum.outcomes")
    triggers = ("numbers.sum.outcomes",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        told = [
            (place, block, items)
            for place, (block, items) in enumerate(quantities(article))
            if block.kind in (PARAGRAPH, STANDFIRST)
        ]
        code = language(article)
        again = [toll for place, block, items in told for toll in _taken_up(place, block, items, code)]
        if not again:
            return
        clauses = {_clause(toll) for toll in again}
        every = [toll for place, block, items in told for toll in _first(place, block, items, code)]
        first = [toll for toll in every if _clause(toll) not in clauses]
        for kind in {_kind(toll) for toll in again}:
            mine, taken_up = ([toll for toll in tolls if _kind(toll) == kind] for tolls in (first, again))
            if len({toll.number.value for toll in (*mine, *taken_up)}) == _TWO:
                yield from _clashes(article, mine, taken_up, code)


def _clashes(article: Article, first: list[Toll], taken_up: list[Toll], code: str) -> Iterator[Alarm | Count]:
    """The first number of one fate that differs from the last one told before, and not far before."""
    places = [(toll.place, toll.number.start) for toll in first]
    for again in taken_up:
        index = bisect_left(places, (again.place, again.number.start)) - 1
        before = first[index] if index >= 0 else None
        if before is None or again.place - before.place > _NEAR:
            continue
        yield Count("tolls that are taken up")
        if again.number.value != before.number.value:
            if not (
                _is_counted(article, again) or _grows(before, again, code) or _may_be(before, again, code)
            ):
                yield _alarm(before, again)
            return


def _kind(toll: Toll) -> tuple[int, str]:
    return toll.fate, toll.thing


def _clause(toll: Toll) -> tuple[int, int]:
    """The block of a number, and where its sentence begins there, or the part of it behind a semicolon."""
    prose, number = toll.block.text.prose, toll.number
    start, _ = sentence_around(prose, number.start, number.end)
    return toll.place, max(start, prose.rfind(";", start, number.start))


def _first(place: int, block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Toll]:
    """ "Twelve people were killed": persons, and in their clause what became of them."""
    prose, nouns = block.text.prose, person_nouns(code)
    for item in items:
        if not _may_be_more(item) or _the(code).search(prose, max(0, item.start - _LEAD), item.start):
            continue
        behind = _CLAUSE.match(prose, item.end)
        noun = _NOUN.match(prose, item.end)
        if behind is None or noun is None:
            continue
        before = _CLAUSE_BEFORE.search(prose, max(0, item.start - 60), item.start)
        clause = f"{before[0] if before else ''}\n{behind[0]}"
        fates = [fate for fate, words in enumerate(outcomes(code)) if words.search(clause)]
        persons = not (nouns.any | nouns.sex_and_age).isdisjoint(noun[0].lower().split())
        theirs = [fate for fate in fates if fate in _of_persons(code)]
        if len(theirs) == 1 and (persons or outcomes(code)[theirs[0]].search(noun[0])):
            yield Toll(block, place, item, theirs[0])
        elif not persons and len(fates) == 1 and not theirs and (thing := _thing(noun[0], fates[0], code)):
            yield Toll(block, place, item, fates[0], thing)


def _taken_up(place: int, block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Toll]:
    """ "The 14 dead", in a sentence without a date."""
    prose = block.text.prose
    for hedged in items:
        if hedged.kind != NUMBER or hedged.value < _TWO:
            continue
        led = _the(code).search(prose, max(0, hedged.start - _LEAD), hedged.start)
        item = hedged.bare  # "unter den 19" is no hedge
        if led is None or not _counts(item):
            continue
        noun = _NOUN.match(prose, item.end)
        who = f"{led[0]}{noun[0]}" if noun else ""  # "ölen dokuz kişi": what became of them comes first
        fates = [fate for fate, words in enumerate(outcomes(code)) if words.search(who)]
        start, end = sentence_around(prose, item.start, item.end)
        dated = any(start <= other.start < end and other.kind in (DATE, YEAR) for other in items)
        if dated:
            continue
        theirs = [fate for fate in fates if fate in _of_persons(code)]
        if len(theirs) == 1:
            yield Toll(block, place, item, theirs[0])
        elif noun and len(fates) == 1 and not theirs and (thing := _thing(noun[0], fates[0], code)):
            yield Toll(block, place, item, fates[0], thing)


def _thing(nouns: str, fate: int, code: str) -> str:
    """How the first word behind a number begins that is none for what became of it."""
    words = (word for word in nouns.lower().strip(",").split() if not outcomes(code)[fate].fullmatch(word))
    return next((word[:_STEM] for word in words if len(word) >= _SHORTEST), "")


def _counts(item: Quantity) -> bool:
    return item.is_count and item.exact and item.value >= _TWO


def _may_be_more(item: Quantity) -> bool:
    """Whether a number counts, "at least" before it or not."""
    return _counts(item.bare if item.hedge == AT_LEAST else item)


def _is_counted(article: Article, toll: Toll) -> bool:
    """Whether the text has the number elsewhere, or numbers of other sentences that make it up."""
    start, end = sentence_around(toll.block.text.prose, toll.number.start, toll.number.end)
    others = [
        item.value
        for block, items in quantities(article)
        for item in items
        if item.kind == NUMBER and not (block is toll.block and start <= item.start < end)
    ]
    value = toll.number.value
    few = others[:_MOST]
    made = {a + b for i, a in enumerate(few) for b in few[:i]} | {
        a - b for i, a in enumerate(few) for j, b in enumerate(few) if i != j
    }
    return value in others or value in made


def _may_be(before: Toll, again: Toll, code: str) -> bool:
    """Whether the first number leaves open how many there are, and none of them is told of next."""
    if not before.number.hedge or again.number.value < before.number.value:
        return False
    prose, place = again.block.text.prose, again.number.start
    told = _among(code).search(prose, max(0, place - _LEAD), place)
    return not (told and before.block is again.block and prose.count(". ", before.number.end, place) == 1)


def _grows(before: Toll, again: Toll, code: str) -> bool:
    """Whether the text between tells of one more of them, or of one fewer."""
    if abs(before.number.value - again.number.value) != 1:
        return False
    texts = [before.block.text.prose[before.number.end :], again.block.text.prose[: again.number.start]]
    if before.block is again.block:
        texts = [before.block.text.prose[before.number.end : again.number.start]]
    fate = outcomes(code)[again.fate]
    return any(
        _one_more(code).search(sentence) and fate.search(sentence)
        for text in texts
        for sentence in text.partition(". ")[2].split(". ")
    )


def _alarm(before: Toll, again: Toll) -> Alarm:
    noun, other = (_ONE_NOUN.match(toll.block.text.prose, toll.number.end) for toll in (again, before))
    fields = {
        "here": f"{again.number.text}{noun[0].rstrip(',') if noun else ''}",
        "there": f"{before.number.text}{other[0].rstrip(',') if other else ''}",
    }
    span = again.block.text.span(again.number.start, again.number.end)
    place = before.block.text.span(before.number.start, before.number.end)
    return Alarm(span, fields, (Related(place, "the text says"),))
