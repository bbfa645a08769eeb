"""How many died, by the headline and by the text: 23人死亡 against 32人死亡.

For languages whose words cannot be told from parts of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from linter.analyses.language import language
from linter.article.model import Article, Block
from linter.check import Alarm
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import pattern_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.names import haystack

_SLOTS = {"number": r"(?<![\d.,])(?P<number>\d[\d,]{0,8})(?![\d.,]*\d)", "any": r"[^\W\d_]{0,6}?"}
_DIGITS = r"(?<![\d.,])\d[\d,]*(?!\d)"
_MOST = 40
"""So many numbers of a text are added up."""


def deaths_apart(article: Article) -> Iterator[Alarm]:
    """An alarm if the text tells one number of dead and the headline another, that it has nowhere.

    What two or three numbers of the text add up to is no other number.
    """
    code = language(article)
    told = next(_told(article.headline.prose, code), None) if article.headline else None
    if article.headline is None or told is None:
        return
    blocks = haystack(article).blocks
    there = [(block, found) for block in blocks for found in _told(block.text.prose, code)]
    if len({_value(found["number"]) for _, found in there}) != 1:
        return
    block, found = there[0]
    said, stated = _value(told["number"]), _value(found["number"])
    if _rounds(said, stated) or _rounds(stated, said) or said in _reckoned(blocks, code):
        return
    yield Alarm(
        article.headline.span(*told.span("number")),
        {"number": told["number"], "other": found["number"]},
        (Related(block.text.span(*found.span("number")), "the text says"),),
        variant="other",
    )


def _told(prose: str, code: str) -> Iterator[re.Match[str]]:
    for pattern in _constructions(code):
        yield from pattern.finditer(prose)


def _reckoned(blocks: tuple[Block, ...], code: str) -> frozenset[int]:
    """The numbers of persons of a text, and what two or three of them add up to."""
    counted = _counted(code)
    digits = (found[0] for block in blocks for found in counted.finditer(block.text.prose))
    values = list(dict.fromkeys(map(_value, digits)))[:_MOST]
    return frozenset(sum(some) for size in (1, 2, 3) for some in combinations(values, size))


@cache
def _counted(code: str) -> re.Pattern[str]:
    """A number, with what counts persons right behind it where a language writes it so (人, 명)."""
    behind = (phrase.partition("{number}")[2][:1] for phrase in speech(code).numbers.person.dead)
    units = "".join(sorted({unit for unit in behind if unit.isalpha()}))
    return lazy(_DIGITS + (f"(?=[{units}])" if units else ""))


def _rounds(one: int, other: int) -> bool:
    """May the one be "more than" or "about" said of the other: 20 of 23, 3,000 of 3,012 or of 2,980?"""
    return one % 10 == 0 and one * 0.9 <= other <= one * 1.5


def _value(digits: str) -> int:
    return int(digits.replace(",", ""))


@cache
def _constructions(code: str) -> tuple[re.Pattern[str], ...]:
    return tuple(lazy(pattern_of(phrase, _SLOTS)) for phrase in speech(code).numbers.person.dead)
