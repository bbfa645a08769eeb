"""``--since`` and ``--staged``: only what is about lines that were changed."""

from __future__ import annotations

from collections.abc import Sequence

from linter.decode import Problem
from linter.engine.changes import Changes
from linter.engine.config_files import ConfigError
from linter.engine.git import GitError
from linter.engine.run import Linter
from linter.finding import FileReport
from linter.messages import message
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


class Changed:
    """Narrows reports. ``ConfigError`` where git cannot say what was changed."""

    def __init__(self, args: argparse.Namespace, linter: Linter) -> None:
        self._option = "--staged" if args.staged else f"--since {args.since}"
        if args.staged and args.since is not None:
            told = message("what is staged is compared with the last commit; --since cannot be given too")
            raise self._refused(told)
        try:
            self._changes = Changes(args.since or "", args.staged, linter.source)
        except GitError as error:
            raise self._refused(error.args[0]) from None

    def only(self, report: FileReport) -> FileReport:
        """The report with the findings alone that are about what was changed."""
        try:
            return self._changes.only(report)
        except GitError as error:
            raise self._refused(error.args[0]) from None

    def narrow(self, reports: Sequence[FileReport]) -> list[FileReport]:
        """The same for all reports, whose files may have been written since they were last asked about."""
        self._changes.forget()
        return list(map(self.only, reports))

    def _refused(self, why: str) -> ConfigError:
        return ConfigError([Problem(self._option, 0, 0, why)])
