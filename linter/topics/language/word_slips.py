"""The frequent word that a word in no list may be a slip of, and how frequent it must be for that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from linter.analyses.languages import frequency
from linter.languages import speech
from linter.topics.language.alphabets import letters_of
from linter.topics.language.edit_variants import (
    one_letter_changed,
    one_letter_less,
    one_letter_more,
    plain_slips_off,
)
from linter.topics.language.lexicon import LEAST, LONG, LONGEST, SHORT, Lexicon

_ANY, _USUAL, _FREQUENT, _VERY_FREQUENT = 0, 2, 3, 4
"""How frequent a word is, by the list of all languages; any is a common one by that of its own."""
_BEHIND = 3
"""Letters behind one that is too many or another: with fewer it may be part of an ending."""
_BEGUN = 4
"""Letters that few words have in common."""
_VERY_LONG = 9
"""From so many letters on any letter may be another one."""


@lru_cache(maxsize=30_000)
def slip_of(word: str, table: Lexicon) -> str:
    """The common word of which one in lower case has letters exchanged, or one doubled, lost, got or changed.

    The likelier the word is as it stands, the more frequent must that one be. Some word of the table goes on
    like a misspelt one up to its slip, and for most slips hardly more letters.
    """
    found = ((other, least) for others, least in _slips(word, table) for other in others)
    return next((other for other, least in found if not least or frequency(other, table.lang) >= least), "")


class _Near:
    """What a word may be a slip of that has so many letters before it."""

    def __init__(self, word: str, table: Lexicon, first: int, last: int) -> None:
        self._word, self._table, self._first, self._last = word, table, first, last
        self._known = max(first, _BEGUN)
        """So many letters those have in common that are not looked up one by one."""
        alike = table.beginning(word[: self._known]) if self._known <= last else None
        if alike is None:
            self._known, alike = last + 1, frozenset()
        self._alike = [other for other in alike if other.endswith(word[last + 1 :])]

    def common(self, variants: Callable[..., list[str]], *letters: str, behind: int) -> list[str]:
        """The common words among some variants of the word."""
        early = variants(self._word, *letters, self._first, min(self._last, self._known - 1), behind)
        late = variants(self._word, *letters, self._known, self._last, behind) if self._alike else ()
        among = filter(self._alike.__contains__, late)
        return [*self._table.common_among(early), *filter(self._table.common, among)]


def _slips(word: str, table: Lexicon) -> Iterator[tuple[list[str], int]]:
    """The common words that it may be a slip of, the likeliest slip first, and how frequent one must be."""

    def amid(others: list[str], behind: int) -> list[str]:
        """Those whose slip has letters behind it."""
        return [other for other in others if not other.startswith(word[: length - behind])]

    known, letters, length = speech(table.lang).foreign, letters_of(table.lang), len(word)
    ending = 0 if speech(table.lang).names.fixed else 1  # letters in which it may be another form
    last, made, short = table.begun(word), table.is_made_of(word), length < LONG
    near = _Near(word, table, last - SHORT, last)

    plain = table.common_among(plain_slips_off(word, last, ending))
    many = (short and made) or known.slips == LONGEST or table.common(word[2:])
    yield [other for other in plain if not short or len(other) >= length], _FREQUENT if many else _USUAL
    yield plain, _VERY_FREQUENT

    more = near.common(one_letter_more, letters, behind=ending)
    if word[-1] in known.apocope:
        more = amid(more, 0)
    rare = short and (table.common(word[:-1]) or (made and length == LEAST))
    yield more, _VERY_FREQUENT if rare else _FREQUENT
    few = known.slips <= LONG  # forms of its words
    if few and length > LONG:
        yield amid(more, ending), _USUAL
    longer = [word + letter for letter in letters if last == length]
    if made or length < known.slips or table.common_among(longer):
        return  # "importiere" may be of "importieren"

    less = near.common(one_letter_less, behind=1)
    if few:
        yield less, _FREQUENT
    if length >= _VERY_LONG and known.slips < LONGEST:
        yield near.common(one_letter_changed, letters, letters, behind=_BEHIND), _FREQUENT
    yield [*plain, *amid(more, ending), *amid(less, _BEHIND)], _ANY
    if known.alike and length > LONG <= len(word.removesuffix(known.gerund)):
        yield near.common(one_letter_changed, known.alike, known.alike, behind=1), _ANY
