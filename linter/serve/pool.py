"""Several processes that judge, and who waits for them: as many as can be served, no more."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from linter.serve.job import Answer, Job
from linter.serve.refusal import Refusal
from linter.serve.worker import GivenUp, NotBegun

WAITING = 100
"""Requests at a time, with those that are being judged; an article takes some hundredths of a second."""


class Judging(Protocol):
    """Judges one text at a time, in the thread that asks."""

    def judge(self, job: Job) -> Answer:
        """``GivenUp`` if there is no answer."""

    def close(self) -> None:
        """Judge no more."""


class Pool:
    """Hands each text to a worker that has nothing to do."""

    def __init__(self, workers: Sequence[Judging], seconds: float, waiting: int = WAITING) -> None:
        """``seconds`` is how long a text may wait for a worker, ``waiting`` the most requests at a time."""
        self._workers = workers
        self._seconds = seconds
        self._room = waiting
        self._idle: asyncio.Queue[Judging] = asyncio.Queue()
        for worker in workers:
            self._idle.put_nowait(worker)
        self._threads = ThreadPoolExecutor(len(workers), "judging")

    def enter(self) -> None:
        """A request has come, which :meth:`leave` ends. ``Refusal`` if there are too many."""
        if not self._room:
            raise busy()
        self._room -= 1

    def leave(self) -> None:
        """A request is answered."""
        self._room += 1

    async def judge(self, job: Job) -> Answer:
        """The answer for a text. ``Refusal`` if no worker has time for it, or it takes too long."""
        worker = await self._free()
        return await asyncio.shield(asyncio.create_task(self._ask(worker, job)))

    async def _free(self) -> Judging:
        try:
            return self._idle.get_nowait()
        except asyncio.QueueEmpty:
            pass
        try:
            return await asyncio.wait_for(self._idle.get(), self._seconds)
        except TimeoutError:
            raise busy() from None

    async def _ask(self, worker: Judging, job: Job) -> Answer:
        """Runs to its end even if nobody waits for it any more: till then the worker is not idle."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, worker.judge, job)
        except NotBegun:
            told = "the processes that judge do not start; is the configuration of the server broken?"
            raise Refusal(503, told, {"Retry-After": "60"}) from None
        except GivenUp:
            raise Refusal(422, "this text takes too long, or too much memory, and was given up") from None
        finally:
            self._idle.put_nowait(worker)

    def close(self) -> None:
        """End all workers, in the midst of a text too."""
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(wait=False, cancel_futures=True)


def busy() -> Refusal:
    """Too much to do."""
    return Refusal(503, "too many texts at once; ask again in a moment", {"Retry-After": "1"})
