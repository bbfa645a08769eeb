"""``factlint corpus``: archives, whose articles are rows of tables; what is found becomes tables as well."""

from __future__ import annotations

import argparse
import os

from linter.cli import FAILED, OK
from linter.cli.check import choice_of
from linter.cli.check_options import add_options
from linter.cli.terminal import columns, say, say_errors, show, speak
from linter.corpus.columns import NAMES, USUAL
from linter.corpus.settings import MOST, WrongModels, settings_of
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.engine.processes import processors
from linter.messages import message, plural, whole
from linter.quoting import reason
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.corpus.pool import Progress
    from linter.corpus.run import Run
    from linter.corpus.settings import Settings

REPORT = "report"
"""In the place of the first file: what is made is a page about tables."""
_PAGE = "report.html"
_FORMATS = ("text", "markdown", "html", "rst", "asciidoc", "org", "latex", "subtitles")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="files in Parquet, JSON Lines or CSV, and folders of them"
    )
    parser.add_argument("--out", metavar="FOLDER", help="where the tables go")
    parser.add_argument(
        "--together", action="store_true", help="compare what articles say of the same people"
    )
    add_options(parser, "--quiet")
    named = parser.add_argument_group("columns")
    for name, usual in USUAL.items():
        told = message("usually {names}", names=", ".join(usual)) if usual else message("never guessed")
        named.add_argument(f"--column-{name}", metavar="NAME", help=told)
    named.add_argument(
        "--format", choices=_FORMATS, default="text", help="how texts are written (default: text)"
    )
    rules = parser.add_argument_group("rules")
    add_options(rules, "--select", "--extend-select", "--ignore", "--preview", "--profile", "--config")
    add_options(rules, "--isolated", "--min-severity")
    rules.add_argument("--nlp", action=argparse.BooleanOptionalAction, default=True, help="use spaCy models")
    speed = parser.add_argument_group("speed")
    add_options(speed, "--jobs", "--time-limit")
    speed.add_argument(
        "--max-chars",
        type=int,
        default=MOST,
        metavar="N",
        help="judge no text that is longer (default: %(default)s)",
    )
    speed.add_argument(
        "--fail-above",
        type=float,
        default=0.05,
        metavar="SHARE",
        help="give up when more rows cannot be judged (default: %(default)s)",
    )
    speed.add_argument(
        "--resume",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="go on where a run was ended (default)",
    )


def run(args: argparse.Namespace) -> int:
    """Make the tables, or a page about them, and return the exit code."""
    try:
        import pyarrow  # noqa: F401
        import tqdm  # noqa: F401
    except ImportError:
        say(message("error: archives need more packages: pip install 'factlint[corpus]'"))
        return FAILED
    try:
        return _report(args) if args.inputs[0] == REPORT and len(args.inputs) == 2 else _judge(args)
    except ConfigError as error:
        say_errors(error.problems)
    except OSError as error:
        place = str(error.filename or args.out or args.inputs[-1])
        problem = message("{place}: {problem}", place=place, problem=reason(error))
        say(message("error: {problem}", problem=problem))
    return FAILED


def _judge(args: argparse.Namespace) -> int:
    """Make the tables."""
    if not args.out:
        say(message("error: --out FOLDER is required: the tables go there"))
        return FAILED
    if args.max_chars < 1 or not 0 <= args.fail_above <= 1:
        say(message("error: numbers are positive, and shares between 0 and 1"))
        return FAILED
    return _tables(args, _settings(args))


def _report(args: argparse.Namespace) -> int:
    """Write a page about a folder of tables: into the folder, or where ``--out`` says."""
    from linter.corpus.database import Unreadable
    from linter.corpus.folder import Folder, Refused
    from linter.corpus.report import page
    from linter.corpus.statistics import statistics_of
    from linter.write import write_text

    folder = Folder(args.inputs[1])
    try:
        if not folder.exists() or not any(folder.parts()):
            raise Refused(message("{path}: there are no tables", path=folder.path))
        path = args.out or os.path.join(folder.path, _PAGE)
        write_text(path, page(statistics_of(folder, args.jobs or processors())))
    except (Refused, Unreadable) as error:
        say(message("error: {problem}", problem=error.args[0]))
        return FAILED
    show(path)
    return OK


