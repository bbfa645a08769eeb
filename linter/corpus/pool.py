"""Processes that judge tasks: each is given the next one when it is done; one that dies is replaced.

A row may end the process that judges it: too little memory, a fault in a library. Which row it was is
found by halving the rows of the task; it gets a row that says so, and the others are judged.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import wait
from time import monotonic

from linter.corpus import readers
from linter.corpus.readers import Task
from linter.corpus.settings import Settings, policy_of
from linter.corpus.tables import Counts
from linter.corpus.worker import Beat, Done, Job, Unfit, work
from linter.engine.spawned import Spawned
from linter.matching.budget import Budget
from linter.messages import message
from linter.namedtuples import NamedTuple

_RECYCLED = 50_000
"""Rows after which a process is replaced, as a guard against memory that is never given back."""
_SILENCE = 900
"""Seconds on the clock without a sign of life, after which a process is stuck in a single row."""
_BUSY = 20
"""So many times what a row may take of the processor it may take on the clock of a busy machine."""
_TRIES = 3
"""How often all rows of a task may have passed one by one, and yet end a process together."""


class GivenUp(Exception):
    """The processes cannot do their work; the message says why."""


class Progress(NamedTuple):
    """How far it has come since the last time."""

    rows: int
    size: float = 0
    """Bytes of the archive that are done for good."""
    done: Counts | None = None
    """What is in the part that is done."""


class _Process:
    """One process, seen from its parent."""

    def __init__(self, settings: Settings, folder: str) -> None:
        self._spawned = Spawned(work, settings, folder)
        self.connection = self._spawned.connection
        self.ready = False
        self.job: Job | None = None
        self.rows = self.told = 0
        self.heard = monotonic()

    def give(self, job: Job) -> None:
        self.job, self.told, self.heard = job, 0, monotonic()
        self.connection.send(job)

    def close(self) -> None:
        self._spawned.end()


class _Hunt:
    """The search for the rows of a task that end processes."""

    def __init__(self) -> None:
        self.deadly: set[int] = set()
        self.open = 0
        """Jobs of it that are still to be done."""
        self.tries = 0


def _silence(settings: Settings) -> float:
    """Seconds after which a process is stuck; the time limit of a row ends it long before."""
    budget = Budget(settings.max_chars, policy_of(settings).config.time_limit)
    return max(_SILENCE, _BUSY * budget.seconds)


class Pool:
    """Runs tasks; what is done stands in the folder."""

    def __init__(self, settings: Settings, folder: str, processes: int) -> None:
        self._settings, self._folder = settings, folder
        self._number = processes
        self._running: list[_Process] = []
        self._silence = _silence(settings)
        self._jobs: deque[Job] = deque()
        self._hunts: dict[str, _Hunt] = {}
        self._sizes: dict[str, float] = {}
        self._stillborn = 0
        self.peak = 0
        """Bytes of memory that one process has had at most."""

    def run(self, tasks: Iterable[tuple[Task, float]]) -> Iterator[Progress]:
        """Do all tasks. ``GivenUp`` if the processes cannot; ends the processes in any case."""
        todo = iter(tasks)
        try:
            while True:
                self._hand_out(todo)
                busy = [each for each in self._running if each.job or (self._jobs and not each.ready)]
                if not busy:
                    return
                heard = wait([each.connection for each in busy], timeout=min(self._silence, _SILENCE) / 10)
                for process in busy:
                    if process.connection in heard:
                        yield from self._listen(process)
                    elif monotonic() - process.heard > self._silence:
                        yield from self._lost(process)
        finally:
            for process in self._running:
                process.close()

    def _hand_out(self, todo: Iterator[tuple[Task, float]]) -> None:
        """Give each process that has nothing to do a job, and start as many as there are jobs for."""
        free = [each for each in self._running if each.job is None]
        room = self._number - len(self._running) + len(free)
        for task, size in islice(todo, max(0, room - len(self._jobs))):
            self._sizes[task.part] = size
            self._jobs.append(Job(task, 0, readers.size(task)))
        for _ in range(min(room, len(self._jobs)) - len(free)):
            self._running.append(_Process(self._settings, self._folder))
        for process in free:
            if process.ready and self._jobs:
                with suppress(OSError):  # it has died meanwhile, and is heard of soon
                    process.give(self._jobs.popleft())

    def _listen(self, process: _Process) -> Iterator[Progress]:
        try:
            told = process.connection.recv()
        except (EOFError, OSError):
            yield from self._lost(process)
            return
        process.heard = monotonic()
        if isinstance(told, Unfit):
            raise GivenUp(told.why)
        if not process.ready:
            process.ready, self._stillborn = True, 0
        elif isinstance(told, Beat):
            yield self._further(process, told.rows)
        else:
            yield from self._finished(process, told)

    def _further(self, process: _Process, rows: int) -> Progress:
        more, process.told = rows - process.told, rows
        assert process.job is not None
        return Progress(0 if process.job.probe else more)

    def _finished(self, process: _Process, done: Done) -> Iterator[Progress]:
        job = process.job
        assert job is not None
        self.peak = max(self.peak, done.peak)
        progress = self._further(process, done.counts.rows)
        process.job = None
        process.rows += done.counts.rows
        if process.rows >= _RECYCLED:
            self._end(process)
        part = job.task.part
        if job.probe:
            self._probed(job)
        else:
            self._hunts.pop(part, None)
            yield progress._replace(size=self._sizes.pop(part), done=done.counts)

    def _end(self, process: _Process) -> None:
        process.close()
        self._running.remove(process)

    def _lost(self, process: _Process) -> Iterator[Progress]:
        """A process has died, or is stuck: find out which row it was."""
        self._end(process)
        job = process.job
        if not process.ready:
            self._stillborn += 1
            if self._stillborn > _TRIES:
                raise GivenUp(message("the processes that judge do not start"))
        if job is None:
            return
        if not job.probe and process.told:
            yield Progress(-process.told)
        hunt = self._hunts.setdefault(job.task.part, _Hunt())
        if job.probe and job.last - job.first == 1:
            hunt.deadly.add(job.first)
        elif job.probe or self._hunted(hunt, job):
            self._halve(hunt, job)
        if job.probe:
            self._probed(job)

    def _hunted(self, hunt: _Hunt, job: Job) -> bool:
        """Whether the rows of a task are to be gone through (once more)."""
        hunt.tries += 1
        if hunt.tries > _TRIES:  # no single row is the cause: none of them can be judged
            hunt.deadly.update(range(job.last))
            self._jobs.append(job._replace(deadly=frozenset(hunt.deadly)))
            return False
        return True

    def _halve(self, hunt: _Hunt, job: Job) -> None:
        middle = (job.first + job.last) // 2
        ranges = [(job.first, middle), (middle, job.last)]
        for first, last in ranges:
            if first < last:
                hunt.open += 1
                self._jobs.append(
                    job._replace(first=first, last=last, probe=True, deadly=frozenset(hunt.deadly))
                )

    def _probed(self, job: Job) -> None:
        """A part of a hunt is over; after the last one all rows but the deadly ones are judged."""
        hunt = self._hunts[job.task.part]
        hunt.open -= 1
        if not hunt.open:
            whole = readers.size(job.task)
            self._jobs.append(Job(job.task, 0, whole, frozenset(hunt.deadly)))
