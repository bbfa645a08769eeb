"""What a text can do to others: nothing."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from pathlib import Path

import pytest

from linter.serve.job import Answer, Job, Settings
from linter.serve.pool import Pool
from linter.serve.refusal import Refusal
from linter.serve.worker import GivenUp, Worker


class Slow:
    """Judges when it is let; then it is told that it was given up, or answers."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.begun = threading.Event()

    def judge(self, job: Job) -> Answer:
        self.begun.set()
        self.go.wait()
        if job.text == "hangs":
            raise GivenUp
        return Answer(job.text)

    def close(self) -> None:
        self.go.set()


def test_there_is_room_for_so_many() -> None:
    async def ask() -> None:
        pool = Pool([Slow()], 1, waiting=2)
        pool.enter()
        pool.enter()
        with pytest.raises(Refusal) as refused:
            pool.enter()
        assert (refused.value.status, refused.value.headers) == (503, {"Retry-After": "1"})
        pool.leave()
        pool.enter()
        pool.close()

    asyncio.run(ask())


def test_who_waits_too_long_is_told_to_come_again() -> None:
    async def ask() -> None:
        worker = Slow()
        pool = Pool([worker], 0)
        first = asyncio.create_task(pool.judge(Job("first")))
        await asyncio.to_thread(worker.begun.wait)
        with pytest.raises(Refusal, match="too many texts at once"):
            await pool.judge(Job("second"))
        worker.go.set()
        assert (await first).text == "first"
        assert (await pool.judge(Job("third"))).text == "third"
        pool.close()

    asyncio.run(ask())


def test_a_text_that_hangs_is_given_up_and_stops_no_other() -> None:
    async def ask() -> None:
        stuck, free = Slow(), Slow()
        free.go.set()
        pool = Pool([stuck, free], 60)
        hanging = asyncio.create_task(pool.judge(Job("hangs")))
        await asyncio.to_thread(stuck.begun.wait)
        assert [(await pool.judge(Job(str(number)))).text for number in range(3)] == ["0", "1", "2"]
        stuck.go.set()
        with pytest.raises(Refusal) as refused:
            await hanging
        assert refused.value.status == 422
        assert (await pool.judge(Job("after"))).text == "after"
        pool.close()

    asyncio.run(ask())


def test_a_worker_whose_asker_has_gone_is_not_idle_before_it_is_done() -> None:
    async def ask() -> None:
        worker = Slow()
        pool = Pool([worker], 60)
        gone = asyncio.create_task(pool.judge(Job("gone")))
        await asyncio.to_thread(worker.begun.wait)
        gone.cancel()
        next_one = asyncio.create_task(pool.judge(Job("next")))
        with pytest.raises(asyncio.CancelledError):
            await gone
        assert not next_one.done()
        worker.go.set()
        assert (await next_one).text == "next"
        pool.close()

    asyncio.run(ask())


def test_a_process_that_hangs_is_ended_and_another_begun() -> None:
    worker = Worker(Settings(isolated=True, time_limit=60))
    try:
        assert [each.rule for each in worker.judge(Job("In April 20XX.")).findings] == ["placeholder-date"]
        assert worker.process is not None
        first = worker.process
        worker.seconds = 0  # so that none is done in time
        with pytest.raises(GivenUp):
            worker.judge(Job("In April 20XX."))
        assert worker.process is None
        worker.seconds = 60
        assert worker.judge(Job("In April 20XX.")).findings
        assert worker.process != first
    finally:
        worker.close()


def test_a_process_that_was_killed_is_begun_anew() -> None:
    worker = Worker(Settings(isolated=True, time_limit=60))
    try:
        worker.begin()
        assert worker.process is not None
        os.kill(worker.process, signal.SIGTERM)
        with pytest.raises(GivenUp):
            worker.judge(Job("In April 20XX."))
        assert worker.judge(Job("In April 20XX.")).findings
    finally:
        worker.close()


def test_a_configuration_that_was_broken_since(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "factlint.yaml"
    config.write_text("vocabulary: [a]\n", encoding="utf-8")
    worker = Worker(Settings(str(config), time_limit=60))
    pool = Pool([worker], 60)

    async def ask() -> None:
        worker.begin()
        worker.close()
        config.write_text("nonsense: 1\n", encoding="utf-8")
        with pytest.raises(Refusal, match="is the configuration of the server broken") as refused:
            await pool.judge(Job("In April 20XX."))
        assert refused.value.status == 503
        config.write_text("vocabulary: [b]\n", encoding="utf-8")
        assert (await pool.judge(Job("In April 20XX."))).findings
        pool.close()

    asyncio.run(ask())
    assert capfd.readouterr().err == ""
