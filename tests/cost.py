"""How the cost of work grows with the length of a text, told so that no load of the machine changes it.

What grows with the square of the length costs four times as much for twice the text; that, and no number of
seconds, is what tests assert. :func:`steps` counts lines of Python: the same on any machine, on any day. What
runs in C is one line to it, however long it takes, and how often a pattern goes back and forth over a text is
counted nowhere; so :func:`dearer` compares processor times, of one moment only, and believes the cheapest.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from cProfile import Profile
from time import thread_time
from types import FrameType
from typing import Any

Work = Callable[[], object]
Sized = Callable[[int], Work]
"""Makes ready what is to be done for a text of so many characters."""

LINEAR = 3.0
"""Twice the text may cost at most so many times as much again: 2 is linear, 4 is the square."""
TIMES = 8
TIMES_LINEAR = 24.0
"""A text that is eight times as long may take at most so many times the time: 8 is linear, 64 the square."""
_ROUNDS = 12


def steps(work: Work) -> int:
    """How many lines of Python ``work`` runs, with those of all that it calls."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    with _no_collection():
        sys.settrace(trace)
        try:
            work()
        finally:
            sys.settrace(before)
    return count


def calls(work: Work) -> int:
    """How many functions ``work`` calls, those in C among them.

    Ten times as fast as to count lines, and the same on any day; a loop without calls is not seen.
    """
    profile = Profile()
    with _no_collection():
        profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def growth(work: Sized, size: int, counted: Callable[[Work], int] = steps) -> float:
    """What four times the size costs more than twice, over what twice costs more than once, in steps.

    What any size costs is in none of the differences. Less than a step for each character more is no growth:
    it is the same work with another end.
    """
    once, twice, fourfold = (_again(work(size * times), counted) for times in (1, 2, 4))
    return max(0, fourfold - twice) / max(size, twice - once)


def _again(work: Work, counted: Callable[[Work], int]) -> int:
    """What the work costs that was done just before: what is read and remembered is no cost of a text."""
    work()
    return counted(work)


def dearer(work: Sized, size: int) -> float:
    """How many times as much processor time a text takes that is :data:`TIMES` as long.

    Other work on the machine can only add to a time. So the two take turns, the cheapest of each counts, and
    they go on as long as the answer is too much: chance does not last so long, what grows too fast does.
    """
    short, long = work(size), work(size * TIMES)
    least = [float("inf"), float("inf")]
    short()
    with _no_collection():
        for _ in range(_ROUNDS):
            least = [min(before, _seconds(each)) for before, each in zip(least, (short, long), strict=True)]
            if least[1] <= TIMES_LINEAR * least[0]:
                break
    return least[1] / least[0]


def assert_linear(work: Sized, counted: int, timed: int | None = None) -> None:
    """The steps grow with the size and no faster, from ``counted`` characters on; so does what runs in C.

    For that the size is ``timed``, if anything in C is worth a look.
    """
    assert growth(work, counted) <= LINEAR
    if timed is not None:
        assert dearer(work, timed) <= TIMES_LINEAR


def _seconds(work: Work) -> float:
    """Of this thread, which other ones do not slow down."""
    begun = thread_time()
    work()
    return max(thread_time() - begun, 1e-7)


@contextmanager
def _no_collection() -> Iterator[None]:
    """What others have left to be collected is on nobody's bill."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
