"""A quotation that the source has in other words, and a sentence that turns the source's round."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from linter.analyses import analysis
from linter.analyses.exempt import Spans
from linter.analyses.language import language
from linter.analyses.quotes import Quote, quotes
from linter.article.model import CODE, QUOTE, Article, Block
from linter.check import Alarm, Check, Count
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.dates.wording import word_set
from linter.topics.sources.material import Place
from linter.topics.sources.parallel import SourceWords, Word, source_words, words_of
from linter.topics.sources.source_places import beside
from linter.topics.sources.swaps import opposites

SHORTEST = 5
"""Quotations with fewer words are names, titles and scare quotes as often as speech."""
LONGEST = 300
"""Longer ones are compared in parts: it takes the square of the length."""
ALTERED, ABSENT = "altered", "absent"
_SAME = 0.75
"""So much of a quotation has to be in one stretch of the source to be its altered form."""
_FAR = 0.34
"""With less of it there the quotation is not in the source at all."""
_CUT = lazy(r"\.\.\.|…|[\[\](]")


class QuoteDeviation(NamedTuple):
    """A quotation at ``block.text.prose[start:end]``, without its marks."""

    block: Block
    start: int
    end: int
    kind: str
    near: Place | None
    """What the source has instead."""


@analysis
def altered_quotes(article: Article) -> tuple[QuoteDeviation, ...]:
    """Quotations of five words or more that no source in the article's language has as they stand.

    Words left out with dots, words in brackets and other pronouns are no change.
    """
    spoken = language(article)
    sources = [source_words(source) for source in article.sources if language(source) == spoken]
    if not sources or len(sources) < len(article.sources):
        return ()
    free = word_set(spoken, "sources.free-words")
    parts = (part for quote in _quotations(article) for part in _shorter(*quote))
    return tuple(found for part in parts if (found := _judged(*part, sources, free)))


def _quotations(article: Article) -> Iterator[tuple[Block, int, int]]:
    """The outermost quotations and the block quotations, cut where words are left out."""
    for block in article.blocks:
        if block.kind == QUOTE:
            yield from _parts(block, 0, len(block.text.prose))
        elif block.kind != CODE:
            for quote in quotes(article).of(block):
                if quote.closed and not quote.depth and not _follows_word(block, quote):
                    yield from _parts(block, quote.start, quote.end)


def _follows_word(block: Block, quote: Quote) -> bool:
    """A mark in the middle of a word is an apostrophe."""
    before = block.text.prose[quote.outer_start - 1 : quote.outer_start]
    return before.isalnum()


def _parts(block: Block, start: int, end: int) -> Iterator[tuple[Block, int, int]]:
    prose = block.text.prose
    for cut in _CUT.finditer(prose, start, end):
        yield block, start, cut.start()
        start = cut.end()
    yield block, start, end


def _shorter(block: Block, start: int, end: int) -> Iterator[tuple[Block, list[Word]]]:
    """A quotation in parts that are not too long, each as its words."""
    words = list(words_of(block, start, end))
    return ((block, words[first : first + LONGEST]) for first in range(0, len(words), LONGEST))


def _judged(
    block: Block, words: list[Word], sources: list[SourceWords], free: frozenset[str]
) -> QuoteDeviation | None:
    if len(words) < SHORTEST:
        return None
    best = max((_compared(words, source, free) for source in sources), key=lambda found: found[0])
    share, changed, place = best
    first, last = words[0].start, words[-1].end
    if share >= _SAME and changed:
        return QuoteDeviation(block, first, last, ALTERED, place)
    if share < _FAR:
        return QuoteDeviation(block, first, last, ABSENT, None)
    return None


def _compared(
    words: list[Word], source: SourceWords, free: frozenset[str]
) -> tuple[float, bool, Place | None]:
    """How much of a quotation one stretch of the source has, whether words that count differ, and where."""
    stretch = source.beside(words)
    mine, theirs = [word.key for word in words], [word.key for word in stretch]
    steps = SequenceMatcher(None, theirs, mine, autojunk=False).get_opcodes()
    blocks = [step for step in steps if step[0] == "equal"]
    if not blocks:
        return 0.0, False, None
    share = sum(step[2] - step[1] for step in blocks) / len(mine)
    low, high = blocks[0][1], blocks[-1][2]
    inner = [step for step in steps if step[0] != "equal" and low <= step[1] and step[2] <= high]
    changed = {word for step in inner for word in (*theirs[step[1] : step[2]], *mine[step[3] : step[4]])}
    return share, bool(changed - free), source.place(stretch[low:high])


class AlteredQuote(Check):
    """Holds the quotations of an article against its sources."""

    fields = frozenset({"quote", "other"})
    variants = frozenset({"absent", "opposite"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.sources:
            return
        said: list[Span] = []
        for found in altered_quotes(article):
            span = found.block.text.span(found.start, found.end)
            said.append(span)
            quote = found.block.text.prose[found.start : found.end]
            alarm = Alarm(span, {"quote": quote}, variant="absent" if found.kind == ABSENT else "")
            yield beside(alarm, found.near)
        reported = Spans(said)
        for swap in opposites(article):
            span = swap.block.text.span(swap.start, swap.end)
            if not reported.meet(span):
                quote = swap.block.text.prose[swap.start : swap.end]
                yield beside(Alarm(span, {"quote": quote}, variant="opposite"), swap.place)
