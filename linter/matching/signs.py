"""Which rules a text may concern, of those that need one of some literals: asked before they are read.

The rules have thousands of literals together. An automaton of Aho and Corasick (1975) finds all of them in
one pass, but to build it takes longer than to lint an article. So each literal is filed under three rare
characters of its own, and only those are looked for whose three characters the text has. The file is plain
text, which can be kept between runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

_SIZE = 3
_BETWEEN = "\0"
_FEW = 4
"""After so many texts more will come, and the automaton is worth its price."""
_LONGEST = 20_000
"""Characters of a text from which on the automaton is worth it at once."""

Found = dict[str, dict[int, set[str]]]
"""By owner and part what a text has of its literals; none where nothing is known of a part."""


class Signs:
    """Tells which parts of which rules a text may concern."""

    def __init__(self, packed: str = "") -> None:
        """``packed`` is what :func:`packed` gave."""
        owners, parts, always, *lines = packed.split("\n") if packed else ("", "", "")
        self.owners = frozenset(filter(None, owners.split(_BETWEEN)))
        """Those of which the signs are known."""
        self._parts = parts.split(_BETWEEN)
        self._always = always.split(_BETWEEN) if always else []
        self._files = dict(zip(lines[::2], lines[1::2], strict=True))
        self._asked = 0
        self._automaton: Any = None

    def found(self, text: str) -> Found:
        """What a text, which is folded, has for each part that it may concern."""
        self._asked += 1
        if self._automaton is None and (self._asked > _FEW or len(text) > _LONGEST) and self._files:
            self._automaton = self._built()
        there = self._automaton.iter(text) if self._automaton else enumerate(self._looked_for(text))
        found: Found = {}
        for part in self._always:
            _put(found, part)
        for literal, numbers in {entry for _, entry in there}:
            for number in numbers.split(","):
                _put(found, self._parts[int(number)], literal)
        return found

    def _looked_for(self, text: str) -> Iterator[tuple[str, str]]:
        """The entries of which the text has the literal."""
        grams = {text[start : start + _SIZE] for start in range(len(text) - _SIZE + 1)}
        for gram in ("", *(self._files.keys() & grams)):
            yield from (entry for entry in _entries(self._files.get(gram, "")) if entry[0] in text)

    def _built(self) -> Any:
        from ahocorasick import Automaton

        automaton = Automaton()
        for file in self._files.values():
            for entry in _entries(file):
                automaton.add_word(entry[0], entry)
        automaton.make_automaton()
        return automaton


def _put(found: Found, part: str, *literals: str) -> None:
    owner, _, number = part.partition(" ")
    found.setdefault(owner, {}).setdefault(int(number), set()).update(literals)


def _entries(file: str) -> Iterator[tuple[str, str]]:
    """The literals of a line, each with the numbers of the parts that need it."""
    fields = file.split(_BETWEEN)
    return zip(fields[::2], fields[1::2], strict=False)


def packed(signs: Mapping[str, Sequence[Iterable[str]]]) -> str:
    """The signs of owners, whose names have no blanks, by their parts; one without any is always concerned.

    Three lines have the owners, the parts by number, and the parts that are always concerned. Then come pairs
    of lines: three characters, and the literals that are filed under them; shorter ones are under nothing.
    """
    needed_by: dict[str, list[str]] = {}
    parts: list[str] = []
    always: list[str] = []
    for owner, wanted in signs.items():
        for number, literals in enumerate(wanted):
            pieces = _of_one_line(literals)
            (parts if pieces else always).append(f"{owner} {number}")
            for piece in sorted(pieces):
                needed_by.setdefault(piece, []).append(str(len(parts) - 1))
    files: dict[str, list[str]] = {}
    for literal, numbers in needed_by.items():
        files.setdefault(_rarest(literal), []).append(f"{literal}{_BETWEEN}{','.join(numbers)}")
    lines = (line for gram, entries in files.items() for line in (gram, _BETWEEN.join(entries)))
    return "\n".join((*map(_BETWEEN.join, (signs, parts, always)), *lines))


def _of_one_line(literals: Iterable[str]) -> set[str]:
    """The longest piece without a line break of each literal; none if one of them has no such piece."""
    found = {max(literal.replace(_BETWEEN, "\n").split("\n"), key=len) for literal in literals}
    return set() if "" in found else found


def _rarest(literal: str) -> str:
    from linter.matching.needles import rarity

    starts = range(len(literal) - _SIZE + 1)
    return max((literal[start : start + _SIZE] for start in starts), key=rarity, default="")
