"""A process that judges the rows of one task after the other, and writes what it found."""

from __future__ import annotations

import os
from collections.abc import Iterator
from multiprocessing.connection import Connection
from time import monotonic

from linter.corpus import readers
from linter.corpus.judge import Row, Values, blank, judged
from linter.corpus.readers import Task
from linter.corpus.settings import Settings, policy_of
from linter.corpus.tables import Counts, Part
from linter.messages import message
from linter.namedtuples import NamedTuple

_BEAT = 0.5
"""Seconds between two signs of life."""


class Job(NamedTuple):
    """What a process is asked to do."""

    task: Task
    first: int
    last: int
    """Of the rows of the task those from ``first`` on, and before ``last``."""
    deadly: frozenset[int] = frozenset()
    """Rows that have ended a process, and are not judged again."""
    probe: bool = False
    """It is only to be seen whether the process lives through it; nothing is written."""


class Beat(NamedTuple):
    """A sign of life."""

    rows: int
    """How many rows of the task have been judged."""


class Done(NamedTuple):
    """A job is done."""

    counts: Counts
    peak: int
    """Bytes of memory that the process has had at most."""


class Unfit(NamedTuple):
    """The process cannot judge."""

    why: str


def work(connection: Connection, settings: Settings, folder: str) -> None:
    """What the process does, until its parent is gone."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    try:
        connection.send(_made_ready(settings))
        while True:
            connection.send(_done(connection, connection.recv(), settings, folder))
    except (EOFError, OSError):
        return


def _made_ready(settings: Settings) -> Beat | Unfit:
    """Load all that it takes, so that what is wrong with it is the fault of no row."""
    import gc

    import pyarrow

    try:
        pyarrow.set_cpu_count(1)  # the time of an article is that of the process: no other threads in it
        policy_of(settings)
        judged(Row("", {"text": "."}), settings)
        gc.freeze()  # rules and word lists stay: to look through them again and again takes time
    except Exception as error:
        from linter.faults import fault

        return Unfit(fault(error))
    return Beat(0)


def _done(connection: Connection, job: Job, settings: Settings, folder: str) -> Done | Unfit:
    part = Part()
    next_at = monotonic() + _BEAT
    for outcome, rows in _outcomes(job, settings):
        part.add(outcome, rows)
        if monotonic() >= next_at:
            connection.send(Beat(part.counts.rows))
            next_at = monotonic() + _BEAT
    if not job.probe:
        try:
            part.write(folder, job.task.part)
        except OSError as error:
            return Unfit(f"{error.filename or folder}: {readers.why(error)}")
    return Done(part.counts, _peak())


def _outcomes(job: Job, settings: Settings) -> Iterator[tuple[Values, int]]:
    """What is found in the rows, one by one; where the file breaks off, one outcome is that of all the rest.

    With each outcome goes the number of its rows.
    """
    number = 0
    try:
        for number, row in enumerate(readers.rows(job.task, settings.max_chars), 1):
            if job.first < number <= job.last:
                yield _killed(row) if number - 1 in job.deadly else judged(row, settings), 1
            elif number > job.last:
                return
    except Exception as error:
        lost = f"{job.task.input.name}:{job.task.number}:{number + 1}"
        rows = max(1, job.last - number)
        yield blank(Row(lost)) | {"failures": [f"{rows} rows are lost: {readers.why(error)}"]}, rows


def _killed(row: Row) -> Values:
    told = message("cannot be linted: the process that read it was killed")
    return blank(row) | {"failures": [told]}


def _peak() -> int:
    try:
        import resource
    except ImportError:  # Windows
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if os.uname().sysname == "Darwin" else 1024 * peak
