"""The open documents, each linted in its newest text; a run over an older one is given up."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import Protocol

from linter.lsp.judge import Document, Judge, Judged
from linter.lsp.pace import PAUSE, Pace
from linter.lsp.worker import Work


class _Run:
    """A run over one text, or one that will begin; ``is_wanted`` is looked at by the thread that does it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.is_wanted = True
        self.timer: asyncio.TimerHandle | None = None


class Opened:
    """A document that is open. All its methods are for the thread of the loop."""

    def __init__(self, session: Session, document: Document, version: int | None) -> None:
        self.document = document
        self.version = version
        self.edition = 0
        """Counts what was judged anew: texts, settings, rules."""
        self.judged: Judged | None = None
        """What is known of the newest text; nothing until that is judged."""
        self._session = session
        self._pace = Pace(session.pause)
        self._run: _Run | None = None
        self._waiting: list[asyncio.Future[Judged]] = []

    def changed(self, text: str, version: int | None) -> None:
        """Lint another text, when its writer pauses."""
        self.document, self.version = self.document._replace(text=text), version
        self._begin(self._pace.changed(asyncio.get_running_loop().time()))

    def again(self) -> None:
        """Lint the same text by other rules."""
        self._begin(0)

    async def settled(self, now: bool = False) -> Judged:
        """What is known of the newest text, as soon as it is known; ``now``: without a pause."""
        if self.judged is not None:
            return self.judged
        if self._run is None:
            self._begin(0)
        elif now and self._run.timer is not None:
            self._run.timer.cancel()
            self._start(self._run)
        future: asyncio.Future[Judged] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        return await future

    def close(self) -> None:
        """Give up what goes on."""
        self._give_up()
        for future in self._waiting:
            future.cancel()

    def _begin(self, delay: float) -> None:
        self._give_up()
        self.judged = None
        self.edition += 1
        run = self._run = _Run(self.document)
        if delay:
            run.timer = asyncio.get_running_loop().call_later(delay, self._start, run)
        else:
            self._start(run)

    def _start(self, run: _Run) -> None:
        run.timer = None
        task = partial(self._session.judge.judge, run.document, lambda: run.is_wanted)
        self._session.work.submit(lambda: task() if run.is_wanted else None, partial(self._done, run))

    def _done(self, run: _Run, judged: Judged | None) -> None:
        if run is not self._run or judged is None:
            return
        self._run, self.judged = None, judged
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(judged)
        self._session.tell(self, judged)
        self._pace.answered(asyncio.get_running_loop().time())

    def _give_up(self) -> None:
        if self._run is not None:
            self._run.is_wanted = False
            if self._run.timer is not None:
                self._run.timer.cancel()
        self._run = None


class Tell(Protocol):
    """Hears of what was found in a document."""

    def __call__(self, opened: Opened, judged: Judged) -> None: ...


class Session:
    """The open documents, and who judges them. Documents that the editor has not opened are not read."""

    def __init__(self, work: Work, judge: Judge, tell: Tell, pause: float = PAUSE) -> None:
        self.work = work
        self.judge = judge
        self.tell = tell
        self.pause = pause
        self._opened: dict[str, Opened] = {}

    def __iter__(self) -> Iterator[Opened]:
        return iter(list(self._opened.values()))

    def get(self, uri: str) -> Opened | None:
        """The document with this address, if it is open."""
        return self._opened.get(uri)

    def take_up(self, document: Document, version: int | None) -> None:
        """Lint a document from now on."""
        self.close(document.uri)
        opened = self._opened[document.uri] = Opened(self, document, version)
        opened.again()

    def close(self, uri: str) -> None:
        """Forget a document."""
        opened = self._opened.pop(uri, None)
        if opened is not None:
            opened.close()

    def renew(self, judge: Judge | None = None) -> None:
        """Judge by what configurations and rules are now, or by another judge, from the next run on."""
        if judge is not None:
            self.judge = judge
        else:
            self.work.submit(self.judge.renew, _nothing)

    def again(self) -> None:
        """Lint all documents once more."""
        for opened in self:
            opened.again()


def _nothing(result: object) -> None:
    """What has to be done then."""
