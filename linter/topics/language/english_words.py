"""Small words of English amid those of a language that no table of words is of: "a reform however csak"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from linter.analyses.chunks import folded_words
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import CODE, QUOTE, TABLE, Article, Block
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.letters import SMALL
from linter.matching.regexes import lazy
from linter.text import Span
from linter.topics.language.lexicon import lexicon

_NO_PROSE = frozenset({CODE, TABLE, QUOTE})
_FAR = 30
"""Characters between the first and the last of them in a sentence; more are a sentence in English."""
_OFTEN = 2
"""So often an article has such a word on purpose."""
_STOPS, _STOP = (". ", "! ", "? "), lazy(r"[.!?](?:\s|$)")
_NEIGHBOUR = lazy(rf"[{SMALL}][,;]?[ \u00a0]\Z")
_BEHIND = lazy(rf"[ \u00a0]([{SMALL}]+)")


def english_words(article: Article) -> Iterator[Span]:
    """Where such words stand among words in small letters, neither quoted nor set in italics."""
    words = speech(language(article)).foreign.english
    if folded_words(article).isdisjoint(words):
        return
    pattern = _pattern(words)
    blocks = [block for block in article.blocks if block.kind not in _NO_PROSE]
    found = [(block, match) for block in blocks for match in pattern.finditer(block.text.prose)]
    times = Counter(match[0] for _, match in found)
    before, last = None, 0
    for block, match in found:
        prose = block.text.prose
        again = block is before and not any(stop in prose[last : match.start()] for stop in _STOPS)
        before, last = block, match.start()
        if again or times[match[0]] >= _OFTEN:  # the first of a sentence stands for the rest
            continue
        span = block.text.span(*match.span())
        if _is_amid(block, match, pattern) and not _quoted(article, span):
            yield span


def _is_amid(block: Block, first: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether the English words of a sentence stand together, amid words in small letters of its own."""
    prose, start = block.text.prose, first.start()
    stop = _STOP.search(prose, first.end())
    *_, last = pattern.finditer(prose, start, stop.start() if stop else len(prose))
    if last.end() - start > _FAR or not _NEIGHBOUR.search(prose, max(0, start - 3), start):
        return False
    if any(mark.start <= start < mark.end for mark in block.text.marked("emphasis")):
        return False
    behind, english = _BEHIND.match(prose, last.end()), lexicon("en")
    if behind is None or english is None:
        return False
    return not english.known(behind[1])  # "rock and roll"


def _quoted(article: Article, span: Span) -> bool:
    return any(exempt(article, kind).hold(span.start) for kind in ("quotes", "code", "links"))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return lazy(rf"(?<![\w'’&/-])(?:{any_of(words)})(?![\w'’&/-])")
