"""What a format's reader hands over, before headline and metadata are put in their places."""

from __future__ import annotations

from dataclasses import dataclass, field

from linter.article.model import Block, Field, Problem


@dataclass(slots=True)
class Draft:
    """Blocks in reading order and the metadata found beside them."""

    blocks: list[Block] = field(default_factory=list)
    metadata: list[Field] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    stray: list[Field] = field(default_factory=list)
    """Metadata found in the text itself and already cut off."""
