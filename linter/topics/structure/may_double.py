"""Which words a sentence of a language may have twice in a row."""

from __future__ import annotations

from functools import cache

from linter.analyses.languages import is_common
from linter.languages import speech
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.structure.doubles import Double

CHAIN = 4
"""Nobody writes a word so often by mistake."""
_STOPS = tuple(".!?…")
"""Marks at the end of a sentence."""
_STEM = 4
"""Letters at least that the forms of a word have in common."""
LEAST = 4
"""Letters of a word with a capital; shorter ones are parts of names."""


class Grammar:
    """What is known of doubled words in one language."""

    def __init__(self, code: str) -> None:
        known = speech(code).structure
        self._code = code
        self._never = frozenset(known.never_twice)
        self._often = frozenset(word for word in known.often_twice if " " not in word and "*" not in word)
        self._open = bool(known.often_twice)
        self._nouns = speech(code).names.capital_nouns
        self._phrases = _phrases(tuple(word for word in known.often_twice if " " in word or "*" in word))
        self._named = frozenset(known.named)
        self._nowhere = _phrases(tuple(phrase for phrase in known.never_twice if " " in phrase))
        self._opening = frozenset(known.opening_twice)
        self._closing = frozenset(known.closing_twice)
        words = speech(code).numerals.words
        self._zeros = frozenset(word for word, value in words.irregular.items() if value == 0)
        self._digits = frozenset(words.units) | self._zeros
        self._scales = frozenset(speech(code).numerals.scales)
        self._ones = frozenset((*words.articles, *words.units))

    def wrong(self, double: Double) -> bool:
        """Whether the words cannot stand there twice."""
        wrong = self._word(double) if len(double.words) == 1 else self._phrase(double)
        return (wrong and not _is_in(self._phrases, double)) or _is_in(self._nowhere, double)

    def never(self, double: Double) -> bool:
        """Whether it is one of the words that no sentence has twice, with more of the sentence behind it."""
        (word, *more), again = double.words, double.repeated[0]
        return not more and word == again and word in self._never and double.goes_on

    def stressed(self, double: Double) -> bool:
        """Whether a phrase may be said twice: at the end of a sentence, "the dual of the dual of"."""
        first, *more = (word.lower() for word in double.words)
        if more and more[-1] in self._never:
            return len(more) > 1 and first in self._never and more[-1] in self._closing
        return bool(more) and double.beside[double.within[1] :][:1] in _STOPS

    def _word(self, double: Double) -> bool:
        (word,), (again,) = double.words, double.repeated
        lower = word.lower()
        thrice = lower in (double.before, double.after)
        if self._is_number(lower, double) or (len(word) > 1 and word.isupper() and not again.isupper()):
            return False  # an operator or an acronym: "AND and OR", "whose IT it is"
        if len(word) == 1:
            return lower in self._never and (again == word or double.opens) and _single(double)
        if len(set(lower)) == 1 or (thrice and (lower in self._opening or _chained(lower, double))):
            return False  # "aaa aaa", "and and and", "of of of of"
        if lower in self._never:
            if word.istitle() and again.istitle() and not double.opens:
                return False  # "a song by The The"
            begun = word == lower and _title(again) and not (lower in self._named and _opens_name(double))
            return again == word or double.opens or begun
        if not self._open or thrice or lower in self._often or not self._is_plain(lower):
            return False
        if self._nouns and not double.opens and word == again and word.istitle():
            return len(word) >= LEAST
        return word == again == lower or (double.opens and _begun(double))

    def _is_number(self, word: str, double: Double) -> bool:
        """Whether digits are spoken ("zero zero, zero one, one one") or a number is large.

        "A million million" is one, "3 million million" a slip.
        """
        if word in self._scales:
            return double.before in self._ones or double.before in self._scales
        return word in self._zeros or (word in self._digits and bool(self._zeros & _words(double.beside)))

    def _is_plain(self, word: str) -> bool:
        """Whether it is a common word, and no laughter ("heh heh")."""
        return is_common(word, self._code) and not ("h" in word and len(set(word)) == len("ha"))

    def _phrase(self, double: Double) -> bool:
        """Whether it neither goes on a third time nor is a turn like "time after time after …"."""
        words = [word.lower() for word in double.words]
        if double.words == double.repeated and all(map(_title, double.words)):
            return _is_full_name(double, words)
        if not self._open or not (self._nouns or all(word[0].islower() for word in double.repeated)):
            return False
        if double.after == words[0] or _alike(double.before, words[-1]):
            return False
        if words[0] in self._often and words[-1] in self._often:
            return False
        turns = words[0] in self._opening, words[-1] in self._closing
        if words[-1] in self._never and not turns[1]:
            return True  # "on the on the": no turn ends with an article
        return not (any(turns) if len(words) == 2 else all(turns))  # "and on and on", "and so on and so on"


def _chained(word: str, double: Double) -> bool:
    """Whether it stands so often in a row that somebody means it."""
    return f" {word}" * CHAIN in " " + " ".join(double.beside.lower().split())


def _alike(one: str, other: str) -> bool:
    """Whether two words are one, or forms of one: "homotopy between homotopies between homotopies"."""
    stem = max(_STEM, min(len(one), len(other)) - 1)
    return one == other or (len(one) >= stem and one[:stem] == other[:stem])


def _is_full_name(double: Double, words: list[str]) -> bool:
    """Whether two words with capitals are first name and surname, said twice before a mark in a sentence."""
    amid = not double.opens and not double.goes_on
    return len(words) == 2 and amid and double.before != words[-1]


def _opens_name(double: Double) -> bool:
    """Whether a name begins with the second one."""
    following = double.beside[double.within[1] :]
    return following[:1] == " " and following[1:2].isupper()


def _is_in(phrases: re.Pattern[str], double: Double) -> bool:
    """Whether one of some phrases has the doubled words inside."""
    start, end = double.within
    found = phrases.finditer(double.beside)
    return any(match.start() <= start and end <= match.end() for match in found)


def _words(prose: str) -> frozenset[str]:
    return frozenset(prose.lower().replace(",", " ").split())


def _single(double: Double) -> bool:
    """Whether a letter is a word: neither a capital, which names something, nor one of a row of letters."""
    return double.repeated[0].islower() and len(double.before) != 1 and len(double.after) != 1


def _title(word: str) -> bool:
    return len(word) >= LEAST - 1 and word.istitle()


def _begun(double: Double) -> bool:
    """Whether a sentence begins with a doubled word ("Food food is …") and with no name."""
    (word,), (again,) = double.words, double.repeated
    at_once = len(word) >= LEAST and double.start == 0 and double.after.isalpha()
    return word.istitle() and (again == word.lower() or (again == word and at_once))


@cache
def grammar(code: str) -> Grammar:
    """The grammar of a language, by its code."""
    return Grammar(code)


@cache
def _phrases(listed: tuple[str, ...]) -> re.Pattern[str]:
    return lazy(word_of(listed), re.IGNORECASE)
