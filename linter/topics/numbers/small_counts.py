"""Small counts, which may announce what follows them: "three towns", but not "one of three towns"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.language import language
from linter.article.model import PARAGRAPH, STANDFIRST, Article, Block
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.enumerations import FEWEST, MOST
from linter.topics.numbers.model import Quantity
from linter.topics.numbers.wording import one_of_others

BEFORE = 30
"""Characters before a number in which may stand that it counts others, or that it gives examples."""


_INSIDE = lazy(r"[\w,][ \u00a0]$")
"""In a sentence: a spelled number with a capital is part of a name there ("Three Kings Street")."""


class SmallCount(NamedTuple):
    """A count in running text."""

    block: Block
    number: Quantity
    beside: tuple[Quantity, ...]
    """All numbers of the block."""


def small_counts(article: Article) -> Iterator[SmallCount]:
    """The counts of paragraphs and standfirsts that are not those of others ("one of three")."""
    others = one_of_others(language(article))
    for block, items in quantities(article):
        if block.kind not in (PARAGRAPH, STANDFIRST):
            continue
        prose = block.text.prose
        for item in items:
            counts = item.is_count and FEWEST <= item.value <= MOST
            before = prose[max(0, item.start - BEFORE) : item.start]
            named = item.spelled and item.text[0].isupper() and _INSIDE.search(before)
            if counts and not named and not others.search(before):
                yield SmallCount(block, item, items)
