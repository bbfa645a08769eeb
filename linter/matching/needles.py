"""The literals that a regular expression cannot match without, from its parse tree.

The derivation is conservative: what it does not understand gives no needle, and a
pattern without needles has to be run on everything. The idea is that of Russ Cox,
"Regular Expression Matching with a Trigram Index" (2012).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, reduce
from itertools import chain, pairwise, repeat, starmap

from linter.matching.folding import fold_case
from linter.matching.pattern_size import too_large
from linter.matching.pattern_trees import REPEATS, tree_of
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.packaged import data_path, read_json
from linter.typed import Any

PACKAGED = data_path("needles.json")

MOST_NEEDLES = 400
_SETS, _MOST_FURTHER = 2, 24
"""So many further sets of so many literals are asked for, which is done one by one."""
_MOST_SETS = 8
"""So many are known of a part of a pattern."""
_MOST_SPELLED_OUT = 100
_MOST_REPEATS = 8
_WIDEST_CLASS = 10
_WIDEST_FOREIGN, _FOREIGN = 100, "\u1100"
"""A class may be wider of characters from here on, which texts in most alphabets do not have."""
_LONGEST = 12
"""Of a longer needle its most telling part is kept."""
_ENOUGH = 9.0
"""A text of this rarity is not met by chance."""
_STEP, _USELESS = 4.0, 1e9
_WORTH = {
    **dict.fromkeys(" \u00a0\n\ufffc", 0.5),
    **dict.fromkeys("etaoinsrlduеоаинтсрвл0123456789.,;:!'’\"-–()", 1.0),
    **dict.fromkeys("[]{}<>|\\*_#@^~=&%$€£", 4.0),
}

_OF_ADDRESSES = lazy(r"h?t?t?ps?:(?://)?(?:www\.)?|//|www\.")
"""The beginnings of addresses, which may be cut off."""


def needles(pattern: str) -> frozenset[str]:
    """Folded literals of which each match contains at least one; empty if none can be derived."""
    return needle_sets(pattern)[0]


@lru_cache(maxsize=4096)
def needle_sets(pattern: str) -> tuple[frozenset[str], ...]:
    """The needles, and further sets of literals: each match contains at least one of each set.

    Those of the built-in rules are packaged, for deriving all of them takes a tenth of a second.
    """
    known = _packaged().get(pattern)
    return derive(pattern) if known is None else tuple(map(frozenset, known))


@lru_cache(maxsize=1)
def _packaged() -> dict[str, list[list[str]]]:
    """Written by ``scripts/build_needles.py``."""
    try:
        table: dict[str, list[list[str]]] = read_json("needles.json")
    except OSError:
        return {}
    return table


def derive(pattern: str) -> tuple[frozenset[str], ...]:
    """The needles of a pattern and the further sets, from its parse tree."""
    if pattern.isalnum() and not too_large(pattern):
        return (telling_word(pattern),)
    tree = tree_of(pattern)
    if tree is None:
        return (frozenset(),)
    part = _sequence(tree)
    return _without_longer(map(_telling_part, part.best)), *_further(part)


def _further(part: _Part) -> list[frozenset[str]]:
    """The sets that say most of what its needles leave open."""
    chosen = [part.best]
    for found in map(_without_longer, part.sets):
        if not any(_implies(other, found) for other in chosen):
            chosen.append(found)
    return chosen[1 : _SETS + 1] if part.best else []


def _rarest(sets: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Of sets of few literals those that are met least often, the rarest first."""
    few = {found for found in sets if len(found) <= _MOST_FURTHER and _frequency(found) < _USELESS}
    return tuple(sorted(few, key=lambda found: (_frequency(found), sorted(found)))[:_MOST_SETS])


