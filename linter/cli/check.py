"""``factlint check``: find the files, lint them, report, and judge the outcome."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator

from linter import __version__
from linter.cli.main import FAILED, FOUND, OK
from linter.cli.rule_info import rule_info
from linter.engine.baseline import BaselineError, read_baseline, without_known, write_baseline
from linter.engine.config import ConfigError, ConfigFinder
from linter.engine.discover import find_files
from linter.engine.run import Choice, Linter
from linter.engine.store import FOLDER, Store
from linter.engine.together import judge_together
from linter.finding import FileReport, Severity
from linter.reporters import FORMATS
from linter.reporters.base import Run
from linter.stopwatch import STOPWATCH

LEVELS = ("error", "warning", "info")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; - reads stdin (default: .)"
    )
    parser.add_argument("--stdin-filename", metavar="PATH", help="name of what - reads; decides its format")
    rules = parser.add_argument_group("rules")
    for option, text in (
        ("--select", "run only these rules: ids, topics, globs, or 'all'; separated by commas"),
        ("--extend-select", "run these rules as well"),
        ("--ignore", "do not run these rules"),
    ):
        rules.add_argument(option, metavar="RULES", action="append", default=[], help=text)
    rules.add_argument("--preview", action="store_true", help="run the preview rules as well")
    rules.add_argument(
        "--source",
        metavar="FILE",
        action="append",
        default=[],
        help="hold the articles against this file; may be repeated",
    )
    rules.add_argument("--config", metavar="FILE", help="use this configuration for all files")
    rules.add_argument("--isolated", action="store_true", help="use no configuration at all")
    report = parser.add_argument_group("report")
    report.add_argument(
        "--output-format",
        metavar="FORMAT[:FILE]",
        action="append",
        default=[],
        type=_output,
        help=f"{', '.join(FORMATS)}; with :FILE it is written there; may be repeated (default: full)",
    )
    report.add_argument("--min-severity", choices=LEVELS, help="show only findings from this severity on")
    report.add_argument(
        "--fail-on", choices=(*LEVELS, "never"), help="exit 1 from this severity on (default: warning)"
    )
    report.add_argument("--exit-zero", action="store_true", help="exit 0 even if there are findings")
    report.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    report.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    report.add_argument("-v", "--verbose", action="store_true", help="say what was looked at and not decided")
    report.add_argument("-q", "--quiet", action="store_true", help="no summary")
    report.add_argument("--baseline", metavar="FILE", help="leave out the findings that stand in this file")
    report.add_argument(
        "--write-baseline", metavar="FILE", help="write all findings there as known, and exit 0"
    )
    files = parser.add_argument_group("files")
    files.add_argument("--force-exclude", action="store_true", help="exclude files even if they are named")
    files.add_argument("--show-files", action="store_true", help="list the files that would be linted")
    speed = parser.add_argument_group("speed")
    speed.add_argument(
        "--jobs",
        metavar="N",
        type=_jobs,
        default=0,
        help="processes to use; auto for as many as pay (default)",
    )
    speed.add_argument(
        "--no-cache", action="store_true", help="neither read nor write what is kept between runs"
    )
    speed.add_argument("--cache-dir", metavar="FOLDER", help=f"where to keep it (default: {FOLDER})")
    speed.add_argument("--timing", action="store_true", help="say what each rule and each analysis cost")


def _output(value: str) -> tuple[str, str]:
    name, _, file = value.partition(":")
    if name not in FORMATS:
        raise argparse.ArgumentTypeError(f"no format '{name}'; known: {', '.join(FORMATS)}")
    return name, file


def _jobs(value: str) -> int:
    if value != "auto" and not (value.isascii() and value.isdigit() and int(value)):
        raise argparse.ArgumentTypeError(f"expected a number or 'auto', found '{value}'")
    return 0 if value == "auto" else int(value)


def run(args: argparse.Namespace) -> int:
    """Lint, report, and return the exit code."""
    STOPWATCH.running = args.timing
    try:
        finder = ConfigFinder(args.config, args.isolated)
        linter = Linter(_choice(args), finder, _store(args, finder))
        linter.reject_unknown_choice()
        files = list(_files(args, linter))
        if args.show_files:
            print("\n".join(files))
            return OK
        if not files and "-" not in args.paths:
            print(f"No articles found in {', '.join(args.paths) or '.'}.", file=sys.stderr)
            return OK
        reports = list(_reports(args, files, linter))
        if any(report.records for report in reports):
            judge_together(reports, linter)
        if args.write_baseline:
            return _write_baseline(args.write_baseline, reports)
        _leave_out_known(args, reports, linter)
    except (ConfigError, BaselineError) as error:
        print(error, file=sys.stderr)
        return FAILED
    written = _report(args, reports, linter)
    return _exit_code(args, reports, linter) if written else FAILED


def _choice(args: argparse.Namespace) -> Choice:
    return Choice(
        select=_names(args.select),
        extend_select=_names(args.extend_select),
        ignore=_names(args.ignore),
        preview=args.preview,
        min_severity=Severity.named(args.min_severity) if args.min_severity else None,
        sources=tuple(args.source),
    )


def _store(args: argparse.Namespace, finder: ConfigFinder) -> Store | None:
    """Where to keep what helps the next run; nothing where everything is to be done anew."""
    if args.no_cache or args.timing:
        return None
    return Store(args.cache_dir or os.path.join(finder.of(os.getcwd()).root, FOLDER))


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _files(args: argparse.Namespace, linter: Linter) -> Iterator[str]:
    paths = [path for path in args.paths if path != "-"] if args.paths else ["."]

    def excluded(path: str) -> bool:
        try:
            return linter.finder.of(path).excludes(path)
        except ConfigError:  # a failure of the files it is for, when they are linted
            return False

    return find_files(paths, excluded, args.force_exclude)


def _reports(args: argparse.Namespace, files: list[str], linter: Linter) -> Iterator[FileReport]:
    if "-" in args.paths:
        yield linter.lint_bytes(sys.stdin.buffer.read(), args.stdin_filename or "stdin.md")
    yield from linter.lint_files(files, 1 if args.timing else args.jobs)


def _write_baseline(path: str, reports: list[FileReport]) -> int:
    try:
        count = write_baseline(path, reports)
    except OSError as error:
        print(f"error: {path}: {error.strerror}", file=sys.stderr)
        return FAILED
    print(f"Wrote {count} known findings to {path}.", file=sys.stderr)
    return OK


def _leave_out_known(args: argparse.Namespace, reports: list[FileReport], linter: Linter) -> None:
    project = linter.finder.of(os.getcwd())
    path = args.baseline or (project.config.baseline and os.path.join(project.root, project.config.baseline))
    if not path:
        return
    gone = without_known(reports, read_baseline(path))
    if gone and not args.quiet:
        print(
            f"{len(gone)} findings of {path} are gone; --write-baseline brings it up to date.",
            file=sys.stderr,
        )


def _report(args: argparse.Namespace, reports: list[FileReport], linter: Linter) -> bool:
    from linter.cli.output import say, write_reports

    rules = {rule.id: rule_info(rule) for rule in linter.active_rules()}
    outcome = Run(reports, rules, __version__, os.getcwd())
    written = write_reports(args, outcome)
    if args.timing:
        print(STOPWATCH.table(), file=sys.stderr)
    say(args, outcome, linter.problems, linter.styles.notices())
    return written


def _exit_code(args: argparse.Namespace, reports: list[FileReport], linter: Linter) -> int:
    if linter.problems or any(report.failures for report in reports):
        return FAILED
    if args.exit_zero:
        return OK
    return FOUND if any(_fails(args, report, linter) for report in reports) else OK


def _fails(args: argparse.Namespace, report: FileReport, linter: Linter) -> bool:
    level = args.fail_on or (linter.profile(report.path).config.fail_on if report.findings else "never")
    return level != "never" and any(finding.severity >= Severity.named(level) for finding in report.findings)
