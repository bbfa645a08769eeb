"""Statements told in one construction with slots for numbers: "从{before}增长到{after}，增幅为{percent}".

They serve languages without blanks between words, where single words cannot be told from parts of others,
those that put endings to words instead of other words before them, and turns of any language whose words are
no patterns of their own ("waren es {before}, sind es {after}"). ``{any}`` is little of the sentence,
``{words}`` somewhat more, years among it. Commas and brackets stand for those of any width.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from linter.languages.phrases import pattern_of, piece_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import DATE, YEAR, Quantity

_SLOT = lazy(r"\{(?!any\}|words\})(\w+)\}")
_SLOTS = {
    "any": r"[^。！？；;.!?\n\d]{0,14}?",
    "words": r"(?:[^。！？；;.!?\n\d]|(?<!\d)(?:19|20)\d\d(?![\d.,]\d|\d)){0,30}?",
    "opens": r" ?[(（]",
    "closes": "[)）]",
    "comma": "[,，、] ?",
}
_SIGNS = (("（", "{opens}"), ("(", "{opens}"), ("）", "{closes}"), (")", "{closes}"), ("，", "{comma}"))
_NO_SIGNS = str.maketrans(dict.fromkeys("（(）)，,", " "))
_LEAD = 40
"""Characters before the first number that a construction may begin with."""


class _Construction(NamedTuple):
    """The slots of a construction, and patterns of the text before, between and behind them."""

    piece: str
    """What a text in small letters must have."""
    slots: tuple[str, ...]
    lead: re.Pattern[str]
    between: tuple[re.Pattern[str], ...]
    behind: re.Pattern[str]


@lru_cache(maxsize=64)
def _construction(phrase: str) -> _Construction:
    lead, *parts = _SLOT.split(phrase)
    slots, texts = tuple(parts[::2]), list(map(_pattern, parts[1::2]))
    before = lazy(f"{_pattern(lead)}$", re.IGNORECASE)
    piece = piece_of(phrase.translate(_NO_SIGNS))
    return _Construction(piece, slots, before, tuple(map(lazy, texts[:-1])), lazy(texts[-1]))


@lru_cache(maxsize=64)
def _constructions(phrases: tuple[str, ...]) -> tuple[_Construction, ...]:
    return tuple(map(_construction, phrases))


def _pattern(text: str) -> str:
    """The source of the pattern of a piece of a phrase."""
    for sign, slot in _SIGNS:
        text = text.replace(sign, slot)
    return pattern_of(text, _SLOTS) if text else ""


def told(
    prose: str, items: tuple[Quantity, ...], phrases: tuple[str, ...]
) -> Iterator[Mapping[str, Quantity]]:
    """What fills the slots of the constructions that a text has, by the names of the slots, each once."""
    seen, low = set(), prose.lower()
    constructions = [
        each for each in _constructions(phrases) if len(each.slots) <= len(items) and each.piece in low
    ]
    if constructions:
        items = tuple(item for item in items if item.kind not in (DATE, YEAR))
    for construction in constructions:
        size = len(construction.slots)
        for place in range(len(items) - size + 1):
            chosen = items[place : place + size]
            slots = tuple(zip(construction.slots, chosen, strict=True))
            if slots not in seen and _fits(prose, chosen, construction):
                seen.add(slots)
                yield dict(slots)


def _fits(prose: str, chosen: tuple[Quantity, ...], construction: _Construction) -> bool:
    first, last = chosen[0], chosen[-1]
    gaps = zip(chosen, chosen[1:], construction.between, strict=False)
    return (
        all(gap.fullmatch(prose, one.end, other.start) for one, other, gap in gaps)
        and construction.lead.search(prose, max(0, first.start - _LEAD), first.start) is not None
        and construction.behind.match(prose, last.end) is not None
    )


def pair_told(prose: str, one: Quantity, other: Quantity, phrases: tuple[str, ...]) -> str:
    """The slot of the first of two numbers in the construction that both stand in, or nothing."""
    for phrase in phrases:
        construction = _construction(phrase)
        if _fits(prose, (one, other), construction):
            return construction.slots[0]
    return ""
