"""Arguments, dispatch, and exit codes."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from linter import __version__
from linter.cli.terminal import columns, say

if TYPE_CHECKING:
    from typing import NoReturn

OK, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: nothing at or above the threshold; findings; the job could not be done; Ctrl-C."""

_LONGEST = 500
"""Characters of a message about the arguments: they may be the names of all files of a repository."""

_COMMANDS = {
    "check": "lint articles (the default)",
    "explain": "say what a rule is about, with its examples",
    "rules": "list the rules",
    "test": "run the examples of rules",
    "facts": "keep a story bible: add, import, suggest",
    "init": "write a configuration file to start from",
    "lsp": "serve an editor",
    "clean": "remove what is kept between runs",
    "schema": "print the JSON Schema of rule or configuration files",
}


def run(argv: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever happens is told in a line."""
    _open_streams()
    try:
        code = _run(argv)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output has gone: not our failure
        _forget_output()
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        _tell(error, f"{error.filename or 'stdout'}: {error.strerror or error}")
        _forget_output()
    except Exception as error:
        _tell(
            error, f"this is a fault of factlint: {type(error).__name__}; --debug shows where it comes from"
        )
    return FAILED


def _run(argv: Sequence[str]) -> int:
    argv = _with_command(argv)
    args = _parsed(argv)
    try:
        os.getcwd()
    except OSError:
        say("error: the working directory is not there any more")
        return FAILED
    if args.debug:
        from linter import faults

        faults.debugging = True
    return int(import_module(f"linter.cli.{args.command}").run(args))


def _parsed(argv: list[str]) -> argparse.Namespace:
    """The arguments; behind ``--`` stand names only, and a name before it is never taken for an option."""
    asked = parser(argv)
    end = argv.index("--") if "--" in argv else len(argv)
    for argument in argv[:end]:
        if argument.startswith("-") and argument != "-" and os.path.lexists(argument):
            advice = f"'--' before the names or './{argument}' means the file"
            asked.error(f"'{argument}' is an option and the name of a file: {advice}")
    if argv[0] != "check":
        return asked.parse_args(argv)
    args = asked.parse_args(argv[:end])
    args.paths += argv[end + 1 :]
    return args


def _open_streams() -> None:
    """Make the streams take any text, and to write to a closed one an error like others."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull)  # noqa: SIM115 - which cannot be written to
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_output() -> None:
    """What could not be written is not tried again when Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(error: Exception, message: str) -> None:
    from linter.faults import trace

    say(f"error: {message}")
    trace(error)


def _with_command(argv: Sequence[str]) -> list[str]:
    """``factlint PATHS…`` means ``factlint check PATHS…``."""
    if argv and (argv[0] in _COMMANDS or argv[0] in ("-h", "--help", "-V", "--version")):
        return list(argv)
    return ["check", *argv]


class _Help(argparse.HelpFormatter):
    """Help as wide as the terminal; argparse itself asks for the width of each option's help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=columns(80) - 2)


class _Parser(argparse.ArgumentParser):
    """Tells what is wrong in a line or two; the whole usage would hide it."""

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}{self._meant(unknown[0])}")
        return found, unknown

    def _meant(self, option: str) -> str:
        import re
        from difflib import get_close_matches

        near = get_close_matches(option.lstrip("-"), re.findall(r"--([a-z-]+)", self.format_usage()), 1)
        return f"; did you mean '--{near[0]}'?" if near and option.startswith("--") else ""

    def error(self, message: str) -> NoReturn:
        say(f"error: {message[:_LONGEST]}", f"'{self.prog} --help' says how to use it.")
        self.exit(FAILED)


def parser(argv: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser; if ``argv`` names a command, that of this command alone."""
    top = _Parser(
        prog="factlint",
        formatter_class=_Help,
        description="Reports where an article contradicts itself, its headline, its date, the calendar "
        "or arithmetic, and what a template or a machine left in it.",
        epilog="Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 could not do the job.",
    )
    top.add_argument("-V", "--version", action="version", version=f"factlint {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", prog="factlint")
    named = argv[0] if argv and argv[0] in _COMMANDS else ""
    for name in (named,) if named else _COMMANDS:
        text = _COMMANDS[name]
        described = text[0].upper() + text[1:] + "."
        command = commands.add_parser(name, help=text, description=described, formatter_class=_Help)
        command.add_argument("--debug", action="store_true", help="show where an error comes from")
        if named:
            import_module(f"linter.cli.{name}").add_arguments(command)
    return top
