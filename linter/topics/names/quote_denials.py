"""A short quotation of the headline that the text has with a "not" more or less: "I am guilty"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from linter.analyses.quotes import quotes
from linter.article.model import CODE, TABLE, Article, Block
from linter.topics.names.quote_mismatch import ABOVE, FEWEST_WORDS, Quoted, Variant, quoted


def denials(article: Article, negations: Set[str]) -> Iterator[Variant]:
    """The quotations above the text that it has nowhere, but for such words, which one of both lacks."""
    above: list[Quoted] = []
    below: list[Quoted] = []
    for block in article.blocks:
        if block.kind not in (CODE, TABLE):
            (above if block.kind in ABOVE else below).extend(_quoted(article, block))
    for one in (each for each in above if len(each.texts) < FEWEST_WORDS):
        bare = _bare(one, negations)
        same = [other for other in below if _bare(other, negations) == bare]
        if same and not any(other.texts == one.texts for other in same) and not _in_longer(one, same, below):
            yield _variant(one, same[0], negations)


def _in_longer(one: Quoted, same: list[Quoted], below: list[Quoted]) -> bool:
    """Whether the words stand in another quotation, too: "we can pay this, but not today"."""
    words = f" {' '.join(one.texts)} "
    return any(words in f" {' '.join(other.texts)} " for other in below if other not in same)


def _quoted(article: Article, block: Block) -> Iterator[Quoted]:
    found = (quoted(block, quote) for quote in quotes(article).of(block) if quote.closed)
    return (each for each in found if each is not None)


def _bare(one: Quoted, negations: Set[str]) -> tuple[str, ...]:
    """The words without those, if more than one remains."""
    bare = tuple(text for text in one.texts if text not in negations)
    return bare if len(bare) > 1 else one.texts


def _variant(one: Quoted, other: Quoted, negations: Set[str]) -> Variant:
    short, long = sorted((one, other), key=lambda each: len(each.texts))
    more = tuple(word for word in long.words() if word.text in negations)
    return Variant(short, long, ((),), (more,), (long.start, long.end))
