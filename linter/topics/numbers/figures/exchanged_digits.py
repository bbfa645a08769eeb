"""One number with two of its digits exchanged: "a pool of 4.5 million … the pool of 5.4 million"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from linter.analyses.exchanged import neighbours_exchanged
from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import HEADLINE, Article, Block
from linter.languages import speech
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.wording import words_at
from linter.topics.numbers import quantities
from linter.topics.numbers.changes.change_words import change_words
from linter.topics.numbers.present import LARGE, NOT_EXCHANGED
from linter.topics.numbers.reading.model import MONEY, NUMBER, Quantity
from linter.topics.numbers.wording import BLANK, NOUN, words_of

_BEFORE = lazy(r"(?:[^\W\d][\w'’-]*[ \u00a0]|l['’]){1,5}$")
_BEHIND = lazy(r"(?:[ \u00a0-][^\W\d][\w'’]*){1,3}")
_WORD = lazy(r"[^\W\d_]{4,}")
_STEM = 5
"""Letters in which the forms of a word are alike."""
_DIGIT = lazy(r"\d")
_YEAR = lazy(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
_FAR = 160
_ONE_STOP = lazy(r"[^.!?\d\n]*[.!?][ \u00a0\n]+[^.!?\d\n]*")
"""All of the text from an amount to one in the next sentence."""
_NEAR = 4
"""Words before an amount and its preposition among which the thing is."""
_REACH = 40
"""Characters before an amount in which those words stand."""
_TWO = 2
"""Different amounts with the same digits; of more each is one of its own."""
_MOST = 40
"""Amounts or counts of an article that are compared; one with more is a list of them."""
_FEW_DIGITS = 2
"""Of two digits the smaller number, told later, may be that of a part."""


class Exchanged(NamedTuple):
    """An amount or a count, and a later one that is told of the same thing with two digits exchanged."""

    first_block: Block
    first: Quantity
    second_block: Block
    second: Quantity


_Place = tuple[Block, Quantity]


def exchanged(article: Article) -> Iterator[Exchanged]:
    """The amounts that differ by the order of two digits, in two sentences, right beside the same noun."""
    code = language(article)
    alike: dict[tuple[bool, float, str], list[_Place]] = defaultdict(list)
    for told in _amounts(article), _counts(article):
        for block, item in told if len(told) <= _MOST else ():
            alike[item.is_count, item.scale, "".join(sorted(_DIGIT.findall(item.text)))].append((block, item))
    for same in alike.values():
        if len({item.value for _, item in same}) == _TWO:
            pairs = (pair for pair in pairwise(same) if pair[0][1].value != pair[1][1].value)
            if found := next((pair for pair in pairs if _are_of_one(*pair, code)), None):
                yield Exchanged(*found[0], *found[1])


def _amounts(article: Article) -> list[_Place]:
    return [(block, item) for block, item in _in_text(article) if _is_amount(item)]


def _is_amount(item: Quantity) -> bool:
    """Whether it is money, which so many millions of nothing else mostly are, too."""
    return item.exact and (item.kind == MONEY or (item.kind == NUMBER and item.scale >= LARGE))


def _counts(article: Article) -> list[_Place]:
    return [
        (block, item) for block, item in _in_text(article) if item.is_count and item.value > NOT_EXCHANGED
    ]


def _in_text(article: Article) -> Iterator[_Place]:
    for block, items in quantities(article):
        if block.kind != HEADLINE:
            yield from ((block, item) for item in items)


def _are_of_one(first: _Place, second: _Place, code: str) -> bool:
    """Whether two digits side by side are exchanged in an amount of a thing that was named before."""
    one, other = ("".join(_DIGIT.findall(item.text)) for _, item in (first, second))
    units = {item.unit for _, item in (first, second)}
    if not neighbours_exchanged(one, other) or len(units - {""}) > 1:
        return False
    if first[1].is_count and len(one) <= _FEW_DIGITS and second[1].value < first[1].value:
        return False
    spans = [sentence_around(block.text.prose, item.start, item.end) for block, item in (first, second)]
    if first[0] is second[0] and spans[0] == spans[1]:
        return False
    places = zip((first, second), spans, strict=True)
    if any(_is_compared(block, *span, item.is_count, code) for (block, item), span in places):
        return False
    if _takes_up(first, second, code):
        return True
    before = _BEFORE.search(second[0].text.prose, max(0, second[1].start - _REACH), second[1].start)
    words = words_of(code)
    the = frozenset((*words.listing.definite, *words.the, *words.person.all_of))
    if _is_another(first, second, code):
        return False
    known = before is not None and not the.isdisjoint(before[0].lower().replace("’", "' ").split())
    alike = known and first[1].unit == second[1].unit
    return alike and bool(_beside(*first, code) & _beside(*second, code))


def _takes_up(first: _Place, second: _Place, code: str) -> bool:
    """ "A pool for 4.5 million. Of these 5.4 million …": a word leads back to the sentence before."""
    if first[0] is not second[0] or first[1].kind != MONEY:
        return False
    prose, start = second[0].text.prose, second[1].start
    gap = prose[first[1].end : start]
    led = _these(code).search(prose, max(0, start - _REACH), start)
    return led is not None and len(gap) < _FAR and _ONE_STOP.fullmatch(gap) is not None


@lru_cache(maxsize=16)
def _these(code: str) -> re.Pattern[str]:
    """Ends right before an amount that was told before."""
    return lazy(rf"{word_of(words_of(code).these)}{BLANK}$", re.IGNORECASE)


@lru_cache(maxsize=16)
def _placed(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Behind an amount: it is of another thing, which has a place of its own, or of which more is told."""
    places = word_of((*speech(code).dates.lives.place_after, *speech(code).facts.geography.of))
    which = word_of(words_of(code).listing.goes_on)
    placed = rf"(?:{NOUN}){{0,3}}?{BLANK}(?i:{places}){BLANK}[{CAPITALS}]"
    return lazy(placed), lazy(rf"{BLANK}{which}", re.IGNORECASE)


