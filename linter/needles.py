"""The literals that a regular expression cannot match without, from its parse tree.

The derivation is conservative: what it does not understand gives no needle, and a
pattern without needles has to be run on everything. The idea is that of Russ Cox,
"Regular Expression Matching with a Trigram Index" (2012).
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

MOST_NEEDLES = 400
_MOST_SPELLED_OUT = 32
_MOST_REPEATS = 8
_WIDEST_CLASS = 6
_LONG_ENOUGH = 8
"""From this length on a needle is as rare as it gets; fewer needles are better then."""

_DOTTED_I = str.maketrans({"\u0130": "i", "\u0131": "i"})
_PROPERTY = re.compile(r"\\[pP](?:\{\^?[\w =:-]+\}|[A-Z])")
_NOT_AS_IN_RE = re.compile(r"\[\[:|\{(?=[\w<=,])(?!\d*,?\d*\})")
"""POSIX classes and fuzzy matching: ``re`` would read them as plain characters."""


def fold(text: str) -> str:
    """Text in which two characters are equal if a pattern that ignores case takes them as equal.

    The length may change, so offsets in folded text mean nothing. Dotted and dotless I
    are one letter to ``re`` or ``regex`` but not to ``str.casefold``.
    """
    if "\u0130" in text or "\u0131" in text:
        text = text.translate(_DOTTED_I)
    return text.casefold()


@lru_cache(maxsize=4096)
def needles(pattern: str) -> frozenset[str]:
    """Folded literals of which each match contains at least one; empty if none can be derived."""
    pattern = _PROPERTY.sub(r"\\w", pattern)
    if _NOT_AS_IN_RE.search(pattern):
        return frozenset()
    from re import _parser  # type: ignore[attr-defined]  # in the library, not in its stubs

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = _parser.parse(pattern)
    except (re.error, OverflowError, RecursionError):
        return frozenset()
    return _shortest_of_each(_sequence(tree).best)


def _shortest_of_each(found: frozenset[str]) -> frozenset[str]:
    """Without the needles that hold another needle."""
    kept: list[str] = []
    for needle in sorted(found, key=len):
        if not any(shorter in needle for shorter in kept):
            kept.append(needle)
    return frozenset(kept)


class _Part(NamedTuple):
    """What is known of one part of a pattern."""

    exact: frozenset[str] | None
    """All it can match, folded, where that is few; zero-width parts match the empty text."""
    needles: frozenset[str]
    """One of these is in all it can match; empty where none is known."""

    @property
    def best(self) -> frozenset[str]:
        return _better(self.exact or frozenset(), self.needles)


_ANYTHING = _Part(None, frozenset())


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The more telling of two sets of needles, if any is: the longer its shortest, then the fewer."""
    better = max(one, other, key=_worth)
    return better if _worth(better)[0] else frozenset()


def _worth(found: frozenset[str]) -> tuple[int, int]:
    if not found or "" in found or len(found) > MOST_NEEDLES:
        return (0, 0)
    return (min(_LONG_ENOUGH, *map(len, found)), -len(found))


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Part:
    spelled = frozenset({""})
    whole = True
    best: frozenset[str] = frozenset()
    for operation, argument in items:
        part = _part(str(operation), argument)
        best = _better(best, part.needles)
        if part.exact is not None and len(spelled) * len(part.exact) <= _MOST_SPELLED_OUT:
            spelled = frozenset(before + after for before in spelled for after in part.exact)
            continue
        best = _better(best, spelled)
        whole = False
        spelled = frozenset({""}) if part.exact is None else part.exact
    return _Part(spelled if whole else None, _better(best, spelled))


def _part(operation: str, argument: Any) -> _Part:
    read = _READERS.get(operation)
    return read(argument) if read else _ANYTHING


def _literal(character: int) -> _Part:
    return _Part(frozenset({fold(chr(character))}), frozenset())


def _character_class(members: list[tuple[Any, Any]]) -> _Part:
    letters = [chr(value) for operation, value in members if str(operation) == "LITERAL"]
    if len(letters) < len(members) or len(letters) > _WIDEST_CLASS:
        return _ANYTHING
    return _Part(frozenset(map(fold, letters)), frozenset())


def _branch(argument: tuple[Any, list[Any]]) -> _Part:
    exact: frozenset[str] | None = frozenset()
    needed: frozenset[str] = frozenset()
    for branch in argument[1]:
        part = _sequence(branch)
        exact = None if exact is None or part.exact is None else exact | part.exact
        needed |= part.best or {""}
    if exact is not None and len(exact) > MOST_NEEDLES:
        exact = None
    return _Part(exact, _better(needed, frozenset()))


def _repeat(argument: tuple[Any, Any, Any]) -> _Part:
    least, most, part = int(argument[0]), int(argument[1]), _sequence(argument[2])
    if part.exact is None:
        return _Part(None, part.needles if least else frozenset())
    powers = [frozenset({""})]
    while len(powers) <= min(most, _MOST_REPEATS) and len(powers[-1]) <= _MOST_SPELLED_OUT:
        powers.append(frozenset(one + more for one in powers[-1] for more in part.exact))
    if len(powers) > most:
        return _Part(frozenset().union(*powers[least:]), frozenset())
    return _Part(None, _better(powers[min(least, len(powers) - 1)], frozenset()))


def _zero_width(argument: Any) -> _Part:
    return _Part(frozenset({""}), frozenset())


def _look(argument: tuple[int, Any]) -> _Part:
    return _Part(frozenset({""}), _sequence(argument[1]).best)


_READERS: dict[str, Callable[[Any], _Part]] = {
    "LITERAL": _literal,
    "IN": _character_class,
    "BRANCH": _branch,
    "SUBPATTERN": lambda argument: _sequence(argument[-1]),
    "ATOMIC_GROUP": _sequence,
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
    "POSSESSIVE_REPEAT": _repeat,
    "AT": _zero_width,
    "ASSERT": _look,
    "ASSERT_NOT": _zero_width,
}
