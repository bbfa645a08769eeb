"""Names that differ in a letter or two between two language versions, where each stands in one only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import CODE, Article, Block
from linter.languages import speech
from linter.matching.regexes import lazy
from linter.matching.spelling import common_beginning
from linter.namedtuples import NamedTuple
from linter.topics.names import lists
from linter.topics.names.edit_distance import distance, near
from linter.topics.names.normalise import fold, without_digraphs
from linter.topics.names.places import places_named
from linter.topics.translations.alignment import Match
from linter.topics.translations.pairs import Pair
from linter.topics.translations.passages import passages

_NAME = lazy(
    r"(?<![\w@./#-])[A-Z\u00c0-\u00de\u0100-\u017f][a-z\u00df-\u00ff\u0100-\u017f]+(?![\w/@-])(?!\.\w)"
)
_SMALL = lazy(r"(?<![\w@./#-])[a-z\u00df-\u00ff\u0100-\u017f]{5,}(?![\w/@-])(?!\.\w)")
_MOST = 4
"""More new names in one passage are another text."""
_ENDING = 2
"""Letters at the end that a language may change when it bends a name."""
_VOWELS = frozenset("aeiouy")
_ALIKE = ("ckqgx", "szcx", "iyj", "uvw", "aeiouy", "bvp", "dt", "ct", "fv", "gjh")
_SHORTEST = 5
_LONG = 6


class Name(NamedTuple):
    """A word with a capital in Latin letters."""

    text: str
    folded: str
    start: int
    end: int


@analysis
def _names(article: Article) -> tuple[tuple[Name, ...], ...]:
    """The words with capitals of each passage of an article."""
    return tuple(tuple(_in_block(each.block)) for each in passages(article))


def _in_block(block: Block) -> Iterator[Name]:
    for found in _NAME.finditer(block.text.prose) if block.kind != CODE else ():
        yield Name(found[0], fold(found[0]), *found.span())


@analysis
def _everyday(article: Article) -> frozenset[str]:
    """The words in small letters of an article, folded."""
    return frozenset(fold(word) for each in passages(article) for word in _SMALL.findall(each.prose))


@analysis
def _counted(article: Article) -> Counter[str]:
    return Counter(each.folded for names in _names(article) for each in names)


class OtherName(NamedTuple):
    """A name of the first version that the other one spells otherwise."""

    match: Match
    mine: Name
    theirs: Name


def other_names(pair: Pair) -> Iterator[OtherName]:
    """The names that are spelled otherwise in passages that belong together."""
    mine, theirs = _names(pair.first), _names(pair.other)
    codes = language(pair.first), language(pair.other)
    for match in pair.sure:
        one, other = _telling(mine[match.mine], codes[0]), _telling(theirs[match.theirs], codes[1])
        left, right = one.keys() - other, other.keys() - one
        if len(left) > _MOST or len(right) > _MOST:
            continue
        for key, twin in product(one, other):
            a, b = one[key], other[twin]
            if not (key in left or twin in right) or not _is_slip(a, b, codes):
                continue
            if key in _everyday(pair.first) and twin in _everyday(pair.other):
                continue
            if (key in other or twin in one) and not _as_often(
                key, twin, mine[match.mine], theirs[match.theirs]
            ):
                continue  # they are two words
            beside = _beside(a, b, mine[match.mine], theirs[match.theirs])
            if beside or (distance(key, twin) == 1 and (_known(a, b, pair) or _sure(a, b))):
                yield OtherName(match, a, b)


def _as_often(key: str, twin: str, *passages: Sequence[Name]) -> bool:
    """Whether two spellings together stand as often in one passage as in the other."""
    first, other = (sum(each.folded in (key, twin) for each in names) for names in passages)
    return first == other


def _telling(names: Sequence[Name], code: str) -> dict[str, Name]:
    """The longer names of a passage, each once, without everyday words."""
    long = (each for each in names if len(each.text) >= _SHORTEST)
    return {each.folded: each for each in long if not lists.ordinary(each.text, code)}


def _known(one: Name, other: Name, pair: Pair) -> bool:
    """Whether one of the versions has the spelling of the other one, too, which never has its own."""
    ours, others = _counted(pair.first), _counted(pair.other)
    if (one.folded in others) == (other.folded in ours):
        return False
    rare = other if one.folded in others else one
    return not (lists.first_name(rare.text, "") or lists.surname(rare.text) or places_named(rare.folded))


def _is_slip(one: Name, other: Name, codes: tuple[str, str]) -> bool:
    """Whether two words are spellings of one name, and not its forms in two languages."""
    a, b = one.folded, other.folded
    if not near(a, b) or without_digraphs(a) == without_digraphs(b):
        return False
    if lists.ordinary(one.text, codes[1]) and lists.ordinary(other.text, codes[0]):
        return False
    if (places_named(a) and places_named(b)) or all(lists.first_name(each.text, "") for each in (one, other)):
        return False
    if len(a) == len(b) and not {a[-1], b[-1]} & _VOWELS and distance(a, b) == 1:
        return True  # no ending of a case puts one consonant for another
    fixed = all(speech(code).names.fixed for code in codes)
    return max(len(a), len(b)) - len(common_beginning(a, b)) > (1 if fixed else _ENDING)


def _sure(one: Name, other: Name) -> bool:
    """Whether two longer words differ in one letter in their midst, as no name does in two languages."""
    a, b = one.folded, other.folded
    if len(a) != len(b) or len(a) < _LONG:
        return False
    differ = [i for i in range(len(a)) if a[i] != b[i]]
    return len(differ) == 1 and differ[0] < len(a) - 1 and not _sounds_alike(a[differ[0]], b[differ[0]])


def _sounds_alike(one: str, other: str) -> bool:
    """Whether languages write the one letter for the other: Katarina and Catarina, Sophia and Sofia."""
    return any(one in group and other in group for group in _ALIKE)


def _beside(one: Name, other: Name, ours: Sequence[Name], others: Sequence[Name]) -> bool:
    """Whether both stand beside the same other name, with no more than a blank between."""
    before = {each.folded for each in ours if one.start - each.end == 1}
    behind = {each.folded for each in ours if each.start - one.end == 1}
    return any(
        (other.start - each.end == 1 and each.folded in before)
        or (each.start - other.end == 1 and each.folded in behind)
        for each in others
    )