def _is_compared(block: Block, start: int, end: int, is_count: bool, code: str) -> bool:
    """Whether a sentence tells of another time, or of a rise or fall, which of things says what they are."""
    words = change_words(code)
    moved = () if is_count else (words.up, words.down)  # "cuts 160 jobs", "of the 610 jobs that are cut"
    patterns = (_YEAR, *moved, words_at(code, "dates.last-year"))
    return any(pattern.search(block.text.prose, start, end) for pattern in patterns)


def _beside(block: Block, item: Quantity, code: str) -> set[str]:
    """The beginnings of the words that an amount is said of: behind it, or before it and a preposition."""
    prose, words = block.text.prose, words_of(code)
    before = _BEFORE.search(prose, max(0, item.start - _REACH), item.start)
    behind = _BEHIND.match(prose, item.end)
    led = before[0].split() if before else []
    of_it = bool(led) and led[-1].lower() in (*words.priced, *words.share.amount)
    near = f"{' '.join(led[-_NEAR:]) if of_it else ''} {behind[0] if behind else ''}"
    no_sign = frozenset(map(str.casefold, words.beside_money))
    if _is_cost(block, item, code):  # "the bridge will cost" 46 million
        start, _ = sentence_around(prose, item.start, item.end)
        near = f"{near} {prose[max(start, item.start - 2 * _REACH) : item.start]}"
    return {word[:_STEM] for word in map(str.casefold, _WORD.findall(near)) if word not in no_sign}


def _is_another(first: _Place, second: _Place, code: str) -> bool:
    """Whether the words behind the later number say that it is of something else."""
    (block, item), (other_place, goes_on) = second, _placed(code)
    prose = block.text.prose
    if other_place.match(prose, item.end) or (item.is_count and _which(code).match(prose, item.end)):
        return True
    return not _is_cost(*first, code) and goes_on.match(prose, item.end) is not None


@lru_cache(maxsize=16)
def _which(code: str) -> re.Pattern[str]:
    """Behind a count and its noun: it is of those of which more is told ("the 210 jobs that remain")."""
    words = words_of(code)
    which = set(words.listing.goes_on).difference(words.share.amount, words.change.of_whole, words.small)
    return lazy(rf"(?:{NOUN}){{1,2}}{BLANK}{word_of(which)}", re.IGNORECASE)


def _is_cost(block: Block, item: Quantity, code: str) -> bool:
    return _costs(code).search(block.text.prose, max(0, item.start - _REACH), item.start) is not None


@lru_cache(maxsize=16)
def _costs(code: str) -> re.Pattern[str]:
    """A verb of cost right before an amount: what costs it was named before."""
    words = words_of(code)
    return lazy(rf"{word_of(words.costs)}(?:{NOUN}){{0,2}}?{BLANK}$", re.IGNORECASE)
