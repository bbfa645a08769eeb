"""In how long a text a pattern is sure to be done soon: there a search needs nobody to watch its time.

To watch costs more than most searches. What is counted are the steps of a matcher that goes back and tries
all ways, at most; many a pattern takes a thousandth of them. The idea that only repeats which can take from
each other multiply is that of Weideman and others, "Analyzing Matching Time Behavior of Backtracking Regular
Expression Matchers by Using Ambiguity of NFA" (2016).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from linter.matching.pattern_trees import tree_of
from linter.matching.regexes import CODES
from linter.namedtuples import NamedTuple
from linter.typed import Any

_STEPS = 30_000_000
"""What a matcher does in half a second."""
_FEW = 8
"""Of what has several ways more repeats are not worth counting."""
_LENGTHS = (100, 300, 1_000, 3_000, 10_000, 100_000)
"""What is told apart."""
_ASCII, _OTHERS = 128, 1 << 128
_ANY = 2 * _OTHERS - 1
"""A set of characters is a number, a bit for each of ASCII and one for all others."""


class _Work(NamedTuple):
    """What a part of a pattern is to a matcher, from one place on."""

    ways: float = 1.0
    """How many ways there are to match it."""
    steps: float = 1.0
    """What it takes to try all of them."""
    first: int = 0
    """What it can begin with."""
    is_empty: bool = True
    """Whether it can match nothing at all, so that what follows may begin as well."""


_NEVER = _Work(float("inf"), float("inf"), _ANY)


@lru_cache(maxsize=8192)
def unwatched(pattern: str) -> int:
    """The longest text for which it is certain that a search is soon done; 0 if that is never certain."""
    length: int = CODES.derived("unwatched", pattern, _unwatched)[0]
    return length


def _unwatched(pattern: str) -> tuple[int]:
    tree = tree_of(pattern)
    if tree is None:
        return (0,)
    items = list(tree)
    certain = bisect_left(_LENGTHS, True, key=lambda length: length * _sequence(items, length).steps > _STEPS)
    return (_LENGTHS[certain - 1] if certain else 0,)


def _sequence(items: Sequence[tuple[Any, Any]], length: int) -> _Work:
    """The items one after the other; they are read from the last, as what follows tells how a repeat ends."""
    after = _Work()
    steps = 0
    """Of the plain characters since the last item that was more than that."""
    for operation, argument in reversed(items):
        if str(operation) == "LITERAL":
            steps += 1
            last = argument
            continue
        if steps:
            after, steps = _Work(after.ways, after.steps + steps, _literal(last), False), 0
        part = _part(str(operation), argument, length, after)
        after = _Work(
            part.ways * after.ways,
            part.steps + part.ways * after.steps,
            part.first | after.first if part.is_empty else part.first,
            part.is_empty and after.is_empty,
        )
    return _Work(after.ways, after.steps + steps, _literal(last), False) if steps else after


def _part(operation: str, argument: Any, length: int, after: _Work) -> _Work:
    if operation in ("NOT_LITERAL", "ANY", "IN"):
        return _Work(1, 1, _characters(operation, argument), False)
    if operation == "AT":
        return _Work()
    if operation == "SUBPATTERN":
        return _sequence(list(argument[-1]), length)
    if operation == "BRANCH":
        return _branch([_sequence(list(branch), length) for branch in argument[1]])
    if operation in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, body = argument
        return _repeat(int(least), int(most), body, length, after)
    if operation in ("ASSERT", "ASSERT_NOT"):
        return _Work(1, _sequence(list(argument[1]), length).steps + 1)
    if operation == "GROUPREF":
        return _Work(1, length, _ANY)
    return _NEVER


def _branch(parts: list[_Work]) -> _Work:
    first = 0
    for part in parts:
        first |= part.first
    return _Work(
        sum(part.ways for part in parts),
        sum(part.steps for part in parts) + 1,
        first,
        any(part.is_empty for part in parts),
    )


def _repeat(least: int, most: int, body: Any, length: int, after: _Work) -> _Work:
    """A repeat of what matches in one way only, or few times: it stops somewhere, or where it has to."""
    part = _sequence(list(body), length)
    times = min(most, length)
    first, is_empty = part.first, part.is_empty or not least
    if part.ways > 1 or part.is_empty:
        ways = max(part.ways, 2.0) ** times if times <= _FEW and part.ways < _STEPS else float("inf")
        return _Work(ways, ways * part.steps, first, is_empty)
    has_to_stop = not after.is_empty and not part.first & after.first
    return _Work(1 if has_to_stop else times - min(least, times) + 1, times * part.steps + 1, first, is_empty)


def _characters(operation: str, argument: Any) -> int:
    """What one character may be."""
    if operation == "NOT_LITERAL":
        return _negated([("LITERAL", argument)])
    if operation == "ANY":
        return _ANY
    found = 0
    for kind, value in argument:
        if str(kind) == "NEGATE":
            return _negated(argument)
        found |= _members(str(kind), value)
    return _in_any_case(found)


def _members(kind: str, value: Any) -> int:
    if kind == "LITERAL":
        return _bit(value)
    if kind == "RANGE":
        first, last = map(int, value)
        within = (1 << min(last + 1, _ASCII)) - (1 << min(first, _ASCII))
        return within | (_OTHERS if last >= _ASCII else 0)
    return _ANY


def _negated(argument: Sequence[tuple[Any, Any]]) -> int:
    """All but the characters of ASCII that are excluded in any case; a category may exclude fewer."""
    excluded = 0
    for kind, value in argument:
        if str(kind) in ("LITERAL", "RANGE"):
            excluded |= _members(str(kind), value)
    return _ANY & ~(excluded & (_OTHERS - 1))


def _bit(character: int) -> int:
    return 1 << character if character < _ASCII else _OTHERS


def _literal(character: int) -> int:
    return _in_any_case(_bit(character))


def _in_any_case(found: int) -> int:
    """With the other case of each letter, as the pattern may ignore case; some signs are letters then."""
    capitals, small = found >> 65 & 0x3FFFFFF, found >> 97 & 0x3FFFFFF
    letters = capitals | small
    return found | letters << 65 | letters << 97 | (_OTHERS if letters else 0)
