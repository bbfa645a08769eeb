"""The terminal: how wide it is, which language its reader has, and the one way to it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable

from linter.cli.again import terminal_width
from linter.messages import as_is, message
from linter.messages.reader import AUTO, WRITTEN_IN, reader_language
from linter.typed import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from linter.decode import Problem
    from linter.rules.model import Rule

_translate: Callable[[str], str] = as_is
"""Makes of what is written the words of the reader's language."""


_FOR_READERS = frozenset({"full", "concise", "html"})
"""Formats that people read. The others go to programs and to sites that many see, whoever runs the linter."""


def language_of(setting: str, format: str = "full") -> str:
    """The language of what is told in a format: the one that the configuration names, else the reader's."""
    if setting != AUTO:
        return setting
    return reader_language(os.environ) if format in _FOR_READERS else WRITTEN_IN


def speak(setting: str = AUTO, rules: Iterable[Rule] = ()) -> None:
    """From now on write messages in the language that the configuration names, else the reader's.

    ``rules`` may bring translations of their own.
    """
    global _translate
    language = language_of(setting)
    _translate = as_is
    if language != WRITTEN_IN:
        from linter.rules.translations import translate_with

        _translate = translate_with(rules, language)


def translator() -> Callable[[str], str]:
    """What makes of messages the words of the reader's language; ``as_is`` if that is English."""
    return _translate


def translated(text: str) -> str:
    """What is written for a text: a message in the reader's language, anything else as it is."""
    return _translate(text)


def show(*lines: str) -> None:
    """Write lines to stdout, each made fit for a terminal and for the log of a CI system."""
    _write(sys.stdout, lines)


def show_exactly(text: str) -> None:
    """Write what programs read, such as a diff: as it is into a file or a pipe, for people as :func:`show`.

    In a CI system a pipe is the log.
    """
    if _is_for_programs(sys.stdout):
        sys.stdout.write(text)
    elif text:
        show(*text.removesuffix("\n").split("\n"))


def _is_for_programs(stream: TextIO) -> bool:
    try:
        mode = os.fstat(stream.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(mode) or (stat.S_ISFIFO(mode) and not os.environ.get("CI"))


def say(*lines: str) -> None:
    """Write lines to stderr as :func:`show` does; where nobody can hear them they are lost."""
    try:
        _write(sys.stderr, lines)
    except (OSError, ValueError):
        return


def _write(stream: TextIO, lines: tuple[str, ...]) -> None:
    from linter.reporters.visible import line_of_output

    written = [line_of_output(_translate(line)) for line in lines]
    if stream.isatty():
        from linter.reporters.wrap import wrapped

        room = columns(100)
        written = [wrapped(line, room) for line in written]
    stream.write("".join(f"{line}\n" for line in written))


def say_errors(problems: Iterable[Problem]) -> None:
    """Write what is wrong with files, each with its place."""
    say(*(message("error: {problem}", problem=problem.told) for problem in problems))


def columns(otherwise: int) -> int:
    """What ``COLUMNS`` says, else the width of the terminal on stdout, else ``otherwise``."""
    try:
        said = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        said = 0
    return said if said > 0 else terminal_width() or otherwise
