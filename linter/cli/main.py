"""Arguments, dispatch, and exit codes."""

from __future__ import annotations

import os
import sys

from linter.cli import COMMANDS, FAILED, INTERRUPTED, OK
from linter.cli.again import say_again

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


def run(argv: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever happens is told in a line."""
    _open_streams()
    try:
        code = say_again(argv)
        code = _run(argv) if code is None else code
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output has gone: not our failure
        _forget_output()
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        from linter.messages import message

        place = str(error.filename or "stdout")
        _tell(error, message("{place}: {problem}", place=place, problem=error.strerror or str(error)))
        _forget_output()
    except Exception as error:
        from linter.messages import message

        told = message(
            "this is a fault of factlint: {error}; --debug shows where it comes from",
            error=type(error).__name__,
        )
        _tell(error, told)
    return FAILED


def _run(argv: Sequence[str]) -> int:
    from importlib import import_module

    from linter.cli.terminal import say, speak
    from linter.messages import message

    speak()
    args = _parsed(_with_command(argv))
    args.line = argv
    try:
        os.getcwd()
    except OSError:
        say(message("error: the working directory is not there any more"))
        return FAILED
    if args.debug:
        from linter import faults

        faults.debugging = True
    return int(import_module(f"linter.cli.{args.command}").run(args))


def _parsed(argv: list[str]) -> argparse.Namespace:
    """The arguments; behind ``--`` stand names only, and a name before it is never taken for an option."""
    end = argv.index("--") if "--" in argv else len(argv)
    names = [each for each in argv[:end] if each[:1] == "-" != each and os.path.lexists(each)]
    if argv[0] == "check":
        from linter.cli.check_options import plain_arguments

        args = None if names else plain_arguments(argv[1:end])
        args = args or _by_parser(argv[:end], names)
        args.paths += argv[end + 1 :]
        return args
    return _by_parser(argv, names)


def _by_parser(argv: list[str], names: list[str]) -> argparse.Namespace:
    """The arguments as argparse reads them; ``names`` are options that are the names of files as well."""
    from linter.cli.parser import parser

    asked = parser(argv)
    for name in names:
        advice = f"'--' before the names or './{name}' means the file"
        asked.error(f"'{name}' is an option and the name of a file: {advice}")
    return asked.parse_args(argv)


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
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _tell(error: Exception, problem: str) -> None:
    from linter.cli.terminal import say
    from linter.faults import trace
    from linter.messages import message

    say(message("error: {problem}", problem=problem))
    trace(error)


def _with_command(argv: Sequence[str]) -> list[str]:
    """``factlint PATHS…`` means ``factlint check PATHS…``."""
    if argv and (argv[0] in COMMANDS or argv[0] in ("-h", "--help", "-V", "--version")):
        return list(argv)
    return ["check", *argv]
