"""The words of a text with their places, as names need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import accumulate, chain, compress, count

from linter.languages import everywhere, speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.typed import overload

_APOSTROPHE = "['’\u02bc]"
_JOINT = "['’\u02bc‐‑-]"
_WORDS_AND_GAPS = lazy(rf"([^\W_]++(?:{_JOINT}[^\W_]++|[\u0300-\u036f\u00ad]++[^\W_]*+)*+)")
"""Splits a text: every second part is a word. Faster than one match after the other."""
_POSSESSIVE = lazy(rf"{_APOSTROPHE}s\Z", re.IGNORECASE)
_BREAK = lazy(r"[.:?!…–—\"“”„«»‘(\[|•·\n/\u2028\ufffc]|(?:^|\s)[-'’]|['’]\s")

_MOST = 30_000
"""So many texts are known at once, to keep the memory of a long run bounded."""
_AROUND = '.,:;!?()"“”'
"""Marks that are often beside a word; what is only letters and digits between them is one word."""


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


class _Capital(dict[str, bool]):
    """Whether a word begins with a capital and is not all capitals: most words come again."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST:
            self.clear()
        self[word] = capital = word[0].isupper() and not word.isupper()
        return capital


CAPITAL = _Capital()


class _Cut(dict[str, tuple[str, ...]]):
    """The words of what stands between two blanks, in a language: most of it comes again."""

    def __init__(self, elision: re.Pattern[str] | None) -> None:
        self._elision = elision

    def __missing__(self, text: str) -> tuple[str, ...]:
        if len(self) >= _MOST:
            self.clear()
        bare = text.strip(_AROUND)
        self[text] = words = (bare,) if bare.isalnum() else self._words(text)
        return words

    def _words(self, text: str) -> tuple[str, ...]:
        words = _WORDS_AND_GAPS.split(text)[1::2]
        return tuple(word if word.isalnum() else self.bare(word)[1] for word in words)

    def bare(self, word: str) -> tuple[str, str]:
        """What is elided before a word, and the word without that and without a possessive ending."""
        elided = self._elision.match(word) if self._elision else None
        before = elided[0] if elided else ""
        word = word[len(before) :]
        if word[-1] == "s" and (ending := _POSSESSIVE.search(word)):
            word = word[: ending.start()]
        return before, word


class Words(Sequence[Token]):
    """The words of a block of prose; ``l'Iran`` is the word ``Iran`` in languages that elide.

    Most words are only ever asked for their text, so a token is made when somebody asks for one.
    """

    def __init__(self, prose: str, code: str, chunks: Iterable[str] | None = None) -> None:
        """``chunks`` is what stands between blanks in the prose, if that is known."""
        self._prose = prose
        self._chunks = chunks
        self._cut = _cut(code)
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
        chunks = self._prose.split() if self._chunks is None else self._chunks
        return list(chain.from_iterable(map(self._cut.__getitem__, chunks)))

    @cached_property
    def capitals(self) -> list[int]:
        """Which words begin with a capital and are not all capitals."""
        return list(compress(count(), map(CAPITAL.__getitem__, self.texts)))

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
        if len(text) < len(word) and (elided := self._cut.bare(word)[0]):
            start += len(elided)
            return Token(text, start, start + len(text), gap + elided, False)
        initial = not number or (gap != " " and _breaks(gap, self.texts[number - 1]))
        return Token(text, start, start + len(text), gap, initial)


@lru_cache(maxsize=2)
def distinct(text: str, code: str) -> frozenset[str]:
    """The words of a text as tokens have them, each once; several ask for those of one text in turn."""
    return frozenset(Words(text, code).texts)


def tokens(prose: str, code: str) -> list[Token]:
    """The words of a piece of prose, all of them made."""
    return list(Words(prose, code)[:])


@cache
def _cut(code: str) -> _Cut:
    """How a language is cut into words; most elide nothing before one."""
    elided = speech(code).names.elided
    return _Cut(lazy(rf"(?:{any_of(elided)}){_APOSTROPHE}(?=[^\W\d_])", re.IGNORECASE) if elided else None)


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
