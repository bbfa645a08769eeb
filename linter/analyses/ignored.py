"""Passages without what a project declares to be no prose: template tags, attributes, formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.analyses.flow import MASK
from linter.analyses.passages import Passage, Passages
from linter.article.model import Article
from linter.patterns import compiled, matches
from linter.text import Piece, Span, Text

_SECONDS = 0.5


def without(passages: Passages, patterns: Sequence[str], article: Article) -> Passages:
    """The passages with all that the patterns match in the source masked; each computed once.

    Raises ``PatternTooSlow``.
    """
    key = (without, passages, tuple(patterns))
    if key not in article.memo:
        article.memo[key] = _masked(passages, spans_of(patterns, article))
    found: Passages = article.memo[key]
    return found


def spans_of(patterns: Sequence[str], article: Article) -> list[Span]:
    """What the patterns match in the source, in order."""
    key = (spans_of, tuple(patterns))
    if key not in article.memo:
        seconds = _SECONDS * (1 + len(article.source) / 1_000_000)
        article.memo[key] = sorted(
            Span(*found.span())
            for pattern in patterns
            for found in matches(compiled(pattern), article.source, seconds)
        )
    spans: list[Span] = article.memo[key]
    return spans


def _masked(passages: Passages, spans: list[Span]) -> Passages:
    kept: list[Passage] = []
    for passage in passages.all:
        whole = passage.span(0, len(passage.prose))
        inside = [span for span in spans if span.overlaps(whole)]
        masked = passage._replace(text=Text(_pieces(passage.text, inside))) if inside else passage
        if not inside or masked.prose.strip(f"{MASK} \t\r\n"):
            kept.append(masked)
    return Passages(tuple(kept)) if spans else passages


def _pieces(text: Text, spans: list[Span]) -> Iterator[Piece]:
    for piece in text.all_pieces():
        if len(piece.prose) != piece.end - piece.start:
            hidden = any(span.start <= piece.start and piece.end <= span.end for span in spans)
            yield Piece(MASK * len(piece.prose) if hidden else piece.prose, piece.start, piece.end)
            continue
        prose = list(piece.prose)
        for span in spans:
            for at in range(max(span.start, piece.start), min(span.end, piece.end)):
                if not prose[at - piece.start].isspace():
                    prose[at - piece.start] = MASK
        yield Piece("".join(prose), piece.start, piece.end)
