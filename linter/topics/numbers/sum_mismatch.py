"""Parts that do not make up their total: "12 people: 5 women and 8 men"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import ClassVar

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.formatting import shown
from linter.topics.numbers.model import MEASURE, MONEY, NUMBER, Quantity
from linter.topics.numbers.parts import WORD, WORDS, Part, Parts, addable, as_part, parts_at
from linter.topics.numbers.persons import BY_FATE, BY_SEX_AND_AGE, GENERAL

ALL, SOME = "all", "some"

_INCLUDING: dict[str, str] = {
    "en": "including|among them|of whom|of which|among whom|include[sd]?",
    "fr": "dont|parmi (?:eux|elles|lesquels|lesquelles)|y compris|notamment|compren(?:d|nent|ait|aient)",
    "de": "darunter|davon|einschließlich|inklusive|unter ihnen",
    "es": "incluid[oa]s?|entre ell[oa]s|de l[oa]s cuales|de l[oa]s que|incluyendo",
    "it": "di cui|tra cui|fra cui|compres[ie]|inclus[ie]|tra loro",
    "pt": "incluindo|entre el[ea]s|dos quais|das quais|sendo|inclusive",
    "nl": "onder wie|waaronder|van wie|inclusief|onder hen",
}
_TOTAL: dict[str, tuple[str, str]] = {
    "en": (
        r"(?:for |making |bringing the |bringing it to |giving )?a(?:n overall|nd? grand)? total of|or|"
        r"in total|making",
        r"in total|in all|altogether|overall",
    ),
    "fr": (r"soit (?:un total de|au total)?|pour un total de|au total,?|en tout,?", r"au total|en tout"),
    "de": (
        r"also insgesamt|insgesamt(?: also)?|zusammen|macht (?:insgesamt|zusammen)",
        r"insgesamt|zusammen",
    ),
    "es": (r"(?:lo que suma |para |con )?un total de|en total,?|es decir,? un total de", r"en total"),
    "it": (r"per un totale di|in totale|in tutto|pari a un totale di", r"in totale|in tutto"),
    "pt": (r"(?:num|em um|somando um|o que dá um|com) total de|no total,?|ao todo,?", r"no total|ao todo"),
    "nl": (r"in totaal|samen|een totaal van|goed voor een totaal van", r"in totaal|samen"),
}
"""What stands before the total after its parts, and what stands after it."""
_REST: dict[str, tuple[str, str]] = {
    "en": (r"(?:of|out of) (?:the |its |their |these |those |all )", r"the (?:other|remaining) "),
    "fr": (r"(?:sur|parmi) (?:les |ses |ces |leurs )?", r"les "),
    "de": (
        r"von (?:den |seinen |ihren |insgesamt |diesen )",
        r"(?:übrigen|anderen|restlichen|verbleibenden) ",
    ),
    "es": (r"de (?:los |las |sus |estos |estas )", r"(?:l[oa]s otr[oa]s|l[oa]s restantes|l[oa]s demás) "),
    "it": (r"(?:dei |delle |degli |su )", r"(?:gli altri|le altre|i restanti|le restanti) "),
    "pt": (r"(?:dos |das )", r"(?:[oa]s outr[oa]s|[oa]s restantes|[oa]s demais) "),
    "nl": (r"van (?:de |zijn |haar )", r"de (?:andere|overige|resterende) "),
}
"""What stands before a whole, and before the number of its members that remain."""
_FRENCH_OTHERS = lazy(r" (?:autres|restante?s)(?!\w)")
_SAME_SENTENCE = lazy(r"(?:[^.;:!?\n]|\.(?=\w)){0,120}")

_MADE_OF: dict[str, str] = {
    "en": r"(?:split|divided|broken down) into|(?:made up|composed) of|consist(?:s|ed|ing)? of|comprise[sd]?",
    "fr": r"répartie?s? en|composée?s? de|divisée?s? en",
    "de": r"aufgeteilt (?:in|auf)|besteh(?:en|t|end) aus|bestand(?:en)? aus",
    "es": r"(?:dividid|repartid)[oa]s? en|compuest[oa]s? (?:de|por)|consta(?:n|ba|ban)? de",
    "it": r"(?:divis|suddivis|ripartit)[oaie] in|compost[oaie] da",
    "pt": r"(?:dividid|repartid)[oa]s? em|compost[oa]s? (?:de|por)",
    "nl": r"(?:verdeeld|opgesplitst) in|best(?:aat|aan|ond|onden)? uit|bestaande uit",
}
"""Between a total and a list of all its parts."""
_OPENS = lazy(r"[ \u00a0]?(?::|\(|[\u2013\u2014])[ \u00a0]?")
_COMMA = lazy(r", ")
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
    """The last part is called what remains; what the parts are need not be said."""


@analysis
def sums(article: Article) -> tuple[Sum, ...]:
    """The totals of an article that stand in one sentence with their parts.

    Forms: "T people: P1 … and P2 …", "T people (P1 … and P2 …)", "T people, P1 women and P2 men",
    "P1 … and P2 …, T in all", "of the T people, P1 … and the other P2 …", and, as parts that need not
    be all, "T people, including P1 … and P2 …" where no one can be in both.
    """
    spoken = language(article)
    if spoken not in _TOTAL:
        return ()
    told = quantities(article)
    return tuple(
        found
        for place, (block, items) in enumerate(told)
        if len(items) > 1
        for found in _in_block(block, items, spoken)
        if not _is_told_apart(found, items, told[place - 1].items if place else ())
    )


def _is_told_apart(found: Sum, items: tuple[Quantity, ...], above: tuple[Quantity, ...]) -> bool:
    """Whether the number right before all of it makes the parts up to the total: the list begins with it."""
    start = min(found.total.start, *(part.start for part in found.parts))
    before = items[: bisect_left(items, start, key=attrgetter("start"))] or above
    rest = found.total.value - sum(part.value for part in found.parts)
    return rest > 0 and bool(before) and before[-1].value == rest


class _Words(NamedTuple):
    """What one language says around totals and parts."""

    including: re.Pattern[str]
    made_of: re.Pattern[str]
    leads: re.Pattern[str]
    called: re.Pattern[str]


@lru_cache(maxsize=16)
def _words(spoken: str) -> _Words:
    before, after = _TOTAL[spoken]
    return _Words(
        lazy(rf"(?:{WORD}){{0,6}}?,? \(?(?:{_INCLUDING[spoken]}),? ", re.IGNORECASE),
        lazy(rf"(?:{WORD}){{0,3}}?,? (?:{_MADE_OF[spoken]}) ", re.IGNORECASE),
        lazy(rf",? (?:[\u2013\u2014(] ?)?(?:{before}) ?(?:about |de )?|, ", re.IGNORECASE),
        lazy(rf"(?:{WORD}){{0,3}} (?:{after})(?!\w)", re.IGNORECASE),
    )


@lru_cache(maxsize=16)
def _rest_patterns(spoken: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    whole, rest = _REST[spoken]
    return lazy(rf"(?<!\w){whole}$", re.IGNORECASE), lazy(rf"(?<!\w){rest}$", re.IGNORECASE)


def _in_block(block: Block, items: tuple[Quantity, ...], spoken: str) -> Iterator[Sum]:
    prose = block.text.prose
    by_start = {item.start: item for item in items}
    for three in zip(items, items[1:], items[2:], strict=False):
        yield from _with_rest(block, three, _rest_patterns(spoken), spoken == "fr")
    words = _words(spoken)
    for before, item in zip((None, *items), items, strict=False):
        if item.kind not in (NUMBER, MONEY, MEASURE) or item.is_range:
            continue
        yield from _parts_after(block, item, by_start, spoken)
        yield from _parts_linked(block, item, by_start, spoken)
        if before and _GOES_ON.fullmatch(prose, before.end, item.start):
            continue
        found = parts_at(prose, item.start, by_start, spoken)
        if found is not None and not found.joined and (summed := _total_last(block, found, by_start, spoken)):
            yield summed
        if found is None or not found.joined:
            continue
        lead = words.leads.match(prose, found.end)
        total = by_start.get(lead.end()) if lead else None
        if total is not None and _is_total(prose, lead, total, spoken) and addable(found.items, total):
            yield Sum(block, total, found.items, ALL)


def _with_rest(
    block: Block,
    three: tuple[Quantity, Quantity, Quantity],
    patterns: tuple[re.Pattern[str], re.Pattern[str]],
    french: bool,
) -> Iterator[Sum]:
    """ "Of the 60, 40 voted for and the other 20 against"."""
    prose = block.text.prose
    total, first, rest = three
    if not all(item.kind == NUMBER and item.exact for item in three):
        return
    of, others = patterns
    whole = of.search(prose, max(0, total.start - 14), total.start)
    remains = others.search(prose, max(0, rest.start - 24), rest.start)
    together = _SAME_SENTENCE.fullmatch(prose, total.end, rest.start)
    if whole and remains and together and (not french or _FRENCH_OTHERS.match(prose, rest.end)):
        yield Sum(block, total, (as_part(first), as_part(rest)), ALL, rest=True)


def _parts_after(block: Block, total: Quantity, by_start: dict[int, Quantity], spoken: str) -> Iterator[Sum]:
    prose = block.text.prose
    words = WORDS.match(prose, total.end)
    place = words.end() if words else total.end
    if any(start in by_start for start in range(total.end + 1, place)):
        return
    named = place > total.end or total.kind != NUMBER
    if named and (opened := _OPENS.match(prose, place)):
        found = parts_at(prose, opened.end(), by_start, spoken)
        if found and found.joined and found.closed and addable(found.items, total):
            yield Sum(block, total, found.items, ALL)
        return
    if words and _is_of_persons(words[0]) and (comma := _COMMA.match(prose, place)):
        found = parts_at(prose, comma.end(), by_start, spoken)
        if found and found.joined and addable(found.items, total) and _disjoint(found.items, BY_SEX_AND_AGE):
            yield Sum(block, total, found.items, ALL)


def _parts_linked(block: Block, total: Quantity, by_start: dict[int, Quantity], spoken: str) -> Iterator[Sum]:
    """ "12 people, including 5 women and 3 men", "$12m, split into $5m for roads and $7m for schools"."""
    words = _words(spoken)
    for link, cover in ((words.including, SOME), (words.made_of, ALL)):
        linked = link.match(block.text.prose, total.end)
        found = parts_at(block.text.prose, linked.end(), by_start, spoken) if linked else None
        if found is None or not found.joined or not addable(found.items, total):
            continue
        if cover == ALL or disjoint(found.items):
            yield Sum(block, total, found.items, cover)


def _total_last(block: Block, found: Parts, by_start: dict[int, Quantity], spoken: str) -> Sum | None:
    """ "5 women and 7 men, 12 people in all": the total was read as the last part."""
    *parts, last = found.items
    total = by_start.get(last.start)
    if total is None or len(parts) < 2 or not found.joins[-2]:
        return None
    called = _words(spoken).called.match(block.text.prose, total.end)
    return Sum(block, total, tuple(parts), ALL) if called and addable(tuple(parts), total) else None


def _is_total(prose: str, lead: re.Match[str] | None, total: Quantity, spoken: str) -> bool:
    """Whether the words around a number call it a total; "or" alone does not."""
    if lead is not None and not re.fullmatch(r",? (?:(?:or|soit|making) ?)?", lead[0]):
        return True
    return bool(_words(spoken).called.match(prose, total.end))


def _is_of_persons(words: str) -> bool:
    return not GENERAL.isdisjoint(words.lower().split())


def disjoint(parts: tuple[Part, ...]) -> bool:
    """Whether no one can be in two of the parts: women and men, dead and wounded."""
    return _disjoint(parts, BY_SEX_AND_AGE + BY_FATE)


def _disjoint(parts: tuple[Part, ...], groups: tuple[frozenset[str], ...]) -> bool:
    """Whether one group has a different word for each part."""
    nouns = [part.noun.lower().split() for part in parts]
    firsts = {words[0] for words in nouns if words}
    return len(firsts) == len(parts) and any(group.issuperset(firsts) for group in groups)


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
