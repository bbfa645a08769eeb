"""Where reports go, and what is said beside them on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper

from linter.cli.terminal import columns, language_of, say, say_errors, translated
from linter.decode import Problem
from linter.engine.run import BROKEN
from linter.files import work_tree
from linter.finding import Severity
from linter.messages import Message, message, plural
from linter.messages.reader import WRITTEN_IN
from linter.quoting import reason
from linter.reporters import SILENT, renderer
from linter.reporters.base import ReportOptions, Run
from linter.reporters.color import wants_color
from linter.reporters.summary import account, statistics, summary
from linter.rules.model import Rule
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


class Told:
    """The outcome of a run in the languages that it is told in."""

    def __init__(self, outcome: Run, setting: str, rules: Sequence[Rule]) -> None:
        self.outcome = outcome
        self._setting = setting
        self._rules = rules
        self._by_language = {WRITTEN_IN: outcome}

    def format(self, name: str = "full") -> Run:
        """The outcome as it is told in a format."""
        language = language_of(self._setting, name)
        if language not in self._by_language:
            from linter.reporters.translated import translated
            from linter.rules.translations import translate_with

            speak = translate_with(self._rules, language)
            self._by_language[language] = translated(self.outcome, speak, language)
        return self._by_language[language]


def write_reports(args: argparse.Namespace, told: Told) -> bool:
    """Every report that was asked for, or ``full`` on stdout; whether all could be written."""
    outputs: list[tuple[str, str]] = args.output_format or [("full", "")]
    written = [_write(name, file, args, told.format(name)) for name, file in outputs]
    if any(name == "github" for name, _ in outputs):
        written.append(_append_summary(told.format("github")))
    return all(written)


def report_options(args: argparse.Namespace, file: str) -> ReportOptions:
    """How a report shall look that goes into a file, or to stdout if it is empty."""
    return ReportOptions(
        color=not file and wants_color(args.color, os.environ, sys.stdout.isatty()),
        width=columns(100),
        wrap=not file and sys.stdout.isatty(),
        verbose=args.verbose,
        prefix=_prefix(),
        folder=os.path.dirname(os.path.abspath(file)) if file else "",
        editor_url=args.editor_url or "",
    )


_FOR_PEOPLE = frozenset({"full", "concise", "github"})
"""Formats that show info findings only if ``--min-severity`` asks for them; the others are for programs."""


def _write(name: str, file: str, args: argparse.Namespace, outcome: Run) -> bool:
    options = report_options(args, file)
    if name in _FOR_PEOPLE and not args.min_severity:
        outcome = outcome.from_severity(Severity.WARNING)
    if not file and name in SILENT and not any(report.findings for report in outcome.files):
        return True
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
        say(_failure(file, reason(error)))
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
        say(message("error: the summary of the job: {failure}", failure=reason(error)))
        return False
    return True


def _prefix() -> str:
    """What leads from the top of the repository to here: ``site/`` if we are in that folder."""
    folder = os.getcwd()
    top = work_tree(folder)
    return f"{os.path.relpath(folder, top)}/".replace(os.sep, "/") if top not in ("", folder) else ""


def _failures(outcome: Run) -> Iterator[str]:
    """What went wrong, file by file; a broken configuration, which stops all its files, once for all."""
    stopped = [report.path for report in outcome.files if BROKEN in report.failures]
    if stopped:
        yield _failure(stopped[0], _broken(len(stopped) - 1))
    for report in outcome.files:
        yield from (_failure(report.path, failure) for failure in report.failures if failure != BROKEN)


def _failure(path: str, failure: str) -> Message:
    return message("error: {path}: {failure}", path=path, failure=failure)


def _broken(others: int) -> str:
    if not others:
        return message(BROKEN)
    return plural(
        others,
        "was not linted: its configuration is broken (and so {number} other file)",
        "was not linted: its configuration is broken (and so {number} other files)",
    )


def say_beside(
    args: argparse.Namespace, told: Told, problems: Iterable[Problem], notices: Iterable[str] = ()
) -> None:
    """Problems and failures, and unless ``--quiet`` notices and the summary, on stderr."""
    say_errors(problems)
    outcome = told.outcome
    say(*_failures(outcome))
    read = told.format()
    if args.statistics:
        say(*statistics(outcome).split("\n"))
    if args.verbose:
        say(*account(read).splitlines())
    if args.quiet:
        return
    for notice in dict.fromkeys([*notices, *(each for report in outcome.files for each in report.notices)]):
        say(message("note: {notice}", notice=notice))
    line = summary(read)
    if not args.min_severity and outcome.count(Severity.INFO):
        line += f" {translated(message('--min-severity info shows the info.'))}"
    say(line)
