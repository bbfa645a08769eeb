"""A process that judges texts, seen from the server: it is ended when a text does not."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from linter.serve.job import Answer, Job, Settings

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

_START = 120
"""Seconds in which a process has to be ready: a second or two, on a machine with much else to do."""


class GivenUp(Exception):
    """The process was ended: a text took too long, or more memory than there is."""


class Worker:
    """One process, begun when it is first needed, and anew after one that had to be ended."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.seconds = settings.time_limit
        """How long a text may take, on the clock."""
        self._running: tuple[SpawnProcess, Connection] | None = None

    def judge(self, job: Job) -> Answer:
        """The answer of the process, which is waited for. ``GivenUp`` if there is none."""
        connection = self.begin()
        try:
            connection.send(job)
            if connection.poll(self.seconds):
                answer: Answer = connection.recv()
                return answer
        except (EOFError, OSError):  # the process is gone
            pass
        self.close()
        raise GivenUp

    @property
    def process(self) -> int | None:
        """The number of the process, while there is one."""
        return self._running[0].pid if self._running else None

    def begin(self) -> Connection:
        """The way to the process, which is ready."""
        if self._running is None:
            context = multiprocessing.get_context("spawn")  # a fork would copy the threads of the server
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, self._settings), daemon=True)
            process.start()
            theirs.close()
            self._running = process, ours
            try:
                if not ours.poll(_START):
                    raise EOFError
                ours.recv()
            except (EOFError, OSError):
                self.close()
                raise GivenUp from None
        return self._running[1]

    def close(self) -> None:
        """End the process."""
        if self._running is not None:
            process, connection = self._running
            self._running = None
            process.kill()
            process.join()
            connection.close()


def _work(connection: Connection, settings: Settings) -> None:
    """What the process does, until the server is gone."""
    import signal

    from linter.serve.judge import Judge

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    judge = Judge(settings)
    judge.judge(Job())  # what it takes to judge is then there
    connection.send(True)
    while True:
        try:
            connection.send(judge.judge(connection.recv()))
        except (EOFError, OSError):
            return
