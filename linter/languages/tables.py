"""What the lines of tables are called."""

from __future__ import annotations

from linter.namedtuples import NamedTuple


class Tables(NamedTuple):
    """Words in the first cell of a row, or in the head of a column."""

    total: tuple[str, ...] = ()
    """A line that adds up others: ``total``, ``grand total``."""
    subtotal: tuple[str, ...] = ()
    """A line that adds up those since the last such line: ``subtotal``."""
    of_which: tuple[str, ...] = ()
    """Before what is a part of another line: ``of which``."""
    no_sum: tuple[str, ...] = ()
    """A line whose numbers no sum makes: ``average``, ``rate``, ``per``, ``year``."""
