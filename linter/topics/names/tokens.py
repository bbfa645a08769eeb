"""The words of a text with their places, as names need them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import accumulate, filterfalse

from linter.languages import everywhere, speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.typed import overload

_APOSTROPHES = "'’\u02bc"
_JOINT = f"[{_APOSTROPHES}‐‑-]"
_WORDS_AND_GAPS = lazy(rf"([^\W_]++(?:{_JOINT}[^\W_]++|[\u0300-\u036f\u00ad]++[^\W_]*+)*+)")
"""Splits a text: every second part is a word. Faster than one match after the other."""
_POSSESSIVE = lazy(rf"[{_APOSTROPHES}]s\Z", re.IGNORECASE)
_BREAK = lazy(r"[.:?!…–—\"“”„«»‘(\[|•·\n/\u2028\ufffc]|(?:^|\s)[-'’]|['’]\s")

_MOST = 30_000
"""So many words are known at once, to keep the memory of a long run bounded."""


class Token(NamedTuple):
    """A word; its offsets in the prose leave out an elided article and a possessive ending."""

    text: str
    start: int
    end: int
    gap: str
    """What stands between the word before and this one."""
    initial: bool
    """Does it begin a sentence, a title or a quotation, so that its capital means nothing?"""

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def is_capitalised(word: str) -> bool:
    """Whether a word begins with a capital and is not all capitals."""
    return word[0].isupper() and not word.isupper()


class _Bare(dict[str, tuple[str, str]]):
    """What is elided before a word, and the word without that and without a possessive: most come again."""

    def __init__(self, elision: re.Pattern[str] | None) -> None:
        self._elision = elision

    def __missing__(self, word: str) -> tuple[str, str]:
        if len(self) >= _MOST:
            self.clear()
        elided = self._elision.match(word) if self._elision else None
        before = elided[0] if elided else ""
        bare = word[len(before) :]
        ending = _POSSESSIVE.search(bare) if bare[-1] == "s" else None
        self[word] = found = before, bare[: ending.start()] if ending else bare
        return found


class Words(Sequence[Token]):
    """The words of a block of prose; ``l'Iran`` is the word ``Iran`` in languages that elide.

    Most words are only ever asked for their text, so a token is made when somebody asks for one.
    """

    def __init__(self, prose: str, code: str) -> None:
        self._prose = prose
        self._bare = _bare(code)
        self._made: dict[int, Token] = {}

    @cached_property
    def _parts(self) -> list[str]:
        """Gaps and words by turns; a gap may be empty."""
        return _WORDS_AND_GAPS.split(self._prose)

    @cached_property
    def _ends(self) -> list[int]:
        """Where each of the parts ends."""
        return list(accumulate(map(len, self._parts)))

    @cached_property
    def texts(self) -> list[str]:
        """The words as tokens have them."""
        words = self._parts[1::2]
        joined = set(filterfalse(str.isalnum, words))
        if not joined:
            return words
        return [self._bare[word][1] if word in joined else word for word in words]

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Token, ...]: ...

    def __getitem__(self, at: int | slice) -> Token | tuple[Token, ...]:
        if isinstance(at, slice):
            return tuple(map(self._token, range(*at.indices(len(self)))))
        return self._made.get(at) or self._token(range(len(self))[at])

    def __iter__(self) -> Iterator[Token]:
        return map(self._token, range(len(self)))

    def _token(self, number: int) -> Token:
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = self._make(number)
        return made

    def _make(self, number: int) -> Token:
        gap, word = self._parts[2 * number : 2 * number + 2]
        start = self._ends[2 * number]
        text = self.texts[number]
        if len(text) < len(word) and (elided := self._bare[word][0]):
            start += len(elided)
            return Token(text, start, start + len(text), gap + elided, False)
        initial = not number or (gap != " " and _breaks(gap, self.texts[number - 1]))
        return Token(text, start, start + len(text), gap, initial)


def distinct(text: str, code: str) -> frozenset[str]:
    """The words of a text as tokens have them, each once."""
    return frozenset(Words(text, code).texts)


@lru_cache(maxsize=4)
def cut(prose: str, code: str) -> Words:
    """The words of a piece of prose. Several ask for those of a headline, in turn."""
    return Words(prose, code)


def tokens(prose: str, code: str) -> list[Token]:
    """The words of a piece of prose, all of them made."""
    return list(cut(prose, code))


@cache
def _bare(code: str) -> _Bare:
    """How the words of a language are bared; most languages elide nothing before one."""
    elided = speech(code).names.elided
    pattern = rf"(?:{any_of(elided)})[{_APOSTROPHES}](?=[^\W\d_])"
    return _Bare(lazy(pattern, re.IGNORECASE) if elided else None)


@cache
def _abbreviations() -> frozenset[str]:
    """Words before a full stop that ends no sentence, of all languages: titles stay before foreign names."""
    return frozenset(word.casefold() for word in everywhere("names.abbreviations"))


def _is_abbreviation(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or word.casefold() in _abbreviations()


def _breaks(gap: str, before: str) -> bool:
    if gap.startswith(".") and _is_abbreviation(before):
        gap = gap[1:]
    return _BREAK.search(gap) is not None
