"""A process that judges texts, seen from the server: it is ended when a text does not."""

from __future__ import annotations

from multiprocessing.connection import Connection

from linter.engine.config_files import ConfigError
from linter.engine.spawned import Spawned
from linter.serve.job import Answer, Job, Settings

_START = 120
"""Seconds in which a process has to be ready: a second or two, on a machine with much else to do."""


class GivenUp(Exception):
    """The process was ended: a text took too long, or more memory than there is."""


class NotBegun(GivenUp):
    """There is no process: none begins, as when the configuration was broken since the server has begun."""


class Worker:
    """One process, begun when it is first needed, and anew after one that had to be ended."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.seconds = settings.time_limit
        """How long a text may take, on the clock."""
        self._running: Spawned | None = None

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
        return self._running.number if self._running else None

    def begin(self) -> Connection:
        """The way to the process, which is ready. ``NotBegun`` if it does not get so far."""
        if self._running is None:
            self._running = Spawned(_work, self._settings)
            try:
                if not self._running.connection.poll(_START):
                    raise EOFError
                self._running.connection.recv()
            except (EOFError, OSError):
                self.close()
                raise NotBegun from None
        return self._running.connection

    def close(self) -> None:
        """End the process."""
        running, self._running = self._running, None
        if running is not None:
            running.end()


def _work(connection: Connection, settings: Settings) -> None:
    """What the process does, until the server is gone."""
    import signal

    from linter.serve.judge import Judge

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    try:
        judge = Judge(settings)
    except ConfigError:
        return
    judge.judge(Job())  # what it takes to judge is then there
    connection.send(True)
    while True:
        try:
            connection.send(judge.judge(connection.recv()))
        except (EOFError, OSError):
            return
