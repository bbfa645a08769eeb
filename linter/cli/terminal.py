"""How wide the terminal is."""

from __future__ import annotations

import os
import sys


def columns(otherwise: int) -> int:
    """What ``COLUMNS`` says, else the width of the terminal on stdout, else ``otherwise``.

    As :func:`shutil.get_terminal_size`, without the compression libraries that ``shutil`` imports.
    """
    try:
        said = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        said = 0
    if said > 0:
        return said
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or otherwise  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # stdout is closed, or no terminal
        return otherwise
