"""One thing after the other in the main thread, so that the editor is listened to meanwhile.

What is stuck is interrupted by a timer, which only the main thread has (:mod:`linter.engine.interrupt`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Protocol


class Work(Protocol):
    """Whoever does what an editor waits for."""

    def submit(self, task: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do a task, which raises nothing; what it returns is handed over in the loop of the caller."""


class Worker:
    """Does tasks in the thread that calls :meth:`run`, in the order in which they come."""

    def __init__(self) -> None:
        self._todo: SimpleQueue[Callable[[], None] | None] = SimpleQueue()

    def submit(self, task: Callable[[], Any], then: Callable[[Any], None]) -> None:
        loop = asyncio.get_running_loop()

        def done() -> None:
            result = task()
            if not loop.is_closed():
                loop.call_soon_threadsafe(then, result)

        self._todo.put(done)

    def run(self) -> None:
        """Work until :meth:`close` is called."""
        while (task := self._todo.get()) is not None:
            task()

    def close(self) -> None:
        """Let :meth:`run` return when what was submitted is done."""
        self._todo.put(None)
