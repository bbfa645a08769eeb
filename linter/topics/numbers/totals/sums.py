"""Totals that stand in one sentence with their parts: "12 people: 5 women and 7 men"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import Article, Block
from linter.languages.phrases import any_of, has_piece, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.reading.model import MEASURE, MONEY, NUMBER, SCORE, Quantity
from linter.topics.numbers.scores.margins import changed_by, differences, leads
from linter.topics.numbers.totals.balances import balances
from linter.topics.numbers.totals.included import included, pieces_of_links
from linter.topics.numbers.totals.named_parts import named_parts
from linter.topics.numbers.totals.of_them import of_them
from linter.topics.numbers.totals.parts import (
    WORDS,
    Part,
    Parts,
    addable,
    are_apart,
    are_at_places,
    as_part,
    counts_same,
    in_unit_of,
    kept_apart,
    kept_apart_by_harm,
    of_persons,
    parts_at,
)
from linter.topics.numbers.totals.rests import rests
from linter.topics.numbers.totals.stances import meets_each_another
from linter.topics.numbers.wording import WORD, smalls, words_of
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.topics.numbers.totals.totals import Amounts

ALL, SOME = "all", "some"

_LISTS_ON = lazy(r".?[、，,][ \u00a0]?[^\W\d]{1,8}[ \u00a0]?\d")
"""Behind a part: one more follows."""
_OPENS = lazy(r"[ \u00a0]?(?::|\(|[\u2013\u2014])[ \u00a0]?")
_FIRST_WORDS = lazy(rf"(?:{WORD}){{1,2}}")
_CLAUSE = lazy(r"[^.;:!?\n]{0,100}[,:(\u2013\u2014] ?")
_GOES_ON = lazy(r"[^.;:!?\n]*[,)]\s?")
"""Between a number and a list of parts: the list began earlier, with something that is not understood."""


class Sum(NamedTuple):
    """A total and its parts, in one block."""

    block: Block
    total: Quantity
    parts: tuple[Part, ...]
    cover: str
    """``all`` if the parts make up the total, ``some`` if there may be others."""
    rest: bool = False
    """The parts are called what remains, or named; what they are need not be said."""


@analysis
def sums(article: Article) -> tuple[Sum, ...]:
    """The totals of an article that stand in one sentence with their parts.

    Forms: "T people: P1 … and P2 …", "T people (P1 … and P2 …)", "T people, P1 women and P2 men",
    "P1 … and P2 …, T in all", "of the T people, P1 … and the other P2 …", named parts, leads, and, as
    parts that need not be all, "T people, including P1 … and P2 …" where no one can be in both.
    """
    code = language(article)
    stated = quantities(article)
    return tuple(
        candidate
        for place, (block, items) in enumerate(stated)
        if len(items) > 1
        for candidate in _in_block(block, items, code)
        if not _begins_earlier(candidate, items, stated[place - 1].items if place else ())
    )


def _begins_earlier(candidate: Sum, items: tuple[Quantity, ...], above: tuple[Quantity, ...]) -> bool:
    """Whether the number right before all of it makes the parts up to the total: the list begins with it."""
    start = min(candidate.total.start, *(part.start for part in candidate.parts))
    before = items[: bisect_left(items, start, key=attrgetter("start"))] or above
    rest = candidate.total.value - sum(part.value for part in candidate.parts)
    return rest > 0 and bool(before) and before[-1].value == rest


class _Words(NamedTuple):
    """Patterns of one language around totals and parts."""

    leads: re.Pattern[str]
    """All of the text between the last part and the total."""
    maybe: re.Pattern[str]
    """Such text that does not call the number a total."""
    called: re.Pattern[str]
    """Behind a total."""
    opens: re.Pattern[str]
    """Between a total and its parts: a colon, a bracket, "namely"."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    sums = words_of(code).sum
    maybe = any_of(sums.maybe)
    leads = any_of((*sums.making, *sums.maybe))
    patterns = {
        "leads": rf",? (?:[\u2013\u2014(] ?)?(?:{leads}) ?{smalls(code)}|, ",
        "maybe": rf",? (?:(?:{maybe}) ?)?",
        "called": rf"(?:{WORD}){{0,3}} {word_of(sums.in_all)}",
        "opens": rf"{_OPENS.pattern}|, (?:{any_of(words_of(code).listing.namely)}):? ",
    }
    return _Words(**{name: lazy(pattern, re.IGNORECASE) for name, pattern in patterns.items()})


