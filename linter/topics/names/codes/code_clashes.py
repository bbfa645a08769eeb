"""Codes such as ``CVE-2011-4815`` with exchanged letters or digits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice

from linter.analyses.digit_blocks import blocks_with_digits
from linter.analyses.exchanged import neighbours_exchanged
from linter.article.model import Article
from linter.namedtuples import NamedTuple
from linter.text import Span, Text
from linter.topics.names.codes.identifiers import Identifier, Slip, codes
from linter.topics.names.edit_distance import distance

_REGISTERS = frozenset(
    "CVE CWE RFC ISO IEC IEEE PEP BIP EIP JEP JSR KIP XEP GHSA ECMA ISBN ISSN DIN EN".split()
)
"""Well-known prefixes of codes: of two spellings, the other one is the slip."""
_YEARLY, _TELLING = frozenset({"CVE"}), 4
"""Registers that count anew each year: a number of so many digits hardly comes twice in one text. Of fewer
digits two with the same ones may both be meant."""
_MOST = 30
"""So many numbers of one prefix are compared: with more, one is often near another."""


class _Place(NamedTuple):
    text: Text
    found: Identifier

    @property
    def span(self) -> Span:
        return self.text.span(self.found.start, self.found.end)


def code_clashes(article: Article) -> Iterator[Slip]:
    """Of two codes that are one but for a slip, the rarer; one that headline and text have otherwise."""
    places = [_Place(text, found) for text in _texts(article) for found in codes(text.prose)]
    if len(places) < 2:
        return
    yield from _other_prefix(places)
    yield from _headlined(places, article)
    yield from _exchanged_digits(places, article)
    yield from _other_year(places)


def _texts(article: Article) -> Iterator[Text]:
    if article.headline is not None:
        yield article.headline
    whole = article.headline.whole if article.headline else Span(0, 0)
    yield from (block.text for _, block in blocks_with_digits(article) if not block.text.overlaps(whole))


def _headlined(places: list[_Place], article: Article) -> Iterator[Slip]:
    """``CVE-2013-4164`` above a text that speaks of ``CVE-2013-4161`` alone."""
    said = [place.found for place in places if place.text is article.headline]
    rest: dict[str, dict[tuple[str, ...], _Place]] = defaultdict(dict)
    for place in places:
        if place.text is not article.headline:
            rest[place.found.owner].setdefault(place.found.parts, place)
    for mine in islice(said, _MOST):
        others = rest[mine.owner]
        if mine.parts in others or len(others) > _MOST:
            continue
        near = [other for parts, other in others.items() if _one_off(parts, mine.parts)]
        if len(others) > 1 and mine.owner not in _YEARLY:  # of a series, which counts on from one to the next
            continue
        known = any(near and (one.owner, one.parts) == (mine.owner, near[0].found.parts) for one in said)
        if len(near) == 1 and not known and not _leads_there(near[0]):
            assert article.headline is not None
            place_said = article.headline.span(mine.start, mine.end)
            yield Slip(place_said, mine.text, near[0].found.text, "", near[0].span)


def _one_off(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do they differ in one digit, or in two that changed places?"""
    if len(one) != len(other) or [*map(len, one)] != [*map(len, other)]:
        return False
    return distance("-".join(one), "-".join(other), 1) == 1


def _other_prefix(places: list[_Place]) -> Iterator[Slip]:
    """``CVS-2011-4815`` beside ``CVE-2011-4815``."""
    prefixes = Counter(place.found.owner for place in places)
    by_number: dict[tuple[str, ...], list[_Place]] = defaultdict(list)
    for place in places:
        if sum(map(len, place.found.parts)) >= 4:
            by_number[place.found.parts].append(place)
    numbers: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for place in places:
        numbers[place.found.owner].add(place.found.parts)
    for same in by_number.values():
        owners = {place.found.owner: place for place in reversed(same)}
        if len(owners) != 2:
            continue
        rare, usual = sorted(owners, key=lambda owner: (owner in _REGISTERS, prefixes[owner]))
        alike = min(len(rare), len(usual)) >= 3 and distance(rare, usual, 1) == 1
        own = numbers[rare] - numbers[usual]  # a prefix with numbers of its own is another series
        if alike and not own and _is_slip(rare, usual):
            yield Slip(
                owners[rare].span, owners[rare].found.text, owners[usual].found.text, "", owners[usual].span
            )


def _is_slip(rare: str, usual: str) -> bool:
    """Whether a prefix that is near another one is no register of its own ("CEV", "VCE" beside "CVE")."""
    known = rare in _REGISTERS
    return not known and (rare[0] == usual[0] or (usual in _REGISTERS and sorted(rare) == sorted(usual)))


def _exchanged_digits(places: list[_Place], article: Article) -> Iterator[Slip]:
    """``BIP430`` once where ``BIP340`` stands otherwise."""
    by_owner: dict[str, dict[tuple[str, ...], list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        by_owner[place.found.owner][place.found.parts].append(place)
    for numbers in by_owner.values():
        if not 2 <= len(numbers) <= _MOST:
            continue
        for parts, found in numbers.items():
            if len(found) != 1:
                continue
            often = (other for other in numbers if len(numbers[other]) >= 2)
            near = [other for other in often if neighbours_exchanged("-".join(parts), "-".join(other))]
            if len(near) == 1:
                usual = numbers[near[0]][0]
                if _leads_there(found[0]) or _is_reference(found[0], article):
                    continue
                sure = sum(map(len, parts)) >= _TELLING
                yield Slip(found[0].span, found[0].found.text, usual.found.text, "", usual.span, sure=sure)


def _other_year(places: list[_Place]) -> Iterator[Slip]:
    """``CVE-2011-43602`` once where ``CVE-2021-43602`` stands otherwise: each year has its own numbers."""
    by_number: dict[tuple[str, str], dict[str, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        owner, parts = place.found.owner, place.found.parts
        if owner in _YEARLY and len(parts) == 2 and len(parts[1]) >= _TELLING:
            by_number[owner, parts[1]][parts[0]].append(place)
    for years in (years for years in by_number.values() if len(years) == 2):
        rare, usual = sorted(years.values(), key=len)
        if len(rare) == 1 < len(usual) and not _leads_there(rare[0]):
            slip, right = rare[0], usual[0]
            yield Slip(slip.span, slip.found.text, right.found.text, "", right.span)


def _is_reference(place: _Place, article: Article) -> bool:
    """Is it a link by its own name ("[BIP152][]")? With a slip it would lead nowhere."""
    return article.source.startswith("][]", place.span.end)


def _leads_there(place: _Place) -> bool:
    """Is it a link to an address with the same number?"""
    links = (mark for mark in place.text.marked("link", "url") if mark.start < place.found.end)
    digits = "".join(place.found.parts)
    return any(digits in mark.value.replace("-", "") for mark in links if place.found.start < mark.end)
