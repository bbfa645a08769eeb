"""What stands in quotation marks, in all their national styles, and what is set off by markup.

No language is needed: a mark opens or closes by what is already open and by the characters
around it. Apostrophes, feet and inches are no quotation marks.
"""

from __future__ import annotations

from functools import cache

from linter.analyses import analysis
from linter.article.model import Article, Block
from linter.languages import everywhere
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Mark

DEEPEST = 8
"""Quotations nested deeper than this are not followed."""

_MARK = lazy("[«»‹›“”„‟‘’‚‛\"'「」『』`](?:(?<=')'|(?<=`)`|(?<!`))")
_ALWAYS = "«»‹›“”„‟‘‚‛「」『』"
"""Marks that a text with quotations has one of, unless it is written in ASCII; the apostrophe opens none."""
_CLOSES = {
    "»": "«»„", "«": "»", "›": "‹›", "‹": "›", "”": "“„”‟", "“": "„”", "’": "‘‚", "‘": "‚",
    "''": ("``", "\""), "」": "「", "』": "『", '"': '"„“”', "'": "'`",
}  # fmt: skip
"""Each closing mark and the opening marks that it may answer, all styles together."""
_ONLY_OPENS = frozenset("„‟‚‛「『") | {"``"}
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u202f\u2009([{«»‹›“”„‘‚\"'—–-/:>*_|¿¡")
_SPACE = frozenset(" \t\n\r\u00a0\u202f\u2009")


class Quote(NamedTuple):
    """A quotation in the prose of a block; ``start`` to ``end`` is what stands between the marks."""

    start: int
    end: int
    outer_start: int
    """Where the opening mark begins."""
    outer_end: int
    """Where the closing mark ends; the end of the prose if there is none."""
    depth: int
    """0 for a quotation that stands in no other."""
    closed: bool = True


class _Open(NamedTuple):
    mark: str
    start: int
    end: int


def find_quotes(prose: str) -> tuple[Quote, ...]:
    """The quotations of a piece of prose in the order of their beginnings.

    One that is never closed reaches to the end and has ``closed`` false; single straight or
    curly marks count only in pairs.
    """
    if not _may_hold_quotes(prose):
        return ()
    found: list[Quote] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(prose):
        mark, start, end = match.group(), match.start(), match.end()
        before = prose[start - 1 : start]
        after = prose[end : end + 1]
        answered = _answered(mark, stack, before, after)
        if answered is not None:
            opening = stack[answered]
            del stack[answered:]
            found.append(Quote(opening.end, start, opening.start, end, answered))
        elif len(stack) < DEEPEST and _may_open(mark, before, after, prose, end):
            stack.append(_Open(mark, start, end))
    for depth, opening in enumerate(stack):
        if opening.mark not in "'‘‚":
            found.append(Quote(opening.end, len(prose), opening.start, len(prose), depth, closed=False))
    return tuple(sorted(found))


def _may_hold_quotes(prose: str) -> bool:
    if '"' in prose or "'" in prose or "``" in prose:
        return True
    return not prose.isascii() and any(map(prose.__contains__, _ALWAYS))


def _answered(mark: str, stack: list[_Open], before: str, after: str) -> int | None:
    """Which open quotation the mark closes, counted from the outermost; nothing if it closes none."""
    partners = _CLOSES.get(mark, ())
    if not stack or not partners:
        return None
    if mark in "'’‘" and (not before or before in _SPACE or after.isalnum()):
        return None
    looks_opening = (not before or before in _SPACE) and bool(after) and after not in _SPACE
    for place in range(len(stack) - 1, -1, -1):
        opening = stack[place]
        if opening.mark in partners:
            same = opening.mark == mark
            return None if same and looks_opening else place
    return None


@cache
def _shortened() -> re.Pattern[str]:
    """What follows an apostrophe for letters left out: a year (``'68``), the rest of a word (``'tis``)."""
    return lazy(rf"(?:\d\ds?|{any_of(everywhere('structure.shortened'))})\b", re.IGNORECASE)


def _may_open(mark: str, before: str, after: str, prose: str, end: int) -> bool:
    if mark in _ONLY_OPENS:
        return True
    if not after or (before and before not in _BEFORE_OPENING):
        return False
    if mark in ("'", "’", "‘"):
        return mark != "’" and after not in _SPACE and not _shortened().match(prose, end)
    if mark in ("»", "”", "›"):
        return after not in _SPACE
    return mark != "''"


class Quotes:
    """The quotations of an article, found block by block when somebody asks."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[Quote, ...]] = {}

    def of(self, block: Block) -> tuple[Quote, ...]:
        """The quotations of a block, by their beginnings."""
        found = self._found.get(id(block))
        if found is None:
            found = self._found[id(block)] = find_quotes(block.text.prose)
        return found

    def around(self, block: Block, start: int, end: int) -> Quote | None:
        """The innermost quotation that holds ``prose[start:end]``."""
        holding = (quote for quote in self.of(block) if quote.start <= start and end <= quote.end)
        return min(holding, key=lambda quote: quote.end - quote.start, default=None)

    def set_off(self, block: Block) -> tuple[tuple[int, int], ...]:
        """Ranges of the prose that are quoted, emphasised or link text, by their beginnings.

        A quotation that goes on in the next paragraph is one if it opens this one.
        """
        ranges = {
            (quote.start, quote.end) for quote in self.of(block) if quote.closed or quote.outer_start == 0
        }
        ranges.update((mark.start, mark.end) for mark in block.text.marks if _sets_off(mark))
        return tuple(sorted(ranges))


def _sets_off(mark: Mark) -> bool:
    return mark.kind in ("emphasis", "strong", "link")


@analysis
def quotes(article: Article) -> Quotes:
    """The quotations of the article's blocks."""
    return Quotes()
