#!/usr/bin/env python3
"""Write anew what is made of other files of the repository: of rules, languages, options, messages.

    python scripts/renew.py

Tests say where it was forgotten. What is made of other people's data has scripts of its own (``README.md``).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
SCRIPTS = (
    *("compile_languages", "build_tables", "build_needles", "build_number_rules", "build_completion"),
    "compile_messages",
)
"""In this order: rules are read with the languages, and told by what comes behind."""
PRINTED = {"rules/rule.schema.json": ("schema", "rule"), "rules/README.md": ("rules", "--markdown")}
"""Files that the command prints."""


def main() -> None:
    for name in SCRIPTS:
        _python(f"scripts/{name}.py")
    for path, command in PRINTED.items():
        (TOP / path).write_bytes(_python("-m", "linter", *command))


def _python(*arguments: str) -> bytes:
    """What Python prints, in English, with the modules of this checkout."""
    settings = {"PYTHONPATH": str(TOP), "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=TOP, env={**os.environ, **settings}, stdout=subprocess.PIPE
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)}: failed")
    return done.stdout


if __name__ == "__main__":
    main()
