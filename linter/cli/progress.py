"""How far a long run has come, on a terminal; never in a log or a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from linter.cli.terminal import translated
from linter.messages import message, whole
from linter.typed import TextIO, TypeVar

_T = TypeVar("_T")
_FIRST = 1.0
"""Seconds after which a run is long."""
_NEXT = 0.2
"""Seconds between two lines: more often nobody reads."""


def is_watched() -> bool:
    """Whether somebody looks at what is written to stderr."""
    return sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


def with_progress(
    things: Iterable[_T], number: int, out: TextIO | None = None, clock: Callable[[], float] = monotonic
) -> Iterator[_T]:
    """The same things; how many of them have come is said in one line, which is gone in the end."""
    out = out or sys.stderr
    next_at, width = clock() + _FIRST, 0
    try:
        for done, thing in enumerate(things, 1):
            now = clock()
            if now >= next_at:
                line = translated(message("{done} of {number} files", done=whole(done), number=whole(number)))
                out.write(f"\r{line:<{width}}")
                out.flush()
                next_at, width = now + _NEXT, max(width, len(line))
            yield thing
    finally:
        if width:
            out.write(f"\r{'':<{width}}\r")
            out.flush()
