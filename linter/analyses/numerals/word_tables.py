"""The number words of a language below a thousand, made of the parts that its file lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from linter.languages import speech
from linter.languages.numerals import NumberWords
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_SLOT = lazy(r"\{(\w+)\}")
Forms = Iterator[tuple[str, int]]
"""Spelled-out numbers, parts separated by single blanks (never hyphens), with their values."""


class WordTable(NamedTuple):
    """What a language spells below a thousand."""

    below: Mapping[str, int]
    """Everything below a hundred."""
    hundreds: Mapping[str, int]
    """Round hundreds: ``two hundred``, ``doscientas``."""
    whole: Mapping[str, int]
    """Both, and hundreds with a rest where they are one word: ``hundertfünf``."""
    links: tuple[str, ...]
    """What stands between hundreds and a rest where they are several words, the longest first."""


@lru_cache(maxsize=16)
def word_table(code: str) -> WordTable:
    """The number words of a language; all empty where its file has none."""
    return table_of(speech(code).numerals.words)


def table_of(words: NumberWords) -> WordTable:
    """The number words that are made of these parts. ``KeyError`` for a slot that is no group of them."""
    alone = _normalized(_below_hundred(words))
    below = {form: value for form, value in alone.items() if value < 100}
    hundreds = _normalized(_hundreds(words))
    whole = alone | hundreds
    links = []
    for template in words.after_hundred:
        link = link_of(template)
        if link.startswith(" "):
            links.append(link)
        else:
            whole |= dict(_joined(hundreds, link, below, words.elided))
    return WordTable(below, hundreds, whole, tuple(sorted(links, key=len, reverse=True)))


def link_of(template: str) -> str:
    """What a template of two slots has between them: ``" and "``, ``"und"``, nothing."""
    return _SLOT.split(template)[2]


def _normalized(forms: Forms) -> dict[str, int]:
    """Forms as the words of a text are put together: ``п'ять`` is ``п ять``."""
    return {form.lower().replace("'", " "): value for form, value in forms}


def _below_hundred(words: NumberWords) -> Forms:
    one = {name: value for name, value in words.units.items() if value == 1}
    groups = {**words._asdict(), "one": one}
    for group in (words.irregular, words.units, words.teens, words.tens, words.scores):
        yield from group.items()
    for template in words.below_hundred:
        _, first, link, last, _ = _SLOT.split(template)
        yield from _joined(groups[first], link, groups[last], words.elided)


def _hundreds(words: NumberWords) -> Forms:
    yield from words.hundreds.items()
    for template in words.hundred:
        if _SLOT.search(template):
            _, _, hundred = _SLOT.split(template)
            yield from ((unit + hundred, 100 * value) for unit, value in words.units.items() if value > 1)
        else:
            yield template, 100


def _joined(first: Mapping[str, int], link: str, last: Mapping[str, int], elided: str) -> Forms:
    """Each form of one group before each of the other; nothing is added to it where that is zero."""
    rest = [(tail, smaller) for tail, smaller in last.items() if smaller]
    for head, larger in first.items():
        for tail, smaller in rest:
            yield head + link + tail, larger + smaller
    if elided and not link:
        eliding = {head[:-1]: larger for head, larger in first.items() if head[-1] in elided}
        yield from _joined(eliding, "", {tail: n for tail, n in rest if tail[0] in elided}, "")
