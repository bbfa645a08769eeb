"""How many died, or were hurt or saved, by the headline and by the text: 23人死亡 against 32人死亡.

For languages whose words cannot be told from parts of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from linter.analyses.language import language
from linter.analyses.numerals.word_tables import word_table
from linter.article.model import Article, Block
from linter.check import Alarm
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import any_of, pattern_of, pieces_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.names import haystack

_NUMBER = r"(?<![\d.,])\d[\d,]{0,8}(?![\d.,]*\d)"
_ANY = r"[^\W\d_]{0,6}?"
_DIGITS = r"(?<![\d.,])\d[\d,]*(?!\d)"
_MOST = 40
"""So many numbers of a text are added up."""


def deaths_apart(article: Article) -> Iterator[Alarm]:
    """An alarm if the text tells one number of dead and the headline another, that it has nowhere.

    So of those hurt, and of those saved. What two or three numbers of the text add up to is no other number.
    """
    low = article.headline.prose.lower() if article.headline else ""
    for pieces, fate in _constructions(language(article)):
        if any(map(low.__contains__, pieces)):
            yield from _apart(article, fate)


def _apart(article: Article, fate: tuple[re.Pattern[str], ...]) -> Iterator[Alarm]:
    """The same of one thing that became of persons."""
    code = language(article)
    told = next(_told(article.headline.prose, fate), None) if article.headline else None
    if article.headline is None or told is None:
        return
    blocks = haystack(article).blocks
    there = [(block, found) for block in blocks for found in _told(block.text.prose, fate)]
    if len({_value(found["number"], code) for _, found in there}) != 1:
        return
    block, found = there[0]
    said, stated = _value(told["number"], code), _value(found["number"], code)
    if said == stated or _rounds(said, stated) or _rounds(stated, said) or said in _reckoned(blocks, code):
        return
    yield Alarm(
        article.headline.span(*told.span("number")),
        {"number": told["number"], "other": found["number"]},
        (Related(block.text.span(*found.span("number")), "the text says"),),
        variant="other",
    )


def _told(prose: str, fate: tuple[re.Pattern[str], ...]) -> Iterator[re.Match[str]]:
    for pattern in fate:
        yield from pattern.finditer(prose)


def _reckoned(blocks: tuple[Block, ...], code: str) -> frozenset[int]:
    """The numbers of persons of a text, and what two or three of them add up to."""
    counted = _counted(code)
    digits = (found[0] for block in blocks for found in counted.finditer(block.text.prose))
    values = list(dict.fromkeys(_value(each, code) for each in digits))[:_MOST]
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


def _value(number: str, code: str) -> int:
    digits = number.replace(",", "")
    return int(digits) if digits.isdecimal() else word_table(code).below[number]


@cache
def _constructions(code: str) -> tuple[tuple[tuple[str, ...], tuple[re.Pattern[str], ...]], ...]:
    """What the dead are counted with, those hurt, and those saved, each with the pieces of its phrases."""
    person = speech(code).numbers.person
    few = any_of(word_table(code).below)
    slots = {"number": f"(?P<number>{_NUMBER}|(?<!\\w)(?:{few})(?!\\w))", "any": _ANY}
    if speech(code).dates.unspaced:
        slots["number"] = f"(?P<number>{_NUMBER}|{few})"
    kinds = (person.dead, person.hurt, person.saved)
    return tuple(
        (pieces_of(kind), tuple(lazy(pattern_of(phrase, slots)) for phrase in kind)) for kind in kinds
    )
