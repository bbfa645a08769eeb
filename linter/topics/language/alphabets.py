"""Letters that a language does not use: a word with one of them comes from another language."""

from __future__ import annotations

from functools import cache

from linter.analyses.languages import guess_language
from linter.languages import by_language, speech

_LATIN = "abcdefghijklmnopqrstuvwxyz"


@cache
def letters_of(code: str) -> str:
    """The letters that the words of a language are spelt with."""
    return f"{_LATIN}{speech(code).foreign.letters}"


@cache
def _alien(code: str) -> dict[str, str]:
    """The letters that a language never uses, each with the language that it speaks for."""
    only = by_language("foreign.only-here")
    eastern = {letter: other for other, letters in only.items() if other != code for letter in letters}
    likely = {
        letter: other for other, letters in by_language("foreign.speaks-for").items() for letter in letters
    }
    own = speech(code).foreign
    western = {letter: other for letter in own.alien if (other := eastern.get(letter) or likely.get(letter))}
    return {letter: other for letter, other in (eastern | western).items() if letter not in own.only_here}


def alien_letter(word: str, code: str) -> str:
    """The language that a letter of the word speaks for, if the given one never uses it; else nothing."""
    alien = _alien(code)
    likely = next((alien[letter] for letter in word if letter in alien), "")
    if not likely:
        return ""
    guess = guess_language(word).lang
    return guess if guess != code and guess else likely
