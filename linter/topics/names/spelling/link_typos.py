"""Words in the text of a link that its address has with another letter."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.words import LETTERS
from linter.article.model import CODE, Article
from linter.text import Span, Text
from linter.topics.names import lists
from linter.topics.names.codes.link_clashes import targets
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold, fold_word
from linter.topics.names.spelling.name_spelling import inflected
from linter.topics.names.spelling.slips import (
    SHORTEST,
    Typo,
    compared,
    ending_of,
    foreign,
    is_hump_slip,
    listed,
    one_step,
)

_LONGEST = 200
"""Characters of a text or an address; what is longer is no name and no title."""
_RARE = 2
"""What stands in the text more often is meant."""
_ENGLISH = "en"


def link_typos(article: Article, found: Mentions) -> Iterator[Typo]:
    """Each word of a link's text that no list has, one step from one of the address that some list has.

    The address works and was copied, or nobody would come to the page; the text was typed.
    """
    for block in article.blocks:
        if block.kind == CODE:
            continue
        for mark, target in targets(article, block):
            if "/" in target and mark.end - mark.start <= _LONGEST >= len(target):
                yield from _in_link(block.text, mark.start, mark.end, target, found)


def _in_link(text: Text, start: int, end: int, target: str, found: Mentions) -> Iterator[Typo]:
    address = fold(target)
    words = list(filter(_is_long, LETTERS.findall(address)))
    for match in LETTERS.finditer(text.prose, start, end) if words else ():
        word = match[0]
        one = compared(word)
        if not _is_long(one) or one in address or fold_word(word) in address:
            continue
        if any(inflected(one, other, found.text.language) for other in words):
            continue
        alike = (other for other in words if other[0] == one[0] and _is_slip(word, other, found))
        other = next(alike, "")
        if other and _is_unknown(word, found) and not lists.has_form(word, other, found.text.language):
            yield Typo(text.span(*match.span()), word, Span(0, 0), other, 1)


def _is_long(word: str) -> bool:
    return len(word) > SHORTEST


def _is_slip(word: str, other: str, found: Mentions) -> bool:
    """Whether a word is one step from another of the article, or from one that a list has.

    Titles may be in English in any article; a small word is of its language ("interoperabile").
    """
    language = found.text.language
    if not (word.istitle() or word.islower()):  # names with capitals inside are many, and alike
        return is_hump_slip(word, other)
    if lists.ordinary(other, language):
        return one_step(compared(word), other, ending_of(language))
    title = word.istitle() and (lists.ordinary(other, _ENGLISH) or lists.place(other) is not None)
    known = title or other in found.text.forms
    return known and one_step(compared(word), other, ending_of(_ENGLISH if title else language))


def _is_unknown(word: str, found: Mentions) -> bool:
    """Whether no list has a word, and the text seldom."""
    times = sum(found.text.times[form] for form in found.text.forms.get(fold_word(word), ()))
    return times <= _RARE and not listed(word, found.text.language) and not foreign(word)
