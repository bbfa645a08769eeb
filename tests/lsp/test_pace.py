"""How often a document is linted while somebody types, with clocks and workers that the tests turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from linter.finding import FileReport
from linter.lsp.judge import Document, Judge, Judged
from linter.lsp.pace import Pace
from linter.lsp.session import Opened, Session
from linter.lsp.settings import Settings

URI = "file:///articles/a.md"


def waits(pace: Pace, *times: float) -> list[float]:
    return [pace.changed(time) for time in times]


def test_the_first_change_is_linted_at_once_and_typing_when_it_pauses() -> None:
    assert waits(Pace(0.25), 0, 0.2, 0.4, 0.6, 0.9, 0.95) == [0, 0.25, 0.25, 0.25, 0, 0.25]


def test_who_answers_an_answer_does_not_wait() -> None:
    pace = Pace(0.25)
    assert waits(pace, 10) == [0]
    pace.answered(10.1)
    assert waits(pace, 10.102) == [0]
    pace.answered(10.2)
    assert waits(pace, 10.24) == [0.25]  # a hand


class Worker:
    """Does one task when it is told to."""

    def __init__(self) -> None:
        self.todo: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def submit(self, task: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self.todo.append((task, then))

    def work(self) -> None:
        """Do all that is to be done."""
        todo, self.todo = self.todo, []
        for task, then in todo:
            then(task())


class Counting(Judge):
    """Finds nothing, and notes what it was asked about and whether that was wanted until the end."""

    def __init__(self) -> None:
        super().__init__(Settings())
        self.texts: list[str] = []
        self.wanted: list[Callable[[], bool]] = []

    def judge(self, document: Document, is_wanted: Callable[[], bool] = lambda: True) -> Judged:
        self.texts.append(document.text)
        self.wanted.append(is_wanted)
        return Judged(document, FileReport(document.path))


class Setting:
    """A session with one open document, and what was told of it."""

    def __init__(self, pause: float) -> None:
        self.worker, self.judge = Worker(), Counting()
        self.told: list[str] = []
        self.session = Session(self.worker, self.judge, self._tell, pause)
        self.session.take_up(Document(URI, "at first"), 1)
        opened = self.session.get(URI)
        assert opened is not None
        self.opened = opened

    def _tell(self, opened: Opened, judged: Judged) -> None:
        self.told.append(judged.document.text)


def run(session: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(session, 60))


def test_twenty_letters_are_two_runs() -> None:
    async def session() -> None:
        it = Setting(pause=0.05)
        it.worker.work()
        for number in range(20):
            it.opened.changed(f"letter {number}", number)
        it.worker.work()
        assert it.judge.texts == ["at first"]  # the run over the first letter was given up before it began
        await asyncio.sleep(0.1)
        it.worker.work()
        assert it.judge.texts == it.told == ["at first", "letter 19"]

    run(session())


def test_a_run_over_an_old_text_is_given_up() -> None:
    async def session() -> None:
        it = Setting(pause=0)
        ((task, then),) = it.worker.todo
        judged = task()
        assert it.judge.wanted[0]()
        it.opened.changed("then", 2)
        assert not it.judge.wanted[0]()
        then(judged)
        assert it.told == []
        it.worker.work()
        assert it.told == ["then"]

    run(session())


def test_who_asks_does_not_wait_for_a_pause() -> None:
    async def session() -> None:
        it = Setting(pause=1000)
        it.worker.work()
        for text in ("then", "and then"):
            it.opened.changed(text, 2)
        it.worker.todo.clear()
        asked = asyncio.ensure_future(it.opened.settled(now=True))
        await asyncio.sleep(0)
        it.worker.work()
        assert (await asked).document.text == "and then"
        assert (await it.opened.settled()).document.text == "and then"
        assert it.judge.texts == ["at first", "and then"]

    run(session())


def test_what_is_closed_is_not_told() -> None:
    async def session() -> None:
        it = Setting(pause=0)
        asked = asyncio.ensure_future(it.opened.settled())
        await asyncio.sleep(0)
        it.session.close(URI)
        it.worker.work()
        assert it.told == it.judge.texts == []
        with pytest.raises(asyncio.CancelledError):
            await asked

    run(session())


def test_a_text_that_has_changed_is_not_judged_to_the_end() -> None:
    asked = []

    def is_wanted() -> bool:
        asked.append(1)
        return len(asked) < 3

    text = "# A\n\nIn April 20XX they met on Monday, 18 August 2024, in Paris, 41 of 30 percent.\n"
    judged = Judge(Settings()).judge(Document(URI, text), is_wanted)
    assert any("the text has changed" in failure for failure in judged.report.failures)
