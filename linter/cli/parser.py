"""The arguments as argparse reads them, with its help and its messages."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module

from linter import __version__
from linter import messages as texts
from linter.cli import COMMANDS, FAILED
from linter.cli.terminal import columns, say, translated
from linter.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NoReturn

_LONGEST = 500
"""Characters of a message about the arguments: they may be the names of all files of a repository."""


_USAGE, *_ = texts.messages(
    "usage:",
    "positional arguments",
    "options",
    "show this help message and exit",
    "show program's version number and exit",
    "rules",
    "report",
    "fixes",
    "files",
    "speed",
    "columns",
)
"""What argparse writes itself, and the headings of options."""

_PROBLEMS = frozenset(
    texts.messages(
        "argument %(argument_name)s: %(message)s",
        "the following arguments are required: %s",
        "one of the arguments %s is required",
        "expected one argument",
        "expected at most one argument",
        "expected at least one argument",
        "not allowed with argument %s",
        "ignored explicit argument %r",
        "ambiguous option: %(option)s could match %(matches)s",
        "invalid %(type)s value: %(value)r",
        "invalid choice: %(value)r (choose from %(choices)s)",
        "unknown parser %(parser_name)r (choices: %(choices)s)",
    )
)
"""What argparse says of arguments, before it fills its gaps."""


def _in_words(text: str) -> str:
    """What argparse asks gettext for: a problem; all else is translated when it is shown."""
    return translated(text) if text in _PROBLEMS else text


argparse._ = _in_words  # type: ignore[attr-defined]  # its name for gettext, which has no catalogue of ours


class _Help(argparse.HelpFormatter):
    """Help as wide as the terminal; argparse itself asks for the width of each option's help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=columns(80) - 2)

    def start_section(self, heading: str | None) -> None:
        super().start_section(translated(heading) if heading else heading)

    def add_text(self, text: str | None) -> None:
        super().add_text(translated(text) if text else text)

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, f"{translated(_USAGE)} " if prefix is None else prefix)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return translated(action.help) if action.help else action.help


class _Parser(argparse.ArgumentParser):
    """Tells what is wrong in a line or two; the whole usage would hide it."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **settings})

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            names, near = " ".join(unknown)[:_LONGEST], self._meant(unknown[0])
            if near:
                self.error(
                    texts.message(
                        "unrecognized arguments: {names}; did you mean '{near}'?", names=names, near=near
                    )
                )
            self.error(texts.message("unrecognized arguments: {names}", names=names))
        return found, unknown

    def _meant(self, option: str) -> str:
        """The option of this command that is most like another one, or nothing."""
        import re
        from difflib import get_close_matches

        near = get_close_matches(option.lstrip("-"), re.findall(r"--([a-z-]+)", self.format_usage()), 1)
        return f"--{near[0]}" if near and option.startswith("--") else ""

    def error(self, message: str) -> NoReturn:
        problem = message if isinstance(message, texts.Message) else message[:_LONGEST]
        told = texts.message("error: {problem}", problem=problem)
        say(told, texts.message("'{program} --help' says how to use it.", program=self.prog))
        self.exit(FAILED)


def parser(argv: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser; if ``argv`` names a command, that of this command alone."""
    top = _Parser(
        prog="factlint",
        description=texts.message(
            "Reports where an article contradicts itself, its headline, its date, the calendar "
            "or arithmetic, and what a template or a machine left in it."
        ),
        epilog=texts.message(
            "Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 could not do the job."
        ),
    )
    top.add_argument("-V", "--version", action="version", version=f"factlint {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", prog="factlint")
    named = argv[0] if argv and argv[0] in COMMANDS else ""
    for name in (named,) if named else COMMANDS:
        text = translated(COMMANDS[name])
        described = text[0].upper() + text[1:] + "."
        command = commands.add_parser(name, help=text, description=described)
        command.add_argument("--debug", action="store_true", help="show where an error comes from")
        if named:
            import_module(f"linter.cli.{name}").add_arguments(command)
    return top
