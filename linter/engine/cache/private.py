"""Files and folders that nobody but the user can have written.

A link is never followed, and what is no plain file is never waited for: a cache may come out of an archive
that somebody else has packed.
"""

from __future__ import annotations

import os
import stat

_PLAIN = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OTHERS_READ = _OTHERS_WRITE | stat.S_IRGRP | stat.S_IROTH
_HAS_OWNERS = hasattr(os, "getuid")
"""Elsewhere (Windows) the folders of a user are closed to others by the system."""


class Refused(Exception):
    """A folder that is not to be used; the message says which and why."""


def check_folder(path: str) -> None:
    """``Refused`` unless there is a folder that only the user can write; ``OSError`` if there is nothing."""
    status = os.lstat(path)
    if stat.S_ISLNK(status.st_mode):
        raise Refused(f"{path} is a link")
    if not stat.S_ISDIR(status.st_mode):
        raise Refused(f"{path} is no folder")
    if _HAS_OWNERS and status.st_uid != os.getuid():
        raise Refused(f"{path} belongs to another user")
    if _HAS_OWNERS and status.st_mode & _OTHERS_WRITE:
        raise Refused(f"{path} can be written by others")


def make_folder(path: str) -> bool:
    """Make a folder for the user alone, unless there is one that :func:`check_folder` accepts.

    Whether it was made; ``Refused`` or ``OSError`` if there is none to use.
    """
    try:
        check_folder(path)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        _make(path)
        check_folder(path)
        return True
    return False


def _make(path: str) -> None:
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:  # another process was quicker
        return


def read_file(path: str, most: int, secret: bool = False) -> bytes | None:
    """The bytes of a plain file of the user's own; nothing if it is anything else or has more than ``most``.

    ``secret``: nor if others can read it.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _PLAIN)
    except OSError:
        return None
    try:
        status = os.fstat(descriptor)
        if not _is_private(status, _OTHERS_READ if secret else _OTHERS_WRITE) or status.st_size > most:
            return None
        return os.read(descriptor, status.st_size)
    except OSError:
        return None
    finally:
        os.close(descriptor)


def write_file(path: str, data: bytes) -> bool:
    """Put a whole file in place of whatever has this name; whether it is there now."""
    draft = f"{path}.{os.getpid()}"
    try:
        with os.fdopen(_new_file(draft), "wb") as file:
            file.write(data)
        os.replace(draft, path)
    except OSError:
        _remove(draft)
        return False
    return True


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _new_file(path: str) -> int:
    """A descriptor of a file that was not there; what a killed process (or a link) left is taken away."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN
    try:
        return os.open(path, flags, 0o600)
    except FileExistsError:
        os.unlink(path)
        return os.open(path, flags, 0o600)


def append_file(path: str, data: bytes, most: int) -> bool:
    """Add to a plain file of the user's own, in one piece; whether it was done.

    It is not done to anything else, nor to a file that has ``most`` bytes or more, nor to one that has
    another name too: that may be a file of quite another kind.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _PLAIN, 0o600)
    except OSError:
        return False
    try:
        status = os.fstat(descriptor)
        if not _is_private(status, _OTHERS_WRITE) or status.st_nlink > 1 or status.st_size >= most:
            return False
        return os.write(descriptor, data) == len(data)
    except OSError:
        return False
    finally:
        os.close(descriptor)


def _is_private(status: os.stat_result, closed: int) -> bool:
    """Whether a plain file belongs to the user and is closed to others in these ways."""
    if not stat.S_ISREG(status.st_mode):
        return False
    return not _HAS_OWNERS or (status.st_uid == os.getuid() and not status.st_mode & closed)
