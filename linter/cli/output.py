"""Where reports go, and what is said beside them on stderr."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator

from linter.cli.terminal import columns
from linter.decode import Problem
from linter.engine.run import BROKEN
from linter.reporters import renderer
from linter.reporters.base import ReportOptions, Run
from linter.reporters.color import wants_color
from linter.reporters.summary import account, counted, statistics, summary


def write_reports(args: argparse.Namespace, outcome: Run) -> bool:
    """Every report that was asked for, or ``full`` on stdout; whether all could be written."""
    outputs: list[tuple[str, str]] = args.output_format or [("full", "")]
    written = [_write(name, file, args, outcome) for name, file in outputs]
    return all(written)


def report_options(args: argparse.Namespace, file: str) -> ReportOptions:
    """How a report shall look that goes into a file, or to stdout if it is empty."""
    return ReportOptions(
        color=not file and wants_color(args.color, os.environ, sys.stdout.isatty()),
        width=columns(100),
        verbose=args.verbose,
        prefix=_prefix(),
        step_summary=os.environ.get("GITHUB_STEP_SUMMARY", ""),
    )


def _write(name: str, file: str, args: argparse.Namespace, outcome: Run) -> bool:
    options = report_options(args, file)
    if not file:
        renderer(name)(outcome, sys.stdout, options)
        return True
    try:
        with open(file, "w", encoding="utf-8", newline="\n") as out:
            renderer(name)(outcome, out, options)
    except OSError as error:
        print(f"error: {file}: {error.strerror}", file=sys.stderr)
        return False
    return True


def _prefix() -> str:
    """What leads from the top of the repository to here: ``site/`` if we are in that folder."""
    folder, steps = os.getcwd(), []
    while not os.path.exists(os.path.join(folder, ".git")):
        parent, name = os.path.split(folder)
        if parent == folder:
            return ""
        steps.append(name)
        folder = parent
    return "".join(f"{step}/" for step in reversed(steps))


def _failures(outcome: Run) -> Iterator[str]:
    """What went wrong, file by file; a broken configuration, which stops all its files, once for all."""
    stopped = [report.path for report in outcome.files if BROKEN in report.failures]
    if stopped:
        more = f" (and so {counted(len(stopped) - 1, 'other file')})" * (len(stopped) > 1)
        yield f"{stopped[0]}: {BROKEN}{more}"
    for report in outcome.files:
        yield from (f"{report.path}: {failure}" for failure in report.failures if failure != BROKEN)


def say(
    args: argparse.Namespace, outcome: Run, problems: Iterable[Problem], notices: Iterable[str] = ()
) -> None:
    """Problems and failures, and unless ``--quiet`` notices and the summary, on stderr."""
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    for failure in _failures(outcome):
        print(f"error: {failure}", file=sys.stderr)
    if args.statistics:
        print(statistics(outcome), file=sys.stderr)
    if args.verbose:
        print(account(outcome), file=sys.stderr)
    if args.quiet:
        return
    for notice in dict.fromkeys([*notices, *(each for report in outcome.files for each in report.notices)]):
        print(f"note: {notice}", file=sys.stderr)
    print(summary(outcome), file=sys.stderr)
