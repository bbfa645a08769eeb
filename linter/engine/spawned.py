"""A process that somebody else's text may stop or kill, and the way to it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable

from linter.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


class Spawned:
    """A process that does one function, which is given its end of a pipe and whatever else it takes."""

    def __init__(self, work: Callable[..., None], *given: Any) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would copy the threads of this process
        self.connection: Connection
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, *given), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def number(self) -> int | None:
        """That of the process, for the system."""
        return self._process.pid

    def end(self) -> None:
        """Kill the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self.connection.close()
