"""What the label of a row or a column says of its numbers."""

from __future__ import annotations

from functools import lru_cache

from linter.languages import phrases_at, speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

PART, TOTAL, SUBTOTAL, OF_WHICH, NO_SUM = "part", "total", "subtotal", "of which", "no sum"
_ENGLISH = "en"
"""Its labels stand in tables of all languages."""
_MOST_WORDS = 6
"""A longer label that has such a word is a sentence."""
_PERCENT = lazy(r"[%\u2030]")


class Labels(NamedTuple):
    """Patterns of the labels of one language, and of the English ones."""

    total: re.Pattern[str]
    subtotal: re.Pattern[str]
    of_which: re.Pattern[str]
    no_sum: re.Pattern[str]

    def kind(self, label: str) -> str:
        """What a line with this label is."""
        if not label or len(label.split()) > _MOST_WORDS:
            return PART
        if self.subtotal.search(label):
            return SUBTOTAL
        if self.of_which.match(label):
            return OF_WHICH
        if self.is_no_sum(label):
            return NO_SUM
        return TOTAL if self.total.search(label) else PART

    def is_no_sum(self, label: str) -> bool:
        """Whether no sum makes the numbers of a line."""
        return bool(_PERCENT.search(label) or self.no_sum.search(label))


@lru_cache(maxsize=16)
def labels(code: str) -> Labels:
    """The labels of a language, by its code."""
    codes = (code, _ENGLISH) if code and code != _ENGLISH else (_ENGLISH,)
    unspaced = speech(code).dates.unspaced

    def pattern(field: str) -> re.Pattern[str]:
        phrases = [phrase for each in codes for phrase in phrases_at(each, f"tables.{field}")]
        return lazy(any_of(phrases) if unspaced else word_of(phrases), re.IGNORECASE)

    return Labels(*(pattern(field) for field in ("total", "subtotal", "of-which", "no-sum")))
