"""A heading or summary that repeats the headline with another month or number."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linter.article.model import HEADING, HEADLINE, Article
from linter.check import Alarm
from linter.finding import Related
from linter.namedtuples import NamedTuple
from linter.text import Span, Text
from linter.topics.dates.titles.title_words import WORD, folded

_SHARED = 4
"""So many letters at least are the same in both."""
_LONGEST = 160
"""A longer headline is a sentence."""
_YEAR = 4
"""Digits."""
_MONTH, _NUMBER = "\0month", "\0number"


class _Word(NamedTuple):
    """A word at a place of a line: its kind is itself, but for numbers and months."""

    kind: str
    value: str
    start: int
    end: int


def repeated_title(article: Article, title: Text, months: Mapping[str, int]) -> Alarm | None:
    """ "Bits, March 2022" as the heading of "Bits, April 2022".

    Where a heading is the headline itself, or two have other numbers, these are the parts of one text.
    """
    mine = _words(title.prose, months) if len(title) <= _LONGEST else []
    if not _says_enough(mine):
        return None
    headings = (
        block.text
        for block in article.blocks
        if block.kind in (HEADLINE, HEADING) and not block.text.overlaps(title.whole)
    )
    alike = [(text, words) for text in headings if _alike(words := _words(text.prose, months), mine)]
    if len(alike) == 1:
        text, words = alike[0]
        return _alarm(title, mine, text.prose, words, text.span)
    for field in () if alike else article.fields("description"):
        words = _words(field.value, months)
        if _alike(words, mine):
            return _alarm(title, mine, field.value, words, lambda *_, whole=field.span: whole)
    return None


def _words(line: str, months: Mapping[str, int]) -> list[_Word]:
    if len(line) > 2 * _LONGEST:
        return []
    return [_word(match[0], months, *match.span()) for match in WORD.finditer(line)]


def _word(word: str, months: Mapping[str, int], start: int, end: int) -> _Word:
    if word.isdigit():
        return _Word(_NUMBER, word.lstrip("0"), start, end)
    key = folded(word)
    month = months.get(key)
    return _Word(_MONTH, str(month), start, end) if month else _Word(key, key, start, end)


def _says_enough(words: list[_Word]) -> bool:
    """Whether there are a number or a month, and other words."""
    others = sum(len(word.kind) for word in words if word.kind not in (_MONTH, _NUMBER))
    return others >= _SHARED and any(word.kind in (_MONTH, _NUMBER) for word in words)


def _alike(words: list[_Word], mine: list[_Word]) -> bool:
    return len(words) == len(mine) and [word.kind for word in words] == [word.kind for word in mine]


def _same(one: str, other: str) -> bool:
    """Whether two values are one, or a year and its last digits."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(long) == _YEAR and long.endswith(short) and len(short) == _YEAR / 2)


def _alarm(
    title: Text, mine: list[_Word], line: str, words: list[_Word], span: Callable[[int, int], Span]
) -> Alarm | None:
    """Where the two differ; of one digit alone, which is a part or a step, nothing is said."""
    odd = [(one, other) for one, other in zip(mine, words, strict=True) if not _same(one.value, other.value)]
    dated = any(word.kind == _MONTH for word in mine)
    if not odd or (not dated and any(len(one.value) < 2 or len(other.value) < 2 for one, other in odd)):
        return None
    (first, other), (last, behind) = odd[0], odd[-1]
    fields = {"said": title.prose[first.start : last.end], "other": line[other.start : behind.end]}
    related = (Related(title.span(first.start, last.end), "the headline"),)
    return Alarm(span(other.start, behind.end), fields, related, variant="heading")
