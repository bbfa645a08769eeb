"""A name that stands once with its accents and once without: "Ana Gómez Ruiz", "Ana Gomez Ruiz"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.languages import speech
from linter.matching.spelling import without_accents
from linter.topics.names import lists
from linter.topics.names.haystack import Mention
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold_word
from linter.topics.names.spelling.slips import PLACES, Typo, typo_of

_SHORTEST = 4
_GREEK = "\u0370"
_ENGLISH = "en"
_RARE = 2
"""Of two spellings that stand more often each one is meant."""
_TELLING = 4
"""Of two words beside a name one has so many letters: others stand beside any name ("de la")."""


def accent_typos(found: Mentions) -> Iterator[Typo]:
    """The rarer spelling of each such word with the same name beside it; of equals, that without accents.

    Where words change their endings, an accent in the last letter is one; many write none on a capital.
    """
    times, names = found.text.capitalised, speech(found.text.language).names
    if names.capital_nouns:
        return  # "Tochter" and "Töchter"
    last = -1
    for word in times:
        if word.isascii() or len(word) < _SHORTEST or max(word) >= _GREEK:
            continue
        bare = without_accents(word)
        if bare[1:] == word[1:] or bare not in times or (not names.fixed and bare[-1] != word[-1]):
            continue
        slip, usual = (word, bare) if times[word] < times[bare] else (bare, word)
        if times[slip] > _RARE or _may_be_both(slip, found):
            continue
        if _beside(slip, usual, found):
            typo = typo_of(slip, usual, found)
            if typo.slip.start > last + 1:
                yield typo
            last = typo.slip.end


def _may_be_both(word: str, found: Mentions) -> bool:
    """Is it an ordinary word that begins sentences ("Esta", "Está"), or in English a place abroad?"""
    place = lists.place(word) if found.text.language == _ENGLISH else None
    if place is not None and place.kind != lists.TOWN:
        return True
    if not lists.ordinary(word, found.text.language):
        return False
    return all(place.token.initial for place in found.places(word))


def _beside(one: str, other: str, found: Mentions) -> bool:
    """Does the same name, or do the same two words, stand before or behind both?"""
    mine = {near for place in found.places(one) for near in _around(place, found)}
    return any(near in mine for place in found.places(other)[:PLACES] for near in _around(place, found))


def _around(place: Mention, found: Mentions) -> Iterator[tuple[int, str]]:
    words, at = found.text.tokens[place.block].texts, place.position
    for step in (-1, 1):
        near = [words[i] for i in (at + step, at + 2 * step) if 0 <= i < len(words)]
        if near and len(near[0]) >= 3 and near[0][0].isupper():
            yield step, fold_word(near[0])
        if len(near) == 2 and max(map(len, near)) >= _TELLING:
            yield 2 * step, " ".join(map(fold_word, near))
