"""Phrases with a number in them ("{0} years ago"), as patterns; and the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from linter.analyses.numerals.number_words import number_words
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.grammar import GAP
from linter.topics.dates.names import names

_COUNT = r"(?P<number>\d{1,4}|[^\W\d_]+(?:[ -][^\W\d_]+){0,2})"
_SLOT = lazy(r"\{[01R]\}")
_FILLINGS = {"{0}": _COUNT, "{1}": r"(?P<short>\d\d)", "{R}": r"(?P<roman>[IVX]+)"}
_ROMAN = {"I": 1, "V": 5, "X": 10}


class Form(NamedTuple):
    """A phrase as the source of a pattern, and a piece of it that a text must have."""

    pattern: str
    literal: str


@cache
def forms(language: str, key: str, unit: str = "") -> tuple[Form, ...]:
    """The phrases of a language for a purpose, those of one unit where they are kept by units."""
    known = names(language)
    if known is None:
        return ()
    phrases: list[str] = known.words.get(key, {}).get(unit, []) if unit else known.list(key)
    return tuple(_form(phrase) for phrase in phrases)


def _form(phrase: str) -> Form:
    parts = _SLOT.split(phrase)
    slots = _SLOT.findall(phrase)
    pattern = _literal(parts[0])
    for slot, part in zip(slots, parts[1:], strict=True):
        pattern += _FILLINGS[slot] + _literal(part)
    start = "" if phrase.startswith(",") else r"(?<!\w)"
    return Form(rf"{start}{pattern}(?!\w)", max((part.strip().lower() for part in parts), key=len))


def _literal(text: str) -> str:
    return re.sub(r"(?:\\?[ \u00a0])+", lambda _: GAP + "{1,2}", re.escape(text))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    return lazy(pattern, re.IGNORECASE)


def possible(kept: Iterable[Form], text: str) -> list[Form]:
    """The phrases whose literal piece the text, in small letters, has."""
    return [form for form in kept if form.literal in text]


def count_of(text: str, language: str) -> int | None:
    """The number that digits or words say ("5", "twenty-five"); nothing if they say none."""
    if text.isdigit():
        return int(text)
    found = list(number_words(text, language))
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    return found[0].value if whole and not found[0].vague else None


def start_of_count(prose: str, start: int, end: int, language: str) -> int:
    """Where the number begins among the words before a unit: the first from which all are a number.

    The last word, if no words are known as numbers in the language.
    """
    starts = [start + match.start() for match in re.finditer(r"[^\W_]+", prose[start:end])]
    known = [at for at in starts if count_of(prose[at:end], language) is not None]
    return known[0] if known else starts[-1]


def roman(text: str) -> int:
    """The value of a Roman numeral up to the twenties, of a century."""
    values = [_ROMAN[letter] for letter in text.upper()]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
