"""What the lines of tables are called, and what is numbered beside tables."""

from __future__ import annotations

from collections.abc import Mapping

from linter.namedtuples import NamedTuple


class Tables(NamedTuple):
    """Words in the first cell of a row or in the head of a column, and before the number of a table."""

    total: tuple[str, ...] = ()
    """A line that adds up others: ``total``, ``grand total``."""
    subtotal: tuple[str, ...] = ()
    """A line that adds up those since the last such line: ``subtotal``."""
    of_which: tuple[str, ...] = ()
    """Before what is a part of another line: ``of which``."""
    no_sum: tuple[str, ...] = ()
    """A line whose numbers no sum makes: ``average``, ``rate``, ``per``, ``year``."""
    roles: Mapping[str, tuple[str, ...]] = {}
    """What a column or a row is called that others give, and those that give it: ``change``, ``average``,
    and of a league ``played``, ``won``, ``drawn``, ``points``, ``scored``, ``conceded`` and so on."""
    figure: tuple[str, ...] = ()
    """Before the number of a figure, in its caption and where it is spoken of: ``figure``, ``fig.``."""
    table: tuple[str, ...] = ()
    """Before the number of a table."""
    listing: tuple[str, ...] = ()
    """Before the number of a piece of code."""
    section: tuple[str, ...] = ()
    """Before the number of a section."""
    elsewhere: tuple[str, ...] = ()
    """Behind such a number: it is that of another work, as in "Table 3 *of* the report"."""
    highest: tuple[str, ...] = ()
    """What says that something has the highest number of all: ``most``, ``highest``."""
    lowest: tuple[str, ...] = ()
    not_first: tuple[str, ...] = ()
    """With such a word it is not said of all: ``second``, ``one of``, ``since``, ``per``."""
