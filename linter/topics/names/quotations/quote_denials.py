"""A short quotation of the headline that the text has with a "not" more or less: "I am guilty"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.quotes import quotes
from linter.article.model import CODE, HEADLINE, TABLE, Article, Block
from linter.topics.names.quotations.quoted_words import FEWEST_WORDS, Quoted, Variant, quoted

_MOST = 4
"""So many quotations of a headline are looked for in the text."""


def denials(article: Article, negations: frozenset[str]) -> Iterator[Variant]:
    """The quotations of the headline that the text words alike but for such words, which one of both has."""
    heads = (block for block in article.blocks if block.kind == HEADLINE)
    above = [each for block in heads for each in _quoted(article, block)][:_MOST]
    below = [
        each
        for block in article.blocks
        if block.kind not in (CODE, TABLE, HEADLINE)
        for each in (_quoted(article, block) if above else ())
    ]
    for one in (each for each in above if len(each.texts) < FEWEST_WORDS):
        bare = _bare(one, negations)
        plain = negations.isdisjoint(one.texts)
        same = [other for other in below if _bare(other, negations) == bare]
        rest = [other for other in below if _bare(other, negations) != bare]
        turned = all(negations.isdisjoint(other.texts) != plain for other in same)
        if same and turned and not _in_longer(one, rest):
            yield _variant(one, same[0], negations)


def _in_longer(one: Quoted, others: list[Quoted]) -> bool:
    """Whether the words stand in another quotation, too: "we can pay this, but not today"."""
    words = f" {' '.join(one.texts)} "
    return any(words in f" {' '.join(other.texts)} " for other in others)


def _quoted(article: Article, block: Block) -> Iterator[Quoted]:
    found = (quoted(block, quote) for quote in quotes(article).of(block) if quote.closed)
    return (each for each in found if each is not None)


def _bare(one: Quoted, negations: frozenset[str]) -> tuple[str, ...]:
    """The words without those, if more than one remains."""
    bare = tuple(text for text in one.texts if text not in negations)
    return bare if len(bare) > 1 else one.texts


def _variant(one: Quoted, other: Quoted, negations: frozenset[str]) -> Variant:
    short, long = sorted((one, other), key=lambda each: len(each.texts))
    more = tuple(word for word in long.words() if word.text in negations)
    return Variant(short, long, ((),), (more,), (long.start, long.end))
