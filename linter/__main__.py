"""Entry point of the command; it answers ``--version`` without loading anything."""

from __future__ import annotations

import gc
import os
import sys

_OBJECTS = 50_000
"""So many new objects are worth a search for cycles among them; Python thinks of programs with fewer."""


def main() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from linter import __version__

        print(f"factlint {__version__}")
        return 0
    gc.set_threshold(_OBJECTS)
    from linter.finders import use

    use()
    from linter.cli.main import run

    return _left(run(sys.argv[1:]))


def _left(code: int) -> int:
    """End the process: all is written, and to take everything down again takes as long as an article."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # what could not be written was told, where that could be told
            continue
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
