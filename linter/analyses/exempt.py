"""The parts of an article that many rules leave alone, as spans of its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from linter.analyses import analysis
from linter.analyses.minutes import is_minutes
from linter.analyses.quotes import quotes
from linter.article.model import CODE, QUOTE, Article
from linter.text import Span
from linter.typed import Literal

Exempt = Literal["quotes", "code", "links", "emphasis", "comments", "minutes", "talks"]

_MARKS: dict[str, tuple[str, ...]] = {
    "code": ("code",),
    "links": ("link", "url"),
    "emphasis": ("emphasis", "strong"),
}


_TELLING = 8
"""Characters of what hardly stands in code by chance."""
_ROW = 7
"""Signs with which a row between two versions begins."""


class Spans:
    """Disjoint spans that can be asked what stands in them."""

    def __init__(self, spans: list[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def hold(self, offset: int) -> bool:
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and offset < self._ends[i]

    def meet(self, span: Span) -> bool:
        """Whether a character stands in both."""
        i = bisect_right(self._starts, span.start) - 1
        within = i >= 0 and span.start < self._ends[i]
        return within or (i + 1 < len(self._starts) and self._starts[i + 1] < span.end)


def exempt(article: Article, kind: Exempt) -> Spans:
    """Quotations with block quotes, code with code blocks, link texts and addresses, emphasised words,
    what HTML comments hide, or all of the minutes of a meeting or of a talk that was written down.
    """
    key = (exempt, kind)
    if key not in article.memo:
        if kind == "comments":
            found = _comments(article.source)
        elif kind == "minutes":
            found = _all(article, is_minutes(article))
        elif kind == "talks":
            from linter.analyses.transcript import is_talk

            found = _all(article, is_talk(article))
        else:
            found = _quoted(article) if kind == "quotes" else _marked(article, kind)
        article.memo[key] = Spans(list(found))
    spans: Spans = article.memo[key]
    return spans


def shown_in_code(article: Article, span: Span) -> bool:
    """Whether code of the article has the words of a span as well: it shows what it speaks of.

    Short ones may stand in any code, and a conflict between two versions goes through text and code.
    """
    words = article.excerpt(span)
    if len(words) < _TELLING or not any(map(str.isalnum, words[:_ROW])):
        return False
    return words in _all_code(article)


@analysis
def _all_code(article: Article) -> str:
    codes = (block.text.whole for block in article.blocks if block.kind == CODE)
    return "\n".join(map(article.excerpt, codes))


def _all(article: Article, exempt: bool) -> Iterator[Span]:
    yield from [Span(0, len(article.source))] if exempt else ()


def _quoted(article: Article) -> Iterator[Span]:
    for block in article.blocks:
        if block.kind == QUOTE:
            yield block.text.whole
        elif block.kind != CODE:
            for quote in quotes(article).of(block):
                yield block.text.span(quote.outer_start, quote.outer_end)


def _comments(source: str) -> Iterator[Span]:
    """From each opening to the next end; one that is never closed hides the rest."""
    start = source.find("<!--")
    while start >= 0:
        end = source.find("-->", start)
        yield Span(start, len(source) if end < 0 else end + 3)
        start = source.find("<!--", end) if end >= 0 else -1


def _marked(article: Article, kind: Exempt) -> Iterator[Span]:
    yield from article.code if kind == "code" else ()
    for block in article.blocks:
        if kind == "code" and block.kind == CODE:
            yield block.text.whole
        yield from (block.text.span(mark.start, mark.end) for mark in block.text.marked(*_MARKS[kind]))
