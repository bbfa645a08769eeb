"""An archive, from its files to the tables: what the command does, but for what it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from linter.corpus import readers
from linter.corpus.folder import Folder
from linter.corpus.inputs import Input
from linter.corpus.pool import Pool, Progress
from linter.corpus.readers import Task
from linter.corpus.settings import Settings
from linter.corpus.tables import Counts, counts_of, path_of
from linter.messages import message

_ENOUGH = 1_000
"""Rows of which the share of failures means something, before the end."""


class TooManyFailures(Exception):
    """More rows could not be judged than may be."""


class Run:
    """Judges all rows of an archive that were not judged before."""

    def __init__(
        self, inputs: Sequence[Input], folder: Folder, settings: Settings, fail_above: float = 1.0
    ) -> None:
        self._inputs, self._folder, self._settings = inputs, folder, settings
        self._fail_above = fail_above
        self.counts = Counts()
        """What stands in the tables: of this run and of those before it."""
        self.known = 0
        """Rows that had been judged before."""
        self.broken: list[str] = []
        """Files that broke off, and why."""
        self.peak = 0
        """Bytes of memory that one process has had at most."""

    def judge(self, processes: int, tell: Callable[[Progress], None]) -> None:
        """Judge the rows; ``tell`` is told how far it has come.

        ``TooManyFailures`` as soon as more rows could not be judged than may be, ``GivenUp`` if the
        processes cannot do their work.
        """
        pool = Pool(self._settings, self._folder.path, processes)
        for progress in pool.run(self._todo(tell)):
            self.peak = pool.peak
            tell(progress)
            if progress.done is not None:
                self.counts = self.counts.plus(progress.done)
                self._reject_failures(_ENOUGH)
        self._reject_failures(1)

    def _todo(self, tell: Callable[[Progress], None]) -> Iterator[tuple[Task, float]]:
        """The tasks that were not done before."""
        for input in self._inputs:
            try:
                for task, size in readers.tasks(input, self._settings.max_chars):
                    if not self._folder.has(task.part):
                        yield task, size
                        continue
                    before = counts_of(path_of(self._folder.path, "articles", task.part))
                    self.counts = self.counts.plus(before)
                    self.known += before.rows
                    tell(Progress(0, size))
            except (OSError, ValueError) as error:
                self.broken.append(message("{path}: {why}", path=input.path, why=readers.why(error)))

    def _reject_failures(self, enough: int) -> None:
        counts = self.counts
        if counts.rows >= enough and counts.failures > self._fail_above * counts.rows:
            raise TooManyFailures
