"""What kept data were made from: as long as it is the same, so are they."""

from __future__ import annotations

import os
import sys

from linter import __version__
from linter.engine.cache.keyed import Stamp, content_digest
from linter.engine.cache.signatures import signature_at
from linter.packaged import PACKAGE, builtin_rules

_CODE = (".py", ".json", ".yaml", ".marisa", ".txt")
RULE_FILES = (".yaml",)
Signed = tuple[tuple[str, bytes], ...]
"""Paths of files with their signatures."""


class Code:
    """What the linter is, with its own rules: an installed one by its record, one in a checkout by its files.

    With it goes what it runs on: Python, and the packages that are installed.
    """

    def __init__(self) -> None:
        record = os.path.join(os.path.dirname(PACKAGE), f"factlint-{__version__}.dist-info", "RECORD")
        version = (__version__, sys.hexversion, *_installed())
        self.files = signed(record, ())
        """What changes whenever the code does."""
        try:
            with open(record, "rb") as file:
                self.stamp: Stamp = (*version, content_digest(file.read()))
        except OSError:
            self.files = signed(PACKAGE, _CODE) + signed(builtin_rules(), RULE_FILES)
            self.stamp = (*version, self.files)

    @property
    def folders(self) -> list[str]:
        """The folders that change whenever a file is added, or a package installed."""
        return [*_packages(), *dict.fromkeys(path.rpartition(os.sep)[0] for path, _ in self.files)]


def _installed() -> list[str]:
    """Names and versions of what is installed, language models among it."""
    names = (name for folder in _packages() for name in os.listdir(folder))
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def _packages() -> list[str]:
    folders = (folder for folder in sys.path if os.path.basename(folder).endswith("-packages"))
    return [folder for folder in folders if os.path.isdir(folder)]


def signed(top: str, suffixes: tuple[str, ...]) -> Signed:
    """Every file below a folder whose name ends in one of the suffixes, or what there is of one file."""
    if not os.path.isdir(top):
        return ((top, signature_at(top)),)
    found: list[tuple[str, bytes]] = []
    folders = [top]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name[0] not in "._":
                        folders.append(entry.path)
                elif entry.name.endswith(suffixes):
                    found.append((entry.path, signature_at(entry.path)))
    return tuple(sorted(found))
