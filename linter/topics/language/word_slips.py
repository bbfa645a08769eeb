"""The frequent word that a word in no list may be a slip of, and how frequent it must be for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
_VERY_LONG = 9
"""From so many letters on any letter may be another one."""


def slip_of(word: str, table: Lexicon) -> str:
    """The common word of which one in lower case has letters exchanged, or one doubled, lost, got or changed.

    The likelier the word is as it stands, the more frequent must that one be. Some word of the table goes on
    like a misspelt one up to its slip, and for most slips hardly more letters.
    """
    for near, least in _slips(word, table):
        for other in near:
            if table.common(other) and (not least or frequency(other, table.lang) >= least):
                return other
    return ""


def _slips(word: str, table: Lexicon) -> Iterator[tuple[Iterable[str], int]]:
    """The words that it may be a slip of, from the likeliest slip on, and how frequent one must be."""
    known, letters, length = speech(table.lang).foreign, letters_of(table.lang), len(word)
    ending = 0 if speech(table.lang).names.fixed else 1  # letters in which it may be another form
    few = known.slips <= LONG  # forms of its words
    last, made = table.begun(word), table.is_made_of(word)
    first = last - SHORT
    short = length < LONG

    many = (short and made) or known.slips == LONGEST or table.common(word[2:])
    plain = list(plain_slips_off(word, last, ending))
    yield (other for other in plain if not short or len(other) >= length), _FREQUENT if many else _USUAL
    yield plain, _VERY_FREQUENT

    rare = short and (table.common(word[:-1]) or (made and length == LEAST))
    yield one_letter_more(word, letters, first, last, ending), _VERY_FREQUENT if rare else _FREQUENT
    if few and length > LONG:
        yield one_letter_more(word, letters, first, last, 1 + ending), _USUAL
    if made or length < known.slips:
        return

    if few:
        yield one_letter_less(word, first, last, 1), _FREQUENT
    if length >= _VERY_LONG and known.slips < LONGEST:
        yield one_letter_changed(word, letters, letters, first, last, _BEHIND), _FREQUENT
    alike = known.alike if length > LONG <= len(word.removesuffix(known.gerund)) else ""
    yield plain, _ANY
    yield one_letter_more(word, letters, first, last, 1 + ending), _ANY
    yield one_letter_less(word, first, last, _BEHIND), _ANY
    yield one_letter_changed(word, alike, alike, first, last, 1), _ANY
