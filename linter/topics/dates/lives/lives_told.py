"""A life in one construction, with its years and the age at death: "生于{birth}年，{death}年去世，享年{age}".

They serve languages whose words for birth and death cannot be told from parts of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.digit_blocks import blocks_with_digits
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import Article
from linter.languages import speech
from linter.languages.phrases import pattern_of, piece_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor
from linter.topics.dates.lives.ages_in_years import Age

_YEAR = r"(?<!\d)(?P<{}>1[5-9]\d\d|20\d\d)(?!\d)"
_SLOTS = {
    "birth": _YEAR.format("birth"),
    "death": _YEAR.format("death"),
    "age": r"(?P<age>(?<!\d)\d{1,3}(?!\d))",
    "any": r"(?:(?!\d{4})[^。！？.!?\n]){0,40}?",
    "more": r"(?:(?!\d{4})[^！？!?\n]){0,16}?",
}
"""``{any}`` ends with the sentence, ``{more}`` may lead into the next; no other year stands in them."""


class ToldLife(NamedTuple):
    """The years of a birth and a death, and the age that is said of them."""

    birth: Anchor
    death: Anchor
    age: Age


def told_lives(article: Article) -> Iterator[ToldLife]:
    """The lives that are told so, none in a quotation.

    An age that is a year higher than the years allow counts as the old way of counting has it, from one at
    birth, and is left out.
    """
    constructions = _constructions(language(article))
    for number, block in blocks_with_digits(article) if constructions else ():
        prose, seen = block.text.prose, set()
        for piece, pattern in constructions:
            for found in pattern.finditer(prose) if piece in prose.lower() else ():
                life = _life(number, found)
                start = block.text.span(*found.span("age")).start
                if start in seen or _by_old_count(life) or exempt(article, "quotes").hold(start):
                    continue
                seen.add(start)
                yield life


def _life(block: int, found: re.Match[str]) -> ToldLife:
    birth, death = (Anchor(block, *found.span(key), int(found[key]), False) for key in ("birth", "death"))
    return ToldLife(birth, death, Age(*found.span("age"), int(found["age"])))


def _by_old_count(life: ToldLife) -> bool:
    return life.age.years == life.death.year - life.birth.year + 1


@cache
def _constructions(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A piece that a text must have, and the pattern, of each construction."""
    phrases = speech(code).dates.lives.told
    return tuple((piece_of(phrase), lazy(pattern_of(phrase, _SLOTS))) for phrase in phrases)
