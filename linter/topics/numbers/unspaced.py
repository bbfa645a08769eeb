"""Numbers where no blanks stand between words: 从20亿元增长到25亿元, 120万人, ３０％."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching.regexes import lazy
from linter.topics.numbers.currencies import currencies_after
from linter.topics.numbers.units import units_after

_WIDE = {
    ord(wide): narrow
    for wide, narrow in zip("０１２３４５６７８９％．，＄￥", "0123456789%.,$¥", strict=True)
}
"""Characters of full width that stand in and at numbers; others may be letters of words."""
_LETTER = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_BEFORE = lazy(rf"{_LETTER}(?=[$¥€£]?\d)")


def is_unspaced(language: str) -> bool:
    """Whether words of a language follow each other without blanks."""
    unspaced: bool = speech(language).dates.unspaced
    return unspaced


def spaced(prose: str, language: str) -> str:
    """The prose with blanks for the letters right beside its numbers, every character at its place.

    What belongs to a number stays: the word that multiplies it, the unit, the currency. A word such as
    "about" before it moves by one, for it is read as a word of its own.
    """
    narrow = _hedged(language).sub(r" \1 ", prose.translate(_WIDE))
    narrow = _BEFORE.sub(" ", narrow)
    return _after(language).sub(lambda end: f"{end['kept']} " if end["letter"] else end[0], narrow)


@lru_cache(maxsize=8)
def _hedged(language: str) -> re.Pattern[str]:
    """A word that loosens the number behind it, and the two letters before it."""
    before = speech(language).numerals.before
    hedges = any_of((*before.about, *before.at_least, *before.at_most))
    return lazy(rf"{_LETTER}{{2}}({hedges})(?=[$¥€£]?\d)")


@lru_cache(maxsize=8)
def _after(language: str) -> re.Pattern[str]:
    """The end of a number with what belongs to it, and the letter behind it."""
    scales = any_of(speech(language).numerals.scales)
    units = any_of(
        ["%", *currencies_after(language), *units_after(language), *speech(language).units.percent]
    )
    return lazy(rf"(?<=\d)(?P<kept>(?: ?(?:{scales}))?(?: ?(?:{units}))?)(?P<letter>{_LETTER})?")
