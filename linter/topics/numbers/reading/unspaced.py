"""Numbers where no blanks stand between words: 从20亿元增长到25亿元, 120万人, ３０％; and 2 bin 400."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.numbers.reading.currencies import currencies_after
from linter.topics.numbers.reading.digits import LARGEST, Core
from linter.topics.numbers.reading.units import units_after

_WIDE = {
    ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９％．＄￥", "0123456789%.$¥", strict=True)
}
"""Characters of full width that stand in and at numbers; others may be letters of words."""
_COMMA = lazy(r"(?<=\d)，(?=\d)")
"""Only between digits: elsewhere it parts two numbers ("400人中，100人")."""
_LETTER = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"


def spaced(prose: str, code: str) -> str:
    """The prose with blanks for the letters right beside its numbers, every character at its place.

    What belongs to a number stays: the word that multiplies it, the unit, the currency. A word such as
    "about" before it moves by one, for it is read as a word of its own.
    """
    narrow = _COMMA.sub(",", prose.translate(_WIDE))
    narrow = _hedged(code).sub(r" \1 ", narrow)
    narrow = _before(code).sub(" ", narrow)
    return _after(code).sub(lambda end: f"{end['kept']} " if end["letter"] else end[0], narrow)


def apart(prose: str, code: str) -> str:
    """The prose with a blank for a word of one letter that is joined to its number: "و25", "and 25"."""
    return _prefix(code).sub(" ", prose)


@lru_cache(maxsize=8)
def _prefix(code: str) -> re.Pattern[str]:
    return lazy(rf"(?<!\w)(?:{any_of(speech(code).numerals.prefixes)})(?=\d)")


@lru_cache(maxsize=8)
def _hedged(code: str) -> re.Pattern[str]:
    """A word that loosens the number behind it, and the two letters before it."""
    before = speech(code).numerals.before
    hedges = any_of((*before.about, *before.at_least, *before.at_most))
    return lazy(rf"{_LETTER}{{2}}({hedges})(?=[$¥€£]?\d)")


@lru_cache(maxsize=8)
def _before(code: str) -> re.Pattern[str]:
    """The letter before a number, unless the number goes on there (3万5000)."""
    scales = any_of(speech(code).numerals.scales)
    return lazy(rf"(?!(?<=\d)(?:{scales})\d){_LETTER}(?=[$¥€£]?\d)")


@lru_cache(maxsize=8)
def _after(code: str) -> re.Pattern[str]:
    """The end of a number with what belongs to it, and the letter behind it."""
    scales = any_of(speech(code).numerals.scales)
    units = any_of(
        [
            "%",
            *currencies_after(code),
            *units_after(code),
            *speech(code).units.percent,
            *speech(code).units.points,
        ]
    )
    return lazy(rf"(?<=\d)(?P<kept>(?: ?(?:{scales}))?(?: ?(?:{units}))?)(?P<letter>{_LETTER})?")


def compounds(narrow: str, code: str) -> Iterator[Core]:
    """The numbers that go on behind a word that multiplies their first part: 1億2000万, 3万5000."""
    powers = speech(code).numerals.scales
    for found in _compound(code).finditer(narrow):
        parts = [
            (part[1].replace(",", ""), powers.get(part[2], 0)) for part in _part(code).finditer(found[0])
        ]
        scales = [power for _, power in parts]
        if scales == sorted(scales, reverse=True) and len(set(scales)) == len(scales):
            value = sum(float(digits) * 10.0**power for digits, power in parts)
            if value < LARGEST:
                significant = len(str(int(value)).rstrip("0"))
                yield Core(*found.span(), value, 10.0 ** scales[-1], significant, plain=False)


@lru_cache(maxsize=8)
def _part(code: str) -> re.Pattern[str]:
    gap = "" if speech(code).dates.unspaced else " ?"
    return lazy(rf"(\d[\d,]*){gap}({any_of(speech(code).numerals.scales)})?")


@lru_cache(maxsize=8)
def _compound(code: str) -> re.Pattern[str]:
    if not speech(code).dates.unspaced:
        scales = any_of(_plain_scales(code))
        return lazy(
            rf"(?<![\w.,])\d{{1,3}} (?:{scales})(?: \d{{1,3}}(?![\d.,]\d|\d)(?: (?:{scales})(?!\w))?)+"
        )
    scales = any_of(speech(code).numerals.scales)
    return lazy(rf"(?<![\w.,])\d[\d,]*(?:{scales})(?:(?:\d| (?=\d{{3,4}}(?!\d)))[\d,]*(?:{scales})?)+")


def _plain_scales(code: str) -> Iterator[str]:
    """The words that multiply, without an ending: "10 binden 120'ye" are two numbers."""
    powers = speech(code).numerals.scales
    for power in set(powers.values()):
        yield min((word for word in powers if powers[word] == power), key=len)
