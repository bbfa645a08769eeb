"""Small words of English amid those of a language that no table of words is of: "a reform however csak"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import CODE, QUOTE, TABLE, Article
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
    pattern = _pattern(language(article))
    if pattern is None:
        return
    found = [
        (block, match)
        for block in article.blocks
        if block.kind not in _NO_PROSE
        for match in pattern.finditer(block.text.prose)
    ]
    times = Counter(match[0] for _, match in found)
    for block, match in found:
        prose = block.text.prose
        start = max(0, *(prose.rfind(stop, 0, match.start()) for stop in _STOPS))
        stop = _STOP.search(prose, match.end())
        end = stop.start() if stop else len(prose)
        others = list(pattern.finditer(prose, start, end))
        if others[0].start() != match.start() or others[-1].end() - match.start() > _FAR:
            continue
        set_off = any(mark.start <= match.start() < mark.end for mark in block.text.marked("emphasis"))
        before = _NEIGHBOUR.search(prose, max(0, match.start() - 3), match.start())
        behind = _BEHIND.match(prose, others[-1].end())
        span = block.text.span(*match.span())
        if not (before and behind) or set_off or times[match[0]] >= _OFTEN or _quoted(article, span):
            continue
        english = lexicon("en")
        if english is not None and not english.known(behind[1]):  # "rock and roll"
            yield span


def _quoted(article: Article, span: Span) -> bool:
    return any(exempt(article, kind).hold(span.start) for kind in ("quotes", "code", "links"))


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    words = speech(code).foreign.english
    return lazy(rf"(?<![\w'’&/-])(?:{any_of(words)})(?![\w'’&/-])") if words else None
