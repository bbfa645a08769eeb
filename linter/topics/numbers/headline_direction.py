"""A headline that says up where the opening of its text says down: "House prices rise"."""

from __future__ import annotations

from linter.analyses.language import language
from linter.article.model import PARAGRAPH, Article, Block
from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.change_words import ChangeWords, change_words

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


def opposed(article: Article) -> Opposed | None:
    """The direction of a headline, if its text begins with the same subject and the other direction only."""
    if article.headline is None:
        return None
    words, prose = change_words(language(article)), article.headline.prose
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


def _direction(prose: str, words: ChangeWords) -> tuple[bool, re.Match[str] | None]:
    """Whether it goes up, and the first word for it, if there is none for the other way."""
    up, down = words.up.search(prose), words.down.search(prose)
    return up is not None, (up or down) if (up is None) != (down is None) else None