def _in_block(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Sum]:
    prose = block.text.prose
    by_start = {item.start: item for item in items}
    words = _words(code)
    linked = has_piece(prose, pieces_of_links(code))
    yield from _of_whole(block, items, code)
    ended = {found.total.start: found for found in _amounts(prose, items, code)}
    for last, parts in ended.values():
        yield Sum(block, last, tuple(map(as_part, parts)), ALL, rest=last.kind == NUMBER)
    for before, item, behind in zip((None, *items[:-1]), items, (*items[1:], None), strict=True):
        if item.kind not in (NUMBER, MONEY, MEASURE) or item.is_range:
            continue
        yield from _parts_after(block, item, by_start, code)
        yield from _parts_apart(block, item, behind, by_start, code)
        yield from _parts_linked(block, item, by_start, code) if linked else ()
        if before and _GOES_ON.fullmatch(prose, before.end, item.start):
            continue
        listed = parts_at(prose, item.start, by_start, code)
        if listed is None:
            continue
        if not listed.joined:
            yield from _total_last(block, listed, by_start, words)
            continue
        lead = words.leads.match(prose, listed.end)
        total = by_start.get(lead.end()) if lead else None
        free = total is not None and total.start not in ended
        if total and free and _is_total(prose, lead, total, words) and addable(listed.items, total):
            yield Sum(block, total, listed.items, ALL)


def _amounts(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Amounts]:
    """The totals behind their amounts, of which there are three at least."""
    if len(items) > 3:
        from linter.topics.numbers.totals.totals import amounts

        yield from amounts(prose, items, code)


def _of_whole(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Sum]:
    """The sums whose whole is called so: "of the 60"; each is looked for where it has its numbers."""
    prose, kinds = block.text.prose, [item.kind for item in items]
    counts, amounts, measures = map(kinds.count, (NUMBER, MONEY, MEASURE))
    with_rest = list(rests(prose, items, code)) if counts > 2 else ()
    for whole, *parts in with_rest:
        yield Sum(block, whole, tuple(map(as_part, parts)), ALL, rest=True)
    yield from _as_told(block, items, code)
    finders = (
        leads if counts > 1 or SCORE in kinds else None,
        differences if max(counts, amounts, measures) > 2 else None,
        changed_by if max(counts, amounts, measures) > 2 else None,
        balances if amounts and len(items) > 2 else None,
    )
    for more, *others in chain.from_iterable(find(prose, items, code) for find in finders if find):
        yield Sum(block, more, tuple(map(as_part, others)), ALL, rest=True)
    for few, some in of_them(prose, items, code) if counts > 1 else ():
        yield Sum(block, few, (as_part(some),), SOME, rest=True)
    wholes = {found.whole for found in with_rest}
    for named in named_parts(prose, items, code) if len(items) > 2 else ():
        if named.whole not in wholes:
            cover = ALL if named.all else SOME
            yield Sum(block, named.whole, tuple(map(as_part, named.parts)), cover, rest=True)


def _as_told(block: Block, items: tuple[Quantity, ...], code: str) -> Iterator[Sum]:
    """The sums in the constructions of a language."""
    words = words_of(code).sum
    if not (words.told or words.of_which):
        return
    from linter.topics.numbers.constructions import told

    prose = block.text.prose
    for phrases, cover in ((words.told, ALL), (words.of_which, SOME)):
        if not phrases:
            continue
        statements = list(told(prose, items, phrases))
        wholes = {
            slots["total"]
            for slots in statements
            if max(each.value for each in slots.values()) == slots["total"].value
        }
        for slots in statements:
            total = slots["total"]
            parts = [_in_unit(part, total) for name, part in slots.items() if name != "total"]
            if cover == SOME and not wholes.isdisjoint(parts):  # "of the 7 directors 6, of the 3 editors 2"
                continue
            if cover == ALL and _LISTS_ON.match(prose, max(part.end for part in (total, *parts))):
                continue
            if total.exact and all(counts_same(prose, total, part, code) for part in parts):
                yield Sum(block, total, tuple(map(as_part, parts)), cover, rest=True)


def _in_unit(part: Quantity, total: Quantity) -> Quantity:
    """A part in the unit that only the total has, if both are as large: "45 billion euros …, 20 billion"."""
    large = part.kind == NUMBER and part.scale == total.scale > 1
    return part._replace(kind=total.kind, unit=total.unit) if large else part


