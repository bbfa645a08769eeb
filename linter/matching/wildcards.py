"""Patterns with wildcards, matched in linear time whatever they are: nothing is ever tried twice.

All patterns of a list are one automaton. It is in many places at once (K. Thompson, "Regular expression
search algorithm", 1968), and where it is after a character is worked out when that character first comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.namedtuples import NamedTuple

DEEPEST = 50
"""Choices within choices."""
_MOST = 20_000
"""So many steps are remembered; then all are forgotten."""


class Letters(NamedTuple):
    """One character: of these ranges, or of none of them."""

    ranges: tuple[tuple[str, str], ...]
    negated: bool = False

    def has(self, char: str) -> bool:
        return any(first <= char <= last for first, last in self.ranges) != self.negated


class Repeat(NamedTuple):
    """Any number of characters."""

    letters: Letters


class Choice(NamedTuple):
    """One of several ways to go on."""

    ways: tuple[tuple[Piece, ...], ...]


Piece = Letters | Repeat | Choice


def plain(char: str) -> Letters:
    """The character itself."""
    return Letters(((char, char),))


def but(chars: str) -> Letters:
    """Any character but these."""
    return Letters(tuple((char, char) for char in chars), True)


class State:
    """Where the automaton may be after some characters."""

    __slots__ = ("after", "last", "nodes")

    def __init__(self, nodes: frozenset[int], last: int) -> None:
        self.nodes = nodes
        self.last = last
        """The last pattern that ends here, or -1."""
        self.after: dict[str, State] = {}


_NOWHERE = State(frozenset(), -1)
"""No pattern goes on."""


class Wildcards:
    """The patterns of a list."""

    def __init__(self, patterns: Iterable[Sequence[Piece]]) -> None:
        self._tests: list[Letters | None] = []
        """For each node the character that leads on from it, if one does."""
        self._to: list[tuple[int, ...]] = []
        """Where that leads; without a character: where it is as well."""
        self._ends: dict[int, int] = {}
        starts = []
        for number, pieces in enumerate(patterns):
            end = self._node(None)
            self._ends[end] = number
            starts.append(self._before(pieces, end))
        self._first = self._closed(starts)
        self._forget()

    def last(self, text: str, begun: State | None = None) -> int:
        """The number of the last pattern that means the whole text, or -1.

        ``begun``: what :meth:`after` gave for what stands before the text.
        """
        return self.after(text, begun).last

    def after(self, text: str, begun: State | None = None) -> State:
        """Where the automaton is after a text."""
        state, nowhere = begun or self._start, _NOWHERE
        for char in text:
            if state is nowhere:
                break
            try:
                state = state.after[char]
            except KeyError:
                state = self._step(state, char)
        return state

    def _node(self, test: Letters | None, *to: int) -> int:
        self._tests.append(test)
        self._to.append(to)
        return len(self._tests) - 1

    def _before(self, pieces: Sequence[Piece], end: int) -> int:
        """The node from which the pieces lead to another one."""
        for piece in reversed(pieces):
            if isinstance(piece, Letters):
                end = self._node(piece, end)
            elif isinstance(piece, Repeat):
                end = self._node(None, end)
                self._to[end] += (self._node(piece.letters, end),)
            else:
                end = self._node(None, *[self._before(way, end) for way in piece.ways])
        return end

    def _closed(self, nodes: Iterable[int]) -> frozenset[int]:
        """The nodes, and those that are reached from them without a character."""
        found: set[int] = set()
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                if self._tests[node] is None:
                    waiting += self._to[node]
        return frozenset(found)

    def _step(self, state: State, char: str) -> State:
        """Where the automaton is after one more character."""
        tests = self._tests
        nodes = self._closed(
            self._to[node][0] for node in state.nodes if (test := tests[node]) is not None and test.has(char)
        )
        self._remembered += 1
        if self._remembered > _MOST:
            self._forget()
        found = self._states.get(nodes)
        if found is None:
            found = self._states[nodes] = self._state(nodes)
        state.after[char] = found
        return found

    def _state(self, nodes: frozenset[int]) -> State:
        return State(nodes, max((self._ends[node] for node in nodes & self._ends.keys()), default=-1))

    def _forget(self) -> None:
        self._remembered = 0
        self._start = self._state(self._first)
        self._states = {frozenset(): _NOWHERE, self._first: self._start}
