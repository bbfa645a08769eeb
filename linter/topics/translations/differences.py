"""Figures that stand in a passage of one version instead of others in the same passage of another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import isclose, log10

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import LIST, TABLE, Article
from linter.languages import speech
from linter.languages.dates import spelling_key
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names.codes.identifiers import STAGES
from linter.topics.names.edit_distance import distance
from linter.topics.names.headlines.counting import counting_words
from linter.topics.names.normalise import fold
from linter.topics.translations.alignment import Match
from linter.topics.translations.figures import (
    CODE,
    NUMBER,
    PERCENT,
    PHONE,
    TIME,
    VERSION,
    YEAR,
    Figure,
    Figures,
    Value,
    figures,
)
from linter.topics.translations.pairs import Pair, once_a_pair
from linter.topics.translations.passages import Passage, passages

_MOST = 2
"""More figures that differ in one passage are another text."""
_SCALE = 3
"""Thousand, 万, lakh, million …: powers of ten that a word or a sign may stand for, from this one on."""
_CONVERSIONS = (1.609344, 3.28084, 2.54, 2.20462, 3.785, 2.471, 2.59, 1.8, 28.35, 1.0936)
"""Miles, feet, inches, pounds, gallons, acres, square miles, degrees, ounces and yards."""
_STAGE = lazy(rf"[-. ]?(p|{STAGES})[-. ]?(?=\d)", re.IGNORECASE)
_CERTAIN = 1.2
"""Passages of this score belong together even if what they say stands in other passages, too."""
_FIXED = 1.8
"""Passages of this score are not the items of a list in another order."""
_FEW_NAMES = 2
_REACH = 40
_BEFORE = lazy(r"([A-Z][A-Za-z+#]+)[ \u00a0-]?\Z")
_BEHIND = lazy(r"[ \u00a0]?([A-Z][A-Za-z+#]+)")
_DIGITS = lazy(r"[- ]?\d")
_LABEL = 200
"""Letters of a passage that is about the text itself."""
_MARK = lazy(r"[.,]")
_FRACTION = lazy(r".*[.,]")
_THOUSAND = 1000
_ROUNDED = 0.1
"""How far "about" and "at least" may be from a number that the other version gives in full."""
_YEAR = 4
_SLIP = 2
"""Digits in which two numbers of telephones may differ to be taken for one."""
_HALF_DAY = 12
_WORD = lazy(r"[^\W\d_]+")


class Difference(NamedTuple):
    """A figure of the first version where the other has another one."""

    match: Match
    mine: Figure
    theirs: Figure


@analysis
def everything(article: Article) -> frozenset[Value]:
    """All values that an article has anywhere."""
    return frozenset().union(*(each.all for each in figures(article)))


@once_a_pair
def differences(pair: Pair) -> list[Difference]:
    """What differs in figures between the versions of a pair."""
    return list(_differences(pair))


def _differences(pair: Pair) -> Iterator[Difference]:
    mine, theirs = figures(pair.first), figures(pair.other)
    wordy = [knows_scales(each) for each in (pair.first, pair.other)]
    for match in pair.sure:
        one, other = mine[match.mine], theirs[match.theirs]
        if not one.hard or not other.hard or is_own(pair, match):
            continue
        left, right = _left(one, other, all(wordy))
        if not left or not right:
            continue
        left, right = unsaid(left, pair.other, match.theirs), unsaid(right, pair.first, match.mine)
        for a, b in _opposed(left, right):
            if (
                _alike(a, b)
                and not excused(a, b)
                and (_told(a, b, match, pair) or _beside(a, b, match, pair))
            ):
                yield Difference(match, a, b)


def knows_scales(article: Article) -> bool:
    """Whether the scale words of its language are known."""
    return bool(speech(language(article)).numerals.scales)


def is_own(pair: Pair, match: Match) -> bool:
    """Whether a passage says how long this version is."""
    mine, theirs = pair.passages(match)
    sides = ((mine, pair.first), (theirs, pair.other))
    return any(
        len(side.prose) < _LABEL and _own_figures(language(article)).search(side.prose)
        for side, article in sides
    )


@cache
def _own_figures(code: str) -> re.Pattern[str]:
    known = speech(code)
    of = any_of if known.dates.unspaced else word_of
    return lazy(of(known.translations.own_figures), re.IGNORECASE)


def _opposed(left: list[Figure], right: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The figures that stand for each other: of each kind there are as many in both, and few."""
    kinds = {each.kind for each in (*left, *right)}
    groups = [{kind} for kind in sorted(kinds)]
    if any(_count(left, {kind}) != _count(right, {kind}) for kind in (NUMBER, YEAR)):
        groups = [group for group in groups if not group & {NUMBER, YEAR}] + [{NUMBER, YEAR}]
    for group in groups:
        if 0 < _count(left, group) == _count(right, group) <= _MOST:
            mine, theirs = (_ordered(side, group) for side in (left, right))
            yield from zip(mine, theirs, strict=True)


