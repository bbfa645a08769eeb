"""The outcome of the last run: what it wrote and its exit code."""

from __future__ import annotations

from linter.engine.cache.stamps import Stamp
from linter.engine.cache.store import Store
from linter.namedtuples import NamedTuple

_NAME = "last-run"


class Outcome(NamedTuple):
    """What a run has written to stdout and stderr, and its exit code."""

    out: str
    err: str
    code: int


def kept_outcome(store: Store, stamp: Stamp) -> Outcome | None:
    """The outcome of the last run, if it was one with this stamp."""
    kept = store.read(_NAME, stamp)
    return None if kept is None else Outcome(*kept)


def keep_outcome(store: Store, stamp: Stamp, outcome: Outcome) -> None:
    """Keep the outcome instead of that of the run before."""
    store.write(_NAME, stamp, outcome)
