"""What kept data were made from: as long as it is the same, so are they."""

from __future__ import annotations

import marshal
import os
import sys
from typing import Any

from linter import __version__
from linter.engine.cache.keyed import content_digest
from linter.packaged import DATA
from linter.rules.rulebook import builtin_path

_PACKAGE = os.path.dirname(DATA)
_CODE = (".py", ".json", ".yaml", ".marisa", ".txt")
RULE_FILES = (".yaml",)
_WITHOUT_REFERENCES = 2
"""The version of the format in which equal data always gives equal bytes."""

Stamp = tuple[Any, ...]
"""Plain data: tuples, lists, texts, numbers, bytes."""


def stamp_digest(stamp: Stamp) -> bytes:
    """A digest of 32 bytes; equal stamps have the same one, in every process."""
    return content_digest(marshal.dumps(stamp, _WITHOUT_REFERENCES))


def code_stamp() -> Stamp:
    """What the linter is, with its own rules: an installed one by its record, one in a checkout by its files.

    With it goes what it runs on: Python, and the packages that are installed.
    """
    version = (__version__, sys.hexversion, *_installed())
    record = os.path.join(os.path.dirname(_PACKAGE), f"factlint-{__version__}.dist-info", "RECORD")
    try:
        with open(record, "rb") as file:
            return (*version, content_digest(file.read()))
    except OSError:
        return (*version, files_stamp(_PACKAGE, _CODE), files_stamp(builtin_path(), RULE_FILES))


def _installed() -> list[str]:
    """Names and versions of what is installed, language models among it."""
    folders = (folder for folder in sys.path if os.path.basename(folder).endswith("-packages"))
    names = (name for folder in folders if os.path.isdir(folder) for name in os.listdir(folder))
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def files_stamp(top: str, suffixes: tuple[str, ...]) -> Stamp:
    """Name, time and size of every file below a folder that ends in one of the suffixes, or of one file."""
    if not os.path.isdir(top):
        return _stamped(top, os.stat(top)) if os.path.exists(top) else (top,)
    found: list[Stamp] = []
    folders = [top]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name[0] not in "._":
                        folders.append(entry.path)
                elif entry.name.endswith(suffixes):
                    found.append(_stamped(entry.path, entry.stat()))
    return tuple(sorted(found))


def _stamped(path: str, status: os.stat_result) -> Stamp:
    return (path, status.st_mtime_ns, status.st_size)
