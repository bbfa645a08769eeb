"""What an article must have of residue for a check to say anything; without it, that is not even imported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.language import language
from linter.analyses.shown import shown
from linter.article.model import CAPTION, HEADING, HEADLINE, LIST, PARAGRAPH, STANDFIRST, Article, Block
from linter.languages import speech
from linter.languages.phrases import piece_of
from linter.matching.folding import fold_case
from linter.text import FILLER

LONGEST = 60
"""Characters; a longer block says more than where something goes."""
THEMES = "en"
"""The language of most themes and templates, whatever that of the articles is."""
_KINDS = frozenset({HEADLINE, STANDFIRST, HEADING, PARAGRAPH, LIST, CAPTION})


def unwritten(article: Article) -> bool:
    """A short block or value with a piece of a phrase that says that something goes there."""
    pieces = _pieces(language(article))
    proses = (block.text.prose for block in article.blocks if may_be_unwritten(block))
    return any(any(map(fold_case(text).__contains__, pieces)) for text in (*proses, *short_values(article)))


def may_be_unwritten(block: Block) -> bool:
    """Whether a block says so little that it may only say what goes there."""
    prose = block.text.prose
    return block.kind in _KINDS and 2 < len(prose) <= LONGEST and FILLER not in prose


def short_values(article: Article) -> Iterator[str]:
    """The values of the metadata that say so little."""
    return (each.value for each in shown(article) if 2 < len(each.value) <= LONGEST)


@cache
def _pieces(code: str) -> tuple[str, ...]:
    known = [speech(each).residue.placeholders for each in dict.fromkeys((code, THEMES))]
    phrases = (phrase for each in known for phrase in (*each.here, *each.unwritten, *each.undecided))
    return tuple({fold_case(piece_of(phrase)): None for phrase in phrases})
