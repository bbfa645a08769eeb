"""Whether a sentence tells what the headline counts: "500 desertions", "300 soldiers deserted"."""

from __future__ import annotations

from linter.analyses.sentences import sentence_around
from linter.article.model import Block
from linter.matching.regexes import lazy
from linter.topics.names.headlines.casualties import WORD_AFTER
from linter.topics.names.normalise import fold
from linter.topics.numbers.reading.model import NUMBER, Quantity

_STEM = 5
"""Letters that a noun and its verb have in common."""
_WORD = lazy(r"[^\W\d_]{5,}")
_LARGEST_RATIO = 10.0


def counts_alike(number: Quantity, title: str, other: Quantity, block: Block) -> bool:
    """Whether the noun behind a number of the headline is told in the sentence of the text's number."""
    after = WORD_AFTER.match(title, number.end)
    if after is None or len(after[1]) < _STEM or other.kind != NUMBER or other.is_range:
        return False
    small, large = sorted((number.value, other.value))
    if small <= 0 or large / small > _LARGEST_RATIO:
        return False
    return fold(after[1])[:_STEM] in fold(_sentence(block, other))


def tells_alike(title: str, other: Quantity, block: Block) -> bool:
    """Whether the sentence of a number of the text has a longer word of the headline."""
    sentence = fold(_sentence(block, other))
    return any(fold(word)[:_STEM] in sentence for word in _WORD.findall(title))


def _sentence(block: Block, number: Quantity) -> str:
    start, end = sentence_around(block.text.prose, number.start, number.end)
    return block.text.prose[start:end]
