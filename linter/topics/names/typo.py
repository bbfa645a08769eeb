"""What a slip in a name is."""

from __future__ import annotations

from linter.namedtuples import NamedTuple
from linter.text import Span


class Typo(NamedTuple):
    """A word that stands once, and the one that it is a slip of."""

    slip: Span
    name: str
    usual: Span
    other: str
    times: int
