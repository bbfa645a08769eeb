"""What the last run said, said again without making it once more, as long as nothing has changed.

Nothing here imports what a run needs: most of what such an answer costs would be that.
"""

from __future__ import annotations

import os
import sys

from linter.engine.cache.outcome import kept_outcome

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.engine.cache.keyed import Stamp

_VARIABLES = (
    *("CI", "COLUMNS", "FORCE_COLOR", "GITHUB_STEP_SUMMARY", "NO_COLOR", "TERM"),
    *("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"),
    *("GIT_CONFIG_GLOBAL", "HOME", "USERPROFILE", "XDG_CONFIG_HOME"),
)
"""What a report depends on beside arguments and files; the last ones tell where git's own files are."""
_CACHE = "--cache-dir"


def say_again(line: Sequence[str]) -> int | None:
    """Say what was said to this command line, and return its exit code; nothing if that may have changed."""
    kept = kept_outcome(cache_wanted(line), question(line))
    if kept is None:
        return None
    sys.stdout.write(kept[0])
    sys.stderr.write(kept[1])
    return kept[2]


def question(line: Sequence[str]) -> Stamp:
    """All that a report depends on but files."""
    variables = tuple(os.environ.get(name, "") for name in _VARIABLES)
    return (tuple(line), variables, sys.stdout.isatty(), sys.stderr.isatty(), terminal_width())


def cache_wanted(line: Sequence[str]) -> str | None:
    """The cache folder that a command line names, if it is written out in full."""
    wanted = None
    for place, each in enumerate(line):
        name, equals, value = each.partition("=")
        if name == _CACHE:
            wanted = value if equals else "".join(line[place + 1 : place + 2])
    return wanted


def terminal_width() -> int:
    """Columns of the terminal on stdout; 0 if it is none.

    As :func:`shutil.get_terminal_size`, without the compression libraries that ``shutil`` imports.
    """
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # stdout is closed, or no terminal
        return 0
