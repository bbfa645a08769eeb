"""One of two joined names is another one: "Barlow and Whitfield" over "Ann Marlow and Tom Whitfield"."""

from __future__ import annotations

from functools import cache

from linter.analyses import analysis
from linter.article.model import Article, Block
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names import haystack, lists
from linter.topics.names.headlines.joined_names import is_place
from linter.topics.names.normalise import fold

NAME = rf"[{CAPITALS}](?:['’][{CAPITALS}])?[{SMALL}]{{2,}}(?:-[{CAPITALS}][{SMALL}]+)?"
_STEM = 4
"""Letters that two forms of one name have in common; of longer names all but the last."""
_LONG, _ENDING = 7, 3
"""A name of more letters may have an ending of so many ("-owi")."""


class HalfPair(NamedTuple):
    """A name of the headline that the text gives to somebody else beside the same other name."""

    name: str
    span: Span
    """In the headline."""
    other: str
    block: Block
    start: int
    """Where the text has the other name."""
    end: int
    sure: bool = True
    """The name is known, or the headline says what the text says."""


@cache
def _pair(code: str) -> re.Pattern[str]:
    """Two names in a headline, joined by "and", no other name beside them."""
    joining = _joining(code)
    return lazy(rf"(?<![\w'’&-])({NAME}) (?:{joining}) ({NAME})(?![\w'’&-])(?! (?:[{CAPITALS}]|{joining}))")


@cache
def _persons(code: str) -> re.Pattern[str]:
    """Two persons in a text, with first name and surname, joined by "and", a place or an office between."""
    full = rf"({NAME}) ({NAME})(?! [{CAPITALS}])"
    away = r"(?:,? [^\W\d_]+){0,4}?,?"
    return lazy(rf"(?<![\w'’-]){full}{away} (?:{_joining(code)}) (?:[{SMALL}]+ ){{0,3}}?{full}(?![\w’-])")


def _joining(code: str) -> str:
    return any_of(word for word in speech(code).dates.and_ if word.isalpha())


@analysis
def half_pair(article: Article) -> HalfPair | None:
    """The name of a headline that stands for another one, if the text has the two persons with full names."""
    text = haystack(article)
    found = _pair(text.language).search(article.headline.prose) if article.headline else None
    if found is None or article.headline is None or any(map(is_place, found.groups())):
        return None
    for group, beside in ((1, 2), (2, 1)):
        if is_in(found[group], text.folded, text.language) or not is_in(
            found[beside], text.folded, text.language
        ):
            continue
        if lists.ordinary(found[group], text.language):
            continue
        for block in text.blocks:
            for pair in _persons(text.language).finditer(block.text.prose):
                if place := _instead(pair, found[beside], text.language):
                    span = article.headline.span(*found.span(group))
                    return HalfPair(found[group], span, pair[place], block, *pair.span(place))
    return None


def _instead(pair: re.Match[str], beside: str, code: str) -> int:
    """The group of the surname that two persons have beside a name; 0 if they are others, or no persons."""
    known = [lists.first_name(pair[first], code) for first in (1, 3)]
    if not all(known) if speech(code).names.capital_nouns else not any(known) and _are_words(pair, code):
        return 0
    for mine, other in ((2, 4), (4, 2)):
        if _is_form(pair[mine], beside) and not _is_form(pair[other], beside):
            return other
    return 0


def _are_words(pair: re.Match[str], code: str) -> bool:
    """Whether what stands in the place of a first name is an ordinary word."""
    return lists.ordinary(pair[1], code) or lists.ordinary(pair[3], code)


def is_in(name: str, folded: str, code: str) -> bool:
    """Whether a text has the name in any form, or one that begins nearly like it."""
    stem = fold(name)
    changes = len(stem) > _LONG and not speech(code).names.fixed
    ending = _ENDING if changes else _ENDING - 1
    return stem[: max(_STEM, len(stem) - ending)] in folded


def _is_form(one: str, other: str) -> bool:
    """Whether two words may be forms of one name, the last letter and an ending left out."""
    first, second = fold(one), fold(other)
    alike = max(_STEM, min(len(first), len(second)) - 1)
    return first[:alike] == second[:alike]
