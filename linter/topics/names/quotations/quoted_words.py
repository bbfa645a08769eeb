"""The words of a quotation, as its wordings are compared."""

from __future__ import annotations

from linter.analyses.quotes import Quote
from linter.article.model import Block
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names.normalise import fold

FEWEST_WORDS = 7
"""A shorter quotation may be another one with the same words."""

_WORD = lazy(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_MARKED = lazy(r"[()\[\]\u2026\ufffc]|\.\.")
"""In a quotation: it is cut or changed, and says so."""


class Token(NamedTuple):
    """A word of a quotation, folded, at ``prose[start:end]`` of its block."""

    text: str
    start: int
    end: int


class Quoted(NamedTuple):
    """A quotation long enough to be known again, from its first word on, and its words, folded."""

    block: Block
    start: int
    end: int
    texts: tuple[str, ...]

    def words(self) -> tuple[Token, ...]:
        """The words with their places."""
        found = _WORD.finditer(self.block.text.prose, self.start, self.end)
        return tuple(Token(text, *word.span()) for text, word in zip(self.texts, found, strict=True))


class Variant(NamedTuple):
    """One quotation in two wordings: the words that stand in one and not in the other."""

    first: Quoted
    second: Quoted
    """The longer one, or the later one if both are as long."""
    said: tuple[tuple[Token, ...], ...]
    """Runs of words of the first that differ; each belongs to the run of ``otherwise`` at its place."""
    otherwise: tuple[tuple[Token, ...], ...]
    place: tuple[int, int]
    """Where the same words stand in the block of the second."""


def quoted(block: Block, quote: Quote) -> Quoted | None:
    """The words of a quotation, if it is not cut or changed."""
    prose = block.text.prose
    first = _WORD.search(prose, quote.start, quote.end)
    if first is None or _MARKED.search(prose, quote.start, quote.end):
        return None
    words = _WORD.findall(prose, quote.start, quote.end)
    end = quote.start + len(prose[quote.start : quote.end].rstrip())
    return Quoted(block, first.start(), end, tuple(fold("\n".join(words)).split("\n")))