def _implies(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a text with one of the first has one of the second anyway."""
    return all(any(short in literal for short in other) for literal in one)


def telling_word(phrase: str) -> frozenset[str]:
    """The needle of what matches nothing but a phrase: the word in it that is met least by chance."""
    return frozenset({_telling_part(max(fold_case(phrase).split(" "), key=rarity))} - {""})


def _telling_part(needle: str) -> str:
    starts = range(max(1, len(needle) - _LONGEST + 1))
    return max((needle[start : start + _LONGEST] for start in starts), key=rarity)


def _without_longer(found: Iterable[str]) -> frozenset[str]:
    """Without the needles that hold another needle; of too many only so many as to be too many."""
    kept: list[str] = []
    for needle in sorted(set(found), key=lambda needle: (len(needle), needle)):
        if not any(shorter in needle for shorter in kept):
            kept.append(needle)
        if len(kept) > MOST_NEEDLES:
            break
    return frozenset(kept)


class _Part(NamedTuple):
    """What is known of one part of a pattern."""

    exact: frozenset[str] | None
    """All it can match, folded, where that is few; zero-width parts match the empty text."""
    needles: frozenset[str]
    """One of these is in all it can match; empty where none is known."""
    tail: frozenset[str] = frozenset({""})
    """All it can match ends with one of these."""
    sets: tuple[frozenset[str], ...] = ()
    """Of each of these, too, one is in all it can match; the rarest come first."""

    @property
    def best(self) -> frozenset[str]:
        return _better(self.exact or frozenset(), self.needles)


_ANYTHING = _Part(None, frozenset())


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The set that will be met less often in a text; empty if neither can be used."""
    better = one if _frequency(one) <= _frequency(other) else other
    return better if _frequency(better) < _USELESS else frozenset()


@lru_cache(maxsize=4096)
def _frequency(found: frozenset[str]) -> float:
    """How often one of the literals stands in a text, roughly."""
    if not found or "" in found or len(found) > MOST_NEEDLES:
        return _USELESS
    return float(sum(_STEP ** -rarity(literal) for literal in found))


@lru_cache(maxsize=8192)
def rarity(text: str) -> float:
    """How telling a piece of text is, by its characters alone: spaces are worth least, signs most.

    What every address begins with tells no more than one sign.
    """
    text = _OF_ADDRESSES.sub("/", text)
    unusual = sum(
        one == two or (one.isdigit() != two.isdigit() and one.isalpha() != two.isalpha())
        for one, two in pairwise(text)
    )
    return min(_ENOUGH, sum(map(_WORTH.get, text, repeat(2.0))) + unusual)


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Part:
    spelled = frozenset({""})
    whole = True
    needed: list[frozenset[str]] = []
    for operation, argument in chain.from_iterable(starmap(_unrolled, items)):
        part = _part(str(operation), argument)
        needed += [part.needles, *part.sets]
        if part.exact is not None and _few(spelled, part.exact):
            spelled = frozenset(before + after for before in spelled for after in part.exact)
            continue
        needed += [spelled, part.exact or frozenset()]
        whole = False
        spelled = part.tail if part.exact is None else _continued(spelled, part.exact)
    needed.append(spelled)
    best = reduce(_better, needed, frozenset[str]())
    return _Part(spelled if whole else None, best, spelled, _rarest(needed))


def _unrolled(operation: Any, argument: Any) -> Iterator[tuple[Any, Any]]:
    """A part of a pattern; before ``x{2,}`` come the two that it begins with, which belong to what is before.

    The two that it ends with belong to what comes after, and may be the same.
    """
    if str(operation) in REPEATS and 0 < argument[0] <= _MOST_REPEATS < argument[1]:
        yield operation, (argument[0], argument[0], argument[2])
    yield operation, argument


def _few(before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether all ways to put one after the other may be spelled out."""
    ways = len(before) * len(after)
    return ways <= _MOST_SPELLED_OUT or (min(len(before), len(after)) <= 2 and ways <= MOST_NEEDLES)


def _continued(before: frozenset[str], after: frozenset[str]) -> frozenset[str]:
    """As much of what was spelled out before as leaves few enough ways to go on."""
    for kept in (4, 2, 1):
        tails = frozenset(text[-kept:] for text in before)
        if _few(tails, after):
            return frozenset(tail + more for tail in tails for more in after)
    return after


def _part(operation: str, argument: Any) -> _Part:
    read = _READERS.get(operation)
    return read(argument) if read else _ANYTHING


def _literal(character: int) -> _Part:
    return _Part(frozenset({fold_case(chr(character))}), frozenset())


def _character_class(members: list[tuple[Any, Any]]) -> _Part:
    letters: set[str] = set()
    for operation, value in members:
        first, last = value if str(operation) == "RANGE" else (value, value)
        if str(operation) not in ("LITERAL", "RANGE") or last - first >= _WIDEST_FOREIGN:
            return _ANYTHING
        letters.update(map(chr, range(first, last + 1)))
    if len(letters) > (_WIDEST_FOREIGN if min(letters) >= _FOREIGN else _WIDEST_CLASS):
        return _ANYTHING
    return _Part(frozenset(map(fold_case, letters)), frozenset())


def _branch(argument: tuple[Any, list[Any]]) -> _Part:
    parts = [_sequence(branch) for branch in argument[1]]
    spelled = frozenset(chain.from_iterable(part.exact or () for part in parts))
    is_exact = all(part.exact is not None for part in parts) and len(spelled) <= MOST_NEEDLES
    needed = frozenset(chain.from_iterable(part.best or ("",) for part in parts))
    if len(needed) > MOST_NEEDLES:
        needed = _without_longer(map(_telling_part, needed))
    return _Part(spelled if is_exact else None, _better(needed, frozenset()))


def _repeat(argument: tuple[Any, Any, Any]) -> _Part:
    least, most, part = int(argument[0]), int(argument[1]), _sequence(argument[2])
    if part.exact is None:
        return _Part(None, part.needles, part.tail, part.sets) if least else _ANYTHING
    powers = [frozenset({""})]
    wanted = most if most <= _MOST_REPEATS else min(least, _MOST_REPEATS)
    while len(powers) <= wanted and len(powers[-1]) <= _MOST_SPELLED_OUT:
        powers.append(frozenset(one + more for one in powers[-1] for more in part.exact))
    if len(powers) > most:
        return _Part(frozenset().union(*powers[least:]), frozenset())
    tail = powers[1] if least and len(powers[1]) <= _MOST_SPELLED_OUT else frozenset({""})
    return _Part(None, _better(powers[min(least, len(powers) - 1)], frozenset()), tail)


def _zero_width(argument: Any) -> _Part:
    return _Part(frozenset({""}), frozenset())


def _look(argument: tuple[int, Any]) -> _Part:
    part = _sequence(argument[1])
    return _Part(frozenset({""}), part.best, sets=part.sets)


_READERS: dict[str, Callable[[Any], _Part]] = {
    "LITERAL": _literal,
    "IN": _character_class,
    "BRANCH": _branch,
    "SUBPATTERN": lambda argument: _sequence(argument[-1]),
    "ATOMIC_GROUP": _sequence,
    **dict.fromkeys(REPEATS, _repeat),
    "AT": _zero_width,
    "ASSERT": _look,
    "ASSERT_NOT": _zero_width,
}
