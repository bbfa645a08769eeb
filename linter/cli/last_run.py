"""What the last run said, said again as long as nothing has changed that has a say in it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, TextIO

from linter.cli.output import report_options
from linter.engine.cache.file_states import is_settled, signature_of
from linter.engine.cache.outcome import Outcome, keep_outcome, kept_outcome
from linter.engine.cache.stamps import Stamp, stamp_digest
from linter.engine.guests import has_guests
from linter.engine.run import Linter
from linter.finding import FileReport
from linter.messages.reader import reader_language

if TYPE_CHECKING:
    import argparse

    from linter.engine.versions import Group

_MOST = 1_000_000
"""Characters of a report up to which it is kept."""
_MORE = ("baseline", "diff", "fix", "timing", "write_baseline")
"""Options of runs that do more than report on what is in the files."""


class LastRun:
    """A run is known by its arguments, terminal, settings and rules, and by the state of its files."""

    def __init__(
        self, args: argparse.Namespace, linter: Linter, files: Sequence[str], groups: Sequence[Group] = ()
    ) -> None:
        self._store = linter.store if _only_reports(args) else None
        self._stamp: Stamp = ()
        self._signatures: list[bytes] = []
        self._out = self._err = _Listener(sys.stdout)
        if self._store:
            versions = [version.path for group in groups for version in group]
            self._look_at(args, linter, files, versions)

    def _look_at(
        self, args: argparse.Namespace, linter: Linter, files: Sequence[str], beside: Sequence[str]
    ) -> None:
        try:
            self._signatures = [signature_of(os.stat(path)) for path in (*files, *beside)]
        except OSError:
            self._store = None
            return
        digests = list(linter.digests(files))
        if any(config.baseline or has_guests(config) for config in linter.profiles.configs()):
            self._store = None
            return
        said = sorted((name, repr(value)) for name, value in vars(args).items())
        settings = sorted(map(repr, linter.profiles.configs()))
        options = tuple(report_options(args, ""))
        state = stamp_digest(([*files, *beside], digests, self._signatures))
        self._stamp = (repr((said, settings, options, reader_language(os.environ))), state)

    def repeat(self) -> int | None:
        """Say what was said, and return the exit code; nothing if it was another run."""
        kept = kept_outcome(self._store, self._stamp) if self._store else None
        if kept is None:
            return None
        sys.stdout.write(kept.out)
        sys.stderr.write(kept.err)
        return kept.code

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear what is said in the ``with`` block."""
        self._out, self._err = _Listener(sys.stdout), _Listener(sys.stderr)
        with redirect_stdout(self._out), redirect_stderr(self._err):
            yield

    def keep(self, code: int, reports: Sequence[FileReport]) -> None:
        """Keep what was heard for the next run, if that can be known to be the same."""
        outcome = Outcome(self._out.getvalue(), self._err.getvalue(), code)
        if self._store is None or len(outcome.out) > _MOST or not is_settled(self._signatures):
            return
        if not any(report.failures or report.read for report in reports):
            keep_outcome(self._store, self._stamp, outcome)


class _Listener(io.StringIO):
    """Passes on what is written, and remembers it up to a length."""

    def __init__(self, to: TextIO) -> None:
        super().__init__()
        self._to = to

    def write(self, text: str) -> int:
        if self.tell() <= _MOST:
            super().write(text)
        return self._to.write(text)

    def flush(self) -> None:
        self._to.flush()

    def isatty(self) -> bool:
        return self._to.isatty()


def _only_reports(args: argparse.Namespace) -> bool:
    """Whether a run does nothing but read files and write to stdout and stderr."""
    to_files = any(file for _, file in args.output_format or ())
    more = any(getattr(args, name) for name in _MORE) or "-" in args.paths
    return not (to_files or more or os.environ.get("GITHUB_STEP_SUMMARY"))
