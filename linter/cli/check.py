"""``factlint check``: find the files, lint them, report, and judge the outcome."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from linter import __version__
from linter.article.formats import is_text
from linter.cli import COMMANDS, FAILED, FOUND, OK
from linter.cli.check_options import add_arguments
from linter.cli.last_run import LastRun
from linter.cli.passed_over import say_passed_over
from linter.cli.terminal import say, say_errors, show, show_exactly, speak
from linter.engine.baseline import BaselineError, read_baseline, without_known, write_baseline
from linter.engine.cache.location import cache_folder
from linter.engine.cache.private import Refused
from linter.engine.cache.regexes import begin_with_kept, keep
from linter.engine.cache.store import Store
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.engine.discover import PassedOver, find_files
from linter.engine.policies import Choice
from linter.engine.run import Linter
from linter.files import PERMIT, allow, bounded
from linter.finding import FileReport, Severity
from linter.messages import message, plural
from linter.quoting import reason, suggestion
from linter.reporters.base import Run
from linter.stopwatch import STOPWATCH
from linter.text import NotText
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from linter.cli.changed import Changed
    from linter.engine.versions import Group

__all__ = ["add_arguments", "run"]

_FEW = 20
"""So many files take no second, after which a run says how far it has come."""


def run(args: argparse.Namespace) -> int:
    """Lint, report, and return the exit code."""
    STOPWATCH.running = args.timing
    allow(args.max_file_size * 2**20, tuple(args.allow_read))
    refusal = _refusal(args)
    if refusal:
        say(refusal)
        return FAILED
    try:
        finder = ConfigFinder(args.config, args.isolated)
        speak(finder.of(os.getcwd()).config.messages)
        linter = Linter(choice_of(args), finder, _store(args, finder))
        linter.policies.reject_unknown_choice()
        if args.paths and args.paths[0].isalpha():
            _say_if_meant(args.paths[0])
        changed = _changed(args, linter)
        passed = PassedOver()
        files = list(_files(args, linter, passed))
        if args.show_files:
            show(*files)
            say_passed_over(passed, sites=True)
            return OK
        if not files and "-" not in args.paths:
            return _nothing_found(args, passed)
        groups = linter.versions_of(files)
        return _lint(args, linter, files, groups, passed, changed)
    except ConfigError as error:
        say_errors(error.problems)
        return FAILED
    except BaselineError as error:
        say(message("error: {problem}", problem=error.args[0]))
        return FAILED


def _refusal(args: argparse.Namespace) -> str:
    """Why the options cannot be followed together; empty if they can."""
    if "-" in args.paths and (args.fix or args.diff):
        return message("error: what is read from stdin cannot be fixed")
    files = [file for _, file in args.output_format if file]
    places = [os.path.realpath(file) for file in files]
    twice = [file for at, file in enumerate(files) if places[at] in places[:at]]
    return message("error: two reports would be written to {file}", file=twice[0]) if twice else ""


def _changed(args: argparse.Namespace, linter: Linter) -> Changed | None:
    """What tells findings about changed lines from others, where that is asked for."""
    if args.since is None and not args.staged:
        return None
    from linter.cli.changed import Changed

    return Changed(args, linter)


def _lint(
    args: argparse.Namespace,
    linter: Linter,
    files: list[str],
    groups: list[Group],
    passed: PassedOver,
    changed: Changed | None,
) -> int:
    last = LastRun(args, linter, passed, files, groups)
    reports = list(_reports(args, files, linter))
    if args.fix or args.diff:
        before = sum(len(report.findings) for report in reports)
        reports = [_fixed(report, args, linter, changed) for report in reports]
        gone = before - sum(len(report.findings) for report in reports)
        if args.fix and not args.quiet and (gone or not _only_documents(reports)):
            say(plural(gone, "Fixed {number} finding.", "Fixed {number} findings."))
    linter.judge_further(reports, groups, 1 if args.timing else args.jobs)
    if args.write_baseline:
        code = _write_baseline(args.write_baseline, reports, linter)
        _say_passed_over(args, passed)
        return code
    known = _leave_out_known(args, reports, linter)
    reports = changed.narrow(reports) if changed else reports
    if not (args.fix or args.diff):
        _fold_fixes(reports)
    with last.listening():
        written = args.diff or _report(args, reports, linter, known)
        _say_passed_over(args, passed)
    if linter.store:
        keep(linter.store)  # the patterns of reporters too
    code = _exit_code(args, reports, linter) if written else FAILED
    last.keep(code, linter, reports)
    return code


def _fold_fixes(reports: list[FileReport]) -> None:
    """What could be mended at many places of a file is told once, where it is not."""
    for report in reports:
        if len(report.findings) > 1:
            from linter.engine.fold import fixes_folded

            report.findings = fixes_folded(report.findings)


def _say_passed_over(args: argparse.Namespace, passed: PassedOver) -> None:
    if not args.quiet:
        say_passed_over(passed, sites=args.verbose)


def _say_if_meant(path: str) -> None:
    """Where a command was misspelt, it was taken for the name of a file."""
    if not os.path.lexists(path):
        near = suggestion(path, COMMANDS)
        if near:
            say(message("note: '{name}' is no command and no file{hint}", name=path, hint=near))


def choice_of(args: argparse.Namespace) -> Choice:
    """What the options say of rules."""
    return Choice(
        select=_names(args.select),
        extend_select=_names(args.extend_select),
        ignore=_names(args.ignore),
        preview=args.preview,
        profiles=tuple(args.profile),
        min_severity=Severity.named(args.min_severity) if args.min_severity else None,
        sources=tuple(getattr(args, "source", ())),
        time_limit=args.time_limit,
    )


def _store(args: argparse.Namespace, finder: ConfigFinder) -> Store | None:
    """Where to keep what helps the next run; nothing where everything is to be done anew."""
    if args.no_cache or args.timing:
        return None
    root = finder.of(os.getcwd()).root
    try:
        store = Store(cache_folder(args.cache_dir), root)
    except Refused as refusal:
        say(message("note: nothing is kept between runs: {why}", why=str(refusal)))
        return None
    begin_with_kept(store)
    return store


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _files(args: argparse.Namespace, linter: Linter, passed: PassedOver) -> Iterator[str]:
    paths = [path for path in args.paths if path != "-"] if args.paths else ["."]
    return find_files(paths, linter.finder.excluded_in, args.force_exclude, passed)


def _nothing_found(args: argparse.Namespace, passed: PassedOver) -> int:
    """No article is no success, unless all that was named is excluded, as a hook may name files."""
    named = ", ".join(path for path in args.paths if path != ".")
    say(message("No articles found in {paths}.", paths=named) if named else message("No articles found."))
    say_passed_over(passed, sites=True)
    return OK if args.force_exclude and args.paths else FAILED


def _reports(args: argparse.Namespace, files: list[str], linter: Linter) -> Iterator[FileReport]:
    if "-" in args.paths:
        yield _stdin_report(args.stdin_filename or "stdin.md", linter)
    reports = linter.lint_files(files, 1 if args.timing else args.jobs)
    yield from _watched(reports, len(files)) if len(files) > _FEW and not args.quiet else reports


def _watched(reports: Iterator[FileReport], number: int) -> Iterator[FileReport]:
    from linter.cli.progress import is_watched, with_progress

    return with_progress(reports, number) if is_watched() else reports


def _stdin_report(path: str, linter: Linter) -> FileReport:
    try:
        return linter.lint_bytes(bounded(sys.stdin.buffer.read(PERMIT.most + 1)), path)
    except OSError as error:
        return FileReport(path, failures=[reason(error)])


def _only_documents(reports: list[FileReport]) -> bool:
    """Whether all that has findings is of formats that fixes are not written into."""
    found = [report.path for report in reports if report.findings]
    return bool(found) and not any(map(is_text, found))


def _fixed(
    report: FileReport, args: argparse.Namespace, linter: Linter, changed: Changed | None
) -> FileReport:
    """The report of a file after its safe fixes were written; with ``--diff`` they are only shown."""
    from linter.engine.fix import fix_file

    if report.findings and not is_text(report.path):
        say(message("note: {path}: fixes are not written into files of this format", path=report.path))
    findings = (changed.only(report) if changed else report).findings
    if not any(finding.fix is not None for finding in findings):
        return report
    try:
        change = fix_file(report.path, findings, write=args.fix)
    except (OSError, NotText) as error:
        report.failures.append(message("cannot be fixed: {why}", why=reason(error)))
        return report
    if args.diff:
        show_exactly(change)
        return report
    return linter.lint_file(report.path)


def _write_baseline(path: str, reports: list[FileReport], linter: Linter) -> int:
    try:
        count, gone = write_baseline(path, reports, linter.identity)
    except OSError as error:
        say(message("error: {path}: {failure}", path=path, failure=reason(error)))
        return FAILED
    say(
        plural(
            count,
            "Wrote {number} known finding to {path}.",
            "Wrote {number} known findings to {path}.",
            path=path,
        )
    )
    if gone:
        say(
            plural(
                gone,
                "Left out {number} that is no longer found.",
                "Left out {number} that are no longer found.",
            )
        )
    return OK


def _leave_out_known(args: argparse.Namespace, reports: list[FileReport], linter: Linter) -> int:
    """Take what the baseline knows out of the reports; how many findings that are."""
    project = linter.finder.of(os.getcwd())
    path = args.baseline or (project.config.baseline and os.path.join(project.root, project.config.baseline))
    if not path:
        return 0
    found = sum(len(report.findings) for report in reports)
    gone = without_known(reports, read_baseline(path), linter.identity)
    if gone and args.verbose:
        say(
            plural(
                len(gone),
                "No longer found: {number} finding of {path}; --write-baseline brings it up to date.",
                "No longer found: {number} findings of {path}; --write-baseline brings it up to date.",
                path=path,
            )
        )
    return found - sum(len(report.findings) for report in reports)


def _report(args: argparse.Namespace, reports: list[FileReport], linter: Linter, known: int) -> bool:
    from linter.cli.output import Told, say_beside, write_reports
    from linter.reporters.rule_info import RuleInfos

    rules = linter.policies.active_rules()
    outcome = Run(reports, RuleInfos(rules), __version__, os.getcwd(), known=known)
    told = Told(outcome, linter.finder.of(os.getcwd()).config.messages, rules)
    written = write_reports(args, told)
    if args.timing:
        say(*STOPWATCH.table().split("\n"))
    say_beside(args, told, linter.policies.problems, linter.policies.guests.notices())
    return written


def _exit_code(args: argparse.Namespace, reports: list[FileReport], linter: Linter) -> int:
    if linter.policies.problems or any(report.failures for report in reports):
        return FAILED
    if args.exit_zero:
        return OK
    return FOUND if any(_fails(args, report, linter) for report in reports) else OK


def _fails(args: argparse.Namespace, report: FileReport, linter: Linter) -> bool:
    level = args.fail_on or (linter.policies.of(report.path).config.fail_on if report.findings else "never")
    return level != "never" and any(finding.severity >= Severity.named(level) for finding in report.findings)
