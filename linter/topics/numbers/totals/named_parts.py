"""Parts that are named, not called after the whole: "of the 120 seats, the left won 55, the right 48"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, takewhile

from linter.analyses.sentences import STOP
from linter.languages import speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import MONEY, NUMBER, Quantity, scaled_like
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.totals.stances import meets_each_another, takes_each_another
from linter.topics.numbers.wording import BLANK, WORD, words_of

_MOST = 8
_FARTHEST = 90
_FEWEST = 3
"""Of two amounts one is often in the other, or of another time."""
_LEAD = 40
"""Characters before an amount in which its sentence begins."""
_LONGEST = 240
"""Characters behind an amount in which it is said what it is made of."""
_BREAK = lazy(rf"[!?;:\n]|(?<!\b[{CAPITALS}])(?<!\b[{CAPITALS}]\w)(?<!\b[{CAPITALS}]\w\w)\.")
"""The end of a clause; a dot behind so few letters is that of a title ("M. Khan")."""
_APART = lazy(r"\)[^.;:!?\n()\d]{2,60}\(")
"""All of the text from one amount in brackets to the next."""
_FIRST = lazy(r"[ \u00a0]([^\W\d]+)")
_BARE = lazy(r"[ \u00a0]?(?:[,.;)\u2013\u2014]|$)")


class Named(NamedTuple):
    """A whole and numbers that can be no more than it together."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    all: bool = False
    """The parts are all that the whole was divided into."""


