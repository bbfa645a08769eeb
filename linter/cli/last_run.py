"""Listens to a run, and keeps what it has said with all that had a say in it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout

from linter.cli.again import question
from linter.engine.cache.outcome import keep_outcome
from linter.engine.cache.signatures import is_settled, signature_at
from linter.engine.config import CONFIGS
from linter.engine.guests import has_guests
from linter.engine.run import Linter
from linter.finding import FileReport
from linter.typed import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    import argparse

    from linter.engine.config import Project
    from linter.engine.config_files import ConfigFinder
    from linter.engine.discover import PassedOver
    from linter.engine.versions import Group

_MOST = 1_000_000
"""Characters of a report up to which it is kept."""
_MORE = ("baseline", "diff", "fix", "force_exclude", "since", "staged", "timing", "write_baseline")
"""Options of runs that do more than report on what is in the files, or look at more than files tell."""
_IN_FOLDER = (*CONFIGS, ".gitignore")
"""What is looked for in the folders on the way to a file, beside the mark of a repository."""


class LastRun:
    """A run that only reports. All that has a say in it is looked at before it is read."""

    def __init__(
        self,
        args: argparse.Namespace,
        linter: Linter,
        passed: PassedOver,
        files: Sequence[str],
        groups: Sequence[Group] = (),
    ) -> None:
        self._args = args
        self._out, self._err = _Listener(sys.stdout), _Listener(sys.stderr)
        self._have_a_say: dict[str, bytes] = {}
        if linter.store and _only_reports(args):
            code = linter.store.linter
            versions = (version.path for group in groups for version in group)
            looked_in = (*code.folders, *passed.folders, *linter.looked_in)
            paths = (*files, *versions, *looked_in, *_settings(linter.finder, passed.folders))
            named = dict.fromkeys(path or os.curdir for path in paths)
            self._have_a_say = {**dict(code.files), **{path: signature_at(path) for path in named}}

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear what is said in the ``with`` block."""
        with redirect_stdout(self._out), redirect_stderr(self._err):
            yield

    def keep(self, code: int, linter: Linter, reports: Sequence[FileReport]) -> None:
        """Keep what was heard for the next run, if that can be known to be the same."""
        outcome = self._out.getvalue(), self._err.getvalue(), code
        if not self._have_a_say or len(outcome[0]) > _MOST or not is_settled(self._have_a_say.values()):
            return
        further = any(map(_looks_further, linter.finder.projects()))
        failed = any(report.failures for report in reports)
        if not further and not failed and self._is_known(path for report in reports for path in report.read):
            keep_outcome(self._args.cache_dir, question(self._args.line), self._have_a_say, outcome)

    def _is_known(self, read: Iterable[str]) -> bool:
        """Whether all that was read beside an article is looked at anyway, as its neighbours are."""
        paths = set(map(os.path.abspath, read))
        return not paths or paths.issubset(map(os.path.abspath, self._have_a_say))


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


def _settings(finder: ConfigFinder, walked: Iterable[str]) -> Iterator[str]:
    """The files that tell how others are judged, those too that might be there.

    A file that is new in a folder that was walked changes the folder.
    """
    known = set(map(os.path.abspath, walked))
    for folder in finder.folders():
        paths = [*(os.path.join(folder, name) for name in _IN_FOLDER), _mark_in(folder)]
        yield from filter(os.path.lexists, paths) if folder in known else paths
    for project in finder.projects():
        yield project.path or project.root
        for named in (*project.config.rules, *project.config.facts):
            yield from _below(os.path.join(project.root, named))


def _mark_in(folder: str) -> str:
    """What tells whether a folder is the top of a repository: git writes beside it with each status."""
    path = os.path.join(folder, ".git")
    return os.path.join(path, "HEAD") if os.path.isdir(path) else path


def _below(top: str) -> Iterator[str]:
    """A path and, if it is a folder, all that is in it."""
    yield top
    for folder, folders, files in os.walk(top):
        yield from (os.path.join(folder, name) for name in (*folders, *files))


def _looks_further(project: Project) -> bool:
    """Whether more than files near the articles have a say: a baseline, packages, other tools or articles."""
    config = project.config
    return bool(config.baseline or config.extends or config.translations.keys or has_guests(config))
