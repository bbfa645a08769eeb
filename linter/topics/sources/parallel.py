"""Sentences that follow a sentence of a source nearly word for word, and the words that differ.

Each sentence of the article is laid beside the stretch of the source that shares most of its pairs
of words; where a few words are replaced by others between words that both have, that is a swap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import CODE, Article, Block
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.sources.material import Place

_WORD = lazy(r"[£$€]?\w+(?:[.,'’:-]\w+)*%?")
_SENTENCE_END = lazy(r"[.!?…]['\"”’»)]*\s+|\n")
SHORTEST = 5
"""Sentences with fewer words are not compared."""
SHARED = 0.35
"""So much of a sentence must be the source's."""
LONGEST_SWAP = 3
NEAR, CONTEXT = 4, 3
"""Of so many words on each side of a swap so many must agree, two of them with four letters or more."""
LONGEST = 120
"""Longer sentences are compared in parts; they are lists and tables without stops.

The matcher passes over frequent words from 200 on.
"""
_MOST_PLACES = 100
"""A pair of words that comes more often in a source tells nothing of the place."""
_BAND = 6
"""Diagonals so near are one stretch of the source."""


class Word(NamedTuple):
    """A word in the prose of a block."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text.prose[self.start : self.end]

    @property
    def key(self) -> str:
        return self.text.lower().replace("’", "'")


class Swap(NamedTuple):
    """The words of the article that stand where the source has other ones."""

    words: tuple[Word, ...]
    source: Article
    others: tuple[Word, ...]
    before: Word
    after: Word

    @property
    def block(self) -> Block:
        return self.words[0].block

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def place(self) -> Place:
        """Where the source has its words."""
        first, last = self.others[0], self.others[-1]
        prose = first.block.text.prose[first.start : last.end]
        return Place(self.source.path, first.block.text.span(first.start, last.end), prose)


class SourceWords:
    """The words of a source, and where its pairs of words stand."""

    def __init__(self, source: Article) -> None:
        self.source = source
        self.words = [word for block in source.blocks if block.kind != CODE for word in words_of(block)]
        keys = [word.key for word in self.words]
        self._pairs: dict[tuple[str, str], list[int]] = {}
        for i, pair in enumerate(pairwise(keys)):
            places = self._pairs.setdefault(pair, [])
            if len(places) < _MOST_PLACES:
                places.append(i)

    def beside(self, sentence: list[Word]) -> list[Word]:
        """The stretch that shares most pairs of words with a sentence, a bit longer; or nothing."""
        votes: Counter[int] = Counter()
        for i, (one, two) in enumerate(pairwise(sentence)):
            for at in self._pairs.get((one.key, two.key), ()):
                votes[(at - i) // _BAND] += 1
        if not votes:
            return []
        best = max(votes, key=lambda band: (votes[band], -band))
        start = max(0, (best - 1) * _BAND)
        return self.words[start : start + len(sentence) + 3 * _BAND]

    def place(self, stretch: list[Word]) -> Place:
        """Where some words in a row stand; those that go on in a further block are left out."""
        block = stretch[0].block
        last = [word for word in stretch if word.block is block][-1]
        start, end = stretch[0].start, last.end
        return Place(self.source.path, block.text.span(start, end), block.text.prose[start:end])


@analysis
def source_words(source: Article) -> SourceWords:
    """The words of one source."""
    return SourceWords(source)


@analysis
def swaps(article: Article) -> tuple[Swap, ...]:
    """The swaps of the article against those of its sources that are in its language."""
    spoken = language(article)
    sources = [source_words(source) for source in article.sources if language(source) == spoken]
    sentences = list(_sentences(article)) if sources else []
    return tuple(
        swap
        for source in sources
        for sentence in sentences
        for swap in _differences(sentence, source.beside(sentence), source.source)
    )


def _differences(sentence: list[Word], beside: list[Word], source: Article) -> Iterator[Swap]:
    mine, theirs = [word.key for word in sentence], [word.key for word in beside]
    steps = SequenceMatcher(None, theirs, mine).get_opcodes()
    if sum(step[2] - step[1] for step in steps if step[0] == "equal") < SHARED * len(mine):
        return
    for before, (kind, a, b, c, d), after in zip(steps, steps[1:], steps[2:], strict=False):
        if kind != "replace" or max(b - a, d - c) > LONGEST_SWAP:
            continue
        left, right = mine[before[3] : before[4]][-NEAR:], mine[after[3] : after[4]][:NEAR]
        context = left + right if before[0] == after[0] == "equal" else []
        if len(context) >= CONTEXT and sum(len(word) > 3 for word in context) >= 2:
            yield Swap(tuple(sentence[c:d]), source, tuple(beside[a:b]), sentence[c - 1], sentence[d])


def _sentences(article: Article) -> Iterator[list[Word]]:
    for block in article.blocks:
        sentence: list[Word] = []
        for word in words_of(block) if block.kind != CODE else ():
            if sentence and (
                len(sentence) == LONGEST
                or _SENTENCE_END.search(block.text.prose, sentence[-1].end, word.start)
            ):
                yield from [sentence] if len(sentence) >= SHORTEST else []
                sentence = []
            sentence.append(word)
        if len(sentence) >= SHORTEST:
            yield sentence


def words_of(block: Block, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words and numbers of a part of a block's prose."""
    end = len(block.text.prose) if end is None else end
    return (Word(block, *match.span()) for match in _WORD.finditer(block.text.prose, start, end))
