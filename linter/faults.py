"""Errors that nobody foresaw: told in a few words, and with ``--debug`` where they come from as well."""

from __future__ import annotations

from linter.quoting import shortened

debugging = False
"""Whether tracebacks are shown."""


def fault(error: BaseException) -> str:
    """What an error says, cut: it may quote what a file holds."""
    trace(error)
    return f"{type(error).__name__}: {shortened(str(error))}".removesuffix(": ")


def trace(error: BaseException) -> None:
    """Show on stderr where an error comes from, for those who asked for it."""
    if debugging:
        import traceback

        traceback.print_exception(error)
