"""Entry point of the command; it answers ``--version`` without loading anything."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from linter import __version__

        print(f"factlint {__version__}")
        return 0
    from linter.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
