"""What a format's reader hands over, before headline and metadata are put in their places."""

from __future__ import annotations

from collections.abc import Sequence

from linter.article.model import Block, Field, Problem
from linter.namedtuples import NamedTuple
from linter.text import Span


class Draft(NamedTuple):
    """Blocks in reading order and the metadata found beside them."""

    blocks: list[Block]
    metadata: list[Field]
    problems: list[Problem]
    stray: Sequence[Field] = ()
    """Metadata found in the text itself and already cut off."""
    code: Sequence[Span] = ()
    """Code that is no block: cells and items that are nothing else, scripts, what stands around."""
    template: bool = False
    """It is what a generator makes pages from, and no article."""
