"""The one syntax of phrases in language files, and the patterns made of them.

A phrase is written as it stands in a text. A blank is any gap between two words, an apostrophe any
apostrophe; ``*`` at an end of a word is any further letters (``increas*``, ``*n't``), alone it is an
asterisk; ``{slot}`` is a gap that the caller fills; what stands in ``[…]`` may be missing, words as well as
letters (``I can [also] write``, ``title[s]``). Case is for the caller to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.matching.signs import whole

GAP = r"\s"
"""One blank of any kind. A list of those that are usual takes six times as long to load, in each pattern."""
GAPS = GAP + "{1,3}"
"""What stands between two words of a phrase: a line break may come with blanks around it."""
_NOT_LITERAL = lazy(r"\{\w+\}|\[[^\]]*\]|[ \u00a0'’*]")
_IN_BRACKETS = lazy(r"\[[^\]]*\]")
_OPTIONAL_FIRST = lazy(r"^\\\[([^]]*)\\\]\\ ")
_OPTIONAL_WORD = lazy(r"\\ \\\[([^]]*)\\\](?=\\ |$|\\\*|,)")
_OPTIONAL = lazy(r"\\\[([^]]*)\\\]")
_LONG = 6
"""Words of so many letters are seldom parts of others."""
NOTHING = r"(?!)"
"""Matches nowhere: the pattern of no phrases at all."""


def pattern_of(phrase: str, slots: Mapping[str, str] | None = None) -> str:
    """The source of the pattern of one phrase. ``KeyError`` for a slot that the caller does not fill."""
    if phrase.replace(" ", "").isalpha():  # hundreds are asked for in an article, most are nothing but words
        return phrase.replace(" ", GAPS)
    if phrase == "*":
        return r"\*"
    if phrase[:-1].isalpha() and phrase[-1] == "*":
        return phrase[:-1] + r"\w*"
    source = re.escape(phrase.replace("\u00a0", " "))
    if "[" in phrase:
        source = _with_optional(source)
    source = source.replace("\\ ", GAPS).replace("\\*", r"\w*")
    source = source.replace("’", "'").replace("'", "['’]")
    return _filled(source, slots or {}) if "{" in phrase else source


def _with_optional(source: str) -> str:
    """With what may be missing as such; a word in brackets takes a blank beside it along."""
    source = _OPTIONAL_FIRST.sub(lambda found: rf"(?:{found[1]}\ )?", source)
    source = _OPTIONAL_WORD.sub(lambda found: rf"(?:\ {found[1]})?", source)
    return _OPTIONAL.sub(lambda found: f"(?:{found[1]})?", source)


def _filled(source: str, slots: Mapping[str, str]) -> str:
    before, *rest = source.split("\\{")
    pieces = (piece.split("\\}", 1) for piece in rest)
    return before + "".join(slots[name] + after for name, after in pieces)


def piece_of(phrase: str) -> str:
    """The longest piece of a phrase that a text in small letters must have for the phrase to match."""
    return max((piece.lower() for piece in _NOT_LITERAL.split(phrase)), key=len)


@lru_cache(maxsize=256)
def pieces_of(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Of which a text in small letters has one if it has one of the phrases."""
    return without_longer(map(piece_of, phrases))


def has_piece(text: str, pieces: Iterable[str]) -> bool:
    """Whether a text, in small letters, has one of some pieces."""
    return any(map(text.lower().__contains__, pieces))


def without_longer(pieces: Iterable[str]) -> tuple[str, ...]:
    """The pieces that no other is a part of: a text that has any piece has one of these."""
    each = sorted(set(pieces))
    return tuple(piece for piece in each if not any(other in piece for other in each if other != piece))


def signs_of(phrases: Iterable[str], unspaced: bool = False) -> frozenset[str]:
    """For each phrase a folded literal that stands in what is searchable of an article that has the phrase.

    Short words are signs as words (:mod:`linter.matching.signs`), for most of them are parts of others too,
    but not in a language that is written without blanks.
    """
    return frozenset(max(_signs(phrase, unspaced), key=len, default="") for phrase in phrases)


def _signs(phrase: str, unspaced: bool) -> Iterator[str]:
    for word in _IN_BRACKETS.sub("*", phrase.replace("\u00a0", " ")).split():
        for piece in _NOT_LITERAL.split(word):
            sign = fold_case(piece.strip("."))
            alone = piece == word and sign.isalpha() and not unspaced
            yield whole(sign) if alone and len(sign) < _LONG else sign


def any_of(phrases: Iterable[str], slots: Mapping[str, str] | None = None) -> str:
    """The source of a pattern that any of the phrases matches, longer ones first; nothing for no phrase."""
    ordered = sorted(sorted(set(phrases)), key=len, reverse=True)
    return "|".join([pattern_of(phrase, slots) for phrase in ordered]) or NOTHING


def word_of(phrases: Iterable[str], slots: Mapping[str, str] | None = None) -> str:
    """The same as a group between word boundaries, as phrases stand in running text.

    None is needed after an elision, for ``l'`` ends where the next word begins, nor before a mark (``, so``).
    """
    listed = list(phrases)
    marked = any(not (phrase[0].isalnum() or phrase[0] in "*{") for phrase in listed)
    before = r"(?!(?<=\w)\w)" if marked else r"(?<!\w)"
    return rf"{before}(?:{any_of(listed, slots)})(?!(?<=\w)\w)"
