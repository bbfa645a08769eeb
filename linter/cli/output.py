"""Where reports go, and what is said beside them on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import TYPE_CHECKING

from linter.cli.terminal import columns, say
from linter.decode import Problem, reason
from linter.engine.run import BROKEN
from linter.finding import Severity
from linter.reporters import renderer
from linter.reporters.base import ReportOptions, Run
from linter.reporters.color import wants_color
from linter.reporters.summary import account, counted, statistics, summary

if TYPE_CHECKING:
    import argparse


def write_reports(args: argparse.Namespace, outcome: Run) -> bool:
    """Every report that was asked for, or ``full`` on stdout; whether all could be written."""
    outputs: list[tuple[str, str]] = args.output_format or [("full", "")]
    written = [_write(name, file, args, outcome) for name, file in outputs]
    if any(name == "github" for name, _ in outputs):
        written.append(_append_summary(outcome))
    return all(written)


def report_options(args: argparse.Namespace, file: str) -> ReportOptions:
    """How a report shall look that goes into a file, or to stdout if it is empty."""
    return ReportOptions(
        color=not file and wants_color(args.color, os.environ, sys.stdout.isatty()),
        width=columns(100),
        verbose=args.verbose,
        prefix=_prefix(),
    )


_FOR_PEOPLE = frozenset({"full", "concise", "github"})
"""Formats that show info findings only if ``--min-severity`` asks for them; the others are for programs."""


def _write(name: str, file: str, args: argparse.Namespace, outcome: Run) -> bool:
    options = report_options(args, file)
    if name in _FOR_PEOPLE and not args.min_severity:
        outcome = outcome.from_severity(Severity.WARNING)
    if not file:
        renderer(name)(outcome, sys.stdout, options)
        return True
    from linter.write import replacing

    try:
        with replacing(file) as draft:
            out = TextIOWrapper(draft, encoding="utf-8", errors="backslashreplace", newline="\n")
            renderer(name)(outcome, out, options)
            out.flush()
            out.detach()
    except OSError as error:
        say(f"error: {file}: {reason(error)}")
        return False
    return True


def _append_summary(outcome: Run) -> bool:
    """Append the table to the summary of a GitHub job, if this is one; whether that could be done."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return True
    from linter.reporters.github import job_summary

    try:
        with open(path, "a", encoding="utf-8") as summary_file:  # the runner's, outside of the checkout
            summary_file.writelines(f"{line}\n" for line in job_summary(outcome))
    except OSError as error:
        say(f"error: the summary of the job: {reason(error)}")
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


def say_beside(
    args: argparse.Namespace, outcome: Run, problems: Iterable[Problem], notices: Iterable[str] = ()
) -> None:
    """Problems and failures, and unless ``--quiet`` notices and the summary, on stderr."""
    for problem in problems:
        say(f"error: {problem}")
    for failure in _failures(outcome):
        say(f"error: {failure}")
    if args.statistics:
        say(*statistics(outcome).split("\n"))
    if args.verbose:
        say(*account(outcome).split("\n"))
    if args.quiet:
        return
    for notice in dict.fromkeys([*notices, *(each for report in outcome.files for each in report.notices)]):
        say(f"note: {notice}")
    hidden = (
        ""
        if args.min_severity or not outcome.count(Severity.INFO)
        else " --min-severity info shows the info."
    )
    say(summary(outcome) + hidden)
