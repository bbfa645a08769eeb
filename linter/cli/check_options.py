"""The options of ``factlint check``: one table, for argparse and for what needs no argparse.

To import argparse, build its parser and translate its headings takes a twentieth of what an article costs;
so arguments that are written out in full, as hooks write them, are read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace

from linter.files import ARTICLE
from linter.matching.budget import FILE_SECONDS
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.reporters import FORMATS
from linter.rules.model import PROFILES
from linter.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse

LEVELS = ("error", "warning", "info")


class Option(NamedTuple):
    """An option: a flag, or with ``metavar`` or ``choices`` one that takes a value."""

    names: tuple[str, ...]
    help: str = ""
    metavar: str = ""
    choices: tuple[str, ...] = ()
    default: Any = None
    repeated: bool = False
    """Whether it may be repeated; then its values are a list."""
    convert: Callable[[str], Any] = str
    """Makes the value; ``ValueError`` with what was expected."""

    @property
    def dest(self) -> str:
        """The name of the attribute with its value."""
        return self.names[-1].lstrip("-").replace("-", "_")

    @property
    def takes_value(self) -> bool:
        return bool(self.metavar or self.choices)

    @property
    def unset(self) -> Any:
        """The value where the option is not given."""
        if self.repeated:
            return []
        return self.default if self.takes_value else False


def _output(value: str) -> tuple[str, str]:
    name, _, file = value.partition(":")
    if name not in FORMATS:
        raise ValueError(
            message("no format '{name}'; known: {formats}", name=name, formats=", ".join(FORMATS))
        )
    return name, file


def _address(value: str) -> str:
    from linter.reporters.links import checked_template

    return checked_template(value)


def _positive(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value[:10]) > 0 and len(value) < 10):
        raise ValueError(message("expected a number from 1 to 999999999, found '{value}'", value=value))
    return int(value)


def _seconds(value: str) -> int:
    if not (value.isascii() and value.isdigit()):
        raise ValueError(message("expected a whole number, found '{value}'", value=value))
    return int(value)


def _jobs(value: str) -> int:
    if value != "auto" and not (value.isascii() and value.isdigit() and int(value)):
        raise ValueError(message("expected a number or 'auto', found '{value}'", value=value))
    return 0 if value == "auto" else int(value)


_STDIN = Option(("--stdin-filename",), "name of what - reads; decides its format", "PATH")
_RULES = (
    Option(
        ("--select",),
        "run only these rules: ids, topics, globs, or 'all'; separated by commas",
        "RULES",
        repeated=True,
    ),
    Option(("--extend-select",), "run these rules as well", "RULES", repeated=True),
    Option(("--ignore",), "do not run these rules", "RULES", repeated=True),
    Option(("--preview",), "run the preview rules as well"),
    Option(
        ("--profile",), "run the rules for papers, or for tables, as well", choices=PROFILES, repeated=True
    ),
    Option(("--source",), "hold the articles against this file; may be repeated", "FILE", repeated=True),
    Option(("--config",), "use this configuration for all files", "FILE"),
    Option(("--isolated",), "use no configuration at all"),
)
_REPORT = (
    Option(
        ("--output-format",),
        message(
            "{formats}; with :FILE it is written there; may be repeated (default: full)",
            formats=", ".join(FORMATS),
        ),
        "FORMAT[:FILE]",
        repeated=True,
        convert=_output,
    ),
    Option(
        ("--editor-url",),
        "where lines of an HTML report lead, such as vscode://file{path}:{line}:{column}",
        "TEMPLATE",
        convert=_address,
    ),
    Option(("--min-severity",), "show only findings from this severity on", choices=LEVELS),
    Option(("--fail-on",), "exit 1 from this severity on (default: warning)", choices=(*LEVELS, "never")),
    Option(("--exit-zero",), "exit 0 even if there are findings"),
    Option(
        ("--color",),
        "colours: auto for those of a terminal alone (default)",
        choices=("auto", "always", "never"),
        default="auto",
    ),
    Option(("--statistics",), "count the findings of each rule"),
    Option(("-v", "--verbose"), "say what was looked at and not decided"),
    Option(("-q", "--quiet"), "no summary"),
    Option(
        ("--since",),
        "only findings about lines that were changed since this commit, or since a branch was left",
        "REF",
    ),
    Option(("--staged",), "only findings about lines that the next commit changes"),
    Option(("--baseline",), "leave out the findings that stand in this file", "FILE"),
    Option(("--write-baseline",), "write all findings there as known, and exit 0", "FILE"),
)
_FIXES = (
    Option(("--fix",), "write the fixes that are safe into the files"),
    Option(("--diff",), "show what --fix would write, and no report"),
)
_FILES = (
    Option(
        ("--allow-read",),
        "read settings, sources and links there too, outside of the project; may be repeated",
        "FOLDER",
        repeated=True,
    ),
    Option(
        ("--max-file-size",),
        "do not read larger articles and sources (default: %(default)s)",
        "MIB",
        default=ARTICLE // 2**20,
        convert=_positive,
    ),
    Option(("--force-exclude",), "exclude files even if they are named"),
    Option(("--show-files",), "list the files that would be linted"),
)
_SPEED = (
    Option(("--jobs",), "processes to use; auto for as many as pay (default)", "N", default=0, convert=_jobs),
    Option(("--no-cache",), "neither read nor write what is kept between runs"),
    Option(
        ("--cache-dir",),
        "where to keep it (default: FACTLINT_CACHE_DIR, or the user's folder for caches)",
        "FOLDER",
    ),
    Option(
        ("--time-limit",),
        message(
            "processor time that a file may take, and as much again for each million characters; "
            "0 for any (default: {seconds})",
            seconds=str(FILE_SECONDS),
        ),
        "SECONDS",
        convert=_seconds,
    ),
    Option(("--timing",), "say what each rule and each analysis cost"),
)
_ALL = (_STDIN, *_RULES, *_REPORT, *_FIXES, *_FILES, *_SPEED)


def plain_arguments(argv: Sequence[str]) -> argparse.Namespace | None:
    """The arguments where each option is written out, with its value behind it; else nothing.

    Short forms, ``--option=value``, help and all mistakes are left to argparse.
    """
    named = {name: option for option in _ALL for name in option.names}
    values: dict[str, Any] = {"command": "check", "debug": False, "paths": []}
    values.update((option.dest, option.unset) for option in _ALL)
    rest = iter(argv)
    for argument in rest:
        if argument == "-" or not argument.startswith("-"):
            values["paths"].append(argument)
            continue
        option = named.get(argument)
        if option is None or not _is_set(option, rest, values):
            return None
    if values["fix"] and values["diff"]:
        return None
    return SimpleNamespace(**values)  # type: ignore[return-value]  # has what a Namespace has


def _is_set(option: Option, rest: Iterator[str], values: dict[str, Any]) -> bool:
    """Whether the option was set; its value, if it takes one, is the next of the arguments."""
    if not option.takes_value:
        values[option.dest] = True
        return True
    text = next(rest, "-")
    if text.startswith("-") or (option.choices and text not in option.choices):
        return False
    try:
        value = option.convert(text)
    except ValueError:
        return False
    values[option.dest] = [*values[option.dest], value] if option.repeated else value
    return True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add them all to the parser of the command."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; - reads stdin (default: .)"
    )
    _add(parser, (_STDIN,))
    _add(parser.add_argument_group("rules"), _RULES)
    _add(parser.add_argument_group("report"), _REPORT)
    _add(parser.add_argument_group("fixes").add_mutually_exclusive_group(), _FIXES)
    _add(parser.add_argument_group("files"), _FILES)
    _add(parser.add_argument_group("speed"), _SPEED)


def add_options(to: argparse._ActionsContainer, *names: str) -> None:
    """Add some of them, for another command that has the same."""
    _add(to, [option for option in _ALL if option.names[-1] in names])


def _add(to: argparse._ActionsContainer, options: Sequence[Option]) -> None:
    for option in options:
        if not option.takes_value:
            to.add_argument(*option.names, action="store_true", help=option.help)
            continue
        to.add_argument(
            *option.names,
            action="append" if option.repeated else "store",
            metavar=option.metavar or None,
            choices=option.choices or None,
            default=option.unset,
            type=_converter(option.convert),
            help=option.help or None,
        )


def _converter(convert: Callable[[str], Any]) -> Callable[[str], Any]:
    """``convert`` with its message as argparse shows it."""
    from argparse import ArgumentTypeError

    from linter.cli.terminal import translated

    def converted(value: str) -> Any:
        try:
            return convert(value)
        except ValueError as error:
            raise ArgumentTypeError(translated(error.args[0] if error.args else str(error))) from None

    return converted
