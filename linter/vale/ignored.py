"""Passages without what a project declares to be no prose: template tags, attributes, formulas."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from linter.article.model import Article
from linter.matching.patterns import compiled
from linter.text import Piece, Span, Text
from linter.vale.running_text import MASK
from linter.vale.scopes import Passage, Passages


def without(passages: Passages, patterns: Sequence[str], article: Article) -> Passages:
    """The passages with all that the patterns match in the source masked; each computed once.

    ``PatternTooSlow`` for the first who asks; after that there are no passages, so that what hangs is
    told once and nothing is reported that may have been declared to be no prose.
    """
    key = (without, passages, tuple(patterns))
    if key not in article.memo:
        article.memo[key] = Passages((), passages.wanted)
        article.memo[key] = _masked(passages, spans_of(patterns, article))
    found: Passages = article.memo[key]
    return found


def spans_of(patterns: Sequence[str], article: Article) -> list[Span]:
    """What the patterns match in the source, in order and not overlapping.

    ``PatternTooSlow`` each time it is asked.
    """
    key = (spans_of, tuple(patterns))
    if key not in article.memo:
        clock = article.budget.clock()
        article.memo[key] = _merged(
            Span(*found.span())
            for pattern in patterns
            for found in clock.find_all(compiled(pattern), article.source)
        )
    spans: list[Span] = article.memo[key]
    return spans


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _masked(passages: Passages, spans: list[Span]) -> Passages:
    kept: list[Passage] = []
    for passage in passages.all:
        inside = _meeting(spans, passage.span(0, len(passage.prose)))
        masked = passage._replace(text=Text(_pieces(passage.text, inside))) if inside else passage
        if not inside or masked.prose.strip(f"{MASK} \t\r\n"):
            kept.append(masked)
    return Passages(tuple(kept), passages.wanted) if spans else passages


def _meeting(spans: list[Span], place: Span) -> list[Span]:
    """Those of the spans, which are in order, that share a character with a place."""
    first = bisect_right(spans, place.start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, place.end, key=lambda span: span.start)]


def _pieces(text: Text, spans: list[Span]) -> Iterator[Piece]:
    for piece in text.all_pieces():
        inside = _meeting(spans, Span(piece.start, piece.end))
        if len(piece.prose) != piece.end - piece.start:
            hidden = any(span.start <= piece.start and piece.end <= span.end for span in inside)
            yield Piece(MASK * len(piece.prose) if hidden else piece.prose, piece.start, piece.end)
            continue
        prose = list(piece.prose)
        for span in inside:
            for at in range(max(span.start, piece.start), min(span.end, piece.end)):
                if not prose[at - piece.start].isspace():
                    prose[at - piece.start] = MASK
        yield Piece("".join(prose), piece.start, piece.end)
