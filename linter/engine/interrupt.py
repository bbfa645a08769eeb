"""The end of what is stuck: the system interrupts a file that goes on long after its time is over.

Between two rules, two analyses and two searches a file is asked whether it has time left
(:mod:`linter.matching.budget`), and that is what ends it. This is for what never gets there. It needs a timer
of the processor's time and the main thread: on Windows, and in other threads, there is none.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from linter.matching.budget import Budget, OutOfTime

_PATIENCE = 2
"""How often the time of a file may be over before it is interrupted."""
_AGAIN = 1.0
"""Seconds until the next interruption, should somebody have swallowed one."""
_running: Budget | None = None


@contextmanager
def interrupted(budget: Budget) -> Iterator[None]:
    """``OutOfTime`` in the midst of the ``with`` block if it goes on for twice the time of the budget."""
    global _running
    timer = None if math.isinf(budget.seconds) else _timer()
    if timer is None:
        yield
        return
    _running = budget
    timer(_PATIENCE * budget.seconds, _AGAIN)
    try:
        yield
    finally:
        _running = None
        timer(0.0)


def _timer() -> Any:
    """Sets the timer to some seconds; nothing if there is none, or if a profiler has taken it."""
    import signal
    from functools import partial

    if not hasattr(signal, "setitimer"):
        return None
    if signal.getsignal(signal.SIGPROF) is not _interrupt:
        try:
            if signal.signal(signal.SIGPROF, _interrupt) not in (signal.SIG_DFL, signal.SIG_IGN):
                return None
        except ValueError:  # not the main thread
            return None
    return partial(signal.setitimer, signal.ITIMER_PROF)


def _interrupt(number: int, frame: object) -> None:
    if _running is not None:
        raise OutOfTime(_running.over)
