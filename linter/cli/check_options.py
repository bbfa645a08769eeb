"""The options of ``factlint check``."""

from __future__ import annotations

import argparse

from linter.files import ARTICLE
from linter.matching.budget import FILE_SECONDS
from linter.reporters import FORMATS

LEVELS = ("error", "warning", "info")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; - reads stdin (default: .)"
    )
    parser.add_argument("--stdin-filename", metavar="PATH", help="name of what - reads; decides its format")
    _add_rules(parser.add_argument_group("rules"))
    _add_report(parser.add_argument_group("report"))
    fixes = parser.add_argument_group("fixes").add_mutually_exclusive_group()
    fixes.add_argument("--fix", action="store_true", help="write the fixes that are safe into the files")
    fixes.add_argument("--diff", action="store_true", help="show what --fix would write, and no report")
    _add_files(parser.add_argument_group("files"))
    _add_speed(parser.add_argument_group("speed"))


def _add_rules(rules: argparse._ArgumentGroup) -> None:
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


def _add_report(report: argparse._ArgumentGroup) -> None:
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


def _add_files(files: argparse._ArgumentGroup) -> None:
    files.add_argument(
        "--allow-read",
        metavar="FOLDER",
        action="append",
        default=[],
        help="read settings, sources and links there too, outside of the project; may be repeated",
    )
    files.add_argument(
        "--max-file-size",
        metavar="MIB",
        type=_positive,
        default=ARTICLE // 2**20,
        help="do not read larger articles and sources (default: %(default)s)",
    )
    files.add_argument("--force-exclude", action="store_true", help="exclude files even if they are named")
    files.add_argument("--show-files", action="store_true", help="list the files that would be linted")


def _add_speed(speed: argparse._ArgumentGroup) -> None:
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
    speed.add_argument(
        "--cache-dir",
        metavar="FOLDER",
        help="where to keep it (default: FACTLINT_CACHE_DIR, or the user's folder for caches)",
    )
    speed.add_argument(
        "--time-limit",
        metavar="SECONDS",
        type=_seconds,
        help="processor time that a file may take, and as much again for each million characters; "
        f"0 for any (default: {FILE_SECONDS})",
    )
    speed.add_argument("--timing", action="store_true", help="say what each rule and each analysis cost")


def _output(value: str) -> tuple[str, str]:
    name, _, file = value.partition(":")
    if name not in FORMATS:
        raise argparse.ArgumentTypeError(f"no format '{name}'; known: {', '.join(FORMATS)}")
    return name, file


def _positive(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value[:10]) > 0 and len(value) < 10):
        raise argparse.ArgumentTypeError(f"expected a whole number, found '{value}'")
    return int(value)


def _seconds(value: str) -> int:
    if not (value.isascii() and value.isdigit()):
        raise argparse.ArgumentTypeError(f"expected a whole number, found '{value}'")
    return int(value)


def _jobs(value: str) -> int:
    if value != "auto" and not (value.isascii() and value.isdigit() and int(value)):
        raise argparse.ArgumentTypeError(f"expected a number or 'auto', found '{value}'")
    return 0 if value == "auto" else int(value)
