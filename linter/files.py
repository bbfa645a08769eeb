"""The one way to read a file: a regular one, of bounded size, inside its project.

Strangers send articles, configurations, rules and the names of files in them. What such a name or a
link leads to is read only inside the project: the git work tree that it stands in, without one the
folder of the configuration or the working directory. The command line may open further folders.
"""

from __future__ import annotations

import errno
import os
import stat
from functools import lru_cache

ARTICLE = 16 * 2**20
"""Bytes of an article or a source: 2.5 million words, which take some 1.6 GB of memory to lint."""
SETTINGS = 4 * 2**20
"""Bytes of a configuration, a rule, a style or a story bible: 50,000 entries, a second to read."""
DATA = 64 * 2**20
"""Bytes of what programs write for us: a baseline of 300,000 findings, entities of Wikidata."""

_OUTSIDE = "outside of the project; --allow-read FOLDER lets files of a folder be read"
_LEADS_OUT = "a link out of the project; --allow-read FOLDER lets files of a folder be read"
_NO_NAME = "not the name of a file"
_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | _NO_FOLLOW | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_READ |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
"""Without ``O_NONBLOCK`` to open a pipe waits for a writer."""


class Refused(OSError):
    """A file that is not read, or not written, though it could be; ``strerror`` says why."""

    def __init__(self, why: str, path: str = "") -> None:
        super().__init__(errno.EPERM, why, *((path,) if path else ()))


class Permit:
    """What the command line allows beyond the project."""

    def __init__(self) -> None:
        self.most = ARTICLE
        """The largest article, in bytes."""
        self.folders: tuple[str, ...] = ()
        """Folders outside of the project that may be read."""


PERMIT = Permit()


def allow(most: int = ARTICLE, folders: tuple[str, ...] = ()) -> None:
    """Set what this process may read."""
    PERMIT.most, PERMIT.folders = most, tuple(map(os.path.abspath, folders))
    forget()


def forget() -> None:
    """Look again at folders: they may have become links since."""
    work_tree.cache_clear()
    _is_open.cache_clear()


def read_bytes(path: str, root: str = "", most: int = 0) -> bytes:
    """The bytes of a file. ``OSError`` if it cannot be read, ``Refused`` among them if it must not be.

    ``root`` is the folder that the file has to be in, for a path that stands in an article or in settings;
    without it that is the project of the path itself. ``most`` is the largest size in bytes, that of an
    article unless it is given.
    """
    try:
        descriptor = _opened(path, root)
    except ValueError:  # a NUL or half a character in it
        raise Refused(_NO_NAME, path) from None
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(status.st_mode):
            raise Refused("no regular file", path)
        return _content(descriptor, status.st_size, most)
    finally:
        os.close(descriptor)


def read_text(path: str, root: str = "", most: int = SETTINGS) -> str:
    """The text of a file in UTF-8 as :func:`read_bytes` reads it, its line ends as ``\\n``."""
    try:
        text = read_bytes(path, root, most).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
        raise Refused(f"not valid UTF-8 ({byte})", path) from None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def bounded(data: bytes, most: int = 0) -> bytes:
    """The same bytes. ``Refused`` if they are more than an article, or ``most``, may have."""
    if len(data) > (most or PERMIT.most):
        raise Refused(_too_large(most))
    return data


def reject_outside(path: str, root: str) -> None:
    """``Refused`` if a path leads to something that is not in ``root``, nor in what else may be read."""
    try:
        real = os.path.realpath(path)
    except ValueError:
        raise Refused(_NO_NAME, path) from None
    if not _may_read(real, root):
        inside = holds(os.path.abspath(root), os.path.abspath(path))
        raise Refused(_LEADS_OUT if inside else _OUTSIDE, path)


def project_root(folder: str, otherwise: str = "") -> str:
    """The project that a folder is in: its git work tree.

    Without one it is ``otherwise`` or the working directory, if they hold the folder, else the folder itself.
    """
    absolute = os.path.abspath(folder)
    holding = (each for each in (otherwise, os.getcwd()) if each and holds(each, absolute))
    return work_tree(absolute) or next(holding, absolute)


def holds(folder: str, path: str) -> bool:
    """Whether a path is a folder or in it; both are written from the root of the disk."""
    folder, path = os.path.normcase(folder), os.path.normcase(path)
    return path == folder or path.startswith(os.path.join(folder, ""))


@lru_cache(maxsize=4096)
def work_tree(folder: str) -> str:
    """The git work tree that a folder, named from the root of the disk, is in; empty if it is in none."""
    while not os.path.exists(os.path.join(folder, ".git")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return ""
    return folder


def _opened(path: str, root: str) -> int:
    """A descriptor of the file that a path leads to."""
    folder = os.path.dirname(path)
    if root:  # else that a file is missing is told first: most folders have no settings
        _reject_folder(folder, root)
    try:
        if not _NO_FOLLOW and os.path.islink(path):
            raise OSError(errno.ELOOP, "is a link")
        descriptor = os.open(path, _READ)
    except OSError as error:
        if error.errno not in (errno.ELOOP, errno.EMLINK):
            raise
        reject_outside(path, root or project_root(folder))
        return os.open(os.path.realpath(path), _READ)
    try:
        _reject_folder(folder, root)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _reject_folder(folder: str, root: str) -> None:
    """``Refused`` if the files that stand in a folder, links left out, must not be read."""
    if not _is_open(folder if os.path.isabs(folder) else os.path.join(os.getcwd(), folder), root):
        reject_outside(folder or ".", root or project_root(folder))


@lru_cache(maxsize=4096)
def _is_open(folder: str, root: str) -> bool:
    """Whether the files that stand in a folder may be read, links left out."""
    return _may_read(os.path.realpath(folder), root or project_root(folder))


def _may_read(real: str, root: str) -> bool:
    return any(holds(os.path.realpath(each), real) for each in (root, *PERMIT.folders))


def _content(descriptor: int, size: int, most: int) -> bytes:
    """What a file holds; it may have changed since it was opened, and those of ``/proc`` have no size."""
    limit = most or PERMIT.most
    if size > limit:
        raise Refused(_too_large(most))
    data = os.read(descriptor, size + 1)
    if len(data) == size:
        return data
    if not size:
        raise Refused("no ordinary file: it has content and no size")
    while len(data) <= limit and (part := os.read(descriptor, limit + 1 - len(data))):
        data += part
    return bounded(data, most)


def _too_large(most: int) -> str:
    more = "" if most else "; --max-file-size reads larger ones"
    return f"larger than {(most or PERMIT.most) // 2**20} MiB{more}"
