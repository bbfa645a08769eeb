"""The one way to write a file: all of it or nothing, and never through a link out of the project."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from typing import BinaryIO

from linter.files import Refused, holds, project_root

_DRAFT = ".factlint-draft"
_LEFT = 60
"""Seconds by which a draft is older than a new one if its writer was killed: to write takes no second."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write_bytes(path: str, data: bytes) -> None:
    """Replace the content of a file at once. ``OSError`` if it cannot be written; it is then as it was."""
    with replacing(path) as draft:
        draft.write(data)


def write_text(path: str, text: str) -> None:
    """As :func:`write_bytes`, in UTF-8."""
    write_bytes(path, text.encode("utf-8", "backslashreplace"))


def write_new(path: str, text: str) -> None:
    """Write a file that is not there yet. ``FileExistsError`` if it is, as a link too."""
    with open(os.open(path, _NEW, 0o666), "wb") as file:
        file.write(text.encode("utf-8", "backslashreplace"))


@contextlib.contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """A draft to write to, which takes the place of the file when the block ends without an error.

    Mode and owner are kept, and a link inside of the project stays a link. ``Refused`` for a file that is
    write-protected and for a link that leads out of the project.
    """
    if os.path.abspath(path).startswith("/dev/"):  # a terminal or a pipe, which nothing can replace
        with open(path, "wb") as device:
            yield device
        return
    target, status = _target(path)
    folder, name = os.path.split(target)
    draft = os.path.join(folder, f".{name[:100]}.{os.urandom(4).hex()}{_DRAFT}")
    descriptor = os.open(draft, _NEW, 0o666 if status is None else 0o600)
    try:
        with open(descriptor, "wb") as file:
            if status is not None:
                _take_over(descriptor, draft, status)
            yield file
            file.flush()
            os.fsync(descriptor)
        os.replace(draft, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        raise
    _remove_left(folder, os.stat(target).st_mtime)


def _target(path: str) -> tuple[str, os.stat_result | None]:
    """The file that a path leads to, and what it is; nothing if there is none yet."""
    target = os.path.realpath(path)
    if not holds(os.path.realpath(project_root(os.path.dirname(path))), target):
        raise Refused("a link out of the project", path)
    try:
        status = os.stat(target)
    except FileNotFoundError:
        return target, None
    if stat.S_ISREG(status.st_mode):
        # the mode is asked too: to the superuser everything is writable
        if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
            raise Refused("write-protected", path)
    elif not stat.S_ISDIR(status.st_mode):
        raise Refused("no regular file", path)
    return target, status


def _take_over(descriptor: int, draft: str, status: os.stat_result) -> None:
    """Give a draft the owner, where that is allowed, and the mode of the file that it replaces."""
    if hasattr(os, "fchown"):
        with contextlib.suppress(OSError):
            os.fchown(descriptor, status.st_uid, status.st_gid)
    os.chmod(draft, stat.S_IMODE(status.st_mode))


def _remove_left(folder: str, now: float) -> None:
    """Remove the drafts of runs that were killed; ``now`` is by the clock of the disk."""
    with contextlib.suppress(OSError), os.scandir(folder or ".") as entries:
        for entry in entries:
            if entry.name.endswith(_DRAFT) and entry.stat(follow_symlinks=False).st_mtime < now - _LEFT:
                os.unlink(entry.path)
