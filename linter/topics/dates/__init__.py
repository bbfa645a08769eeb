"""The dates of an article: what each says, where it stands, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.analyses.digit_blocks import figures
from linter.analyses.language import language
from linter.analyses.quotes import quotes
from linter.analyses.words import Tidy, tidy
from linter.article.model import QUOTE, Article, Block
from linter.matching import re
from linter.topics.dates.reading.model import DateMention, Place
from linter.topics.dates.reading.numeric_dates import in_order, order_shown
from linter.topics.dates.reading.recognise import recognise
from linter.topics.dates.wording import words_at

__all__ = ["DateMention", "dates", "prose_around"]

NEAR = 120
"""How many characters before and after a date may say that it is no real one."""
_RIGHT_BEFORE = 24


@analysis
def dates(article: Article) -> tuple[DateMention, ...]:
    """All dates of the article in reading order, in all blocks but code.

    Dates in figures have one reading if the article proves its order of day and month elsewhere.
    """
    mentions = [
        mention
        for number, block, runs in figures(article)
        for mention in _in_block(article, number, block, runs)
    ]
    order = order_shown(mentions)
    return tuple(in_order(mention, order) for mention in mentions)


def prose_around(article: Article, mention: DateMention, before: int, after: int) -> str:
    """The prose of the mention's block around it, so many characters to both sides."""
    prose = article.blocks[mention.block].text.prose
    return prose[max(0, mention.start - before) : mention.end + after]


def _in_block(
    article: Article, number: int, block: Block, runs: tuple[re.Match[str], ...]
) -> Iterator[DateMention]:
    clean = tidy(block.text.prose)
    code = language(article)
    for recognised in recognise(clean.prose, code, runs if clean.units is None else None):
        mention = recognised if clean.units is None else _put_back(recognised, clean)
        yield mention._replace(
            block=number,
            span=block.text.span(mention.start, mention.end),
            quoted=_is_quoted(article, block, mention),
            unreal=_is_unreal(block.text.prose, mention, code),
        )


def _is_quoted(article: Article, block: Block, mention: DateMention) -> bool:
    """Whether the date stands in a quotation that is closed, for one that is not may end anywhere."""
    if block.kind == QUOTE:
        return True
    around = quotes(article).around(block, mention.start, mention.end)
    return around is not None and around.closed


def _is_unreal(prose: str, mention: DateMention, code: str) -> bool:
    """Whether words around the date say that it is a wrong one, or words before it that there is none."""
    start, end = mention.start, mention.end
    doubted = words_at(code, "dates.unreal").search(prose, max(0, start - NEAR), end + NEAR)
    denied = words_at(code, "dates.no-such").search(prose, max(0, start - _RIGHT_BEFORE), start)
    return bool(doubted or denied)


def _put_back(mention: DateMention, clean: Tidy) -> DateMention:
    """The mention with the offsets of the prose as it was before it was tidied."""
    start, end = clean.original(mention.start, mention.end)
    places = {part: Place(*clean.original(*place)) for part, place in mention.places.items()}
    return mention._replace(start=start, end=end, places=places)
