"""Anniversaries with the year of what they recall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.analyses.dates.anchors import Anchor, anchors
from linter.analyses.dates.context import sentence_around
from linter.analyses.dates.forms import compiled, forms, possible
from linter.analyses.dates.grammar import GAP, any_of
from linter.analyses.dates.names import names
from linter.analyses.language import language
from linter.article.model import Article
from linter.records import NamedTuple

_LONGEST = 70
"""The year of the event stands no farther behind the anniversary."""


class Anniversary(NamedTuple):
    """So many years, said at ``prose[start:end]``, since the year of an event in the same sentence."""

    block: int
    start: int
    end: int
    text: str
    years: int
    event: Anchor


def anniversaries(article: Article) -> Iterator[Anniversary]:
    """The anniversaries whose sentence names one year, that of the event."""
    spoken = language(article)
    kept = forms(spoken, "anniversary")
    for event in anchors(article) if kept else ():
        prose = article.blocks[event.block].text.prose
        low = max(0, event.start - _LONGEST)
        for form in possible(kept, prose[low : event.start].lower()):
            match = compiled(form.pattern).search(prose, low, event.start)
            if match and match["number"].isdigit() and _is_of(article, prose, match, event, spoken):
                number = int(match["number"])
                yield Anniversary(event.block, *match.span(), match[0], number, event)
                break


def _is_of(article: Article, prose: str, match: re.Match[str], event: Anchor, spoken: str) -> bool:
    """Whether the year is that of the event: after "in" or "founded in", and alone in the sentence."""
    between = prose[match.end() : event.start]
    if event.quoted or re.search(r"[.;:!?\d]", between) or not _since(spoken).search(between):
        return False
    start, end = sentence_around(prose, match.start(), event.end)
    return not any(
        other.block == event.block and start <= other.start < end and other != event
        for other in anchors(article)
    )


@cache
def _since(spoken: str) -> re.Pattern[str]:
    known = names(spoken)
    assert known is not None
    return compiled(rf"(?<!\w)(?:{any_of(known.list('since'))}){GAP}+\Z")
