"""The end of what is stuck: a file that goes on long after its time is over is interrupted.

Between two rules, two analyses and two searches a file is asked whether it has time left
(:mod:`linter.matching.budget`), and that is what ends it. This is for what never gets there. It needs a timer
of the system and the main thread: on Windows, and in other threads, there is none.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from linter.matching.budget import Budget, OutOfTime
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import signal
else:
    try:
        import _signal as signal  # the same, but for names of all signals, which take a while to make
    except ImportError:  # another Python than CPython
        import signal

_PATIENCE = 2
"""How often the time of a file may be over before it is interrupted."""
_AGAIN = 1.0
"""Seconds until the next interruption, should somebody have swallowed one."""
_running: Budget | None = None

try:  # the one of signal looks among its enumerations for every handler, which takes as long as a small rule
    from _signal import getsignal as _handler  # type: ignore[import-not-found]
except ImportError:  # another Python than CPython
    from signal import getsignal as _handler


@contextmanager
def interrupted(budget: Budget) -> Iterator[None]:
    """``OutOfTime`` in the midst of the ``with`` block if it goes on for twice the time of the budget."""
    global _running
    if math.isinf(budget.seconds) or not _has_timer():
        yield
        return
    _running = budget
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE * budget.seconds, _AGAIN)
    try:
        yield
    finally:
        _running = None
        signal.setitimer(signal.ITIMER_REAL, 0)


def _has_timer() -> bool:
    """Whether there is a timer that nobody else has taken.

    It is the one of the wall clock: while one of the processor's time runs, Linux tells that time in
    steps of some milliseconds only.
    """
    if not hasattr(signal, "setitimer"):
        return False
    if _handler(int(signal.SIGALRM)) is _interrupt:
        return True
    try:
        if signal.getsignal(signal.SIGALRM) == signal.SIG_DFL:
            signal.signal(signal.SIGALRM, _interrupt)
            return True
    except ValueError:  # not the main thread
        pass
    return False


def _interrupt(number: int, frame: object) -> None:
    """Called when so much time is over on the wall."""
    if _running is not None and _running.left <= -(_PATIENCE - 1) * _running.seconds:
        raise OutOfTime(_running.over)
