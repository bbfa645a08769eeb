"""Words that say a number without being one (first, twice), and those that leave it open (thousands of)."""

from __future__ import annotations

from functools import cache

from linter.analyses.numerals.intervals import Interval
from linter.languages import speech
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.names.normalise import fold


@cache
def counting_words(code: str) -> dict[str, float]:
    """The folded words of a language with the number that each gives."""
    return {fold(word): number for word, number in speech(code).sources.counting.items()}


@cache
def open_numbers(code: str) -> tuple[tuple[re.Pattern[str], Interval], ...]:
    """What finds, in folded text, each phrase that leaves a number open, and what the number may be."""
    phrases = speech(code).sources.open_numbers.items()
    return tuple((lazy(word_of([fold(phrase)])), Interval(*ends)) for phrase, ends in phrases)