def _ordered(side: list[Figure], kinds: set[str]) -> list[Figure]:
    """The figures of some kinds, numbers by their size: languages put them in another order."""
    found = [each for each in side if each.kind in kinds]
    return sorted(found, key=_size) if kinds & {NUMBER, YEAR} else found


def _size(figure: Figure) -> float:
    return max((value for value in figure.values if isinstance(value, float)), default=0.0)


def _count(side: list[Figure], kinds: set[str]) -> int:
    return sum(each.kind in kinds for each in side)


def _left(one: Figures, other: Figures, scales: bool) -> tuple[list[Figure], list[Figure]]:
    """The figures of each that the other has not; ``scales``: the scale words of both languages are known."""
    left, rest = list(one.hard), list(other.hard)
    for fits in (_equal, same if scales else _same_by_any_scale):
        for figure in tuple(left):
            partner = next((each for each in rest if fits(figure, each)), None)
            if partner is not None:
                left.remove(figure)
                rest.remove(partner)
    return (
        [each for each in left if not each.values & other.loose],
        [each for each in rest if not each.values & one.loose],
    )


def unsaid(left: list[Figure], other: Article, number: int) -> list[Figure]:
    """The figures that the other version does not say in words either ("the second", "twice")."""
    if not left:
        return left
    spoken, prose = language(other), passages(other)[number].prose
    counted, months = counting_words(spoken), speech(spoken).dates.months
    said: set[Value] = set()
    for word in _WORD.findall(prose):
        value = counted.get(fold(word)) or months.get(spelling_key(word))
        if value is not None:
            said.add(float(value))
    return [each for each in left if not each.values & said]


def _equal(one: Figure, other: Figure) -> bool:
    return one.text == other.text


def _same_by_any_scale(one: Figure, other: Figure) -> bool:
    return same(one, other, False)


def same(one: Figure, other: Figure, scales: bool = True) -> bool:
    """Whether two figures may say the same."""
    if one.values & other.values:
        return True
    if VERSION in (one.kind, other.kind):
        return _same_version(one.text, other.text)
    known = scales and not (one.scaled or other.scaled)
    return not known and any(_magnitudes(a, b) for a, b in _numbers(one, other))


def _same_version(one: str, other: str) -> bool:
    """Whether one is the other, or a series that it is of: ``2.2`` and ``2.2.0``, ``rc1`` and ``rc-1``."""
    bare = (_STAGE.sub(r"-\1", each.lower()).rstrip(".") for each in (one, other))
    short, long = sorted(bare, key=len)
    return long.startswith(short) and not long[len(short) : len(short) + 1].isdigit()


def _magnitudes(one: float, other: float) -> bool:
    """Whether only a power of ten lies between two numbers that has a word of its own."""
    power = abs(log10(one / other)) if one > 0 and other > 0 else 0.5
    return round(power) >= _SCALE and isclose(power, round(power), abs_tol=1e-9)


def _numbers(one: Figure, other: Figure) -> Iterator[tuple[float, float]]:
    for a in one.values:
        for b in other.values:
            if isinstance(a, float) and isinstance(b, float):
                yield a, b


def _alike(one: Figure, other: Figure) -> bool:
    """Whether one may stand for the other: of one kind, in one unit, with as many parts."""
    if {one.kind, other.kind} == {NUMBER, YEAR}:
        return len(one.text) == len(other.text) == _YEAR
    if one.kind != other.kind:
        return False
    if one.kind == CODE:
        return _DIGITS.split(one.text)[0] == _DIGITS.split(other.text)[0]
    if one.kind == PHONE:
        return distance(one.text, other.text, _SLIP) <= _SLIP  # others are those of other offices
    if one.kind == VERSION:
        return one.text.count(".") == other.text.count(".")
    if one.unit and other.unit and one.unit != other.unit:
        return False
    marked = [each for each in (one, other) if _MARK.search(each.text)]
    return len(marked) != 1 or _is_grouped(marked[0])


