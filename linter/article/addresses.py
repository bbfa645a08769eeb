"""Web and mail addresses in running text: not prose, so filler stands for them."""

from __future__ import annotations

from collections.abc import Iterator

from linter.matching.regexes import lazy
from linter.text import FILLER, Mark, Piece, Span, Text

_CANDIDATE = lazy(
    r"(?P<web>(?:https?://|ftp://|(?<![a-zA-Z0-9.])www\.|(?<![a-zA-Z0-9@./-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}/)"
    r"[^\s<>\"]{0,1000})"
    r"|(?<![a-zA-Z0-9_.%+-])[a-zA-Z0-9_.%+-]{1,64}@[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63})+"
)
_DOMAIN_END = lazy(r"\.[a-z]{2,12}/")
# Scripts without blanks between words end an address, as brackets and quotation marks do.
_STOP = lazy(r"[\[\]{}|«»“”„\ufffc\u0e00-\u0eff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]")
_PUNCTUATION = ".,;:!?'’…*_"


def without_addresses(text: Text) -> Text:
    """The text with filler in place of each address, and a mark on it."""
    prose = text.prose
    if not _may_hold_address(prose):
        return text
    spans = list(addresses(prose))
    if not spans:
        return text
    marks = [Mark(*span, "url", prose[span.start : span.end]) for span in spans]
    return Text(_masked(text, spans), sorted((*text.marks, *marks)))


def _may_hold_address(prose: str) -> bool:
    """A cheap question to ask first."""
    return "://" in prose or "www." in prose or "@" in prose or _DOMAIN_END.search(prose) is not None


def addresses(prose: str) -> Iterator[Span]:
    """URLs, mail addresses and domains with a path; punctuation after them is left out."""
    at = 0
    while (found := _CANDIDATE.search(prose, at)) is not None:
        at = found.end()
        if found["web"]:
            at = max(_end(prose, *found.span()), found.start() + 1)
        yield Span(found.start(), at)


def _end(prose: str, start: int, end: int) -> int:
    stop = _STOP.search(prose, start, end)
    end = stop.start() if stop else end
    if "(" in prose[start:end] or ")" in prose[start:end]:
        end = _balanced_end(prose, start, end)
    return start + len(prose[start:end].rstrip(_PUNCTUATION))


def _balanced_end(prose: str, start: int, end: int) -> int:
    """The end before the first parenthesis that has no partner inside."""
    opened = []
    for i in range(start, end):
        if prose[i] == "(":
            opened.append(i)
        elif prose[i] == ")":
            if not opened:
                return i
            opened.pop()
    return opened[0] if opened else end


def _masked(text: Text, spans: list[Span]) -> Iterator[Piece]:
    at, i = 0, 0
    for piece in text.pieces():
        until = at + len(piece.prose)
        exact = len(piece.prose) == piece.end - piece.start
        while at < until:
            while i < len(spans) and spans[i].end <= at:
                i += 1
            inside = i < len(spans) and spans[i].start <= at
            stop = until if i == len(spans) else min(until, spans[i].end if inside else spans[i].start)
            # A piece that maps as a whole stays whole: an entity inside an address.
            stop = stop if exact else until
            source = piece.end - until + at if exact else piece.start
            prose = FILLER * (stop - at) if inside else text.prose[at:stop]
            yield Piece(prose, source, source + stop - at if exact else piece.end)
            at = stop