class _Words(NamedTuple):
    """Patterns of one language around a whole and named parts of it."""

    whole: re.Pattern[str]
    """Ends right before a whole with which a sentence begins."""
    members: re.Pattern[str]
    """Ends right before the number of all who may vote."""
    shared: re.Pattern[str]
    """Right after a whole: it is of things that are shared out."""
    bare: re.Pattern[str]
    """Right after a part that belongs to what stands before it."""
    given: re.Pattern[str]
    """Right after a part that goes to what stands behind it, a few words or a dash before that."""
    to_votes: re.Pattern[str]
    """All of the text between two numbers of votes."""
    shared_out: re.Pattern[str]
    """All from an amount to the first of those who get the parts in brackets behind them."""
    split: re.Pattern[str]
    """All from an amount to the colon behind which it is shared out."""
    paid: re.Pattern[str]
    """All from an amount to those that it is made of: "of which", a colon."""
    of_amount: re.Pattern[str]
    """Ends right before an amount with which a sentence begins that says who gets how much of it …"""
    shared_so: re.Pattern[str]
    """… or all from an amount to the word that says so."""
    next_part: re.Pattern[str]
    """All from one such part to the next."""
    apart: re.Pattern[str]
    """Behind that: some of the amounts are in others, or are compared with others."""
    placed: re.Pattern[str]
    """Behind a part, a few words before the name of its place."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    words = words_of(code)
    place = word_of((*speech(code).dates.lives.place_after, *words.stance.places, *words.change.to))
    divided = word_of((*words.sum.split, *words.sum.made_of))
    leads = any_of((*words.share.whole, *words.listing.leads))
    joining = word_of((*words.and_, *words.sum.and_))
    return _Words(
        lazy(rf"(?m:^|[.;:!?] ?)(?:{any_of(words.share.whole)}) $", re.IGNORECASE),
        lazy(rf"(?<!\w)(?:{leads}) $", re.IGNORECASE),
        lazy(rf"(?:{WORD})?{BLANK}{word_of(words.sum.shared)}", re.IGNORECASE),
        lazy(rf"{_BARE.pattern}|{BLANK}{word_of(words.and_)}"),
        lazy(
            rf"(?:{WORD}){{0,3}}?{BLANK}(?:{word_of(words.sum.given)}|[\u2013\u2014]{BLANK})|"
            rf"{BLANK}(?-i:[{CAPITALS}])",
            re.IGNORECASE,
        ),
        lazy(rf"{BLANK}{word_of(words.sum.to_votes)} ", re.IGNORECASE),
        lazy(rf"[^.;:!?\n()]{{0,60}}?{divided}[^.;!?\n()]{{0,60}}\(", re.IGNORECASE),
        lazy(rf"[^.;:!?\n]{{0,60}}?{word_of(words.sum.split)}[^.;:!?\n]{{0,30}}:", re.IGNORECASE),
        lazy(rf"(?:{WORD}){{0,6}}?(?:,? \(?(?:{any_of(words.sum.including)}),?|:) ", re.IGNORECASE),
        lazy(rf"(?m:^|[.;:!?] ?)(?:{any_of(words.share.whole)})(?:{WORD}){{0,2}} $", re.IGNORECASE),
        lazy(rf"(?:{WORD}){{0,4}}?{BLANK}{word_of(words.sum.split)}[^.;:!?\n\d]{{0,30}}", re.IGNORECASE),
        lazy(
            rf"(?:{BLANK}[\u2013\u2014])?(?:{WORD}){{1,7}}?(?:,|{BLANK}[\u2013\u2014]|,?{BLANK}{joining})(?:{WORD}){{0,3}}?{BLANK}",
            re.IGNORECASE,
        ),
        lazy(word_of((*words.sum.including, *words.change.more, *words.change.less)), re.IGNORECASE),
        lazy(
            rf"(?:{WORD}){{0,4}}?(?:{BLANK}[\u2013\u2014])?{BLANK}(?i:{place}){BLANK}(?P<name>[{CAPITALS}]\w+)"
        ),
    )


def named_parts(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Named]:
    """The wholes of a text with their named parts, of which there are two at least.

    Forms: "of the N seats, the left won A, the right B …", "of the N, A went to the left, B to the right …",
    "of the N flats, A are in Rome, B in Oslo …", "of the N passengers, A were hurt and B unhurt",
    "of the N members, A voted for, B against …", "the N members approved it by A votes to B", "the N euros
    were divided: A to the club, B to the school …", "N euros, of which A from the state and B from the town".
    """
    words = _words(code)
    bracket, colon = "(" in prose, ":" in prose
    for place, whole in enumerate(items[:-2]):
        behind = items[place + 1 : place + 1 + _MOST]
        if bracket:
            yield from _in_brackets(prose, whole, behind, words)
        if colon and (split := words.split.match(prose, whole.end)):
            yield from _split(prose, whole, behind, split.end())
        elif whole.kind == MONEY or whole.scale > 1:
            yield from _paid(prose, whole, behind, words, code)
            yield from _goes_to(prose, whole, behind, words)
        if not whole.is_count:
            continue
        before = prose[max(0, whole.start - 24) : whole.start]
        of, members = words.whole.search(before), words.members.search(before)
        if not (of or members):
            continue
        parts = _parts(prose, behind, whole)
        shared = of and len(parts) > 1 and _is_shared_out(prose, whole, parts, code)
        voted = members and len(parts) == 2 and _are_votes(prose, whole, parts, code)
        if shared or voted:
            yield Named(whole, parts)


def _paid(
    prose: str, whole: Quantity, behind: tuple[Quantity, ...], words: _Words, code: str
) -> Iterator[Named]:
    """ "5 million euros, of which 3 million comes from the state and 2 million from the town"."""
    if whole.kind != MONEY:
        return
    paid = words.paid.match(prose, whole.end)
    clause = STOP.split(prose[paid.end() : paid.end() + _LONGEST])[0] if paid else ""
    if paid and not words.apart.search(clause):
        for named in _split(prose, whole, behind, paid.end()):
            if ":" in paid[0] or _go_alike(prose, named.parts, code):
                yield named


def _goes_to(prose: str, whole: Quantity, behind: tuple[Quantity, ...], words: _Words) -> Iterator[Named]:
    """ "Of the 12 million 7 go to the schools, 4 to the roads and 3 to the theatre"."""
    if len(behind) < _FEWEST or not whole.exact:
        return
    of = words.of_amount.search(prose, max(0, whole.start - _LEAD), whole.start)
    told = of or words.shared_so.match(prose, whole.end)
    if told is None:
        return
    end = STOP.search(prose, whole.end)
    parts = tuple(item for item in behind if end is None or item.start < end.start())
    joined = all(words.next_part.fullmatch(prose, one.end, two.start) for one, two in pairwise(parts))
    if len(parts) < _FEWEST or not joined or words.apart.search(prose, whole.end, parts[-1].end):
        return
    units = {(whole.kind, whole.unit), (NUMBER, "")}
    scaled = tuple(scaled_like(part, whole)._replace(kind=whole.kind, unit=whole.unit) for part in parts)
    alike = all((part.kind, part.unit) in units and part.exact for part in parts)
    if alike and all(part.scale == whole.scale and part.value < whole.value for part in scaled):
        yield Named(whole, scaled)


def _go_alike(prose: str, parts: tuple[Quantity, ...], code: str) -> bool:
    """Whether a word such as "on" behind the last amount is behind each: what is spent may be from anyone."""
    lead = _FIRST.match(prose, parts[-1].end)
    if lead is None or lead[1].lower() not in speech(code).dates.lives.place_after:
        return True
    between = (prose[one.end : other.start].lower().split() for one, other in pairwise(parts))
    return all(lead[1].lower() in words for words in between)


def _in_brackets(prose: str, whole: Quantity, behind: tuple[Quantity, ...], words: _Words) -> Iterator[Named]:
    """ "Split between the state (6 million), the county (4 million) and the town (2 million)"."""
    opened = words.shared_out.match(prose, whole.end)
    if opened is None or opened.end() != behind[0].start:
        return
    near = takewhile(lambda pair: _APART.fullmatch(prose, pair[0].end, pair[1].start), pairwise(behind))
    parts = (behind[0], *(part for _, part in near))
    alike = len({(part.kind, part.unit) for part in (whole, *parts)} - {(NUMBER, "")}) < 2
    if len(parts) > 1 and prose[parts[-1].end : parts[-1].end + 1] == ")" and alike:
        kind, unit = max((part.kind != NUMBER, part.kind, part.unit) for part in (whole, *parts))[1:]
        whole, *rest = (scaled_like(part, whole)._replace(kind=kind, unit=unit) for part in (whole, *parts))
        if all(part.exact and part.value < whole.value for part in rest):
            yield Named(whole, tuple(rest), all=True)


def _split(prose: str, whole: Quantity, behind: tuple[Quantity, ...], start: int) -> Iterator[Named]:
    """An amount and all numbers of the sentence behind a colon, if each may be a part of it."""
    stop = STOP.search(prose, start)
    end = stop.start() if stop else len(prose)
    parts = tuple(item for item in behind if item.start < end)
    units = {(whole.kind, whole.unit), (NUMBER, "")}
    alike = all((part.kind, part.unit) in units and 0 < part.value < whole.value for part in parts)
    if len(parts) > 1 and alike and whole.exact and all(part.exact and part.start >= start for part in parts):
        yield Named(whole, parts)


def _parts(prose: str, behind: tuple[Quantity, ...], whole: Quantity) -> tuple[Quantity, ...]:
    """The numbers of the sentence behind a whole, if all of them count and are smaller."""
    near = takewhile(lambda pair: _are_near(prose, *pair), pairwise([whole, *behind]))
    parts = [part for _, part in near]
    named = any(part.spelled and part.text[0].isupper() for part in parts)  # "ai Cinque Stelle"
    counted = not named and all(part.is_count and part.value < whole.value for part in parts)
    return tuple(parts) if counted else ()


def _are_near(prose: str, one: Quantity, other: Quantity) -> bool:
    return other.start - one.end < _FARTHEST and not _BREAK.search(prose, one.end, other.start)


def _is_shared_out(prose: str, whole: Quantity, parts: tuple[Quantity, ...], code: str) -> bool:
    """Whether nothing can be in two of the parts, by what the whole is and how they are told."""
    words = _words(code)
    for told in (words.bare, words.given) if words.shared.match(prose, whole.end) else ():
        if all(told.match(prose, part.end) for part in parts):
            return True
    if len(parts) > 2 and _have_places(prose, parts, words):
        return True
    ends = (*(part.start for part in parts[1:]), parts[-1].end + 40)
    behind = [_BREAK.split(prose[part.end : end])[0] for part, end in zip(parts, ends, strict=True)]
    starts = (whole.end, *(part.end for part in parts[:-1]))
    before = [prose[start : part.start] for start, part in zip(starts, parts, strict=True)]
    if _have_sexes(behind, code):
        return True
    return takes_each_another(behind, code) or any(
        meets_each_another(texts, code) for texts in (behind, before, [*before[:-1], before[-1] + behind[-1]])
    )


def _have_sexes(behind: list[str], code: str) -> bool:
    """Whether each part is of persons of another sex or age: "of the 30, 18 are girls and 12 are boys"."""
    kinds = person_nouns(code).sex_and_age
    found = [kinds.intersection(text.lower().split()) for text in behind]
    return all(len(each) == 1 for each in found) and len(frozenset().union(*found)) == len(found) > 1


def _have_places(prose: str, parts: tuple[Quantity, ...], words: _Words) -> bool:
    """Whether each part is at a place of its own."""
    found = [words.placed.match(prose, part.end) for part in parts]
    return len({match["name"] for match in found if match}) == len(parts)


def _are_votes(prose: str, whole: Quantity, parts: tuple[Quantity, ...], code: str) -> bool:
    """Whether two numbers are the votes of those who are counted before."""
    nouns = prose[whole.end : whole.end + 40].lower().split()[:2]
    votes = _words(code).to_votes.fullmatch(prose, parts[0].end, parts[1].start)
    return votes is not None and not person_nouns(code).any.isdisjoint(nouns)