def _settings(args: argparse.Namespace) -> Settings:
    finder = ConfigFinder(args.config, args.isolated)
    speak(finder.of(os.getcwd()).config.messages)
    named = {name: column for name in NAMES if (column := getattr(args, f"column_{name}"))}
    return settings_of(choice_of(args), finder, named, args.format, args.max_chars, args.nlp)


def _tables(args: argparse.Namespace, settings: Settings) -> int:
    from linter.corpus.database import Unreadable
    from linter.corpus.discover import BadInput, inputs_of
    from linter.corpus.folder import Folder, Refused
    from linter.corpus.pool import GivenUp
    from linter.corpus.run import Run, TooManyFailures
    from linter.corpus.together import judge_together

    try:
        processes = args.jobs or processors()
        inputs = inputs_of(args.inputs, settings, args.out)
        folder = Folder(args.out)
        folder.begin(inputs, settings, args.resume)
        made = Run(inputs, folder, settings, args.fail_above)
        with _Bar(sum(each.size for each in inputs), args.quiet) as bar:
            made.judge(processes, bar.further)
        together = judge_together(inputs, folder, settings, processes) if args.together else 0
    except (BadInput, Refused, GivenUp, Unreadable, WrongModels) as error:
        say(message("error: {problem}", problem=error.args[0]))
        return FAILED
    except TooManyFailures:
        return _say_too_many(args, made)
    return _said(args, made, together)


def _say_too_many(args: argparse.Namespace, made: Run) -> int:
    failures, rows = whole(made.counts.failures), whole(made.counts.rows)
    told = message(
        "{failures} of {rows} rows could not be judged, more than --fail-above allows; {path} says why",
        failures=failures,
        rows=rows,
        path=os.path.join(args.out, "articles"),
    )
    say(message("error: {problem}", problem=told))
    return FAILED


def _said(args: argparse.Namespace, made: Run, together: int) -> int:
    """Say what has come of it."""
    say(*(message("error: {problem}", problem=each) for each in made.broken))
    counts = made.counts
    if not args.quiet:
        found = plural(counts.findings + together, "{number} finding", "{number} findings")
        rows = plural(counts.rows, "{number} article", "{number} articles")
        say(message("{findings} in {articles}, in {path}", findings=found, articles=rows, path=args.out))
        if counts.failures:
            say(
                plural(
                    counts.failures, "{number} row could not be judged", "{number} rows could not be judged"
                )
            )
        if made.peak:
            size = whole(made.peak >> 20)
            say(message("memory: {size} MiB for each process at most", size=size))
    return FAILED if made.broken else OK


class _Bar:
    """How far it has come, the rate and the time left, on a terminal."""

    def __init__(self, size: int, quiet: bool) -> None:
        from tqdm import tqdm

        from linter.cli.progress import is_watched

        form = "{percentage:3.0f} % {bar} {desc} {elapsed} < {remaining}"
        hidden = quiet or not is_watched()
        # the size of the screen is told: some terminals, those of containers among them, say that it is none
        screen = {"ncols": columns(80), "nrows": 24}
        self._bar = tqdm(total=size, disable=hidden, bar_format=form, leave=False, **screen)
        self._rows = 0

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.close()

    def further(self, progress: Progress) -> None:
        self._rows += progress.rows
        self._bar.update(int(progress.size))
        seconds = self._bar.format_dict["elapsed"]
        if seconds:
            self._bar.set_description_str(f"{self._rows / seconds:,.0f}/s", refresh=False)
