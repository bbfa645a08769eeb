#!/usr/bin/env python3
"""Write what completes the command in shells, into ``linter/data/completion``, from the options as they are.

A tool for maintainers, run after a change of commands or options, or of the names of rules:

    python scripts/build_completion.py
"""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

import shtab

from linter.cli import COMMANDS
from linter.cli.completion import SHELLS, script_path
from linter.cli.parser import parser
from linter.rules.load import load_rules

_COMPLETED = {"FILE": shtab.FILE, "PATH": shtab.FILE, "FOLDER": shtab.DIRECTORY}


def main() -> None:
    for shell in SHELLS:
        Path(script_path(shell)).write_text(script(shell), encoding="utf-8", newline="\n")


def script(shell: str) -> str:
    """The script for a shell."""
    text: str = shtab.complete(_whole(), shell)
    return "\n".join(line.rstrip() for line in text.rstrip("\n").split("\n")) + "\n"


def _whole() -> argparse.ArgumentParser:
    """The parser with the arguments of all commands, and with what their values can be."""
    top = parser()
    [commands] = (each for each in top._actions if isinstance(each, argparse._SubParsersAction))
    rules = sorted(load_rules().rules)
    for name in COMMANDS:
        command = commands.choices[name]
        import_module(f"linter.cli.{name}").add_arguments(command)
        for action in command._actions:
            kind = str(action.metavar or action.dest).upper().partition("|")[0]
            if kind in _COMPLETED:
                action.complete = _COMPLETED[kind]  # type: ignore[attr-defined]
            elif kind in ("RULE", "RULES") and not action.option_strings:
                action.choices = rules
    return top


if __name__ == "__main__":
    main()
