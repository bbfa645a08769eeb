"""The linter's own patterns, as they were compiled, kept between runs."""

from __future__ import annotations

from linter.engine.cache.folder import Store
from linter.matching.regex_codes import stamp
from linter.matching.regexes import CODES

_NAME = "patterns"


def begin_with_kept(store: Store) -> None:
    """Spare this run to compile the patterns that runs before it have compiled."""
    CODES.begin(store.read(_NAME, stamp()))


def keep(store: Store) -> None:
    """Write down what was compiled, if some of it is new."""
    if CODES.has_grown:
        store.write(_NAME, stamp(), CODES.kept())
        CODES.has_grown = False