def _count_parts(inside: Sequence[Quantity], parts: Sequence[Part]) -> bool:
    """Whether numbers tell how many parts there are: "90 tons in three deliveries: 40, 30 and 20"."""
    of_one = any(part.value == 1 for part in parts)  # "two colours and three pages: a start, …"
    return not inside or (not of_one and all(n.kind == NUMBER and n.value == len(parts) for n in inside))


def _parts_after(block: Block, total: Quantity, by_start: dict[int, Quantity], code: str) -> Iterator[Sum]:
    prose = block.text.prose
    words = WORDS.match(prose, total.end)
    place = words.end() if words else total.end
    inside = [by_start[start] for start in range(total.end + 1, place) if start in by_start]
    named = place > total.end or total.kind != NUMBER or total.spelled
    if named and (opened := _words(code).opens.match(prose, place)):
        listed = parts_at(prose, opened.end(), by_start, code)
        parts = in_unit_of(total, listed.items, by_start) if listed else ()
        if (
            listed
            and _count_parts(inside, parts)
            and _is_whole(prose, listed, code)
            and addable(parts, total)
        ):
            yield Sum(block, total, parts, ALL)
        return
    if inside:
        return
    if words and prose.startswith(", ", place):
        listed = parts_at(prose, place + 2, by_start, code)
        parts = listed.items if listed and listed.joined and addable(listed.items, total) else ()
        if not parts:
            return
        if kept_apart(words[0], parts, code) or are_at_places(words[0], parts, code):
            yield Sum(block, total, parts, ALL)
        elif kept_apart_by_harm(words[0], parts, code):  # "two critically and one seriously"
            yield Sum(block, total, parts, SOME)


def _is_whole(prose: str, listed: Parts, code: str) -> bool:
    """Whether a list has its "and", or tells what became of all, and ends there; behind women and men a
    comma ends it, too."""
    ends = listed.closed or (prose.startswith(", ", listed.end) and are_apart(listed.items, code))
    return (listed.joined and ends) or (
        listed.closed and meets_each_another([part.noun for part in listed.items], code)
    )


def _parts_apart(
    block: Block, total: Quantity, behind: Quantity | None, by_start: dict[int, Quantity], code: str
) -> Iterator[Sum]:
    """ "Seven people died when the bus, an old one, slid: four women and two men"."""
    prose = block.text.prose
    noun = _FIRST_WORDS.match(prose, total.end) if behind is not None else None
    if behind is None or noun is None or not of_persons(noun[0], code):
        return
    start = behind.start
    words = WORDS.match(prose, total.end)
    if (words is None or words.end() + 3 < start) and _CLAUSE.fullmatch(prose, noun.end(), start):
        listed = parts_at(prose, start, by_start, code)
        whole = listed is not None and listed.joined and listed.closed and addable(listed.items, total)
        if listed is not None and whole and are_apart(listed.items, code):
            plain = all(len(part.noun.split()) < 2 for part in listed.items)
            if plain or prose[start - 2] != ",":  # ", four women and two men were hurt"
                yield Sum(block, total, listed.items, ALL)


def _parts_linked(block: Block, total: Quantity, by_start: dict[int, Quantity], code: str) -> Iterator[Sum]:
    """ "12 people, including 5 women and 3 men", "$12m, split into $5m for roads and $7m for schools"."""
    for found in included(block.text.prose, total, by_start, code):
        yield Sum(block, total, found.parts, ALL if found.all else SOME)


def _total_last(block: Block, listed: Parts, by_start: dict[int, Quantity], words: _Words) -> Iterator[Sum]:
    """ "5 women and 7 men, 12 people in all": the total was read as the last part."""
    *parts, last = listed.items
    total = by_start.get(last.start)
    if total is None or len(parts) < 2 or not listed.joins[-2] or not addable(tuple(parts), total):
        return
    if words.called.match(block.text.prose, total.end):
        yield Sum(block, total, tuple(parts), ALL)


def _is_total(prose: str, lead: re.Match[str] | None, total: Quantity, words: _Words) -> bool:
    """Whether the words around a number call it a total; "or" alone does not."""
    led = lead is not None and not words.maybe.fullmatch(lead[0])
    return led or bool(words.called.match(prose, total.end))
