"""Prose as it flows in Vale's blocks: line breaks kept, code masked, one blank around markup."""

from __future__ import annotations

from collections.abc import Iterator

from linter.matching.regexes import lazy
from linter.text import FILLER, Piece, Text

MASK = "*"
_BLANKS = " \t\n\r\f\v"
_TIGHT = "([{—–"
_NO_BLANK_BEFORE = ".?!,:;)]}—–"
_INLINE = frozenset({"emphasis", "strong", "code", "link", "url"})
_BEFORE_LINK = ("", " ", "\t", "\n", "\r", "*", "_", "~", "(")
"""What may stand before an address that becomes a link."""
_SCHEMES = ("http://", "https://", "ftp://")
_LINKED = lazy(r"www\.|[\w.+-]+@")

_Run = tuple[bool, list[Piece]]
"""A stretch of prose between two edges of markup: whether markup opens before it, and its pieces."""


def flowing(text: Text, source: str) -> Text:
    """The text with its blanks as the source has them, and Vale's around inline markup."""
    if text.is_plain and FILLER not in text.prose and text.prose.strip(_BLANKS) == text.prose:
        return text
    pieces: list[Piece] = []
    gap: Piece | None = None
    for opened, run in _runs(_with_addresses(text, source), source):
        lead, body, tail = _trimmed(run)
        if not body:
            gap = lead or gap
            continue
        if pieces:
            blank = _blank(opened, lead, body[0].prose[0], pieces[-1].prose[-1], gap)
            start = lead.start if lead else gap.start if gap else body[0].start
            pieces.append(Piece(blank, start, body[0].start))
        pieces += body
        gap = tail
    return Text(pieces)


def _blank(opened: bool, lead: Piece | None, first: str, last: str, gap: Piece | None) -> str:
    """What separates a run that begins with ``first`` from text that ends with ``last``."""
    if not opened:
        return "" if not lead else "\n" if lead.prose[0] in "\n\r" else " "
    if first in _NO_BLANK_BEFORE or (last in _TIGHT and not gap):
        return ""
    return "" if ord(last) > 127 and last.isspace() else " "


def _with_addresses(text: Text, source: str) -> Text:
    """The text with the addresses that are prose to Vale: all but web addresses that link to themselves."""
    addresses = [mark for mark in text.marks if mark.kind == "url"]
    if not addresses:
        return text
    links = {(mark.start, mark.end): mark.value for mark in text.marked("link")}
    shown: set[int] = set()
    unlinked: set[int] = set()
    for mark in addresses:
        start, end = text.span(mark.start, mark.end)
        itself = links.get((mark.start, mark.end)) == source[start:end]
        linked = (
            source[max(0, start - 1) : start] in _BEFORE_LINK and source[max(0, start - 2) : start] != "]("
        )
        if source[start] != "<" and not itself and not (linked and source.startswith(_SCHEMES, start)):
            shown.add(mark.start)
            if not linked or not _LINKED.match(source, start, end):
                unlinked.add(mark.start)
    marks = [mark for mark in text.marks if mark.kind != "url" or mark.start not in unlinked]
    return Text(_verbatim(text, source, shown), marks) if shown else text


def _verbatim(text: Text, source: str, shown: set[int]) -> Iterator[Piece]:
    at = 0
    for piece in text.all_pieces():
        yield Piece(source[piece.start : piece.end], *piece[1:]) if at in shown else piece
        at += len(piece.prose)


def _runs(text: Text, source: str) -> Iterator[_Run]:
    """The prose cut where markup opens and closes, and after line breaks that the author wanted."""
    edges = _tag_edges(text, source)
    inline = [(start, end) for start, end, kind, _ in text.marks if kind in _INLINE]
    edges |= dict.fromkeys([end for _, end in inline], False)
    edges |= dict.fromkeys([start for start, _ in inline], True)
    waiting = sorted(edges.items(), reverse=True)
    opened, run, at = False, list[Piece](), 0
    for piece in text.all_pieces():
        until = at + len(piece.prose)
        while waiting and waiting[-1][0] < until:
            edge, opens = waiting.pop()
            if edge > at:
                head, piece = _cut(piece, edge - at)
                run.append(_unfolded(head, source))
                at = edge
            if run:
                yield opened, run
            opened, run = opens, []
        run.append(_unfolded(piece, source))
        at = until
        if piece.prose == "\n":
            yield opened, run
            opened, run = True, []
    if run:
        yield opened, run


def _tag_edges(text: Text, source: str) -> dict[int, bool]:
    """Where HTML tags stand in the source of a text, and whether the last of them is a start tag."""
    edges: dict[int, bool] = {}
    if source.find("<", *text.whole) < 0:
        return edges
    at, end = 0, -1
    for piece in text.all_pieces():
        if 0 <= end < piece.start and "<" in source[end : piece.start]:
            tag = source.rfind("<", end, piece.start)
            edges[at] = not source.startswith(("</", "<!"), tag)
        at, end = at + len(piece.prose), piece.end
    return edges


def _cut(piece: Piece, length: int) -> tuple[Piece, Piece]:
    """A piece as two; if it stands for its source as a whole, so do both."""
    prose, start, end = piece
    if len(prose) != end - start:
        return Piece(prose[:length], start, end), Piece(prose[length:], start, end)
    return Piece(prose[:length], start, start + length), Piece(prose[length:], start + length, end)


def _unfolded(piece: Piece, source: str) -> Piece:
    """A piece with its blanks as they are written and filler as a mask."""
    prose, start, end = piece
    if FILLER in prose:
        return _mask(piece, source)
    if end - start == len(prose) > 1:
        return piece
    written = source[start:end]
    if written == "&rsquo;":  # read as typed on a typewriter
        return Piece("'", start, end)
    if prose not in (" ", "\n") or written == prose:
        return piece
    if "\n" in written or "\r" in written:
        return Piece("\n", start, end)
    return piece if written.strip(_BLANKS) else Piece(written, start, end)


def _mask(piece: Piece, source: str) -> Piece:
    """A mask over code and addresses without the signs around them; formulas and mail addresses are prose."""
    prose, start, end = piece
    written = source[start:end]
    if written[0] == "$" and written[:2] != "$$":
        return Piece(written, start, end)
    if written[0] not in "`<":
        return Piece(prose.replace(FILLER, MASK), start, end)
    inner = written.strip("`").strip() if written[0] == "`" else written.strip("<>")
    start += written.index(inner)
    is_mail = written[0] == "<" and "@" in inner and ":" not in inner
    return Piece(inner if is_mail else MASK * len(inner), start, start + len(inner))


def _trimmed(run: list[Piece]) -> tuple[Piece | None, list[Piece], Piece | None]:
    """The blanks before the first character that is none, what stands between, the blanks after the last."""
    if run[0].prose[0] not in _BLANKS and run[-1].prose[-1] not in _BLANKS:
        return None, run, None
    lead = tail = None
    first, last = 0, len(run)
    while first < last and not run[first].prose.strip(_BLANKS):
        lead = lead or run[first]
        first += 1
    while last > first and not run[last - 1].prose.strip(_BLANKS):
        last -= 1
        tail = run[last]
    body = run[first:last]
    if body:
        blanks = len(body[0].prose) - len(body[0].prose.lstrip(_BLANKS))
        if blanks:
            before, body[0] = _cut(body[0], blanks)
            lead = lead or before
        kept = len(body[-1].prose.rstrip(_BLANKS))
        if kept < len(body[-1].prose):
            body[-1], tail = _cut(body[-1], kept)
    return lead, body, tail
