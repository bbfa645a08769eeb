"""Which rules a text may concern, of those that need one of some literals: asked before they are read.

The rules have thousands of literals together. An automaton of Aho and Corasick (1975) finds all of them in
one pass, but to build it takes longer than to lint an article. So each literal is filed under three rare
characters of its own, and only those are looked for whose three characters the text has. The file is plain
text, which can be kept between runs.

A literal that :func:`whole` made is a word: it is asked for among the words of the article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from itertools import chain
from operator import itemgetter

from linter.typed import Any

_SIZE = 3
_OF_WORDS = " "
_EDGE = "\0"
_BETWEEN = "\t"
_FEW = 4
"""After so many texts more will come, and the automaton is worth its price."""
_LONGEST = 20_000
"""Characters of a text from which on the automaton is worth it at once."""

Found = dict[str, dict[int, set[str]]]
"""By owner and part what a text has of its literals; none where nothing is known of a part."""


class Signs:
    """Tells which parts of which rules a text may concern."""

    def __init__(self, packed: str = "", but: Container[str] = (), at_once: bool = False) -> None:
        """``packed`` is what :func:`packed` gave; ``but`` are owners of which nothing is to be said.

        ``at_once``: for literals that are not filed the automaton is built for the first text.
        """
        owners, parts, always, *lines = packed.split("\n") if packed else ("", "", "")
        self.owners = frozenset(owner for owner in owners.split(_BETWEEN) if owner and owner not in but)
        """Those of which the signs are known."""
        self._parts = parts.split(_BETWEEN)
        self._always = always.split(_BETWEEN) if always else []
        self._files = dict(zip(lines[::2], lines[1::2], strict=True))
        self._words = dict(_entries(self._files.pop(_OF_WORDS, "")))
        self._asked = _FEW if at_once else 0
        self._automaton: Any = None
        self._literals: dict[str, str] = {}

    def found(self, text: str, words: Set[str] = frozenset()) -> Found:
        """What a text and some words, all folded, have for each part that they may concern."""
        self._asked += 1
        if self._automaton is None and (self._asked > _FEW or len(text) > _LONGEST) and self._files:
            from linter.matching.automaton import automaton_of

            self._literals = dict(entry for file in self._files.values() for entry in _entries(file))
            self._automaton = automaton_of((literal, literal) for literal in self._literals)
            self._files.clear()
        there = self._met(text) if self._automaton else self._there(text)
        found: Found = {}
        for part in self._always:
            _literals(found, part)
        for literal, numbers in chain(there, self._among(words)):
            for number in numbers.split(","):
                _literals(found, self._parts[int(number)]).add(literal)
        return found

    def _met(self, text: str) -> Iterator[tuple[str, str]]:
        """The entries of which the text has the literal, by the automaton."""
        for literal in set(map(itemgetter(1), self._automaton.iter(text))):
            yield literal, self._literals[literal]

    def _there(self, text: str) -> Iterator[tuple[str, str]]:
        """The same, by the files."""
        grams = set(map("".join, zip(text, text[1:], text[2:], strict=False)))
        yield from (entry for entry in _entries(self._files.get("", "")) if entry[0] in text)
        for gram in self._files.keys() & grams:
            for entry in _entries(self._files[gram]):
                if entry[0][:_SIZE] in grams and entry[0][-_SIZE:] in grams and entry[0] in text:
                    yield entry

    def _among(self, words: Set[str]) -> Iterator[tuple[str, str]]:
        """The entries that are one of the words."""
        for word in self._words.keys() & words:
            yield whole(word), self._words[word]


def whole(word: str) -> str:
    """The literal of a run of letters that no other letters may stand beside."""
    return f"{_EDGE}{word}{_EDGE}"


def _literals(found: Found, part: str) -> set[str]:
    """Those that were found for a part, which is concerned from now on."""
    owner, _, number = part.partition(" ")
    return found.setdefault(owner, {}).setdefault(int(number), set())


def _entries(file: str) -> Iterator[tuple[str, str]]:
    """The literals of a line, each with the numbers of the parts that need it."""
    fields = file.split(_BETWEEN)
    return zip(fields[::2], fields[1::2], strict=False)


def packed(signs: Mapping[str, Mapping[int, Iterable[str]]], filed: bool = True) -> str:
    """The signs of owners, whose names have no blanks, by their parts; one without any is always concerned.

    Three lines have the owners, the parts by number, and the parts that are always concerned. Then come pairs
    of lines: three characters, and the literals that are filed under them; shorter ones are under nothing,
    words under a blank. To file them takes longer than to build the automaton: it pays where they are kept.
    """
    needed_by: dict[str, list[str]] = {}
    parts: list[str] = []
    always: list[str] = []
    for owner, wanted in signs.items():
        for number, literals in wanted.items():
            pieces = _of_one_line(literals)
            (parts if pieces else always).append(f"{owner} {number}")
            for piece in sorted(pieces):
                needed_by.setdefault(piece, []).append(str(len(parts) - 1))
    files: dict[str, list[str]] = {}
    times = Counter(gram for literal in needed_by for gram in _grams(literal) if filed)
    for literal, numbers in sorted(needed_by.items()):
        word = literal[1:-1] if _is_word(literal) else ""
        grams = _grams(literal) if filed and not word else ()
        gram = _OF_WORDS if word else min(grams, key=times.__getitem__, default="")
        files.setdefault(gram, []).append(f"{word or literal}{_BETWEEN}{','.join(numbers)}")
    lines = (line for gram, entries in files.items() for line in (gram, _BETWEEN.join(entries)))
    return "\n".join((*map(_BETWEEN.join, (signs, parts, always)), *lines))


def _of_one_line(literals: Iterable[str]) -> set[str]:
    """The longest piece without a line break of each literal; none if one of them has no such piece."""
    found = {max(literal.replace(_BETWEEN, "\n").split("\n"), key=len) for literal in literals}
    return set() if "" in found else found


def _is_word(literal: str) -> bool:
    return literal[:1] == literal[-1:] == _EDGE


def _grams(literal: str) -> list[str]:
    """Each three characters of a literal."""
    return [literal[start : start + _SIZE] for start in range(len(literal) - _SIZE + 1)]
