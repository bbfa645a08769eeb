"""``factlint completion SHELL``: what completes commands, options and rules in a shell."""

from __future__ import annotations

import argparse
import os

from linter.cli import OK
from linter.cli.terminal import show_exactly
from linter.files import read_text
from linter.packaged import DATA

SHELLS = ("bash", "fish", "powershell", "zsh")
_HOW = """\
bash: eval "$(factlint completion bash)" in ~/.bashrc; fish: factlint completion fish >
~/.config/fish/completions/factlint.fish; zsh: factlint completion zsh > a folder of $fpath, as _factlint;
PowerShell: factlint completion powershell | Out-String | Invoke-Expression in $PROFILE"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, help=_HOW)


def run(args: argparse.Namespace) -> int:
    """Print the script, which ``scripts/build_completion.py`` wrote."""
    show_exactly(read_text(script_path(args.shell)))
    return OK


def script_path(shell: str) -> str:
    """Where the script for a shell is."""
    return os.path.join(DATA, "completion", f"factlint.{shell}")
