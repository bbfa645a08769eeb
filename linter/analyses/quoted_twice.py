"""Quotations that an article gives twice, and where the two are worded differently."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from linter.analyses import analysis
from linter.analyses.quotes import quotes
from linter.article.model import CODE, TABLE, Article, Block
from linter.records import NamedTuple
from linter.regexes import lazy

FEWEST_WORDS = 7
MOST_CHANGED = 3
LEAST_EQUAL = 0.75

_WORD = lazy(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_MARKED = lazy(r"[()\[\]\u2026\ufffc]|\.\.")
"""In a quotation: it is cut or changed, and says so."""
_SHINGLE = 3
_NEAREST = 8
"""A quotation is compared with so many of those before it that have the same three words."""


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


@analysis
def quoted_twice(article: Article) -> tuple[Variant, ...]:
    """The quotations that stand in two blocks and share most words in the same order, but not all."""
    known = [
        each for block in article.blocks if block.kind not in (CODE, TABLE) for each in _long(article, block)
    ]
    if len(known) < 2:
        return ()
    return tuple(
        variant
        for one, other in _alike(known)
        if (variant := _compared(known[one], known[other])) is not None
    )


def _folded(word: str) -> str:
    """A word without case, accents and ligatures: a missing accent is a slip, not another wording."""
    if word.isascii():
        return word.casefold()
    plain = word.casefold().replace("œ", "oe").replace("æ", "ae").replace("\u00ad", "")
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def _long(article: Article, block: Block) -> Iterator[Quoted]:
    prose = block.text.prose
    for quote in quotes(article).of(block):
        if (
            not quote.closed
            or quote.end - quote.start < 3 * FEWEST_WORDS
            or _MARKED.search(prose, quote.start, quote.end)
        ):
            continue
        words = _WORD.findall(prose, quote.start, quote.end)
        first = _WORD.search(prose, quote.start, quote.end)
        if first is not None and len(words) >= FEWEST_WORDS:
            end = quote.start + len(prose[quote.start : quote.end].rstrip())
            yield Quoted(block, first.start(), end, tuple(map(_folded, words)))


def _runs(quoted: Quoted) -> set[tuple[str, ...]]:
    """All runs of so many words."""
    return set(zip(*(quoted.texts[k:] for k in range(_SHINGLE)), strict=False))


def _alike(known: list[Quoted]) -> list[tuple[int, int]]:
    """Pairs of quotations of different blocks that share at least two runs of three words."""
    seen: set[tuple[str, ...]] = set()
    twice: set[tuple[str, ...]] = set()
    runs = [_runs(quoted) for quoted in known]
    for each in runs:
        twice |= each & seen
        seen |= each
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for i, each in enumerate(runs if twice else ()):
        for shingle in each & twice:
            for j in places[shingle][-_NEAREST:]:
                shared[j, i] += 1
            places[shingle].append(i)
    return sorted(
        pair
        for pair, count in shared.items()
        if count > 1 and known[pair[0]].block is not known[pair[1]].block
    )


def _compared(one: Quoted, other: Quoted) -> Variant | None:
    """The two as variants, if the shorter one has the same beginning and end as a stretch of the longer."""
    short, long = (one, other) if len(one.texts) <= len(other.texts) else (other, one)
    texts = list(short.texts)
    found = _stretch(texts, list(long.texts)) if short.texts != long.texts else None
    if found is None:
        return None
    from difflib import SequenceMatcher

    begin, end = found
    words, stretch = short.words(), long.words()[begin:end]
    said, otherwise = [], []
    equal = 0
    matcher = SequenceMatcher(None, texts, [word.text for word in stretch], autojunk=False)
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            equal += b - a
        else:
            said.append(words[a:b])
            otherwise.append(stretch[c:d])
    changed = sum(max(len(a), len(b)) for a, b in zip(said, otherwise, strict=True))
    if not said or changed > MOST_CHANGED or equal < LEAST_EQUAL * max(len(texts), len(stretch)):
        return None
    return Variant(short, long, tuple(said), tuple(otherwise), (stretch[0].start, stretch[-1].end))


def _stretch(short: list[str], long: list[str]) -> tuple[int, int] | None:
    """Where the shorter words begin and end in the longer, by their first and last word and their number."""
    from difflib import SequenceMatcher

    best = None
    for begin, word in enumerate(long):
        if word != short[0]:
            continue
        for length in range(len(short) - MOST_CHANGED, len(short) + MOST_CHANGED + 1):
            end = begin + length
            if length > 1 and end <= len(long) and long[end - 1] == short[-1]:
                score = SequenceMatcher(None, short, long[begin:end], autojunk=False).ratio()
                if best is None or score > best[0]:
                    best = (score, begin, end)
    return best[1:] if best else None
