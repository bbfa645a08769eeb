#!/usr/bin/env python3
"""Writes requirements/dev.txt anew: the newest version of everything that tests, lint and types need.

    python -m pip install uv && python scripts/renew_pins.py

One file does for every Python and system that is supported; where they need other versions it says so with
markers. What must not be renewed stands in requirements/held.txt.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# What is tested with, by scripts/renew_pins.py.\n"
PINS = ROOT / "requirements" / "dev.txt"


def main() -> None:
    extras = ("nlp", "dev", "docs")
    command = "uv pip compile --universal --python-version 3.11 --no-header --no-annotate"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            *command.split(),
            *(f"--extra={each}" for each in extras),
            "-c",
            "requirements/held.txt",
            "pyproject.toml",
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    PINS.write_text(HEADER + done.stdout, encoding="utf-8")
    print(f"{done.stdout.count('==')} versions are pinned in {PINS.relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
