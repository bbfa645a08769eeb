"""What is kept between runs: a folder of its own, with plain data in files.

Nothing in it is needed: a file that is missing, broken, of another version or of somebody
else counts as not there, and one that cannot be written is not written.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
from typing import Any

from linter import __version__
from linter.packaged import DATA

FOLDER = ".factlint_cache"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of factlint.\n"
_PACKAGE = os.path.dirname(DATA)

Stamp = tuple[Any, ...]
"""What data was made from: as long as it is the same, so is the data."""


class Store:
    """A cache folder; it is made when something is first written."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.code = code_stamp()
        """Part of every stamp."""

    def read(self, name: str, stamp: Stamp) -> Any:
        """What this very linter last wrote under a name, if it was for this stamp; else ``None``."""
        try:
            with open(os.path.join(self.folder, name), "rb") as file:
                if not _is_own(file.fileno()):
                    return None
                written, data = marshal.loads(file.read())
        except (OSError, EOFError, ValueError, TypeError):
            return None
        return data if written == (self.code, stamp) else None

    def write(self, name: str, stamp: Stamp, data: Any) -> None:
        """Keep plain data (tuples, lists, dicts, texts, numbers, bytes, ``None``)."""
        try:
            self.make()
            path = os.path.join(self.folder, name)
            draft = f"{path}.{os.getpid()}"
            with open(draft, "wb") as file:
                file.write(marshal.dumps(((self.code, stamp), data)))
            os.replace(draft, path)
        except OSError:
            return

    def make(self) -> None:
        """Make the folder, with the files that tell git and backups to leave it alone."""
        if os.path.isdir(self.folder):
            return
        os.makedirs(self.folder, exist_ok=True)
        for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
            with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
                file.write(text)


def _is_own(descriptor: int) -> bool:
    """Whether a file belongs to the user and not all may write it: data of others is not trusted."""
    status = os.fstat(descriptor)
    return not hasattr(os, "getuid") or (
        status.st_uid in (os.getuid(), 0) and not status.st_mode & stat.S_IWOTH
    )


def code_stamp() -> Stamp:
    """What the linter is: its version (in a checkout the state of its files), Python, installed packages."""
    version = (__version__, sys.hexversion, *_installed())
    if os.path.isdir(os.path.join(_PACKAGE, "_rules")):
        return version
    return (*version, files_stamp(_PACKAGE, (".py", ".json", ".yaml", ".marisa", ".txt")))


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
