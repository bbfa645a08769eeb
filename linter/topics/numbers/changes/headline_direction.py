"""A headline that says up, or guilty, where the opening of its text says down, or not guilty."""

from __future__ import annotations

from linter.article.model import PARAGRAPH, Article, Block
from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_WORD = lazy(r"[^\W\d_]+")
_SENTENCE = lazy(r"[.!?](?=\s|$)")
_STEM = 4
"""Letters by which two words are forms of one; shorter words are no subject."""
_TELLING, _SHORTEST = 8, 5
"""Letters of all its words that a subject has at the least ("bank rate", "inflation") …"""
_BY = lazy(r"\D{0,24}(?<!\w)\d")
"""… and what stands behind the verb if it has fewer ("crime"): by how much, for who gains may lose, too."""
_MOST = 4
"""Words of a subject."""
_FAR = 60
"""Characters between the subject and its verb."""


class Opposed(NamedTuple):
    """The word of the headline, and the opposite one in the first paragraph; places in their prose."""

    word: re.Match[str]
    block: Block
    other: re.Match[str]


def opposed(article: Article, words: tuple[re.Pattern[str], re.Pattern[str]]) -> Opposed | None:
    """What a headline says, if its text begins with the same subject and says the opposite only.

    The second of two opposites may have the first in it ("not guilty").
    """
    if article.headline is None:
        return None
    prose = article.headline.prose
    rises, word = _direction(prose, words)
    if word is None or "?" in prose:
        return None
    subject = [fold_case(each[0]) for each in _WORD.finditer(prose, 0, word.start())]
    if not subject:  # "Sube el precio de la vivienda"
        subject = [fold_case(each[0]) for each in _WORD.finditer(prose, word.end())]
    told = [each for each in subject if len(each) >= _STEM]
    stems = [each[:_STEM] for each in told]
    if len(stems) > _MOST or sum(map(len, told)) < _SHORTEST:
        return None
    first = next((block for block in article.blocks if block.kind == PARAGRAPH), None)
    if first is None:
        return None
    text = first.text.prose
    falls, other = _direction(text, words)
    stop = _SENTENCE.search(text)
    if other is None or falls == rises or (stop and other.start() > stop.start()):
        return None
    before = [(fold_case(each[0])[:_STEM], each.end()) for each in _WORD.finditer(text, 0, other.start())]
    places = [end for stem, end in before if stem in stems]
    near = bool(places) and other.start() - places[-1] <= _FAR
    if sum(map(len, told)) < _TELLING and not _BY.match(text, other.end()):
        return None
    return Opposed(word, first, other) if near and {stem for stem, _ in before}.issuperset(stems) else None


def _direction(
    prose: str, words: tuple[re.Pattern[str], re.Pattern[str]]
) -> tuple[bool, re.Match[str] | None]:
    """Whether it is the first of a pair, and the word for it, if there is none for the other."""
    downs = list(words[1].finditer(prose))
    down = downs[0] if downs else None
    ups = words[0].finditer(prose)
    up = next(
        (each for each in ups if not any(other.start() <= each.start() < other.end() for other in downs)),
        None,
    )
    return up is not None, (up or down) if (up is None) != (down is None) else None