def _is_grouped(figure: Figure) -> bool:
    """Whether a mark in a figure may stand between its thousands: 1,000 and 1000 have one form."""
    return any(
        isinstance(value, float) and value.is_integer() and value >= _THOUSAND for value in figure.values
    )


def excused(one: Figure, other: Figure) -> bool:
    if one.kind == TIME:
        return True  # of another time zone, or when this version was written
    if one.kind in (CODE, PHONE, VERSION):
        return False
    if one.kind == NUMBER and max((a for a, _ in _numbers(one, other)), default=9.0) <= 1:
        return True
    if any(_rounds(a, b) for a, b in ((one, other), (other, one))):
        return True
    if (one.hedged or other.hedged) and any(isclose(a, b, rel_tol=_ROUNDED) for a, b in _numbers(one, other)):
        return True
    if one.kind == PERCENT:
        return False
    return any(_converted(a, b) or _same_hour(a, b) for a, b in _numbers(one, other))


def _rounds(one: Figure, other: Figure) -> bool:
    """Whether one is the other with fewer digits behind the mark: 4.5 for 4.51."""
    digits = [len(_FRACTION.sub("", each.text)) if _MARK.search(each.text) else 0 for each in (one, other)]
    return 0 < digits[0] < digits[1] and any(
        isclose(a, round(b, digits[0]), abs_tol=1e-9) for a, b in _numbers(one, other)
    )


def _same_hour(one: float, other: float) -> bool:
    """Whether one may be an hour of the afternoon by the other clock: 2 p.m. and 14 h."""
    return abs(one - other) == _HALF_DAY and max(one, other) <= 2 * _HALF_DAY


def _converted(one: float, other: float) -> bool:
    if not one or not other:
        return False
    ratio = max(one, other) / min(one, other)
    return any(isclose(ratio, factor, rel_tol=0.03) for factor in _CONVERSIONS)


def _told(one: Figure, other: Figure, match: Match, pair: Pair) -> bool:
    """Whether at least one of both stands nowhere in the whole other version, and it is no passage moved."""
    mine, theirs = everything(pair.first), everything(pair.other)
    if one.values & theirs and other.values & mine:
        return False
    if one.kind not in (CODE, VERSION):
        rows = {each.block.kind for each in pair.passages(match)} & {LIST, TABLE}
        return not (rows and (_moved(one, pair, 0) or _moved(other, pair, 1)))
    if are_strangers(*pair.passages(match)):
        return False
    if match.score >= _FIXED:
        return True
    return not (_moved(one, pair, 0) or _moved(other, pair, 1))


def are_strangers(mine: Passage, theirs: Passage) -> bool:
    """Whether two passages share none of the names that they have: they are other items of two lists."""
    one, other = ({name for name in each.names if not name.isupper()} for each in (mine, theirs))
    return min(len(one), len(other)) >= _FEW_NAMES and one.isdisjoint(other)


def _beside(one: Figure, other: Figure, match: Match, pair: Pair) -> bool:
    """Whether both stand beside the same name or unit in passages that surely belong together."""
    if match.score < _CERTAIN or TIME in (one.kind, other.kind):
        return False
    mine, theirs = pair.passages(match)
    if one.unit and one.unit == other.unit:
        return True
    shared = _neighbours(mine.prose, one) & _neighbours(theirs.prose, other)
    return bool(shared) and not (_moved(one, pair, 0) or _moved(other, pair, 1))


def _neighbours(prose: str, figure: Figure) -> set[tuple[int, str]]:
    """The words in Latin letters right before and behind a figure, which translators leave as they are."""
    found = set()
    before = _BEFORE.search(prose, max(0, figure.start - _REACH), figure.start)
    behind = _BEHIND.match(prose, figure.end)
    for side, word in enumerate((before, behind)):
        if word is not None:
            found.add((side, fold(word[1])))
    return found


def _moved(figure: Figure, pair: Pair, side: int) -> bool:
    """Whether an identifier stands elsewhere in the other version, in a passage without a like partner."""
    here, there = figures(pair.first), figures(pair.other)
    partners = {match.sides[1 - side]: match.sides[side] for match in pair.matches}
    mine, theirs = (there, here) if side else (here, there)
    for number, each in enumerate(theirs):
        if figure.values & each.all:
            partner = partners.get(number)
            if partner is None or not figure.values & mine[partner].all:
                return True
    return False
